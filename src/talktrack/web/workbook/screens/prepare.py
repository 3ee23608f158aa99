"""Prepare: aim, ribbon, agenda, what is ready, time and place, what to say and ask, the other side."""

from __future__ import annotations

from dataclasses import dataclass

from .outgoing import Outgoing
from .parts import Act, Head, Link, Note, State, Step
from .ribbon import Ribbon
from .text import Runs
from .times import Noted, Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPart:
    """One part with its clock time."""

    id: str
    name: str
    minutes: int
    at: str
    """"10:02", or "0:02" where no time is set."""
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The agenda: `parts/_agenda.html`, and by hand `parts/_order.html`."""

    parts: tuple[AgendaPart, ...]
    total: int
    ends: str
    booked: str
    """"Length booked: 30"."""
    title: str
    """"Thirty minutes"."""
    speaks: str = ""
    """"you speak about 14"."""
    lengths: tuple[Act, ...] = ()
    order: str = ""
    """Where an order by hand is posted."""
    reset: Act | None = None
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """Time and place: `parts/_arranged.html`. Posts `start` to `take`; the place, and `done` for each ticked line."""

    action: str
    take: str
    states: tuple[State, ...] = ()
    chosen: str = ""
    """"Thursday 3 December, 10:00–10:30"; "" where there is no time yet."""
    noted: Noted | None = None
    slots: tuple[Slot, ...] = ()
    none: str = ""
    """What to do where no slot is free."""
    find: Act | None = None
    """More times, and the calendars that they come from."""
    checks: tuple[tuple[str, str, bool], ...] = ()
    """The setting: an id, what it says, whether it holds."""
    place: str = ""
    reason: str = ""
    """Why it cannot be in person."""
    error: str = ""
    remote: str = ""
    """What to do where it has to be on video."""
    ask: Act | None = None
    """Write the request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Something to say, with the notes that belong to it."""

    id: str
    part: str
    length: str
    words: Runs
    after: str = ""
    """"Then stop. ..."."""
    edit: Act | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question, in or out, with the reason: `parts/_question.html`."""

    id: str
    mark: str
    """"1", "+" for the reserve, "–" for one that is left for later."""
    words: Runs
    why: str
    act: Act | None = None
    later: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The manager's side, facts apart from guesses."""

    title: str
    """"Her side", "Sam's side"."""
    known: str
    """"She has said or done"."""
    facts: tuple[Runs, ...] = ()
    guesses: tuple[Runs, ...] = ()
    bridges: tuple[tuple[str, str], ...] = ()
    """What may be said, and the bridge back."""
    unknowns: tuple[str, ...] = ()
    add: Act | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepare:
    """`pages/prepare.html`."""

    head: Head
    aim: Runs
    edit_aim: Act
    next: Act
    """The first open thing on the list: the filled button."""
    print: str
    """The page to print."""
    files: tuple[Link, ...]
    ribbon: Ribbon
    agenda: Agenda
    ready: tuple[Step, ...]
    arranged: Arranged
    lines: tuple[Line, ...]
    asks: tuple[Ask, ...]
    drawer: Link | None
    """The questions that are left."""
    side: Side
    notes: tuple[Note, ...] = ()
    """Notes on the whole of it."""
    held: tuple[Note, ...] = ()
    """What needs the person's word before a file leaves."""
    last_time: tuple[Runs, ...] = ()
    """What is open from the talk before."""
    missed: Act | None = None
    """Where its day has passed, or it was put off: what to do then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """`pages/questions.html`: every question, in or out, each with its reason."""

    head: Head
    back: Link
    groups: tuple[tuple[str, tuple[Ask, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """`pages/request.html`: the words that ask for the meeting."""

    head: Head
    back: Link
    to: str
    subject: Runs
    paragraphs: tuple[Runs, ...]
    topics: tuple[Runs, ...]
    after: tuple[Runs, ...]
    files: tuple[Link, ...]
    asked: Act | None = None
    change: Act | None = None
    send: Act | None = None
    """Through the person's own mail, where that is set up."""
    out: Outgoing | None = None
    """The mail that is on its way or was sent."""
    mail: Link | None = None
    """What is missing before it can be sent from here."""
    trouble: str = ""
    """Why it was not put on its way."""
    notes: tuple[Note, ...] = ()
