"""Where the journey stands today: the one next step, what is coming, what was promised, what waits for a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from talktrack.engine.follow_through.ledger import Entry, ledger
from talktrack.engine.prepare.basis import gather
from talktrack.engine.prepare.readiness import Item, items
from talktrack.engine.story import CheckIn, Commitment, Conversation, Journey, Link, earliest, upcoming
from talktrack.web.people.subject import Subject

from .counts import Counts, counts
from .journey import journey
from .memory import Memory

REFUSED_FOR = timedelta(days=7)
"""How long a step that the person does not want now is not suggested again."""

STEP_STAGES: dict[str, str] = {
    "aim": "prepare",
    "result": "evidence",
    "goal": "goals",
    "need": "organisation",
    "ask": "prepare",
    "manager": "paths",
    "time": "prepare",
    "room": "prepare",
    "examples": "evidence",
    "proof": "evidence",
    "horizons": "goals",
    "chain": "goals",
    "side": "prepare",
    "bridge": "prepare",
    "benefit": "alignment",
}
"""Where each step of the preparation is taken."""
AFTER_STAGES: dict[str, str] = {"notes": "recap", "recap": "recap", "promises": "follow_through"}
"""Where each step is taken that comes after a talk, in their order."""
RECENT = timedelta(days=60)
"""How long after a talk its recap is still worth writing."""


@dataclass(frozen=True)
class Today:
    """What the first page tells."""

    counts: Counts
    step: Item | None
    """The one best next step; None where nothing is missing or everything was refused for now."""
    conversation: Conversation | None
    """The one that is coming."""
    last: Conversation | None
    """The one that was held last, where none is coming."""
    entries: tuple[Entry, ...]
    """Promises of both sides that wait and are not snoozed, the longest over first, undated last."""
    check_ins: tuple[CheckIn, ...]
    """Those that were not held yet, the earliest first."""
    waiting: tuple[Link, ...]
    """Proposals that nobody has decided on."""

    @property
    def promises(self) -> tuple[Commitment, ...]:
        """The promises themselves."""
        return tuple(e.commitment for e in self.entries)

    @property
    def stage(self) -> str:
        """The stage in which the step is taken, or ""."""
        return (STEP_STAGES | AFTER_STAGES)[self.step.name] if self.step else ""


def today(subject: Subject, day: date) -> Today:
    """The state of the workbook on that day; one query where nothing has changed since the last time, else three."""
    known = _days.of(subject)
    if day not in known:
        known[day] = _look(subject, day)
    return known[day]


_days: Memory[dict[date, Today]] = Memory(lambda _: {})
"""Looking through everything, the whole preparation above all, takes longer than the rest of the page."""


def _look(subject: Subject, day: date) -> Today:
    whole = journey(subject)
    coming = upcoming(whole)
    return Today(
        counts(subject),
        _step(whole, day),
        coming,
        None if coming else next((c for c in reversed(whole.conversations) if c.state == "held"), None),
        tuple(e for e in ledger(whole, day) if e.waits and e.stand.kind != "snoozed"),
        tuple(sorted((c for c in whole.check_ins if not c.held), key=lambda c: c.on or "9")),
        tuple(link for link in whole.links if link.state == "proposed"),
    )


def _step(whole: Journey, day: date) -> Item | None:
    refused = {
        decision.record
        for decision in whole.decisions
        if decision.about == "step" and decision.on and earliest(decision.on) > day - REFUSED_FOR
    }
    missing = (item for item in items(gather(whole, today=day)) if not item.covered)
    return next((item for item in (*_after(whole, day), *missing) if f"steps/{item.name}" not in refused), None)


def _asked(talk: Conversation) -> bool:
    return talk.state in ("asked", "booked")


def _after(whole: Journey, day: date) -> Iterator[Item]:
    """What a talk that took place leaves to do, before the next one is prepared: at most one thing."""
    talks = [
        (c.at, c)
        for c in whole.conversations
        if c.at and c.at.date() >= day - RECENT and (c.state == "held" or (_asked(c) and c.at.date() <= day))
    ]
    if not talks:
        return
    at, last = max(talks, key=lambda talk: talk[0])
    recaps = (s.fields for s in whole.snapshots if s.kind == "recap")
    told = any(field.startswith(f"conversations/{last.id}.") for fields in recaps for field in fields)
    noted = any(note.conversation == last.id for note in whole.notes)
    if told and upcoming(whole) is None:
        yield Item("promises", covered=False)
    elif not told and (noted or last.state == "held" or at.date() < day):
        yield Item("recap" if noted else "notes", covered=False)
