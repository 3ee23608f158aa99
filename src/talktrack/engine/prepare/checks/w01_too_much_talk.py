"""W1: more than half of the meeting planned as one's own talk."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.prepare.minutes import own_minutes
from talktrack.engine.story import Conversation, Journey
from talktrack.kit.checks import Hit, Piece, Rule


def find(piece: Piece) -> Iterator[Hit]:
    meeting, journey = piece.value, piece.whole
    if not isinstance(meeting, Conversation) or not isinstance(journey, Journey):
        return
    own = own_minutes(meeting, journey)
    if own > meeting.minutes / 2:
        yield Hit(
            message=f"Your own part takes about {own:.0f} of {meeting.minutes} minutes.",
            suggestion=f"Bring it below {meeting.minutes // 2} minutes: which parts could they read beforehand: ___?",
        )


def _meeting(words: int, minutes: int = 30) -> Conversation:
    return Conversation(id="autumn", minutes=minutes, opening=" ".join(["word"] * words))


W1 = Rule(
    id="W1",
    title="More than half is your own talk",
    reads=("conversation",),
    find=find,
    message="More than half of the meeting is planned as your own talk.",
    why="What you came for is in the other half: their view, their advice, their promise.",
    suggestion="Bring it below half: which parts could they read beforehand: ___?",
    grade="D",
    source="The method itself: the manager's reaction and advice are the point (R43–R49).",
    fires=(_meeting(2100), _meeting(1000, 15), _meeting(700, 10)),
    passes=(_meeting(120), _meeting(1800), Conversation(id="autumn")),
)
