"""W2: more planned than fits."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.prepare.minutes import planned_minutes
from talktrack.engine.story import Ask, Conversation, Journey, Question
from talktrack.kit.checks import Hit, Piece, Rule


def find(piece: Piece) -> Iterator[Hit]:
    meeting, journey = piece.value, piece.whole
    if not isinstance(meeting, Conversation) or not isinstance(journey, Journey):
        return
    planned = planned_minutes(meeting, journey)
    if planned > meeting.minutes:
        over = f"{planned:.0f} minutes are planned for a meeting of {meeting.minutes}."
        yield Hit(
            message=over, suggestion="Which question or ask may wait for the next time: ___? Or ask for ___ minutes."
        )


def _meeting(questions: int, asks: int = 0, minutes: int = 30) -> Conversation:
    return Conversation(
        id="autumn",
        minutes=minutes,
        questions=tuple(Question(id=f"q{i}", text="What would help most?") for i in range(questions)),
        asks=tuple(Ask(id=f"a{i}", what="Could you introduce me?") for i in range(asks)),
    )


W2 = Rule(
    id="W2",
    title="More than fits",
    reads=("conversation",),
    find=find,
    message="More is planned than fits into the meeting.",
    why="What falls off the end is the next step, which is the part that counts.",
    suggestion="Which question or ask may wait for the next time: ___? Or ask for ___ minutes.",
    grade="D",
    source="The method itself: the agenda sums to the length of the meeting (R34).",
    fires=(_meeting(9), _meeting(4, minutes=10), _meeting(5, 6)),
    passes=(_meeting(3, 1), _meeting(0), _meeting(9, minutes=60)),
)
