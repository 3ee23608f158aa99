"""Organisation: what it says it needs and stands for, each with its source; and how it is read in."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Act, Empty, Head, Note, Said, State, Undone


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sourced statement."""

    id: str
    said: Said
    states: tuple[State, ...] = ()
    meets: str = ""
    """"Meets your goal “Open a branch”" where a link was confirmed."""
    known: str = ""
    """Of a project: who leads it, what it asks for, when, who sees it."""
    asks: tuple[str, ...] = ()
    """Questions for the manager, one for each thing that is not known of a project."""
    acts: tuple[Act, ...] = ()
    undone: Undone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Statements of one kind under a heading; `ask` is a question for the manager where there is none."""

    place: int
    """Its place among the kinds, from 1: where other pages point."""
    name: str
    statements: tuple[Statement, ...]
    """Those on this page."""
    count: int
    """Those on all pages."""
    ask: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A passage read out of a document, dashed until it is kept."""

    id: str
    said: Said
    kinds: tuple[tuple[str, str, bool], ...]
    """What it may be: value, label, whether it is the one proposed."""
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """`pages/organisation.html`. The form to bring something in: `quote` (pasted), `file`, `source`, `date`."""

    head: Head
    action: str
    proposals: tuple[Proposal, ...] = ()
    kinds: tuple[Kind, ...] = ()
    notes: tuple[Note, ...] = ()
    facts: tuple[Said, ...] = ()
    """What is known of opportunity here, each with source and year."""
    loose: str = ""
    """That there are facts without a source."""
    framework: str = ""
    """"Competencies: none published. That stops nothing."."""
    more: Act | None = None
    empty: Empty | None = None
