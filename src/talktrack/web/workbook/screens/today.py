"""Today: the one next step, what is coming, where you are, what was promised, what waits for a word."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Act, Head, Link, Party, State
from .strip import Strip


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """The one suggested step, which may be refused."""

    title: str
    why: str
    start: Act
    refuse: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """The next conversation."""

    when: str
    where: str
    states: tuple[State, ...] = ()
    hint: str = ""
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded:
    """One quiet line, with what is open below it."""

    text: str
    way: Link
    below: tuple[str, ...] = ()
    leave: Act | None = None
    """Not to be reminded of it any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """`pages/today.html`. An empty workbook has a head and a step, and nothing else."""

    head: Head
    step: NextStep
    coming: Coming | None = None
    strip: Strip | None = None
    parties: tuple[Party, ...] = ()
    waiting: tuple[Link, ...] = ()
    """What was proposed and not decided, each with what it is in `hint`."""
    due: tuple[Reminded, ...] = ()
    """Reminders of the person's own, and mail that could not be sent."""
