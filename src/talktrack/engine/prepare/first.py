"""The first agenda: from one sentence, or none, to a meeting one could walk into (R01, R34, principle 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from talktrack.engine.evidence import tenure
from talktrack.engine.story import Journey
from talktrack.kit.drafting import sentence as stated

from .agenda import SegmentName
from .basis import Basis, gather
from .parts import TITLES
from .say import WORDING
from .sheets import spoken_in
from .wish import wish

Fills = Literal["did", "result", "manager", "started", "goal"]


@dataclass(frozen=True)
class FirstQuestion:
    """A question whose answer fills a gap of the first agenda."""

    id: Fills
    text: str
    gap: str
    """What stands in the agenda until then."""
    part: SegmentName
    """The part of the agenda with that gap; "purpose" for the name above all of it."""


QUESTIONS = (
    FirstQuestion("did", "What got better because of you this year?", "what got better?", "accomplishments"),
    FirstQuestion(
        "result", "What changed because of it? A number helps, if you know one.", "what changed?", "accomplishments"
    ),
    FirstQuestion("manager", "Who will the talk be with? A name is enough.", "your manager", "purpose"),
    FirstQuestion("started", "Since when have you been there? A year will do.", "how long?", "accomplishments"),
    FirstQuestion("goal", "What would you like to learn, try or take on within a year?", "do what?", "vision"),
)
"""At most five, each of which may be skipped; the first gives the most."""
_MOST: dict[SegmentName, int] = {"agreement": 1, "thanks": 2}
"""Sentences of a part that a first agenda needs: it stays on one page."""
_BY_ID = {q.id: q for q in QUESTIONS}


@dataclass(frozen=True)
class Gap:
    """A blank of the agenda, and the question that fills it."""

    text: str
    question: Fills


Line = tuple[str | Gap, ...]


@dataclass(frozen=True)
class FirstPart:
    """A part of the meeting and what is said in it."""

    name: SegmentName
    title: str
    start: int
    minutes: int
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class First:
    """The agenda with its gaps."""

    sentence: str
    wish: tuple[int, int]
    """Where in the sentence the wish stands that the purpose quotes; (0, 0) where none was found."""
    who: str | Gap
    minutes: int
    parts: tuple[FirstPart, ...]
    open: tuple[FirstQuestion, ...]
    """The questions that can be asked now."""
    answered: tuple[Fills, ...]


def first(journey: Journey, *, today: date) -> First:
    """The agenda of the next conversation as far as the journey fills it; every other place is a gap or a frame."""
    basis = gather(journey, today=today)
    open_ = tuple(q for q in QUESTIONS if not _known(journey, q.id))
    missing = {q.id for q in open_}
    span = wish(journey.sentence)
    name = basis.manager_name()
    return First(
        sentence=journey.sentence,
        wish=span,
        who=name.text if name else _gap("manager"),
        minutes=basis.agenda.minutes,
        parts=tuple(
            FirstPart(s.name, TITLES[s.name], s.start, s.minutes, _lines(basis, s.name, missing))
            for s in basis.agenda.segments
        ),
        open=tuple(q for q in open_ if q.id != "result" or "did" not in missing),
        answered=tuple(q.id for q in QUESTIONS if q.id not in missing),
    )


def _known(journey: Journey, name: Fills) -> bool:
    return {
        "did": bool(journey.accomplishments),
        "result": any(a.result for a in journey.accomplishments),
        "manager": any(c.relation == "manager" for c in journey.contacts),
        "started": bool(journey.person.started),
        "goal": bool(journey.goals),
    }[name]


def _gap(name: Fills) -> Gap:
    return Gap(_BY_ID[name].gap, name)


def _lines(basis: Basis, name: SegmentName, missing: set[Fills]) -> tuple[Line, ...]:
    match name:
        case "purpose":
            return _purpose(basis)
        case "accomplishments":
            return _done(basis, missing)
        case "vision" if "goal" in missing:
            return ((WORDING.templates["first.year"], _gap("goal"), "."),)
        case "questions":
            return tuple((choice.text.text,) for choice in basis.questions.included)
        case "buffer":
            return ()
    told = [" ".join(p.text for p in part[: _MOST.get(name)]) for part in spoken_in(basis, name)]
    return tuple((line,) for line in told if line)


def _purpose(basis: Basis) -> tuple[Line, ...]:
    if basis.conversation and (basis.conversation.opening or basis.conversation.aim):
        return tuple((" ".join(p.text for p in told),) for told in spoken_in(basis, "purpose"))
    sentence = basis.journey.sentence
    start, end = wish(sentence)
    said = stated(sentence[start:end] or sentence) if sentence else ""
    return ((f"{WORDING.templates['opening.purpose']} {said}".rstrip(),),)


def _done(basis: Basis, missing: set[Fills]) -> tuple[Line, ...]:
    there = tenure(basis.journey.person, basis.moment.start.date())
    stay: tuple[Line, ...] = ()
    if not there and "started" in missing:
        stay = ((WORDING.templates["first.there"], _gap("started"), "."),)
    if "did" in missing:
        return (*stay, (WORDING.templates["first.better"], _gap("did"), "."))
    told: list[Line] = [(" ".join(p.text for p in part),) for part in spoken_in(basis, "accomplishments") if part]
    if "result" in missing:
        told.insert(len(told) - 1, (WORDING.templates["first.changed"], _gap("result"), "."))
    return (*stay, *told)
