"""What the person says, part by part of the agenda (R38, R39, R21, R32, R50, R51).

Each part is a run of sentences. A sentence is a frame, or it cites the records that its words stand in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

from talktrack.engine.evidence import Line, met, spoken, strongest, targets, tenure
from talktrack.engine.evidence.spoken import WEIGHTS
from talktrack.engine.evidence.spoken import WORDING as EVIDENCE
from talktrack.engine.goals import by_horizon, horizon
from talktrack.engine.story import Goal, Statement, contact, links_of, statements_by_id
from talktrack.kit.blocks import Passage, Source
from talktrack.kit.drafting import Slot, Wording, clause, is_stopped, parts, sentence, slot, stopped
from talktrack.kit.verbs import is_base, wished

from .basis import Basis
from .months import said
from .wish import wish

WORDING = Wording.load(files(__package__) / "wording.toml")

SHORTEST_SCRIPT, LONGEST_SCRIPT = 60, 90
"""Seconds of the accomplishments as they are said (R39)."""


def seconds(passages: tuple[Passage, ...], words_per_minute: int) -> int:
    """How long it takes to say them."""
    return round(sum(len(p.text.split()) for p in passages) * 60 / words_per_minute)


def opening(basis: Basis) -> tuple[Passage, ...]:
    """The first sentences: purpose, aim, the wish to stay only where it is true, the unclear path (R38)."""
    person, meeting = basis.journey.person, basis.conversation
    if meeting and meeting.opening:
        return _there(_own("opening.own", basis, "opening", meeting.opening))
    stays = person.stays_by_choice or None
    return _there(
        WORDING.first("opening.thanks_name", "opening.thanks", manager=basis.manager_name()),
        WORDING.frame("opening.purpose"),
        _aim(basis),
        WORDING.first(
            "opening.stay_at",
            "opening.stay",
            organisation=_with(basis.organisation(), slot("person", "stays_by_choice", stays)),
            here=slot("person", "stays_by_choice", stays, "here", "the wish to stay"),
        ),
        _ladder(basis),
    )


def _aim(basis: Basis) -> Passage | None:
    if aim := basis.aim():
        return WORDING.say(f"opening.aim{basis.aim_form()}", aim=aim)
    text = basis.journey.sentence
    start, end = wish(text)
    return WORDING.say("opening.own", opening=slot("journey", "sentence", text, sentence(text[start:end])))


def _ladder(basis: Basis) -> Passage | None:
    words = {"none": "no", "partial": "partly", "defined": "written down"}
    ladder = basis.journey.person.ladder
    if ladder == "unknown":
        return None
    return WORDING.say(
        f"opening.ladder_{ladder}", ladder=slot("person", "ladder", ladder, words[ladder], "ladder in words")
    )


def _with(shown: Slot | None, needed: Slot | None) -> Slot | None:
    """`shown`, resting also on `needed`; None where either is missing."""
    return Slot(shown.text, (*shown.sources, *needed.sources)) if shown and needed else None


def _own(template: str, basis: Basis, field: str, text: str) -> Passage | None:
    """The person's own wording of a field of the conversation, as it stands."""
    return WORDING.say(template, **{field: slot(basis.meeting, field, text)})


def accomplishments(basis: Basis) -> tuple[tuple[Passage, ...], ...]:
    """The script, an accomplishment a part: tenure, the top three, targets met; 60 to 90 seconds if there is enough.

    Where it runs long, sentences go by what they give (`WEIGHTS`), the last accomplishment first; the act and the
    result of the first stay.
    """
    lines = [list(spoken(r.accomplishment, basis.journey, n)) for n, r in enumerate(strongest(basis.journey))]
    _once_each(lines)
    before, after = tenure_line(basis), targets_line(basis)
    while _run_time(basis, before, lines, after) > LONGEST_SCRIPT and _drop_one(lines):
        pass
    parts = [tuple(line.passage for line in part) for part in lines if part]
    return tuple(p for p in (before, *parts, after) if p)


def _run_time(basis: Basis, before: tuple[Passage, ...], lines: list[list[Line]], after: tuple[Passage, ...]) -> int:
    told = (
        *before,
        *(line.passage for part in lines for line in part),
        *after,
        WORDING.frame("accomplishments.stop"),
    )
    return seconds(told, basis.journey.person.words_per_minute)


def _once_each(lines: list[list[Line]]) -> None:
    """A sentence on where a skill carries is said once, however many accomplishments show it."""
    told: set[str] = set()
    for part in lines:
        part[:] = [x for x in part if not (x.gives == "position" and x.passage.text in told)]
        told |= {x.passage.text for x in part if x.gives == "position"}


def _drop_one(lines: list[list[Line]]) -> bool:
    """Take out the sentence that is needed least; False where only the act and result of the first are left.

    The first sentence of enthusiasm goes last, since the person put it on record (R39).
    """
    joy = next(((part, x) for part in lines for x in part if x.gives == "joy"), None)
    for gives in reversed(WEIGHTS):
        for place in reversed(range(len(lines))):
            found = next((x for x in reversed(lines[place]) if x.gives == gives), None)
            kept = (place == 0 and gives in ("act", "result")) or (joy and found is joy[1])
            if found and not kept:
                lines[place].remove(found)
                return True
    if joy:
        joy[0].remove(joy[1])
    return joy is not None


