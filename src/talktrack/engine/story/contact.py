"""The people of a journey, what they were asked and what they said."""

from __future__ import annotations

from typing import Literal

from .hours import WorkingHours
from .value import Id, Value, When, Words, Zone


class Contact(Value):
    """Someone who matters to the journey."""

    id: Id
    name: Words
    role: Words = ""
    relation: Literal["manager", "sponsor", "mentor", "colleague", "alumnus", "hr", "client", "partner", "other"] = (
        "other"
    )
    internal: bool = True
    until: When = ""
    """When they stopped being that: a manager who moved on."""
    email: Words = ""
    timezone: Zone = ""
    hours: WorkingHours = ""
    """When they work, as "Mon-Thu 8:30-17:00, Fri 8:30-13:00" on the clock there; left empty, Mon-Fri 9-17."""
    pronoun: Literal["", "she", "he", "they"] = ""
    """Never guessed; without it the name is used."""

    @property
    def first_name(self) -> str:
        """As one says it; "" for somebody without a name."""
        return next(iter(self.name.split()), "")


class Interview(Value):
    """What someone said about how people get on (R13, R14)."""

    id: Id
    contact: Id
    question: Words = ""
    finding: Words
    date: When = ""
    skills: tuple[Words, ...] = ()
    """Critical capabilities that they named."""
    built_by: Words = ""
    """How those were built."""
