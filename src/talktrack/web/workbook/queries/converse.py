"""One conversation as it is held: its schedule, its notes, and what a device needs to go on without a network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core import signing
from django.utils import timezone

from talktrack.engine.converse import (
    UNSAFE,
    Address,
    Anchor,
    Card,
    Place,
    Schedule,
    address,
    as_json,
    next_card,
    place,
    review,
    schedule,
)
from talktrack.engine.converse.sheet import sheet as sheet_of
from talktrack.engine.story import Conversation, Note, upcoming
from talktrack.engine.story.value import MOST_RECORDS
from talktrack.web.people.subject import Subject

from ..bridge import Kept
from ..models import Arrival
from . import records
from .journey import journey
from .memory import Memory
from .prepare import Prepared, prepared

__all__ = [
    "UNSAFE",
    "Address",
    "Anchor",
    "Card",
    "Live",
    "Place",
    "current",
    "device",
    "last_word",
    "live",
    "next_card",
    "notes",
    "place",
    "review",
    "sheet",
    "turns",
]


@dataclass(frozen=True)
class Live:
    """A conversation that can be held, with or without a network."""

    made: Prepared
    schedule: Schedule
    tables: dict[str, Any]
    """The schedule as a browser reads it."""
    who: Address
    zone: ZoneInfo
    """The one in which its clock times are told."""
    meeting: Conversation
    """As it is kept."""

    @property
    def booked(self) -> datetime | None:
        """When it begins, or None where no time is set."""
        return self.meeting.at.replace(tzinfo=self.zone) if self.meeting.at else None


def live(subject: Subject, name: str, today: date) -> Live:
    """The conversation of that name; worked out once for each state of the workbook. Raises Http404."""
    known = _known.of(subject)
    if (name, today) not in known:
        if len(known) > 8:
            known.clear()
        known[name, today] = _live(subject, name, today)
    return known[name, today]


_known: Memory[dict[tuple[str, date], Live]] = Memory(lambda _: {})


def _live(subject: Subject, name: str, today: date) -> Live:
    made, whole = prepared(subject, name, today), journey(subject)
    meeting = next(c for c in whole.conversations if c.id == name)
    zone = meeting.timezone or whole.person.timezone or timezone.get_default_timezone_name()
    worked_out = schedule(made.basis)
    return Live(made, worked_out, as_json(worked_out), address(made.basis.manager), ZoneInfo(zone), meeting)


def current(subject: Subject) -> Conversation | None:
    """The conversation that is coming or going on, else the last one; None where there is none."""
    whole = journey(subject)
    return upcoming(whole) or (whole.conversations[-1] if whole.conversations else None)


def notes(subject: Subject, name: str) -> tuple[Kept[Note], ...]:
    """The notes of one conversation, by their time. Two queries, whatever their number."""
    found = records.listed(subject, Note, parent=name, size=MOST_RECORDS).items
    return tuple(sorted(found, key=lambda kept: str(kept.value.at or "9")))


def turns(subject: Subject) -> dict[str, int]:
    """The last writing of each note that came from a device, by the name of the note."""
    rows = Arrival.for_subject(subject).filter(reference__startswith="notes/").values_list("reference", "turn")
    return {reference.removeprefix("notes/"): turn for reference, turn in rows}


def last_word(subject: Subject, name: str) -> int:
    """The turn of the last news from a device on how this meeting stands; 0 where none came."""
    found = Arrival.for_subject(subject).filter(reference=f"conversations/{name}"[:200])
    return found.values_list("turn", flat=True).first() or 0


def sheet(subject: Subject, name: str, today: date) -> bytes:
    """The page to write on, as PDF. Raises Http404."""
    return sheet_of(prepared(subject, name, today).basis).rendered.content


def device(subject: Subject) -> str:
    """The mark under which a browser keeps this owner's notes apart from another's. It says nothing about them."""
    return signing.Signer(salt="talktrack.converse.device").signature(str(subject.account))[:22]
