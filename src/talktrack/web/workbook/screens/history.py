"""History: what changed and when, of one record or of everything."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Act, Event, Head, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """`pages/history.html`: of one record, or of everything."""

    head: Head
    days: tuple[tuple[str, tuple[Event, ...]], ...]
    back: Link | None = None
    older: Act | None = None
