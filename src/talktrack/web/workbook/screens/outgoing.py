"""A mail on its way: how it stands, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Act, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """`parts/_outgoing.html`."""

    id: str
    """Of the element: it takes its own place when it changes."""
    state: State
    text: str
    """"Goes to Jocelyn at 10:42. Until then you can stop it."."""
    acts: tuple[Act, ...] = ()
    look: str = ""
    """Where it is asked again how it stands; "" where nothing moves any more."""
    every: str = "2s"
