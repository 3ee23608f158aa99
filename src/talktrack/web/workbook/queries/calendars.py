"""Calendars as the workbook needs them: who looks at which, whose they are, when somebody is busy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings

from talktrack.engine.story import Contact, Journey, manager
from talktrack.kit.calendar import Block
from talktrack.web.people.subject import Subject
from talktrack.web.post import calendars
from talktrack.web.post.calendars import THEIRS, Looking
from talktrack.web.post.models import Connection

from .journey import journey


@dataclass(frozen=True)
class Taken:
    """When both are busy, as far as their calendars tell. None where no calendar of theirs could be looked at."""

    mine: tuple[Block, ...] | None
    theirs: tuple[Block, ...] | None
    rows: tuple[Connection, ...]
    """The calendars that this is from."""


def zone_of(whole: Journey) -> ZoneInfo:
    """Where the owner of the journey is: as they say, else where this machine is."""
    return ZoneInfo(whole.person.timezone or settings.TIME_ZONE)


def looking(whole: Journey, row: Connection | None, today: date, *, contact: str = "", login: str = "") -> Looking:
    """Who looks at a calendar: whole days in it are days where its owner is."""
    who = contact or (row.settings.get("contact", "") if row else "")
    known = next((c for c in whole.contacts if c.id == who), None)
    if known:
        zone = ZoneInfo(known.timezone) if known.timezone else zone_of(whole)
        return Looking(today, zone, (known.email,) if known.email else ())
    names = {whole.person.email, login or (row.user if row else "")}
    return Looking(today, zone_of(whole), tuple(sorted(n for n in names if "@" in n)))


def look_again(subject: Subject, rows: Iterable[Connection], today: date) -> None:
    """Look at these calendars now. What goes wrong with one is kept beside it."""
    whole = journey(subject)
    calendars.look([(row, looking(whole, row, today)) for row in rows])


def taken(subject: Subject, contact: Contact | None, own: Block | None = None) -> Taken:
    """When the owner and the contact are busy. `own` is the talk itself: it does not stand in its own way."""
    rows = calendars.listed(subject)
    who = contact.id if contact else ""
    theirs = [row for row in rows if row.purpose == THEIRS and row.settings.get("contact", "") in ("", who)]
    mine = [row for row in rows if row.purpose != THEIRS]
    return Taken(_blocks(mine, own), _blocks(theirs, own), (*mine, *theirs))


def _blocks(rows: list[Connection], own: Block | None) -> tuple[Block, ...] | None:
    seen = [found for row in rows if (found := calendars.seen(row)) is not None]
    if not seen:
        return None
    every = {block for found in seen for block in found.blocks}
    return tuple(sorted(b for b in every if own is None or (b.start, b.end) != (own.start, own.end)))


def people(whole: Journey) -> tuple[Contact, ...]:
    """Whose free and busy times may be known: the manager first."""
    first = manager(whole)
    return tuple(sorted(whole.contacts, key=lambda c: c != first)) if first else whole.contacts