def tenure_line(basis: Basis) -> tuple[Passage, ...]:
    """How long they have been there, on the day of the meeting; empty where it is not known."""
    person, on = basis.journey.person, basis.moment.start.date()
    time_there = tenure(person, on)
    return _there(
        EVIDENCE.first(
            "tenure.here",
            "tenure.here_plain",
            tenure=slot("person", "started", person.started, time_there, f"tenure on {on}: {time_there}"),
            organisation=basis.organisation(),
        )
    )


def targets_line(basis: Basis) -> tuple[Passage, ...]:
    """Targets met, where two or more were agreed; empty otherwise."""
    count = targets(basis.journey)
    if not count.met or count.known < 2:
        return ()
    sources = tuple(
        Source(f"accomplishments/{a.id}", f"kpis[{n}]", f"{k.actual} for {k.target}", f"targets met: {count}")
        for a in basis.journey.accomplishments
        if not a.private
        for n, k in enumerate(a.kpis)
        if met(k) is not None
    )
    return _there(WORDING.say("accomplishments.targets", targets=Slot(str(count), sources)))


def vision(basis: Basis) -> tuple[Passage, ...]:
    """Where the person would like to be: the years as they wrote them, then a line on each horizon (R20, R21)."""
    return (*years(basis), *goal_lines(basis), *life(basis)) or (WORDING.frame("vision.none"),)


def life(basis: Basis) -> tuple[Passage, ...]:
    """How life and career goals meet, as the person wrote it; only where they want it said (R24)."""
    text = basis.journey.pay.life if basis.journey.pay.share_life else ""
    return _there(WORDING.say("vision.life", life=slot("pay", "life", text, sentence(text))))


def years(basis: Basis) -> tuple[Passage, ...]:
    """One, three and five years on, as the person wrote them."""
    return tuple(_years(basis))


def _years(basis: Basis) -> Iterator[Passage]:
    for field, ahead in (("one_year", "One year"), ("three_years", "Three years"), ("five_years", "Five years")):
        text = getattr(basis.journey.vision, field)
        form, shown = _year(text)
        yield from _there(
            WORDING.say(
                f"vision.{form}",
                text=slot("vision", field, text, shown),
                years=slot("vision", field, text, ahead, f"the years of {field}"),
            )
        )


def _year(text: str) -> tuple[str, str]:
    """How a view of the years ahead goes on after them: as a wish, a sentence of the person's, or in their words."""
    to_do = wished(text) if text.lower().startswith("to ") else text if is_base(text) else ""
    if to_do:
        return "to", clause(to_do)
    if text[:2].lower() in ("i ", "i'", "i’"):
        return "person", sentence(text)
    if text[:3].lower() in ("we ", "we'", "we’", "my "):
        return "person", text[:1].lower() + stopped(text)[1:]
    return "plain", clause(text) if len(parts(text)) == 1 else sentence(text)


def next_goal(basis: Basis) -> Goal | None:
    """The goal that the conversation is about: the one that its asks are for, else the nearest."""
    asked = [ask.goal for ask in (basis.conversation.asks if basis.conversation else ())]
    goals = {g.id: g for g in basis.journey.goals}
    nearest = (g for _, row in by_horizon(basis.journey, basis.today) for g in row)
    return next((goals[name] for name in asked if name in goals), None) or next(nearest, None)


def goal_lines(basis: Basis, *, need: bool = True, further: bool = True) -> tuple[Passage, ...]:
    """The next goal, the need that it serves and its benefit, then a line on each further horizon."""
    upcoming = next_goal(basis)
    if not upcoming:
        return ()
    lines = [*_there(_goal(upcoming, "step")), *(_why_it_serves(basis, upcoming) if need else ())]
    at = horizon(upcoming, basis.today)
    for name, goals in by_horizon(basis.journey, basis.today) if further else ():
        if name != at:
            lines += _there(_goal(goals[0], name or "open"))
    return tuple(lines)


def _goal(goal: Goal, frame: str) -> Passage | None:
    to_do = wished(goal.what) or (goal.what if is_base(goal.what) else "")
    what = slot(f"goals/{goal.id}", "what", goal.what, clause(to_do or goal.what))
    month = slot(f"goals/{goal.id}", "target", goal.target, said(goal.target), "month in words")
    forms = ("", "_undated") if to_do else ("_named_dated", "_named")
    if to_do and (len(parts(goal.what)) > 1 or ":" in goal.what):  # the month would be lost behind what is listed
        forms = ("_first", "_undated")
    return WORDING.first(*(f"vision.{frame}{form}" for form in forms), goal=what, month=month)


