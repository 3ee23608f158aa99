"""What becomes of a conversation's time: taken, moved, called off. The invitation counts its changes (RFC 5546)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from talktrack.engine.story import Conversation
from talktrack.kit.errors import UserError


def take(conversation: Conversation, start: datetime, *, minutes: int | None = None) -> Conversation:
    """The conversation at that moment (aware, in a named zone), asked for.

    Raises UserError where it is booked already: everyone's calendar holds it, so it is to be moved.
    """
    if conversation.state == "booked" and conversation.at:
        raise UserError("This conversation is booked already. Move it, so that both calendars follow.")
    return _at(conversation, start, minutes, conversation.sequence)


def move(conversation: Conversation, start: datetime, *, minutes: int | None = None) -> Conversation:
    """The same at another moment: one change more, asked for again. Raises UserError where it has no time yet."""
    if conversation.at is None:
        raise UserError("This conversation has no time yet, so there is nothing to move. Take a time first.")
    return _at(conversation, start, minutes, conversation.sequence + 1)


def call_off(conversation: Conversation) -> Conversation:
    """The same, called off: one change more. Raises UserError where nothing was arranged, or it is over."""
    if conversation.at is None or conversation.state in ("held", "cancelled"):
        raise UserError("There is no meeting to call off: it has no time, was held, or is called off already.")
    return conversation.model_copy(update={"state": "cancelled", "sequence": conversation.sequence + 1})


def _at(conversation: Conversation, start: datetime, minutes: int | None, sequence: int) -> Conversation:
    assert isinstance(start.tzinfo, ZoneInfo), "a start in a named time zone"
    if conversation.state in ("held", "cancelled"):
        raise UserError("This conversation is over. Begin a new one.")
    whole = {
        **dict(conversation),
        "at": start.replace(tzinfo=None, fold=0),
        "timezone": start.tzinfo.key,
        "minutes": minutes or conversation.minutes,
        "state": "asked",
        "sequence": sequence,
    }
    return Conversation.model_validate(whole)
