"""What a calendar says about somebody's time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Shows = Literal["busy", "tentative", "away", "holiday", "free"]
"""How an event counts: "away" is leave or out of office, "holiday" a public one; "free" takes no time."""


@dataclass(frozen=True)
class Occurrence:
    """One time at which an event happens."""

    start: date | datetime
    """A day for what lasts all day, else an aware moment."""
    end: date | datetime
    """The first day, or the moment, after it."""
    shows: Shows
    name: str
    """The title: the owner's own, for nobody else."""


@dataclass(frozen=True, order=True)
class Block:
    """A stretch of time that is taken."""

    start: datetime
    """Aware, in UTC."""
    end: datetime
    shows: Shows = "busy"
    all_day: bool = False
    name: str = ""
    """The name of a public holiday; "" for all else: when somebody is busy is all that is kept."""


@dataclass(frozen=True)
class Busy:
    """When somebody is busy between two days, and what of their calendar was not understood."""

    blocks: tuple[Block, ...]
    """By start. They may overlap."""
    left_out: tuple[str, ...] = ()
    """A plain sentence for each thing that was not counted: such a calendar may show too little."""
    first: date = date.min
    last: date = date.max
    """The first and the last day that were looked at."""
    entries: int = 0
    """How many events and lists the calendar holds."""
