"""What the person is to be reminded of today, and what of it they want."""

from __future__ import annotations

from datetime import date

from talktrack.engine.follow_through.reminders import KINDS, USUAL_HOUR, Reminder, due
from talktrack.web.people.subject import Subject

from .journey import journey
from .memory import Memory

__all__ = ["KINDS", "USUAL_HOUR", "Reminder", "of_today", "wanted"]


def of_today(subject: Subject, day: date) -> tuple[Reminder, ...]:
    """What is due on that day, or was on one of the days before; worked out once for each state of the workbook."""
    known = _days.of(subject)
    if day not in known:
        known[day] = due(journey(subject), day)
    return known[day]


_days: Memory[dict[date, tuple[Reminder, ...]]] = Memory(lambda _: {})


def wanted(subject: Subject) -> list[str]:
    """The kinds that the person did not turn off."""
    off = {d.record for d in journey(subject).decisions if d.about == "reminder" and d.verdict == "dismissed"}
    return [kind for kind in KINDS if kind not in off]
