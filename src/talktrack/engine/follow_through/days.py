"""Days as people say them, and the last day that a vague date can mean."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from talktrack.engine.story import When, earliest

_FAR = 200
"""Days from which the year is said too."""


def latest(when: When) -> date:
    """The last day that `when` can mean: "2027-01" gives 31 January. Raises ValueError for no date."""
    first = earliest(when)
    if len(when) == 10:
        return first
    month = first.month if len(when) == 7 else 12
    return date(first.year, month, monthrange(first.year, month)[1])


def said(when: When, today: date) -> str:
    """The day in a sentence: "3 December", with the year where it is far; "January 2027" for a month; "" for none."""
    if len(when) <= 4:
        return when
    first = earliest(when)
    if len(when) == 7:
        return f"{first:%B %Y}"
    return f"{first.day} {first:%B}{_year(first, today)}"


def short(when: When, today: date) -> str:
    """The day in a list: "Fri 12 Feb"; "" for none."""
    if len(when) < 10:
        return said(when, today)
    first = earliest(when)
    return f"{first:%a} {first.day} {first:%b}{_year(first, today)}"


def _year(day: date, today: date) -> str:
    return f" {day.year}" if abs((day - today).days) > _FAR else ""


def counted(number: int, one: str = "day") -> str:
    """A number of things: "1 day", "3 days"."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"
