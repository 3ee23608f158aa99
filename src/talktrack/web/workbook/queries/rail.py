"""What stands around every page: how much each stage holds, the one suggested next, the next conversation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from talktrack.engine.story import Contact, Conversation, manager
from talktrack.web.people.subject import Subject

from . import today as of_the_day
from .journey import journey
from .reminders import of_today
from .summaries import summaries


@dataclass(frozen=True)
class Rail:
    """The journey at a glance."""

    counts: dict[str, int]
    words: dict[str, str]
    """Instead of a count."""
    summaries: dict[str, str]
    suggested: str
    """The stage of the next step; "" where nothing is open."""
    name: str
    conversation: Conversation | None
    manager: Contact | None
    when: str
    """"Thu 3 December, 10:00", or ""."""
    last: Conversation | None
    """The talk that was held last, where none is coming."""


def rail(subject: Subject, day: date) -> Rail:
    """A fixed number of queries, whatever the number of records."""
    seen, whole = of_the_day.today(subject, day), journey(subject)
    meeting = seen.conversation
    return Rail(
        counts=seen.counts.by_stage,
        words=_words(meeting, len(of_today(subject, day))),
        summaries=summaries(subject, day),
        suggested=seen.stage,
        name=whole.person.name.split()[0] if whole.person.name else "",
        conversation=meeting,
        manager=manager(whole),
        when=said(meeting),
        last=seen.last,
    )


def _words(meeting: Conversation | None, due: int) -> dict[str, str]:
    """What says more than a count: a talk that is not asked for yet, how much is due."""
    draft = {"prepare": "draft"} if meeting and meeting.state == "planned" else {}
    return {**draft, **({"follow_through": f"{due} due"} if due else {})}


def held(conversation: Conversation) -> str:
    """ "Held Thu 3 December"."""
    at = conversation.at
    return f"Held {at:%a} {at.day} {at:%B}" if at else "Held"


def said(conversation: Conversation | None) -> str:
    """The day and the time of a conversation, short: "Thu 3 December, 10:00"; "" where it has none."""
    at = conversation.at if conversation else None
    return f"{at:%a} {at.day} {at:%B}, {at:%H:%M}" if at else ""
