"""A stage of the talk itself or of what follows: what it is for, what helps now, and what was promised."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Empty, Head, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """`pages/later.html`."""

    head: Head
    empty: Empty
    parties: tuple[Party, ...] = ()
