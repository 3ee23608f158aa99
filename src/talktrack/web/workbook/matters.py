"""What mails about a change of time are called in the outbox."""

from __future__ import annotations


def changes_of(conversation: str) -> str:
    """What the names of all of them begin with, for one conversation."""
    return f"change/{conversation}/"


def change(conversation: str, number: int) -> str:
    """The letter of the change of that number (SEQUENCE of the invitation)."""
    return f"{changes_of(conversation)}{number}"
