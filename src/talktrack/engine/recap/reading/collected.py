"""What the notes of one conversation propose."""

from __future__ import annotations

from dataclasses import dataclass

from talktrack.engine.story import Advice, Agreement, CheckIn, Commitment, Feedback, OpenQuestion, Reaction


@dataclass(frozen=True)
class Collected:
    """Everything that the notes of one conversation propose."""

    commitments: tuple[Commitment, ...]
    agreements: tuple[Agreement, ...]
    feedback: tuple[Feedback, ...]
    advice: tuple[Advice, ...]
    check_ins: tuple[CheckIn, ...]
    open_questions: tuple[OpenQuestion, ...]
    reactions: tuple[Reaction, ...]
    untouched: tuple[str, ...]
