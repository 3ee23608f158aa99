"""What a goal or an accomplishment and a need of the organisation have in common."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .value import Id, Value, Words


class Link(Value):
    """A connection between a record of the person and a statement of the organisation."""

    record: Words
    """The person's record, as "goals/nordic" or "accomplishments/welcome"."""
    statement: Id
    state: Literal["proposed", "confirmed", "dismissed", "tension"] = "proposed"
    """`tension`: the two pull apart, and the person keeps it in sight (R07)."""
    mine: tuple[Words, ...] = ()
    """The overlapping words as they stand in the person's record."""
    theirs: tuple[Words, ...] = ()
    """The overlapping words as they stand in the statement."""
    why: Words = ""
    """The sentence that says why they belong together."""
    closeness: Annotated[float, Field(ge=0, le=1)] | None = None
    """Calibrated closeness of meaning, 0 to 1, rounded to two places; None where the person made the link."""
