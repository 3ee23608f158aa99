"""What a device sends from a conversation, checked piece by piece: it comes from a script and not from a form."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from talktrack.engine.story import Listening
from talktrack.kit.errors import UserError

from ..actions.converse import Sent

MOST_AT_ONCE = 100
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_LATEST_TURN = 2**62
_FIRST, _LAST = 0, 4_102_444_800_000
"""Milliseconds from 1970 to 2100."""


@dataclass(frozen=True)
class Parcel:
    """Notes of one conversation, and how the meeting stands where the device has news of it."""

    owner: str
    """The mark of the owner whose notes these are, as the device was given it."""
    notes: tuple[Sent, ...]
    turn: int = 0
    """Of the news on the meeting; 0 where there is none."""
    held: bool = False
    counted: dict[str, int] = field(default_factory=dict)


def parcel(body: bytes, zone: ZoneInfo) -> Parcel:
    """What was sent; times become those on the wall of `zone`. Raises UserError where it is not of this shape."""
    try:
        whole = json.loads(body)
        notes, meeting = whole["notes"], whole.get("meeting") or {}
        if not isinstance(notes, list) or len(notes) > MOST_AT_ONCE:
            raise ValueError
        return Parcel(
            owner=_text(whole["owner"], 80),
            notes=tuple(_note(one, zone) for one in notes),
            turn=_number(meeting.get("turn", 0), 0, _LATEST_TURN),
            held=meeting.get("held") is True,
            counted={n: _number(meeting.get("counted", {}).get(n, 0), 0, 9_999) for n in Listening.model_fields},
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise UserError("What came from the device is not in the right shape. Nothing of it was kept.") from error


def _note(given: dict[str, object], zone: ZoneInfo) -> Sent:
    text = _text(given.get("text", ""), 10**6)  # one that is too long for a field is refused by its own name
    form = _text(given.get("form", "mark"), 20)
    at = _number(given["at"], _FIRST, _LAST)
    return Sent(
        id=_id(given["id"]),
        turn=_number(given["turn"], 1, _LATEST_TURN),
        gone=given.get("gone") is True,
        after=_number(given.get("after", 0), 0, 10**9),
        fields={
            "kind": _text(given.get("kind", "other"), 20),
            "speaker": _text(given.get("speaker", ""), 20),
            "form": form if text.strip() else "mark",
            "text": text,
            "at": datetime.fromtimestamp(at / 1000, UTC).astimezone(zone).replace(tzinfo=None, microsecond=0),
        },
    )


def _id(value: object) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError
    return value


def _text(value: object, most: int) -> str:
    if not isinstance(value, str) or len(value) > most:
        raise ValueError
    return value


def _number(value: object, least: int, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError
    return value
