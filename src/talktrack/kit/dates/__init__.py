"""Due-date phrases as people write them, and the days they mean."""

from __future__ import annotations

import re
from datetime import date, timedelta

from talktrack.kit.dates.due import Certainty, Due, NextWeekday, Order, Settings

__all__ = ["Certainty", "Due", "NextWeekday", "Order", "Settings", "due_date", "due_dates"]

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SIMPLE = re.compile(rf"(?:by |on )?(?:(\d{{4}}-\d\d-\d\d)|(tomorrow)|({'|'.join(_DAYS)}))\b", re.IGNORECASE)


def due_date(text: str, *, today: date, settings: Settings = Settings()) -> Due | None:  # noqa: B008
    """The day by which the text says that something is due; None where it gives no day."""
    found = due_dates(text, today=today, settings=settings)
    return found[0] if found else None


def due_dates(text: str, *, today: date, settings: Settings = Settings()) -> tuple[Due, ...]:  # noqa: B008, ARG001
    """Every due date in the text, from left to right. Linear in its length; never raises."""
    made: list[Due] = []
    for match in _SIMPLE.finditer(text):
        iso, tomorrow, weekday = match.groups()
        try:
            if iso:
                day = date.fromisoformat(iso)
            elif tomorrow:
                day = today + timedelta(1)
            else:
                day = today + timedelta((_DAYS.index(weekday.lower()) - today.weekday() - 1) % 7 + 1)
        except (ValueError, OverflowError):
            continue
        made.append(Due(day, match.span(), Certainty.EXACT, "", day, day))
    return tuple(made)
