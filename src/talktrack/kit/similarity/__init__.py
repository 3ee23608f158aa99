"""Closeness of meaning between short texts, behind one Protocol. Offline, without account or language model.

Importing this package is light; numpy and the weights are loaded by `offline()`, and only there.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

ON_TOPIC = 0.03
"""The closeness from which two texts are about the same thing. People seldom call a wish and a strategy "much the
same", so the chance is small where they belong together, too; between things unrelated it is smaller still."""
RELATED = 0.01
"""The closeness from which two texts may belong together, if something else speaks for it."""


@dataclass(frozen=True)
class Match:
    """How close one text of the left is to one of the right."""

    left: int
    """Index into the texts of the left."""
    right: int
    """Index into the texts of the right."""
    closeness: float
    """Absolute and calibrated, 0 to 1, two decimals: the one value to show or to hold against a threshold."""
    absolute: float
    """The same before calibration, four decimals, -1 to 1: finer, and without a meaning of its own."""
    order: float
    """Relative to the other texts of the same call, four decimals: for ordering and for nothing else."""
    left_span: tuple[int, int]
    """The sentence of the left text that comes closest, as start and end."""
    right_span: tuple[int, int]
    """The sentence of the right text that it comes closest to."""
    words: tuple[tuple[tuple[int, int], tuple[int, int]], ...]
    """Words of the left that answer a word of the right, as pairs of start and end, in the order of the left."""


class Closeness(Protocol):
    """An engine that says how close in meaning texts are."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length for each text, as float32 of shape (texts, width)."""
        ...

    def pairs(self, left: Sequence[str], right: Sequence[str]) -> tuple[float, ...]:
        """The calibrated closeness, as in `Match`, of each text of the left with its partner on the right."""
        ...

    def compare(
        self, left: Sequence[str], right: Sequence[str], *, least: float = 0.0, most: int | None = None
    ) -> tuple[Match, ...]:
        """For each text of the left, in their order, its matches on the right, the best first.

        Only matches of at least `least` closeness, and at most `most` for each text of the left.
        """
        ...


def offline(threads: int = 2) -> Closeness:
    """The engine that needs nothing but this machine: all-MiniLM-L6-v2 on `threads` threads.

    Takes about a quarter of a second and 70 MB, once; what comes back can be shared. Where numpy is not loaded yet
    and nobody has set OPENBLAS_NUM_THREADS, it is set to 1: texts are spread over threads here already, and one
    worker of several on a machine should be given `threads=1`.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from .hybrid import Hybrid
    from .minilm import MiniLM

    return Hybrid(MiniLM(threads=threads))
