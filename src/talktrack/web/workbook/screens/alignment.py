"""Alignment: where goals meet the organisation's, and what is in it for them."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Act, Empty, Head, Link, Note, Said, Undone
from .text import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A proposed link: both sides with the words that match: `parts/_pair.html`."""

    id: str
    name: str
    """"Proposed link 1", for someone who hears the page."""
    mine: Said
    theirs: Said
    why: Runs
    acts: tuple[Act, ...] = ()
    done: bool = False
    undone: Undone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A link that was confirmed, or a tension that was kept."""

    title: str
    words: Runs
    hint: str = ""
    tension: bool = False
    reopen: Act | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit:
    """If I learn, then this changes, so that. The form has `skill`, `change`, `result`: `parts/_benefit.html`."""

    organisation: str
    action: str
    autosave: str
    goal: str = ""
    missing: str = ""
    """The field that is still empty: "change"."""
    hint: str = ""
    sentence: Runs = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """`pages/alignment.html`, with `form` for the benefit."""

    head: Head
    pairs: tuple[Pair, ...] = ()
    more: str = ""
    """That others wait behind these."""
    look: Act | None = None
    """Compare both sides."""
    load: bool = False
    """Whether to do so once the page is there."""
    by_hand: str = ""
    """How many links stand in the records themselves."""
    settled: tuple[Settled, ...] = ()
    further: Act | None = None
    """More that was settled."""
    notes: tuple[Note, ...] = ()
    says: tuple[Link, ...] = ()
    """What the organisation says, counted by kind in `hint`."""
    bring: Act | None = None
    benefit: Benefit | None = None
    empty: Empty | None = None
