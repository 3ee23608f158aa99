"""Follow through: both sides' promises, the next check-in, the reading, reactions, a friendly word."""

from __future__ import annotations

from dataclasses import dataclass

from .outgoing import Outgoing
from .parts import Act, Empty, Head, Link, State
from .text import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """One promise with what can be done with it: `parts/_pledge.html`."""

    id: str
    action: str
    url: str
    """Where it is changed; its verbs lie below it."""
    state: State
    theirs: bool = False
    waits: bool = False
    done_test: str = ""
    moves: tuple[tuple[str, str], ...] = ()
    """What was, to be struck through, and the sentence that tells of it."""
    shown: Link | None = None
    acts: tuple[Act, ...] = ()
    due: str = ""
    """Its day as a date field takes it."""
    today: str = ""
    people: tuple[tuple[str, str], ...] = ()
    """Who may have moved it, or may take it: value and name."""
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side."""

    name: str
    pledges: tuple[Pledge, ...]
    them: bool = False
    nobody: bool = False
    """Whether these are promises that no one has taken."""
    empty: str = "Nothing promised."


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One check-in in the list."""

    when: str
    state: State
    url: str = ""
    about: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPart:
    """Some minutes of a check-in."""

    title: str
    minutes: int
    lines: tuple[Runs, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """A check-in as it can be held."""

    title: str
    parts: tuple[AgendaPart, ...]
    length: str = ""
    """ "fifteen minutes"."""
    carried: Runs = ()
    when: str = ""
    act: Act | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowThrough:
    """`pages/follow_through.html`."""

    head: Head
    parties: tuple[Party, ...]
    add: Act
    changed: tuple[Runs, ...] = ()
    """What changed from talk to talk."""
    left: tuple[str, tuple[Act, ...]] | None = None
    """A manager who has moved on, and what that leads to."""
    agenda: Agenda | None = None
    looks: tuple[Look, ...] = ()
    add_look: Act | None = None
    carried: tuple[Runs, ...] = ()
    begin: Act | None = None
    reading: State | None = None
    reading_why: str = ""
    empty: Empty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInSheet:
    """`pages/check_in.html`."""

    head: Head
    agenda: Agenda
    back: Link
    about: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """`pages/word.html`: one friendly word, or what to do in its place."""

    head: Head
    back: Link
    to: str = ""
    subject: Runs = ()
    paragraphs: tuple[Runs, ...] = ()
    instead: str = ""
    acts: tuple[Act, ...] = ()
    hint: str = ""
    out: Outgoing | None = None
    """The mail that is on its way or was sent."""
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One of the four lines."""

    name: str
    state: str
    support: tuple[Runs, ...]
    contrary: tuple[Runs, ...]
    unknowns: tuple[Runs, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact about the manager that waits for its place."""

    id: str
    reference: str
    words: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Viability:
    """`pages/viability.html`."""

    head: Head
    back: Link
    state: str
    reasons: str
    lines: tuple[Weighed, ...]
    changes: tuple[Runs, ...]
    test: Runs
    inside: tuple[Runs, ...]
    outside: tuple[Runs, ...]
    calm: str
    facts: tuple[Fact, ...] = ()
    earlier: tuple[tuple[str, str, str], ...] = ()
    """Dated looks: the day, how it read, and what the person made of it."""
    help: tuple[str, ...] = ()
    """Where something unsafe was noted: what to do, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reacted:
    """One observed act."""

    id: str
    act: str
    url: str
    when: str
    mine: str = ""
    other: str = ""
    state: State | None = None
    could_be: str = ""
    do: tuple[str, ...] = ()
    say: str = ""
    stop: bool = False
    safe: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Reactions:
    """`pages/reactions.html`."""

    head: Head
    back: Link
    rows: tuple[Reacted, ...]
    add: Act
    classes: tuple[tuple[str, str], ...]
    empty: Empty | None = None
