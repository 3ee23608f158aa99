"""The talk as it stands in one's own calendar: when and with whom, and nothing of what it is about."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from talktrack.engine.story import Conversation, Journey, contact, manager
from talktrack.kit.documents import Invite

from .request import stable

_STANDS = ("planned", "asked", "booked")


def noted(journey: Journey, conversation: Conversation, *, zone: ZoneInfo) -> Invite | None:
    """The event, of the same id as the invitation; None where no time is set, or the talk is not going to be held.

    `zone` is where the time is meant where the conversation names none. The event is private and invites nobody: a
    calendar server would send invitations of its own, and others may look into the calendar.
    """
    if conversation.at is None or conversation.state not in _STANDS:
        return None
    known = manager(journey)
    who = contact(journey, conversation.contact) or known
    there = ZoneInfo(conversation.timezone) if conversation.timezone else zone
    name = " ".join(who.name.split())[:200] if who else ""
    setting = conversation.setting
    return Invite(
        uid=f"{stable(journey.person, f'conversations/{conversation.id}', known)}@talktrack.invalid",
        sequence=conversation.sequence,
        summary=f"Talk with {name or 'my manager'}",
        description="",
        start=conversation.at.replace(tzinfo=there),
        duration=timedelta(minutes=conversation.minutes),
        location="" if setting.in_person is False else " ".join(setting.place.split())[:500],
        status="CONFIRMED" if conversation.state == "booked" else "TENTATIVE",
        method="",
        private=True,
    )
