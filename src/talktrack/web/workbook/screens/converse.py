"""Converse: what is on, what is next, notes in two taps, what is left, the way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .parts import Act, Link, Seal
from .ribbon import Ribbon
from .spoken import Tap


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """How a note is had: the second tap."""

    kind: str
    """The value of the first."""
    title: str
    """"Advice at 14:17"."""
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """Something that one counts while listening."""

    value: str
    text: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Jot:
    """One note, as it is listed."""

    id: str
    at: str
    label: str
    """"Jocelyn will", "Advice"."""
    words: str
    exact: bool
    """Whether these are the very words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Something to say or to ask."""

    label: str
    text: str
    then: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """`pages/converse.html`."""

    title: str
    """The part that is on, or the talk itself before it begins and after it has ended."""
    big: str
    """"5 min"."""
    small: str
    """"left here, 13 in all. Mostly Dale’s turn."."""
    seal: Seal
    ribbon: Ribbon
    lines: tuple[Line, ...]
    """What is said and asked in the part that is on."""
    taps: tuple[Tap, ...]
    choice: Choice | None
    speakers: tuple[tuple[str, str], ...]
    counters: tuple[Counter, ...]
    jots: tuple[Jot, ...]
    number: str
    """"4 notes"."""
    left: str
    """"Next steps 5, thanks 2, spare 1"."""
    drop: str
    """What to leave out now, where time is short."""
    cuts: tuple[str, ...]
    """Everything that is left out."""
    closing: bool
    """Whether only the two-minute close is left."""
    close: tuple[tuple[int, str], ...]
    """Seconds, and what to do in them."""
    unsafe: Any
    review: tuple[str, ...]
    """How the listening went, once it is over."""
    held: bool
    begun: str
    """The moment it began, as the address says it; "" before."""
    goes: str
    """"She has to go"."""
    words_of: str
    """"Her words"."""
    url: str
    back: Link
    sheet: Link
    recap: Act
    data: dict[str, Any]
    """What the page goes on with when there is no network."""
