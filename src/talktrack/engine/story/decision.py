"""What the person decided about something that the engine proposed."""

from __future__ import annotations

from hashlib import sha256
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
    of: Words = ""
    """The mark of the record that was confirmed; empty for a decision that holds whatever becomes of the record."""

    def holds_for(self, record: Value | None) -> bool:
        """Whether it was made about the record as it stands, and not as it stood before an edit."""
        return not self.of or (record is not None and self.of == mark(record))


def mark(record: Value) -> str:
    """Sixteen letters that stand for all that a record says: others as soon as anything in it is another."""
    return sha256(record.model_dump_json(exclude_defaults=True).encode()).hexdigest()[:16]
