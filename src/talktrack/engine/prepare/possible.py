"""Whether a meeting can be held at all when its file says so."""

from __future__ import annotations

from datetime import UTC, datetime

from talktrack.kit.errors import UserError

FIRST_YEAR, LAST_YEAR = 1970, 2200
"""Calendars reckon no further."""


def possible(start: datetime) -> None:
    """Raises UserError where no calendar reaches that day, or where the clocks of that place skip that hour."""
    day = f"{start.day} {start:%B} {start.year}"
    if not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise UserError(
            f"The meeting stands at {day}, which no calendar reaches. Write its day as 2026-12-03T10:00:00."
        )
    if start.astimezone(UTC).astimezone(start.tzinfo).replace(tzinfo=None) != start.replace(tzinfo=None):
        raise UserError(
            f"On {day} the clocks of {start.tzinfo} skip {start:%H:%M}, so no meeting can begin then. "
            "Choose another time."
        )
