"""What the person decided about something that the engine proposed."""

from __future__ import annotations

from typing import Literal

from .value import Value, When, Words


class Decision(Value):
    """A confirmation or a dismissal, remembered (principle 3)."""

    about: Words
    """A rule ("A3"), "link", or "question"."""
    record: Words
    """The record, as "accomplishments/welcome"; for a link "goals/nordic>statements/growth"; for a question of the
    bank its id: confirmed means answered, dismissed means not wanted."""
    verdict: Literal["confirmed", "dismissed"]
    reason: Words = ""
    on: When = ""
