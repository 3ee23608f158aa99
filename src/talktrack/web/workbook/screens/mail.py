"""Your mail: the account that sends it, whether it works, and what to be reminded of."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Act, Head, Link, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """`pages/mail.html`, with `form` for the account and `wishes` for the reminders."""

    head: Head
    back: Link
    action: str
    state: State | None
    """Whether it works; None where nothing is set up."""
    told: str
    """What happened when it was last tried."""
    hint: str
    """What is known of the provider."""
    test: Act | None
    remove: Act | None
    go: bool
    """Whether keeping the account is the next step of the page."""
    folded: bool
    """Whether the account works, so that its form may stay out of the way."""
    reminders: str
    """Where the wishes are posted."""
    sees: tuple[Link, ...]
    """Who can see what."""
