"""What the person decided about something that the engine proposed."""

from __future__ import annotations

from typing import Literal

from .value import Value, When, Words


class Decision(Value):
    """A confirmation or a dismissal, remembered (principle 3)."""

    about: Words
    """A rule ("A3"), or "link"."""
    record: Words
    """The record, as "accomplishments/welcome"; for a link "goals/nordic>statements/growth"."""
    verdict: Literal["confirmed", "dismissed"]
    reason: Words = ""
    on: When = ""
