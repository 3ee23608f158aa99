"""Times as pages draw them: those that could do, and the one that was taken."""

from __future__ import annotations

from datetime import timedelta

from talktrack.engine.story import Conversation

from ..queries.times import Times
from ..screens.times import Slot
from . import clock


def slots_of(found: Times) -> tuple[Slot, ...]:
    """The slots, without the time that was taken already."""
    return tuple(
        Slot(when=when, why=why, start=slot.start.isoformat())
        for slot in found.found.slots
        for when, _, why in [slot.text.partition(". ")]
        if slot.start.replace(tzinfo=None) != found.meeting.at
    )


def said(meeting: Conversation) -> str:
    """When it is: "Thursday 3 December, 10:00–10:30"; "" where no time is set."""
    if meeting.at is None:
        return ""
    ends = meeting.at + timedelta(minutes=meeting.minutes)
    return f"{clock.said(meeting.at.date())}, {meeting.at:%H:%M}–{ends:%H:%M}"
