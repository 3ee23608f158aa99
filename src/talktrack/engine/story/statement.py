"""What the organisation says it needs and stands for, with its source (R26)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .value import Id, Value, When, Words


class Statement(Value):
    """One sourced statement."""

    id: Id
    kind: Literal["mission", "value", "strategy", "growth", "project", "problem", "role"]
    """`role`: how the person's own work contributes."""
    quote: Words
    """The words as they stand in the source."""
    source: Words = ""
    """The document or the person who said it."""
    date: When = ""
    link: Words = ""
    owner: Id | None = None
    """The contact who owns it, where known."""
    skills: tuple[Words, ...] = ()
    """Skills that it asks for."""
    window: Words = ""
    """For a project: when."""
    visibility: Words = ""
    """For a project: who sees it."""


class OpportunityFact(Value):
    """A claim about opportunity; shown only with source and year (R03)."""

    id: Id
    claim: Words
    source: Words = ""
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
