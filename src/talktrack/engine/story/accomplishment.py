"""What the person did, and what changed."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from .value import Id, Value, When, Words

Kind = Literal["result", "value", "knowledge", "leadership"]
"""A result, or one of the three kinds of evidence that stand beside results (R40)."""

Number = Annotated[Decimal, Field(max_digits=24, decimal_places=9, allow_inf_nan=False)]


class Measure(Value):
    """One number with what makes it believable: its unit, its start and the period."""

    what: Words
    """What was counted: "weekly active members"."""
    change: Number | None = None
    """How much it changed, in `unit`: 65 for "up 65 %"; negative where it fell."""
    value: Number | None = None
    """A plain number where nothing was compared: 40 for "40 minutes"."""
    unit: Words = ""
    """The unit of `change` or `value`: "%", "minutes", "people"."""
    baseline: Number | None = None
    """Where it stood before, in `level_unit`."""
    result: Number | None = None
    """Where it stands now, in `level_unit`."""
    level_unit: Words = ""
    """The unit of `baseline` and `result`: "% of members"."""
    period: Words = ""
    """Between when and when, or per what: "January 2025 to October 2026"."""
    verified: bool = True
    """False for a number that the person still has to look up; it is not exported as a fact unconfirmed."""


class Kpi(Value):
    """An agreed target and what came of it."""

    name: Words
    target: Number | None = None
    actual: Number | None = None
    unit: Words = ""
    lower_is_better: bool = False


class Accomplishment(Value):
    """One piece of evidence."""

    id: Id
    did: Words
    """What the person did, starting with the verb: "Rebuilt the welcome series for new members"."""
    result: Words = ""
    """What came of it, as a sentence: "Weekly active members rose by 65 %"."""
    my_part: Words = ""
    """The person's own part, where a team did it."""
    kind: Kind = "result"
    date: When = ""
    measures: tuple[Measure, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    problem: Words = ""
    """The problem that it solved."""
    serves: tuple[Id, ...] = ()
    """Statements of the organisation that it serves."""
    skills: tuple[Words, ...] = ()
    stakeholders: tuple[Id, ...] = ()
    """Contacts who were part of it or can speak of it."""
    proof: Words = ""
    """A link, or where the proof lies."""
    enjoyed: Words = ""
    """What was good about doing it, if anything: the only source of enthusiasm in a script."""
    spoken: Words = ""
    """The person's own wording for the talk track; used as it stands."""
    private: bool = False
    """True keeps it out of every file of a pack."""
