"""A stage that is still to come: what it is for, and what helps now."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Empty, Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """`pages/later.html`."""

    head: Head
    empty: Empty
