"""More: skills, wants, learning and facts about opportunity, each with its list."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Act, Head, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One kind of record."""

    id: str
    name: str
    hint: str
    total: int
    links: tuple[Link, ...]
    add: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """`pages/more.html`."""

    head: Head
    sections: tuple[Section, ...]
