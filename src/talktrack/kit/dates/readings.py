"""What one parser makes of the words at a place: the days they can mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from talktrack.kit.dates.days import Stretch
from talktrack.kit.dates.due import Certainty

OF_TODAY = "of today"
"""The convention by which a time alone is read."""


class Kind(Enum):
    """What sort of thing was named. "By" means the beginning of some and the whole of others."""

    DAY = auto()
    WEEK = auto()
    WEEKEND = auto()
    MONTH = auto()
    LONG = auto()
    """A quarter, half, season or year."""
    PART = auto()
    """A stretch already narrowed: the end of March, two weeks from now."""
    PAST = auto()
    """Over and gone: last Friday, two weeks ago. Read so that no part of it is read as something to come."""


@dataclass(frozen=True)
class Reading:
    """The days meant by the words up to, but without, the one at `end`."""

    end: int
    kind: Kind
    first: date
    last: date
    pick: date
    """The day to remind of."""
    certainty: Certainty = Certainty.EXACT
    convention: str = ""
    weak: bool = False
    """Whether these words may mean something else, and so need "by", "in" or the like before them."""
    yearless: bool = True
    """Whether the year was not written but supplied."""

    def to(self, end: int) -> Reading:
        """The same, with words up to `end`."""
        return replace(self, end=end)


def a_day(end: int, day: date, convention: str = "", *, weak: bool = False, yearless: bool = True) -> Reading:
    """One day; by convention where one is named."""
    certainty = Certainty.CONVENTION if convention else Certainty.EXACT
    return Reading(end, Kind.DAY, day, day, day, certainty, convention, weak, yearless)


def stretch(
    end: int,
    kind: Kind,
    days: Stretch,
    convention: str = "",
    *,
    pick: date | None = None,
    weak: bool = False,
    yearless: bool = True,
) -> Reading:
    """Several days, of which the last is the one to remind of unless another is given."""
    first, last = min(days), max(days)
    return Reading(end, kind, first, last, pick or last, Certainty.ROUGH, convention, weak, yearless)


def past(end: int, today: date) -> Reading:
    """Something over and gone."""
    return Reading(end, Kind.PAST, today, today, today)
