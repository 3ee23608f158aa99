"""Journey: the eleven stages with what each holds."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """`pages/journey.html`: the stages come from the shell, with their `summary`."""

    head: Head
