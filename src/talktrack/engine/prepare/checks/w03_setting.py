"""W3: a place where others hear it, or a video meeting without its reason."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.prepare.setting import is_public
from talktrack.engine.story import Conversation
from talktrack.kit.checks import Hit, Piece, Rule


def find(piece: Piece) -> Iterator[Hit]:
    meeting = piece.value
    if not isinstance(meeting, Conversation):
        return
    setting = meeting.setting
    if setting.in_person is not False and is_public(setting):
        yield Hit(
            message=f"Others may hear it there: “{setting.place}”." if setting.place else "Others may hear it there.",
            suggestion="Ask for a room with a door: “Could we take ___ (room) instead?”",
            field="setting",
        )
    if setting.in_person is False and not setting.remote_reason:
        yield Hit(
            message="The meeting is by video, and no reason is noted.",
            suggestion="Note why, such as “we work in different cities”: ___. Then video is quite all right.",
            field="setting",
        )


def _meeting(**setting: object) -> Conversation:
    return Conversation.model_validate({"id": "autumn", "setting": setting})


W3 = Rule(
    id="W3",
    title="The setting",
    reads=("conversation",),
    find=find,
    message="The place is public, or a video meeting has no reason noted.",
    why="People say less, and promise less, where others listen. In person it is easier to read a reaction.",
    suggestion="Ask for a room with a door, or note why it is by video: ___.",
    grade="D",
    source="The method itself: a private room, in person if possible (R35).",
    fires=(_meeting(place="the cafeteria"), _meeting(in_person=False), _meeting(place="my desk", private=False)),
    passes=(
        _meeting(place="Room Aspen, with a door"),
        _meeting(in_person=False, remote_reason="We work in different cities"),
        _meeting(),
    ),
)
