"""What stands around every page: how much each stage holds, the one suggested next, the next conversation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from talktrack.engine.story import Contact, Conversation
from talktrack.web.people.subject import Subject

from .counts import counts
from .journey import journey
from .outlook import Step, outlook
from .skipped import skipped


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


def next_step(subject: Subject, today: date) -> Step | None:
    """The most needed step that was not set aside; None where nothing is open, or all of it was set aside."""
    resting = skipped(subject, "step", today)
    return next((step for step in outlook(subject, today).steps if step.id not in resting), None)


def rail(subject: Subject, today: date) -> Rail:
    """Five queries at most, whatever the number of records."""
    seen, whole = outlook(subject, today), journey(subject)
    step = next_step(subject, today)
    return Rail(
        counts=counts(subject).by_stage,
        words={"prepare": "draft"} if seen.conversation and seen.conversation.state == "planned" else {},
        summaries=seen.summaries,
        suggested=step.stage if step else "",
        name=whole.person.name.split()[0] if whole.person.name else "",
        conversation=seen.conversation,
        manager=seen.manager,
        when=said(seen.conversation),
    )


def said(conversation: Conversation | None) -> str:
    """The day and the time of a conversation, short: "Thu 3 December, 10:00"; "" where it has none."""
    at = conversation.at if conversation else None
    return f"{at:%a} {at.day} {at:%B}, {at:%H:%M}" if at else ""
