"""The manager's side, facts apart from guesses (R37)."""

from __future__ import annotations

from typing import Literal

from .value import Id, Value, When, Words

About = Literal["priority", "pressure", "earlier act", "investment", "other"]


class LensFact(Value):
    """Something the manager has said or done."""

    id: Id
    text: Words
    about: About = "other"
    source: Words = ""
    date: When = ""


class LensGuess(Value):
    """Something the person supposes. It never becomes a fact by itself."""

    id: Id
    text: Words
    about: About = "other"


class Objection(Value):
    """What the manager may say, and the bridge back."""

    id: Id
    says: Words
    bridge: Words = ""
    evidence: tuple[Id, ...] = ()
    """Accomplishments that carry the bridge."""


class Lens(Value):
    """One manager's side. Another person's data: private always."""

    id: Id
    contact: Id | None = None
    """Whose side; None for the manager of the next conversation."""
    facts: tuple[LensFact, ...] = ()
    guesses: tuple[LensGuess, ...] = ()
    unknowns: tuple[Words, ...] = ()
    objections: tuple[Objection, ...] = ()
