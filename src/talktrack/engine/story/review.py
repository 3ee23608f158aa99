"""How a person read, on one day, whether there is a way forward where they work (R54). Private always."""

from __future__ import annotations

from typing import Literal

from .value import Id, Value, When, Words

Line = Literal["willingness", "power", "opportunity", "follow-through"]
"""What the manager wants; what they can decide; whether there is an opening; what becomes of what was promised."""

Standing = Literal["too early", "supported", "stalled", "no visible route", "explicit no"]
""""supported" always has conditions open: nothing reaches beyond it."""


class Reading(Value):
    """One of the four lines as it read on that day."""

    line: Line
    state: Standing
    support: tuple[Words, ...] = ()
    """What spoke for it, in words."""
    contrary: tuple[Words, ...] = ()


class Review(Value):
    """One dated look. It is kept as it was; a later one stands beside it."""

    id: Id
    on: When
    contact: Id | None = None
    """The manager whom it is about."""
    state: Standing
    readings: tuple[Reading, ...] = ()
    note: Words = ""
    """What the person makes of it."""
