"""Calendars: which are looked at, how they stand, how to connect one, and the feed of one's own dates."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Act, Head, Link, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One calendar that is connected."""

    name: str
    url: str
    what: str
    """"CalDAV at cloud.example.org", "a file"."""
    states: tuple[State, ...]
    seen: str
    """"42 times taken until 21 May"."""
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to connect a calendar: its form goes by `form`, and `open` where something was wrong with it."""

    id: str
    title: str
    hint: str
    action: str
    button: str
    form: object
    open: bool = False
    go: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The private address of one's own dates."""

    told: str
    address: str = ""
    """Only on the page that answers to making it: it cannot be shown again."""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendars:
    """`pages/calendars.html`."""

    head: Head
    mine: tuple[Row, ...]
    theirs: tuple[Row, ...]
    whose: str
    """"Jocelyn's", "Your manager's"."""
    ways: tuple[Way, ...]
    theirs_way: Way
    feed: Feed
    sees: tuple[Link, ...]
    look: Act | None = None
    back: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    """`pages/calendar.html`, with `form` for what counts of it."""

    head: Head
    action: str
    seen: str
    trouble: str
    left_out: tuple[str, ...]
    """What was not understood, a sentence each."""
    look: Act | None
    remove: Act
    removal: str
    """What removing does."""
    back: Link
