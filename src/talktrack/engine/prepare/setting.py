"""Where the meeting is held: a private room, in person if possible, and a way on where it is not (R35)."""

from __future__ import annotations

import re

from talktrack.engine.story import Setting
from talktrack.kit.blocks import Passage
from talktrack.kit.drafting import Slot, clause, slot

from .basis import Basis
from .say import WORDING

PUBLIC = re.compile(
    r"\b(cafeteria|canteen|caf[eé]|coffee (?:shop|bar|corner)|kitchen|open[- ]plan|open office|corridor|hallway|"
    r"lobby|restaurant|pub|bar|reception|lounge|lift|elevator|car park|(?:staff|break|tea) ?room|shop floor|"
    r"nurses['’]? station)\b",
    re.IGNORECASE,
)


def is_public(setting: Setting) -> bool:
    """Whether others would hear it: the person said so, or the place is one where people pass."""
    if setting.private is not None:
        return not setting.private
    return bool(PUBLIC.search(setting.place))


_SENTENCE = re.compile(r"(?:I|we|you|she|he|they|it|there|that|this)(?:['’]\w+)?\s", re.IGNORECASE)
_SO = re.compile(r"(?:because|since|as|due to|owing to|so that)\s", re.IGNORECASE)


def reason(meeting: str, setting: Setting) -> Slot | None:
    """Why it cannot be in person, as it goes on inside a sentence."""
    return slot(meeting, "setting.remote_reason", setting.remote_reason, clause(setting.remote_reason))


def reason_form(setting: Setting) -> str:
    """How the reason joins on: "" after "because", "_so" where it says that itself, "_named" where it is a thing."""
    text = setting.remote_reason
    return "_so" if _SO.match(text) else "" if _SENTENCE.match(text) else "_named"


def checklist(basis: Basis) -> tuple[Passage, ...]:
    """What to see to before going in. A meeting by video has its own line with the reason, never a dead end."""
    setting = basis.conversation.setting if basis.conversation else Setting()
    at = basis.meeting
    place = slot(at, "setting.place", setting.place, clause(setting.place))
    if setting.in_person is False:
        room = WORDING.first(
            f"setting.remote{reason_form(setting)}", "setting.remote_open", reason=reason(at, setting)
        )
    elif is_public(setting):
        room = WORDING.first("setting.cafeteria", "setting.private_open", place=place)
    else:
        room = WORDING.first("setting.private", "setting.private_open", place=place)
    met = None if setting.in_person is False else WORDING.frame("setting.in_person")
    rest = (WORDING.frame(f"setting.{name}") for name in ("asked", "paper", "pen"))
    return tuple(p for p in (room, met, *rest) if p)
