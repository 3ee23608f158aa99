"""What to do where a conversation is not safe: end it, write down the facts, get help (method §4).

Nothing here coaches anyone to go on, and nothing says what the other meant.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Unsafe:
    """The way out, in four short parts."""

    when: str
    say: str
    """Words to end it with."""
    note: tuple[str, ...]
    """What to write down, privately, while it is fresh."""
    help: tuple[str, ...]


UNSAFE = Unsafe(
    when="A threat, talk of paying you back, or a slur: you do not have to stay, or to answer.",
    say="I’d like to stop here.",
    note=(
        "What was said, word for word as far as you remember.",
        "When, where, and who else was there.",
        "What happened just before and after. Leave out what you think it meant.",
    ),
    help=(
        "Tell somebody you trust today.",
        "A union or staff representative, a lawyer, or the public body for workplace rights where you live can say "
        "what protects you. Talktrack cannot, and gives no legal advice.",
        "If you are in danger, leave and call the emergency number.",
        "If your employer can see this device, keep the note somewhere else.",
    ),
)