def needs(basis: Basis, goal: Goal) -> tuple[Statement, ...]:
    """The statements that a goal serves: as the person wrote, or as they confirmed."""
    links = links_of(basis.journey.links, f"goals/{goal.id}")
    names = dict.fromkeys((*goal.serves, *(k.statement for k in links if k.state == "confirmed")))
    statements = statements_by_id(basis.journey.statements)
    return tuple(statements[n] for n in names if n in statements)


def _why_it_serves(basis: Basis, goal: Goal) -> Iterator[Passage]:
    for statement in needs(basis, goal)[:1]:
        reference = f"statements/{statement.id}"
        yield from _there(
            WORDING.say(
                "vision.need",
                source=slot(reference, "source", statement.source, the(statement.source)),
                quote=slot(reference, "quote", statement.quote, stopped(statement.quote)),
            )
        )
    yield from _there(benefit(goal))


def the(source: str) -> str:
    """A source as one names it aloud: "the launch plan, second draft"; a person's name stays as it is."""
    source = source.rstrip(".…;, ") or source
    head = source.split(",")[0].split()
    if source.lower().startswith(("the ", "our ", "a ", "an ", "my ")):
        return clause(source)
    if len(head) <= 2 and all(word[:1].isupper() for word in head) and head[0] not in _HEADS:
        return source
    return f"the {source[:1].lower()}{source[1:]}" if source[1:2].islower() else f"the {source}"


_HEADS = ("CEO", "CFO", "COO", "CTO", "MD", "VP")
_LETS = ("lets ", "helps ", "gives ", "makes ", "means ", "allows ", "enables ", "saves ", "brings ", "keeps ")
_JOINS = ("which ", "so ", "that ", "and ", "then ", "to ", "because ")


def benefit(goal: Goal) -> Passage | None:
    """Skill, change and result as one sentence; None unless all three are there (R29)."""
    b, reference = goal.benefit, f"goals/{goal.id}"
    pieces = [slot(reference, f"benefit.{n}", getattr(b, n)) for n in ("skill", "change", "result")]
    if not all(pieces):
        return None
    text = clause(b.skill)
    for piece in (clause(b.change), clause(b.result)):
        if is_stopped(text) or not piece.lower().startswith((*_JOINS, *_LETS)):
            text = f"{stopped(text)} {piece[:1].upper()}{piece[1:]}"
        else:
            text += f", {'which ' if piece.lower().startswith(_LETS) else ''}{piece}"
    return WORDING.say("vision.benefit", chain=Slot(stopped(text), tuple(s for p in pieces if p for s in p.sources)))


def agreement(_: Basis) -> tuple[Passage, ...]:
    """The questions after which one waits (R32)."""
    return tuple(WORDING.frame(f"agreement.{name}") for name in ("fit", "part", "mark"))


def pay(basis: Basis) -> tuple[Passage, ...]:
    """The case and the ask, where the person wants pay in this conversation (R24)."""
    record = basis.journey.pay
    if not record.discuss:
        return ()
    return _there(
        WORDING.frame("pay.open"),
        WORDING.say("pay.case", case=slot("pay", "case", record.case, sentence(record.case))),
        _asked("pay", "ask", record.ask),
    )


def next_steps(basis: Basis) -> tuple[Passage, ...]:
    """What the person asks for, who does it, and when one looks again (R50)."""
    asks = basis.conversation.asks if basis.conversation else ()
    lines = _there(
        *(_asked(f"{basis.meeting}/asks/{a.id}", "what", a.what, first=not place) for place, a in enumerate(asks))
    )
    return (*(lines or (WORDING.frame("next.none"),)), WORDING.frame("next.who"), WORDING.frame("next.again"))


_SPOKEN_ASK = re.compile(
    r"(?:could|would|can|will|may|might|shall|should|do|does|is|are|what|who|how|when|which|where|please|let['’]s|"
    r"I|I['’]\w+|we|we['’]\w+|my|me|you)\s",
    re.IGNORECASE,
)


def _asked(record: str, field: str, text: str, *, first: bool = True) -> Passage | None:
    """A request as one says it: as written where it asks, else introduced as what one asks for."""
    if _SPOKEN_ASK.match(text) or "?" in text or not text:
        return WORDING.say("next.ask", ask=slot(record, field, text, sentence(text)))
    return WORDING.say("next.ask_named" if first else "next.ask_also", ask=slot(record, field, text, clause(text)))


def thanks(basis: Basis) -> tuple[Passage, ...]:
    """The read-back and the close (R51)."""
    meeting = basis.conversation
    if meeting and meeting.closing:
        return _there(WORDING.frame("thanks.read_back"), _own("thanks.own", basis, "closing", meeting.closing))
    return _there(
        WORDING.frame("thanks.read_back"),
        WORDING.first("thanks.thanks_name", "thanks.thanks", manager=basis.manager_name()),
        WORDING.frame("thanks.recap"),
    )


def decider(basis: Basis, name: str) -> Slot | None:
    """Who decides on an ask: a contact by name, else the words as they stand."""
    who = contact(basis.journey, name)
    return slot(f"contacts/{who.id}", "name", who.name) if who else None


def _there(*passages: Passage | None) -> tuple[Passage, ...]:
    return tuple(p for p in passages if p)
