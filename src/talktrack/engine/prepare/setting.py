"""Where the meeting is held: a private room, in person if possible, and a way on where it is not (R35)."""

from __future__ import annotations

import re

from talktrack.engine.story import Setting
from talktrack.kit.blocks import Passage
from talktrack.kit.drafting import clause, slot

from .basis import Basis
from .say import WORDING

PUBLIC = re.compile(
    r"\b(cafeteria|canteen|caf[eé]|coffee (?:shop|bar|corner)|kitchen|open[- ]plan|open office|corridor|hallway|"
    r"lobby|restaurant|pub|bar|reception|lounge|lift|elevator|car park)\b",
    re.IGNORECASE,
)


def is_public(setting: Setting) -> bool:
    """Whether others would hear it: the person said so, or the place is one where people pass."""
    if setting.private is not None:
        return not setting.private
    return bool(PUBLIC.search(setting.place))


def checklist(basis: Basis) -> tuple[Passage, ...]:
    """What to see to before going in. A meeting by video has its own line with the reason, never a dead end."""
    setting = basis.conversation.setting if basis.conversation else Setting()
    at = basis.meeting
    place = slot(at, "setting.place", setting.place, clause(setting.place))
    if setting.in_person is False:
        reason = slot(at, "setting.remote_reason", setting.remote_reason, clause(setting.remote_reason))
        room = WORDING.first("setting.remote", "setting.remote_open", reason=reason)
    elif is_public(setting):
        room = WORDING.first("setting.cafeteria", "setting.private_open", place=place)
    else:
        room = WORDING.first("setting.private", "setting.private_open", place=place)
    met = None if setting.in_person is False else WORDING.frame("setting.in_person")
    rest = (WORDING.frame(f"setting.{name}") for name in ("asked", "paper", "pen"))
    return tuple(p for p in (room, met, *rest) if p)
