"""Closeness of meaning between short texts, behind one Protocol. Offline, without account or language model.

Importing this package is light; numpy and the weights are loaded by `offline()`, and only there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

ON_TOPIC = 0.25
"""The calibrated closeness from which two texts count as being about the same thing."""


@dataclass(frozen=True)
class Match:
    """How close one text of the left is to one of the right."""

    left: int
    """Index into the texts of the left."""
    right: int
    """Index into the texts of the right."""
    closeness: float
    """Absolute and calibrated, 0 to 1, two decimals: the one value to show or to hold against a threshold."""
    order: float
    """Relative to the other texts of the same call, four decimals: for ordering and for nothing else."""
    left_span: tuple[int, int]
    """The clause of the left text that comes closest, as start and end."""
    right_span: tuple[int, int]
    """The clause of the right text that it comes closest to."""


class Closeness(Protocol):
    """An engine that says how close in meaning texts are."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length for each text, as float32 of shape (texts, width)."""
        ...

    def compare(
        self, left: Sequence[str], right: Sequence[str], *, least: float = 0.0, most: int | None = None
    ) -> tuple[Match, ...]:
        """For each text of the left, in their order, its matches on the right, the best first.

        Only matches of at least `least` closeness, and at most `most` for each text of the left.
        """
        ...
