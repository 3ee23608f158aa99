"""Times that suit both for one conversation, worked out once for each state of workbook and calendars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404

from talktrack.engine.prepare.slots import Found, find_slots
from talktrack.engine.story import Conversation, contact, manager
from talktrack.kit.calendar import Block
from talktrack.web.people.subject import Subject
from talktrack.web.post import calendars, entries
from talktrack.web.post.models import Connection

from .calendars import taken, zone_of
from .journey import journey
from .memory import Memory

MOST_ASKED = 20


@dataclass(frozen=True)
class Times:
    """What was found, and from what."""

    meeting: Conversation
    found: Found
    zone: ZoneInfo
    """Where the owner is: the clock of every slot."""
    standing: entries.Standing | None
    """How the talk stands in the owner's own calendar."""


def times(subject: Subject, name: str, today: date, since: date | None = None) -> Times:
    """Times for the conversation of that name, from a full week on or from the day `since`. Raises Http404."""
    standing = entries.of(subject, f"conversations/{name}")
    key = (name, today, since, standing, _looked_at(subject))
    known = _made.of(subject)
    if key not in known:
        if len(known) > MOST_ASKED:
            known.clear()
        known[key] = _find(subject, name, today, since, standing)
    return known[key]


_made: Memory[dict[Any, Times]] = Memory(lambda _: {})


def _looked_at(subject: Subject) -> tuple[tuple[int, datetime | None], ...]:
    rows = Connection.for_subject(subject).filter(purpose__in=calendars.PURPOSES)
    return tuple(rows.order_by("pk").values_list("pk", "tried_at"))


def _find(subject: Subject, name: str, today: date, since: date | None, standing: entries.Standing | None) -> Times:
    whole = journey(subject)
    meeting = next((c for c in whole.conversations if c.id == name), None)
    if meeting is None:
        raise Http404
    own = Block(standing.starts, standing.ends) if standing and standing.starts and standing.ends else None
    both = taken(subject, contact(whole, meeting.contact) or manager(whole), own)
    zone = zone_of(whole)
    found = find_slots(whole, meeting, mine=both.mine, theirs=both.theirs, today=today, zone=zone, since=since)
    return Times(meeting, found, zone, standing)
