"""Start: one sentence. And the first agenda that it makes."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Act, Head, Link, Seal
from .text import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """`pages/start.html`. The form has one field: `sentence`."""

    seal: Seal
    """Who can see it, and that there is no account; true for this installation."""
    examples: tuple[Link, ...] = ()
    """Filled workbooks to look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocPart:
    """One part of the first agenda: what is said in it, with gaps."""

    name: str
    minutes: int
    lines: tuple[Runs, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The one question beside the sheet. The form has `answer`; skipping and stopping post elsewhere."""

    text: str
    number: int
    of: int
    fills: str
    """Where the answer goes: "It fills “what changed?”, in minute three."."""
    action: str
    skip: Act
    stop: Act

    @property
    def pips(self) -> tuple[bool, ...]:
        """One for each question: whether it has been reached."""
        return tuple(i < self.number for i in range(self.of))


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAgenda:
    """`pages/first_agenda.html`."""

    head: Head
    who: Runs
    """Whom the talk is with: a name, or a gap."""
    minutes: int
    parts: tuple[DocPart, ...]
    question: Question | None
    """None where all are answered, skipped or stopped."""
    on: Act
    """The way on where no question is left."""
