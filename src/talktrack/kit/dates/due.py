"""What a due-date phrase comes to, and the conventions by which it was read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Certainty(StrEnum):
    """How sure a date is."""

    EXACT = "exact"
    """The words name one day, whoever reads them: "3 March 2025", "tomorrow", "in two weeks"."""
    CONVENTION = "convention"
    """One day by a convention that not everybody shares: "next Friday", "12/3", "end of the week"."""
    ROUGH = "rough"
    """A stretch of days: "mid-March", "next week", "by summer"."""


class Order(StrEnum):
    """How 12/3 is read."""

    MONTH_DAY = "month-day"
    DAY_MONTH = "day-month"


class NextWeekday(StrEnum):
    """What "next Friday" means on a Wednesday."""

    NEXT_WEEK = "next week"
    """The Friday of the next week, nine days on."""
    NEAREST = "nearest"
    """The first Friday to come, two days on."""


@dataclass(frozen=True)
class Settings:
    """The conventions of one person. Days of the week run from 0, Monday, to 6, Sunday."""

    order: Order = Order.MONTH_DAY
    next_weekday: NextWeekday = NextWeekday.NEXT_WEEK
    week_ends_on: int = 4
    """The last day of a week at work."""
    fiscal_year_starts: int = 1
    """The month, 1 to 12, in which quarters, halves and fiscal years begin to count."""


@dataclass(frozen=True)
class Due:
    """By when something is due."""

    date: datetime.date
    """The day to remind of. Within a stretch it is the last day on which the words would still be kept."""
    span: tuple[int, int]
    """Start and end, in characters, of the words that say so, "by" included."""
    certainty: Certainty
    convention: str
    """How the words were read: "the week ends on Friday". Empty where there was nothing to choose."""
    earliest: datetime.date
    """The first day that the words can mean; the date itself where they name one day."""
    latest: datetime.date
    """The last day that the words can mean; the date itself where they name one day."""
