"""You: the person, this device, what is theirs to take away, help."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Act, Head, Link
from .text import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class You:
    """`pages/you.html`, with `form` for the person's own fields."""

    head: Head
    action: str
    where: Runs
    """Where the data lies, and who can open it."""
    take: tuple[Link, ...] = ()
    """Everything to take away: archive, TOML, the pack."""
    bring: Act | None = None
    erase: Act | None = None
    looks: tuple[Act, ...] = ()
    help: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """`pages/sharing.html`: what lies where, and who can open it."""

    head: Head
    sections: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Erase:
    """`pages/erase.html`, with `form` for the word that confirms it."""

    head: Head
    action: str
    take: Act
    back: Act
