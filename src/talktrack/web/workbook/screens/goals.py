"""Goals: the vision, what leads where, and what each stretch gives."""

from __future__ import annotations

from dataclasses import dataclass

from .chains import Horizon
from .parts import Act, Empty, Event, Head, Note, State
from .text import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One of the twelve cells."""

    horizon: str
    items: tuple[str, ...] = ()
    add: str = ""
    """Where an empty cell leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What each stretch gives: `parts/_cover.html`. Rows are a name and a cell for each horizon."""

    horizons: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    empty: str
    """"four cells are empty", or ""."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals:
    """`pages/goals.html`."""

    head: Head
    chains: tuple[Horizon, ...]
    add: Act
    also: tuple[Act, ...] = ()
    cover: Cover | None = None
    notes: tuple[Note, ...] = ()
    empty: Empty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The versions of the plan."""

    versions: tuple[Event, ...]
    seal: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """`pages/goal.html`: one goal with its form."""

    head: Head
    action: str
    marks: Runs = ()
    state: State | None = None
    notes: tuple[Note, ...] = ()
    also: tuple[Act, ...] = ()
    autosave: str = ""
