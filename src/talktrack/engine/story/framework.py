"""The organisation's own competencies and levels, where it has any (R30)."""

from __future__ import annotations

from .value import Id, Value, When, Words


class Competency(Value):
    """One line of a ladder: an area at a level."""

    id: Id
    area: Words
    """The competency: "Communication"."""
    level: Words = ""
    """The rung: "Senior"."""
    text: Words
    examples: tuple[Words, ...] = ()
    proof: tuple[Id, ...] = ()
    """Accomplishments that show it; none means not noted, which is not the same as not there."""


class Framework(Value):
    """An imported ladder."""

    name: Words
    source: Words = ""
    date: When = ""
    competencies: tuple[Competency, ...] = ()
