"""What the person is to be reminded of today, and what of it they want."""

from __future__ import annotations

from datetime import date

from talktrack.engine.follow_through.reminders import KINDS, USUAL_HOUR, Reminder, due
from talktrack.web.people.subject import Subject

from .journey import journey

__all__ = ["KINDS", "USUAL_HOUR", "Reminder", "of_today", "wanted"]


def of_today(subject: Subject, day: date) -> tuple[Reminder, ...]:
    """What is due on that day, or was on one of the days before; no query of its own."""
    return due(journey(subject), day)


def wanted(subject: Subject) -> list[str]:
    """The kinds that the person did not turn off."""
    off = {d.record for d in journey(subject).decisions if d.about == "reminder" and d.verdict == "dismissed"}
    return [kind for kind in KINDS if kind not in off]
