"""Paths: four directions, the paths side by side, people to ask, and the ladder where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .parts import Act, Empty, Head, Link, Note, Said, State, Undone
from .text import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Petal:
    """One direction of the rose."""

    name: str
    text: str
    picked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rose:
    """Four directions from where one stands: `parts/_rose.html`. A side without a path stays without a line."""

    here: tuple[str, ...]
    """The middle, in one or two short lines."""
    up: Petal | None = None
    across: Petal | None = None
    down: Petal | None = None
    back: Petal | None = None

    @property
    def label(self) -> str:
        """What it shows, in words."""
        sides = [p for p in (self.up, self.across, self.down, self.back) if p]
        ways = "; ".join(f"{p.name}, {p.text}{' (picked)' if p.picked else ''}" for p in sides)
        return f"From {' '.join(self.here)}, {len(sides)} directions: {ways}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """One path, with what is there, what is to build and a small first test: `parts/_path.html`."""

    id: str
    title: str
    text: str = ""
    state: State | None = None
    columns: tuple[tuple[str, Runs], ...] = ()
    """A heading and what stands below it."""
    acts: tuple[Act, ...] = ()
    undone: Undone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone to ask, and what."""

    name: str
    role: str
    question: Runs
    state: State | None = None
    act: Act | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One rung: `me`, the one aimed at, or another."""

    name: str
    kind: Literal["", "me", "aim"] = ""
    whose: str = ""
    text: str = ""
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One line of the ladder and what is noted for it. Not noted is not the same as not done."""

    quote: str
    noted: Runs
    state: State
    add: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """A rung, line by line: `parts/_crit.html`."""

    title: str
    asks: str
    """"Kestrel asks"."""
    lines: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """`pages/paths.html`, with a ladder or without."""

    head: Head
    source: str = ""
    """Where the ladder was read from."""
    rose: Rose | None = None
    rungs: tuple[Rung, ...] = ()
    criteria: Criteria | None = None
    title: str = "The four, side by side"
    paths: tuple[Path, ...] = ()
    go: Act | None = None
    """Turn the picked path into a goal."""
    also: tuple[Act, ...] = ()
    people: tuple[Person, ...] = ()
    add_person: Act | None = None
    all_people: Act | None = None
    tally: tuple[tuple[str, str], ...] = ()
    """What they said it takes, and how many said so: "3 of 4 people"."""
    said: tuple[tuple[Said, Act], ...] = ()
    """What each of them said, and the way to change it."""
    practice: tuple[str, ...] = ()
    """Projects in which a wanted skill could be built."""
    notes: tuple[Note, ...] = ()
    empty: Empty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """`pages/people.html`."""

    head: Head
    people: tuple[Person, ...]
    add: Act
    more: Act | None = None
    empty: Empty | None = None
