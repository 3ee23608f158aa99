"""From the clauses of the notes to proposed records: each clause is one thing, and what hangs on it goes with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from talktrack.engine.recap.lines import lines
from talktrack.engine.recap.people import People, people
from talktrack.engine.recap.promises import Promise, promises
from talktrack.engine.story import (
    Advice,
    Agreement,
    CheckIn,
    Commitment,
    Conversation,
    Feedback,
    Journey,
    Note,
    OpenQuestion,
    Reaction,
    Span,
    contact,
)
from talktrack.kit.similarity import Closeness
from talktrack.kit.text import slug

from .agreements import Stand
from .check_ins import Meeting
from .matching import Goals
from .moods import is_told
from .parts import category, part_of
from .sections import Section
from .sorting import Kind, Sorted, sort
from .tapped import stand_of
from .units import Unit, units
from .untouched import untouched
from .voices import voices
from .wording import tidy


@dataclass(frozen=True)
class Collected:
    """Everything that the notes of one conversation propose."""

    commitments: tuple[Commitment, ...]
    agreements: tuple[Agreement, ...]
    feedback: tuple[Feedback, ...]
    advice: tuple[Advice, ...]
    check_ins: tuple[CheckIn, ...]
    open_questions: tuple[OpenQuestion, ...]
    reactions: tuple[Reaction, ...]
    untouched: tuple[str, ...]


def collected(
    journey: Journey, conversation: Conversation, today: date, closeness: Callable[[], Closeness] | None
) -> Collected:
    """Reads the notes of that conversation once, from the first to the last."""
    return _Collector(journey, conversation, today, closeness).read()


_PAY = re.compile(r"\b(?:pay|salary|pay rise|raise|wages?|bonus|compensation|money)\b", re.IGNORECASE)
_NEAR = 2
"""Lines after an agreement in which "look at it again" still means it."""


class _Collector:
    def __init__(
        self, journey: Journey, conversation: Conversation, today: date, closeness: Callable[[], Closeness] | None
    ) -> None:
        self.journey, self.held = journey, conversation
        self.people: People = people(journey, conversation)
        self.voice = voices(self.people)
        self.day = conversation.at.date() if conversation.at else today
        self.goals = Goals(journey, conversation, closeness)
        self.ids: set[str] = set()
        self.made: dict[str, list[Any]] = {name: [] for name in Collected.__dataclass_fields__}
        self.last: tuple[int, str, int] | None = None
        """Row, heading and place among the agreements of the last one."""

    def read(self) -> Collected:
        everything: list[Unit] = []
        for note in self.journey.notes:
            if note.conversation != self.held.id or not note.text:
                continue
            row, sentence = (everything[-1].row, everything[-1].sentence) if everything else (0, 0)
            read = units(note, self.people, row, sentence)
            everything += read
            if note.kind != "other":
                self._tapped(note, read)
            else:
                self._page(note, read)
        self.made["untouched"] = list(untouched(self.journey, self.held, everything, self.goals))
        return Collected(**{name: tuple(records) for name, records in self.made.items()})

    # One page.

    def _page(self, note: Note, read: tuple[Unit, ...]) -> None:
        found = sort(read, self.voice, self.day)
        promised = [p for line in lines(note) for p in promises(line, self.people, day=self.day)]
        holders = _holders(found, promised)
        busy = {at for at, _ in holders}
        for at, one in enumerate(found):
            for promise in (p for place, p in holders if place == at and _stays(p, one)):
                self._commitment(note, promise, one.unit)
            match one.kind:
                case Kind.AGREEMENT if one.stand:
                    self._agreement(note, one.unit, one.stand)
                case Kind.ADVICE:
                    self._advice(note, found, at, busy)
                case Kind.FEEDBACK:
                    self._feedback(note, found, at, busy)
                case Kind.MEETING if one.meeting:
                    self._meeting(note, one.unit, one.meeting)
                case Kind.QUESTION:
                    self._question(note, one.unit)
                case Kind.REACTION:
                    self._reaction(note, one.unit)
                case Kind.ASKED if at not in busy:
                    self._asked(note, one.unit)
                case _:
                    pass

    # One record each.

    def _keep(self, kind: str, record: type[Any], said: str, /, **fields: Any) -> None:
        key = f"{self.held.id}\n{kind}\n{' '.join(said.lower().split())}"
        name, number = f"{slug(said, 32)}-{sha256(key.encode()).hexdigest()[:8]}", 1
        while f"{kind}/{name}" in self.ids:
            number += 1
            name = f"{name.rsplit('--', 1)[0]}--{number}"
        self.ids.add(f"{kind}/{name}")
        self.made[kind].append(record(id=name, conversation=self.held.id, **fields))

    def _commitment(self, note: Note, promise: Promise, unit: Unit) -> None:
        action = tidy(promise.action)
        if promise.named and not promise.owner and promise.named.lower() not in _NOBODY:
            action = f"{promise.named}: {action}"
        same = (action.lower(), promise.owner, promise.due)
        if not action or any((c.action.lower(), c.owner, c.due) == same for c in self.made["commitments"]):
            return
        self._keep(
            "commitments", Commitment, note.text[promise.start : promise.end], action=action, owner=promise.owner, due=promise.due,
            done_test=promise.done_test, goal=self._goal_of(promise.action, unit.topic) or None,
            source=Span(note=note.id, start=promise.start, end=promise.end),
        )  # fmt: skip

    def _goal_of(self, words: str, topic: str) -> str:
        """The goal that a promise plainly serves; "" where that is not plain."""
        scores = self.goals.scores(words, topic)
        top = max(scores, default=0.0)
        return self.goals.goals[scores.index(top)].id if top >= 1.5 else ""

    def _asked(self, note: Note, unit: Unit) -> None:
        """ "Send me the notes", said by the manager."""
        name = self.people.name(self.people.manager)
        words = re.sub(r"\b(?:me|us)\b", name, unit.body, count=1) if name else unit.body
        start = unit.start + max(0, unit.plain.find(unit.body))
        fields = {"action": tidy(words.split(", ")[0]), "owner": "me"}
        self._keep(
            "commitments", Commitment, unit.body, source=Span(note=note.id, start=start, end=unit.end), **fields
        )

    def _agreement(self, note: Note, unit: Unit, where: Stand) -> None:
        start = unit.line.start if unit.opens and unit.lead else unit.start
        words = note.text[start : unit.end]
        goal = self._about(unit, words)
        if not goal:
            return
        self.last = (unit.row, unit.line.heading, len(self.made["agreements"]))
        self._keep(
            "agreements", Agreement, words, goal=goal, state=where.state, words=tidy(words), condition=tidy(where.condition)[:400] if where.condition else "",
            source=Span(note=note.id, start=start, end=unit.end),
        )  # fmt: skip

    def _about(self, unit: Unit, words: str) -> str:
        """The goal that is spoken of: by its words, by what stands above, by what was spoken of just before."""
        topic = f"{unit.topic} {unit.line.heading} {' '.join(unit.line.parents)}"
        own = self.goals.best(words, topic)
        if own:
            return own
        if _PAY.search(f"{topic} {words}"):
            return "pay"
        if (
            self.last
            and self.last[1] == unit.line.heading
            and (unit.line.heading or unit.row - self.last[0] <= _NEAR)
        ):
            return str(self.made["agreements"][self.last[2]].goal)
        asked = next((ask.goal for ask in self.held.asks if ask.goal), None)
        first = min(self.goals.goals, key=lambda goal: goal.target or "9999", default=None)
        return asked or (first.id if first else "")

    def _advice(self, note: Note, found: list[Sorted], at: int, busy: set[int]) -> None:
        one = found[at]
        unit = one.unit
        if at and found[at - 1].kind is Kind.ADVICE and found[at - 1].unit.sentence == unit.sentence:
            return  # the clause before took it along
        end = _reach(found, at, busy)
        lead = unit.body[: one.begin].lower()
        start = unit.start + max(0, unit.plain.find(unit.body)) + one.begin
        negated = bool(re.search(r"\bnot to\s|n't\s*$", lead))
        said = note.text[start:end]
        words = tidy(f"Don't {said}" if negated else said)
        if words:
            self._keep("advice", Advice, said, text=words, source=Span(note=note.id, start=unit.start, end=end))
            self._better(unit, said)

    def _better(self, unit: Unit, words: str) -> None:
        """Advice that hangs below a piece of feedback says what good would look like."""
        last = self.made["feedback"][-1] if self.made["feedback"] else None
        if last and not last.better and self._below == (unit.row, last.id):
            self.made["feedback"][-1] = last.model_copy(update={"better": tidy(words)})

    _below: tuple[int, str] = (-1, "")

    def _feedback(self, note: Note, found: list[Sorted], at: int, busy: set[int]) -> None:
        unit = found[at].unit
        end = _reach(found, at, busy)
        topic = unit.opens and unit.lead is Section.TOPIC and not unit.verb
        start = unit.line.start if topic else unit.start + max(0, unit.plain.find(unit.body))
        words = note.text[start:end]
        parts = _parts(note, found, at, end, busy)
        self._keep(
            "feedback", Feedback, words, text=tidy(words), category=category(" ".join((words, *parts.values()))), source=Span(note=note.id, start=start, end=end), **parts,
        )  # fmt: skip
        self._below = (unit.row, self.made["feedback"][-1].id)

    def _meeting(self, note: Note, unit: Unit, met: Meeting) -> None:
        agreements = self.made["agreements"]
        if met.again and self.last and self.last[1] == unit.line.heading and unit.row - self.last[0] <= _NEAR:
            place = self.last[2]
            agreements[place] = agreements[place].model_copy(update={"review_on": met.on.isoformat()})
            return
        if any(c.on == met.on.isoformat() for c in self.made["check_ins"]):
            return
        about = tidy(unit.topic) if met.again else ""
        zone = self.journey.person.timezone if met.clock == "mine" else ""
        across = contact(self.journey, self.people.manager)
        zone = across.timezone if met.clock == "theirs" and across else zone
        fields: dict[str, Any] = {"minutes": min(90, max(5, met.minutes))} if met.minutes else {}
        if met.at:
            fields |= {"at": met.at, "timezone": zone or self.held.timezone}
        self._keep(
            "check_ins",
            CheckIn,
            f"{met.on} {unit.plain}",
            on=met.on.isoformat(),
            about=about,
            source=Span(note=note.id, start=unit.start, end=unit.end),
            **fields,
        )

    def _question(self, note: Note, unit: Unit) -> None:
        words = tidy(unit.body, ends="?" if unit.asks else "")
        if words:
            self._keep(
                "open_questions",
                OpenQuestion,
                unit.body,
                text=words,
                source=Span(note=note.id, start=unit.start, end=unit.end),
            )

    def _reaction(self, note: Note, unit: Unit) -> None:
        self._keep(
            "reactions", Reaction, unit.plain, act=tidy(unit.plain), on=self.day.isoformat() if self.held.at else "",
            source=Span(note=note.id, start=unit.start, end=unit.end),
        )  # fmt: skip

    # Notes of the live mode.

    def _tapped(self, note: Note, read: tuple[Unit, ...]) -> None:
        if not read:
            return
        words = note.text
        source = Span(note=note.id, start=0, end=len(words))
        match note.kind:
            case "advice":
                self._keep("advice", Advice, words, text=tidy(words), source=source)
            case "feedback":
                first, parts = read[0], _parts(note, [Sorted(unit) for unit in read], 0, read[0].line.end, set())
                del first
                self._keep(
                    "feedback", Feedback, words, text=tidy(words), category=category(words), source=source, **parts
                )
            case "agreement":
                where = stand_of(read, self.voice)
                if goal := self._about(read[0], words):
                    self._keep(
                        "agreements", Agreement, words, goal=goal, state=where.state, words=tidy(words), condition=tidy(where.condition), source=source
                    )  # fmt: skip
            case "reaction":
                self._keep("reactions", Reaction, words, act=tidy(words), on=self.day.isoformat(), source=source)
            case "question":
                self._keep("open_questions", OpenQuestion, words, text=tidy(words, ends="?"), source=source)
            case _:
                self._promised(note, read)

    def _promised(self, note: Note, read: tuple[Unit, ...]) -> None:
        """A tapped promise is one, even in half a sentence: what the words do not say, the tap does."""
        found = [p for line in lines(note) for p in promises(line, self.people, day=self.day)]
        for promise in found:
            self._commitment(note, promise, read[0])
        if not found:
            owner = {"me": "me", "manager": self.people.manager}.get(note.speaker, "")
            source = Span(note=note.id, start=0, end=len(note.text))
            self._keep("commitments", Commitment, note.text, action=tidy(note.text), owner=owner, source=source)


_NOBODY = frozenset("we us both someone somebody she he they team all everyone".split())  # noqa: SIM905


def _holders(found: list[Sorted], promised: list[Promise]) -> list[tuple[int, Promise]]:
    """Each promise with the place of the clause that it stands in for the most part."""
    made, first = [], 0
    for promise in promised:
        while first < len(found) - 1 and found[first].unit.end <= promise.start:
            first += 1
        best, most = first, -1
        for at in range(first, len(found)):
            unit = found[at].unit
            if unit.start >= promise.end:
                break
            shared = min(unit.end, promise.end) - max(unit.start, promise.start)
            if shared > most:
                best, most = at, shared
        made.append((best, promise))
    return made


def _stays(promise: Promise, one: Sorted) -> bool:
    """Whether a promise counts in a clause that is something else as well."""
    match one.kind:
        case Kind.NONE | Kind.ASKED:
            return True
        case Kind.AGREEMENT:
            return Section.AGREED in (one.unit.lead, one.unit.under) and bool(promise.owner)
        case _:
            return False


def _reach(found: list[Sorted], at: int, busy: set[int]) -> int:
    """Where the words of a taking end: what its sentence goes on with belongs to it, unless it is told of the past."""
    unit = found[at].unit
    end = unit.end
    for place in range(at + 1, len(found)):
        more = found[place]
        same = found[at].kind is Kind.ADVICE and more.kind is Kind.ADVICE
        if more.unit.sentence != unit.sentence or place in busy or not (same or more.kind is Kind.NONE):
            break
        if found[at].kind is Kind.ADVICE and is_told(more.unit.body):
            break
        end = more.unit.end
    return end


def _parts(note: Note, found: list[Sorted], at: int, end: int, busy: set[int]) -> dict[str, str]:
    """What the clauses after it tell of situation, behaviour, impact, and what would have been better."""
    core = found[at].unit
    told: dict[str, list[str]] = {}
    for place in range(at + 1, len(found)):
        one = found[place]
        unit = one.unit
        if unit.row != core.row and unit.depth <= core.depth:
            break
        if unit.start < end or place in busy:
            continue
        if one.kind not in (Kind.NONE, Kind.BETTER, Kind.ADVICE):
            if one.kind is Kind.FEEDBACK or one.kind is Kind.AGREEMENT:
                break
            continue
        if part := part_of(unit):
            start = (
                unit.line.start
                if unit.opens and unit.lead is Section.TOPIC
                else unit.start + max(0, unit.plain.find(unit.body))
            )
            told.setdefault(part, []).append(note.text[start : unit.end].strip())
    return {part: tidy("; ".join(pieces)) for part, pieces in told.items()}
