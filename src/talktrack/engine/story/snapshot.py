"""Sealed, immutable copies: the only thing that anyone but the owner ever sees."""

from __future__ import annotations

from typing import Literal

from .value import Id, Value, When, Words


class PlanChange(Value):
    """One difference between two versions, and what caused it (R25)."""

    record: Words
    what: Words
    because: Id | None = None
    """The advice behind it."""


class Snapshot(Value):
    """A sealed copy of the fields that the owner picked."""

    id: Words
    """The content address: "sha256:" and the hash of all that stands below (`story.seal`)."""
    kind: Literal["plan", "recap", "share"]
    sealed_on: When
    fields: tuple[Words, ...] = ()
    """Paths of the fields that the owner picked, such as "goals/nordic.what"."""
    content: str = ""
    """Canonical JSON of just those fields."""
    version: int = 1
    follows: Words = ""
    """The id of the version before."""
    changes: tuple[PlanChange, ...] = ()
