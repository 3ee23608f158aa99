"""Ways on from here, with or without a ladder."""

from __future__ import annotations

from typing import Literal

from .value import Id, Value, Words

Direction = Literal["up", "sideways", "deeper", "wider"]
"""Up a rung; sideways into another area; deeper as a specialist; wider in scope or by a project."""


class Path(Value):
    """One possible path, as the person sees it."""

    id: Id
    name: Words
    direction: Direction
    attracts: Words = ""
    have: tuple[Words, ...] = ()
    """Skills already there."""
    build: tuple[Words, ...] = ()
    """Skills to build."""
    first_test: Words = ""
    """A small first test of it."""
    unknown: Words = ""
    interviews: tuple[Id, ...] = ()
    internal: bool = True
    """False for a way out; those are private."""
