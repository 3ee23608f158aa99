"""Finding a time: slots with their reasons, the calendars that they come from, and how the talk is noted."""

from __future__ import annotations

from dataclasses import dataclass

from .calendars import Row
from .parts import Act, Head, Link, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A time that suits both: `parts/_times.html`. It is taken by a form that posts `start`."""

    when: str
    why: str
    start: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """How the talk stands in one's own calendar: `parts/_noted.html`."""

    state: State
    told: str = ""
    acts: tuple[Act, ...] = ()
    again: str = ""
    """Where to ask how it stands while it is being written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """`pages/times.html`."""

    head: Head
    back: Link
    take: str
    """Where a time is posted, as `start`, or as `at` where it is typed."""
    chosen: str
    """"Thursday 3 December, 10:00–10:30", or ""."""
    slots: tuple[Slot, ...]
    fresh: bool
    """Whether no time was taken yet: then the first slot has the filled button."""
    none: str
    """Why nothing fits, and what to do."""
    notes: tuple[str, ...]
    """What was not known."""
    span: str
    """"Looked at from Monday 30 November to Sunday 20 December, with a full week of notice."."""
    further: tuple[Act, ...]
    at: str
    """What the field for another time holds."""
    error: str
    rows: tuple[Row, ...]
    look: Act | None
    connect: Act
    noted: Noted | None
    next: Act | None
    """What comes after a time was taken: the filled button."""
    call_off: Act | None
