"""From the clauses of the notes to proposed records: each clause is one thing, and what hangs on it goes with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
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
from talktrack.kit.dates import Order, Settings, due_date
from talktrack.kit.similarity import Closeness
from talktrack.kit.text import slug

from .actions import action_of, carried_on, own_task
from .agreements import Stand, likely_stand
from .bounds import bound, had, is_title, joins, listed_under, stays
from .check_ins import Meeting
from .collected import Collected
from .extent import about_before, beginning, body_start, holders, parts, question_before, reach
from .handed import guessed, plainly
from .matching import Goals
from .moods import is_irreal
from .parts import category
from .second import PROMISE, Opinion
from .sorting import Kind, Sorted, sort
from .tapped import stand_of
from .units import Unit, units
from .unspoken import without_asides
from .untouched import untouched
from .voices import voices
from .weighing import weigh
from .wording import tidy


def collected(
    journey: Journey,
    conversation: Conversation,
    today: date,
    closeness: Callable[[], Closeness] | None,
    opinion: Opinion | None = None,
) -> Collected:
    """Reads the notes of that conversation once, from the first to the last; clauses that no rule knows once more.

    `opinion` stands in for the one that was learned from all pages.
    """
    return _Collector(journey, conversation, today, closeness, opinion).read()


def sorted_clauses(journey: Journey, conversation: Conversation, note: Note) -> tuple[People, list[Sorted]]:
    """What the rules alone say of each clause of a note, as the second opinion is given them."""
    reader = _Collector(journey, conversation, date.min, None, None)
    read = units(note, reader.people, 0, 0)
    return reader.people, reader.sorted(read, reader.promises(note, given=False))


MOST = 600
"""Clauses of one talk that the second opinion is asked about: many times a full page, and a second or two of work."""
_PAY = re.compile(r"\b(?:pay|salary|pay rise|raise|wages?|bonus|compensation|money)\b", re.IGNORECASE)
_WITH = re.compile(r"\bwith\b|\bw/")
_NEAR = 2
"""Lines after an agreement in which "look at it again" still means it."""
_BACK = 12
"""Clauses of the same line before an agreement in which its goal is looked for."""
_PLAIN = 1.5
"""What a goal must share with a promise to be the one that it serves."""


class _Collector:
    def __init__(
        self,
        journey: Journey,
        conversation: Conversation,
        today: date,
        closeness: Callable[[], Closeness] | None,
        opinion: Opinion | None,
    ) -> None:
        self.journey, self.held = journey, conversation
        self.closeness, self.opinion, self.asked = closeness, opinion, 0
        self.people: People = people(journey, conversation)
        self.voice = voices(self.people)
        self.day = conversation.at.date() if conversation.at else today
        zone = journey.person.timezone or conversation.timezone
        month_first = not zone or zone.startswith(("America/", "US/"))
        self.settings = Settings(order=Order.MONTH_DAY if month_first else Order.DAY_MONTH)
        self.goals = Goals(journey, conversation, closeness)
        self.ids: set[str] = set()
        self.made: dict[str, list[Any]] = {name: [] for name in Collected.__dataclass_fields__}
        self.last: tuple[int, str, int] | None = None
        """Row, heading and place among the agreements of the last one."""
        self.fed: tuple[int, int] = (-1, -1)
        """Row and depth of the last piece of feedback."""

    def read(self) -> Collected:
        everything: list[Unit] = []
        for note in self.journey.notes:
            if note.conversation != self.held.id or not note.text:
                continue
            note = note.model_copy(update={"text": without_asides(note.text)})
            row, sentence = (everything[-1].row, everything[-1].sentence) if everything else (0, 0)
            read = units(note, self.people, row, sentence)
            everything += read
            if note.kind == "other":
                self._page(note, read)
            elif read:
                self._tapped(note, read)
        self.made["untouched"] = list(
            untouched(
                self.journey, self.held, everything, self.goals, frozenset(a.goal for a in self.made["agreements"])
            )
        )
        return Collected(**{name: tuple(records) for name, records in self.made.items()})

    def _page(self, note: Note, read: tuple[Unit, ...]) -> None:
        """One page: what each clause is, and what it proposes."""
        promised = self.promises(note, given=False)
        found = self.sorted(read, promised)
        held = holders(found, promised)
        for at, promise in held:
            line = found[at].unit.line
            theirs = bool(
                promise.due or (promise.owner and not line.speaker and listed_under(line, note, self.people))
            )
            if found[at].kind is Kind.ADVICE and not found[at].begin and promise.owner and theirs:
                found[at] = replace(found[at], kind=Kind.NONE)  # "PK: get the list by Friday" is a task
        plain = plainly(found, {at for at, _ in held}, self.people, self.day, self.settings)
        guesses = dict[int, str]()
        if self.closeness:
            guesses = weigh(found, held, plain, self.people, self.closeness(), self.opinion, most=MOST - self.asked)
            self.asked += len(found)
        busy = frozenset(at for at, _ in held)
        for at, one in enumerate(found):
            for promise in (p for place, p in held if place == at and stays(p, one)):
                whole = carried_on(own_task(promise, one.unit), one.unit, self.day, self.settings)
                self._commitment(note, whole, one.unit, about_before(found, at))
            self._other(note, found, at, busy)
            if at in plain:
                self._commitment(note, plain[at], one.unit)
        self._guessed(note, found, guesses, busy)

    def _guessed(self, note: Note, found: list[Sorted], guesses: dict[int, str], busy: frozenset[int]) -> None:
        """What the second opinion says, where nothing took the words along, and no feedback as its example."""
        told = " ".join(f"{f.behaviour} {f.impact} {f.better}" for f in self.made["feedback"]).lower()
        for at, kind in guesses.items():
            unit = found[at].unit
            if self._taken(unit) or is_irreal(unit.plain) or tidy(unit.body).lower() in told:
                continue
            if kind == PROMISE:
                if promise := guessed(unit, self.people, self.day, self.settings):
                    self._commitment(note, promise, unit)
                continue
            found[at] = replace(found[at], kind=Kind(kind), stand=likely_stand(unit))
            self._other(note, found, at, busy)
        for records in self.made.values():
            records.sort(key=self._place)

    def _taken(self, unit: Unit) -> bool:
        """Whether a record was read from words of the clause."""
        spans = (record.source for records in self.made.values() for record in records)
        return any(span.note == unit.note.id and span.start < unit.end and unit.start < span.end for span in spans)

    def _place(self, record: Any) -> tuple[int, int]:
        order = [note.id for note in self.journey.notes]
        return order.index(record.source.note), record.source.start

    def _other(self, note: Note, found: list[Sorted], at: int, busy: frozenset[int]) -> None:
        one = found[at]
        match one.kind:
            case Kind.AGREEMENT if one.stand:
                self._agreement(note, found, at, busy)
            case Kind.ADVICE:
                self._advice(note, found, at, busy)
            case Kind.FEEDBACK:
                self._feedback(note, found, at, busy)
            case Kind.MEETING if one.meeting:
                self._meeting(one.unit, one.meeting)
            case Kind.QUESTION:
                self._question(one.unit)
            case Kind.REACTION:
                self._reaction(note, found, at)
            case Kind.ASKED if at not in busy:
                self._asked(one.unit)
            case _:
                pass

    def sorted(self, read: Sequence[Unit], promised: Sequence[Promise]) -> list[Sorted]:
        """What the rules alone say of each clause."""
        return sort(read, self.voice, self.day, bound(read, promised), self.settings)

    def promises(self, note: Note, *, given: bool) -> list[Promise]:
        """Every promise of a note, by its form; `given` says that the note was tapped as one."""
        return [
            promise
            for line in lines(note, self.people)
            for promise in promises(
                replace(line, parents=(), speaker=line.speaker or listed_under(line, note, self.people)),
                self.people,
                day=self.day,
                given=given,
                settings=self.settings,
            )
            if not (is_title(line) or had(note.text[promise.start : promise.end]))
            and not (promise.named and due_date(promise.named, today=self.day))  # "by Easter" names nobody
        ]

    # One record each.

    def _keep(self, kind: str, record: type[Any], note: Note, span: tuple[int, int], **fields: Any) -> None:
        """Propose a record; its id is made of the conversation, the kind and the words that it was read from."""
        said = note.text[slice(*span)]
        key = f"{self.held.id}\n{kind}\n{' '.join(said.lower().split())}"
        name = first = f"{slug(said, 32)}-{sha256(key.encode()).hexdigest()[:8]}"
        number = 1
        while f"{kind}/{name}" in self.ids:
            number += 1
            name = f"{first}-{number}"
        self.ids.add(f"{kind}/{name}")
        source = Span(note=note.id, start=span[0], end=span[1])
        self.made[kind].append(record(id=name, conversation=self.held.id, source=source, **fields))

    def _commitment(self, note: Note, promise: Promise, unit: Unit, about: str = "") -> None:
        action = action_of(promise, unit, self.people, about)
        same = (action.lower(), promise.owner, promise.due)
        if not action or any((c.action.lower(), c.owner, c.due) == same for c in self.made["commitments"]):
            return
        scores = self.goals.scores(promise.action, unit.topic)
        top = max(scores, default=0.0)
        goal = self.goals.goals[scores.index(top)].id if top >= _PLAIN else None
        self._keep(
            "commitments", Commitment, note, (promise.start, promise.end), action=action, owner=promise.owner,
            due=promise.due, done_test=promise.done_test, goal=goal,
        )  # fmt: skip

    def _asked(self, unit: Unit) -> None:
        """ "Send me the notes", said by the manager."""
        name = self.people.name(self.people.manager)
        words = unit.body.split(", ")[0]
        words = re.sub(r"\b(?:me|us)\b", name, words, count=1) if name else words
        span = (body_start(unit), unit.end)
        self._keep("commitments", Commitment, unit.note, span, action=tidy(words), owner="me")

    def _agreement(self, note: Note, found: list[Sorted], at: int, busy: frozenset[int]) -> None:
        unit, where = found[at].unit, found[at].stand or Stand("agreed")
        if joins(found, at):
            return
        last, bare = at, len(unit.body.split()) < 3
        while last + 1 < len(found) and joins(found, last + 1):
            last += 1
            more = found[last].stand or where
            where = more if more.state != "agreed" else where
        if bare and last == at and at + 1 in busy and found[at + 1].unit.sentence == unit.sentence:
            return  # "yes, he promised he'd talk to me first": the promise says it
        asked = question_before(found, at)
        start = asked.start if asked else beginning(unit)
        end = found[last].unit.end
        words = tidy(note.text[start:end])
        goal = self._about(
            unit, words, [one.unit.plain for one in found[max(0, at - _BACK) : at] if one.unit.row == unit.row]
        )
        self.last = (unit.row, unit.line.heading, len(self.made["agreements"]))
        self._keep(
            "agreements", Agreement, note, (start, end), goal=goal, state=where.state, words=words,
            condition=tidy(where.condition),
        )  # fmt: skip

    def _about(self, unit: Unit, words: str, before: Sequence[str] = ()) -> str | None:
        """The goal spoken of: by its words, by what stands above or just before in its line.

        None where nothing says which: the person does.
        """
        topic = f"{unit.topic} {unit.line.heading} {' '.join(unit.line.parents)}"
        if own := self.goals.best(words, topic):
            return own
        if _PAY.search(f"{topic} {words}"):
            return "pay"
        if near := next((goal for said in reversed(before) if (goal := self.goals.shared(said))), ""):
            return near
        heading = unit.line.heading
        if self.last and self.last[1] == heading and (heading or unit.row - self.last[0] <= _NEAR):
            return self.made["agreements"][self.last[2]].goal  # type: ignore[no-any-return]
        return self.goals.only(words) or None

    def _advice(self, note: Note, found: list[Sorted], at: int, busy: frozenset[int]) -> None:
        unit, begin = found[at].unit, found[at].begin
        if at and found[at - 1].kind is Kind.ADVICE and found[at - 1].unit.sentence == unit.sentence:
            return  # the clause before took it along
        end = reach(found, at, busy)
        lead = unit.body[:begin].lower()
        said = note.text[body_start(unit) + begin : end]
        negated = re.search(r"\bnot to\s|n't\s*$", lead)
        if not (words := tidy(f"Don't {said}" if negated else said)):
            return
        self._keep("advice", Advice, note, (unit.start, end), text=words)
        last = self.made["feedback"][-1] if self.made["feedback"] else None
        row, depth = self.fed
        if last and not last.better and (unit.row == row or (unit.row == row + 1 and unit.depth > depth)):
            self.made["feedback"][-1] = last.model_copy(update={"better": words})

    def _feedback(self, note: Note, found: list[Sorted], at: int, busy: frozenset[int]) -> None:
        unit = found[at].unit
        start, end = beginning(unit), reach(found, at, busy)
        told = parts(found, at, end, busy)
        words = note.text[start:end]
        kind = category(" ".join((words, words, *told.values())))
        self._keep("feedback", Feedback, note, (start, end), text=tidy(words), category=kind, **told)
        self.fed = (unit.row, unit.depth)

    def _meeting(self, unit: Unit, met: Meeting) -> None:
        if met.again and self.last and self.last[1] == unit.line.heading and unit.row - self.last[0] <= _NEAR:
            agreements, place = self.made["agreements"], self.last[2]
            agreements[place] = agreements[place].model_copy(update={"review_on": met.on.isoformat()})
            return
        on = met.on.isoformat() if met.exact else f"{met.on:%Y-%m}"
        named = set(self.people.named(unit.plain)) - {"me"}
        elsewhere = named and self.people.manager not in named and _WITH.search(unit.plain)
        if any(c.on == on for c in self.made["check_ins"]) or elsewhere:
            return  # told already, or a talk with somebody else
        across = contact(self.journey, self.people.manager)
        zones = {"mine": self.journey.person.timezone, "theirs": across.timezone if across else ""}
        fields: dict[str, Any] = {"minutes": min(90, max(5, met.minutes))} if met.minutes else {}
        if met.at:
            fields |= {"at": met.at, "timezone": zones.get(met.clock) or self.held.timezone}
        about = tidy(unit.label or unit.line.heading) if met.again else ""
        about = about.capitalize() if about.isupper() else about
        span = (unit.start, unit.end)
        self._keep("check_ins", CheckIn, unit.note, span, on=on, about=about, **fields)

    def _question(self, unit: Unit) -> None:
        if words := tidy(unit.body, ends="?" if unit.asks else ""):
            self._keep("open_questions", OpenQuestion, unit.note, (body_start(unit), unit.end), text=words)

    def _reaction(self, note: Note, found: list[Sorted], at: int) -> None:
        unit = found[at].unit
        start, end = unit.start, unit.end
        if (
            at
            and (last := found[at - 1]).unit.sentence == unit.sentence
            and last.unit.direct
            and last.kind is Kind.NONE
        ):
            start = beginning(last.unit)  # what was said just before the act belongs to it
        if at + 1 < len(found) and (more := found[at + 1]).kind is Kind.REACTION and more.unit.row == unit.row:
            end = more.unit.end
            found[at + 1] = replace(more, kind=Kind.SKIPPED)
        day = self.day.isoformat() if self.held.at else ""
        self._keep("reactions", Reaction, note, (start, end), act=tidy(note.text[start:end]), on=day)

    # Notes of the live mode: their kind was tapped, so half a sentence is enough.

    def _tapped(self, note: Note, read: tuple[Unit, ...]) -> None:
        words, span = note.text, (0, len(note.text))
        match note.kind:
            case "advice":
                self._keep("advice", Advice, note, span, text=tidy(words))
            case "feedback":
                told = parts([Sorted(unit) for unit in read], 0, read[0].line.end, frozenset())
                self._keep("feedback", Feedback, note, span, text=tidy(words), category=category(words), **told)
            case "agreement":
                where = stand_of(read, self.voice)
                fields = {"state": where.state, "words": tidy(words), "condition": tidy(where.condition)}
                self._keep("agreements", Agreement, note, span, goal=self._about(read[0], words), **fields)
            case "reaction":
                self._keep("reactions", Reaction, note, span, act=tidy(words), on=self.day.isoformat())
            case "question":
                self._keep("open_questions", OpenQuestion, note, span, text=tidy(words, ends="?"))
            case _:
                self._promised(note, read)

    def _promised(self, note: Note, read: tuple[Unit, ...]) -> None:
        found = self.promises(note, given=True)
        for promise in found:
            self._commitment(note, promise, read[0])
        if not found:
            owner = {"me": "me", "manager": self.people.manager}.get(note.speaker, "")
            self._keep("commitments", Commitment, note, (0, len(note.text)), action=tidy(note.text), owner=owner)
