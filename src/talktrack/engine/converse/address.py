"""How the other person is spoken of: by the pronoun that stands in the contact, else by name. Never guessed."""

from __future__ import annotations

from dataclasses import dataclass

from talktrack.engine.story import Contact


@dataclass(frozen=True)
class Address:
    """The words that name the other person in a sentence and on a button."""

    name: str
    """The first name, or "your manager"."""
    does: str
    """"She", "Jocelyn": before "did" and "will"."""
    has: str
    """"She has", "They have"."""
    whose: str
    """"Her", "Jocelyn’s"."""
    whom: str
    """"her", "Jocelyn": "I let … finish"."""


_PRONOUNS = {
    "she": ("She", "She has", "Her", "her"),
    "he": ("He", "He has", "His", "him"),
    "they": ("They", "They have", "Their", "them"),
}


def address(who: Contact | None) -> Address:
    """How to speak of `who`; "your manager" where nobody is named yet."""
    name = who.first_name if who and who.name.strip() else ""
    if who and who.pronoun:
        return Address(name or "your manager", *_PRONOUNS[who.pronoun])
    if name:
        return Address(name, name, f"{name} has", f"{name}’s", name)
    return Address("your manager", "Your manager", "Your manager has", "Your manager’s", "your manager")
