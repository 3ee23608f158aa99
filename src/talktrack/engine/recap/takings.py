"""What is taken out of the notes of one meeting: proposals, until the person confirms them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from talktrack.engine.story import (
    Advice,
    Agreement,
    CheckIn,
    Commitment,
    Feedback,
    OpenQuestion,
    Reaction,
    Value,
)


@dataclass(frozen=True)
class Takings:
    """Proposed records, each with where it stands in the notes.

    The id of a taking is made of the conversation, its kind and the words it was read from, so that it is the same
    whenever the notes are read again, and after an edit elsewhere in them.
    """

    commitments: tuple[Commitment, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    advice: tuple[Advice, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    """Observed acts only: what they mean is the person's to say. Private always."""

    def __iter__(self) -> Iterator[tuple[str, Value]]:
        """Each with the field of the journey that would hold it, kind by kind."""
        for kind in KINDS:
            for record in getattr(self, kind):
                yield kind, record


KINDS = ("commitments", "agreements", "feedback", "advice", "check_ins", "open_questions", "reactions")
"""The fields of a journey that a recap fills, in the order in which they are put before the person."""
