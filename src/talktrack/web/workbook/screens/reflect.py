"""Reflect: one prompt at a time, the answers, and themes that quote them."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Act, Head, Note, Said, Undone
from .text import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """The prompt of the moment. The form has `text`."""

    text: str
    topic: str
    """"Energy": what the prompt is about."""
    number: int
    of: int
    hint: str
    action: str
    skip: Act
    stop: Act

    @property
    def pips(self) -> tuple[bool, ...]:
        """One for each prompt: whether it has been reached."""
        return tuple(i < self.number for i in range(self.of))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer, under the prompt it answers."""

    id: str
    topic: str
    prompt: str
    words: Runs
    acts: tuple[Act, ...] = ()
    notes: tuple[Note, ...] = ()
    undone: Undone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What several answers say, quoted from them; dashed until its owner says so."""

    id: str
    title: str
    quotes: tuple[Said, ...]
    acts: tuple[Act, ...] = ()
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vision:
    """One, three and five years on, in the person's words; each may stay empty."""

    horizon: str
    words: Runs
    edit: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflect:
    """`pages/reflect.html`, with `form` while there is a prompt."""

    head: Head
    prompt: Prompt | None
    more: Act | None = None
    """Ask for more prompts, where none is left for today."""
    vision: tuple[Vision, ...] = ()
    themes: tuple[Theme, ...] = ()
    answers: tuple[Answer, ...] = ()
