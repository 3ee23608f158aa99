"""What was set aside for some days. It is kept beside the drafts, since no file of the journey needs to hold it."""

from __future__ import annotations

from datetime import date, timedelta

PLACE = "skipped"
RESTS = timedelta(days=7)


def rests(since: str, today: date) -> bool:
    """Whether what was set aside on that day, as 2026-11-22, is still to be left alone."""
    return date.fromisoformat(since) + RESTS > today
