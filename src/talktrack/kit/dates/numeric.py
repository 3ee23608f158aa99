"""Dates in figures: 2025-03-01, 3/14/2025, 14.3.2025, 27.11., 12/3, 03/2025, 2025-W12."""

from __future__ import annotations

import re
from datetime import date

from talktrack.kit.dates.days import months_of
from talktrack.kit.dates.due import Order
from talktrack.kit.dates.readings import Kind, Reading, a_day, stretch
from talktrack.kit.dates.words import Words, phrases, remembered, whole

_YEAR_FIRST = re.compile(r"((?:19|20|21)[0-9]{2})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2((?:19|20|21)[0-9]{2}|[0-9]{2})")
_YEAR_MONTH = re.compile(r"((?:19|20|21)[0-9]{2})-([01][0-9])|([01]?[0-9])[-/]((?:19|20|21)[0-9]{2})")
_TWO = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")
_DOTTED = re.compile(r"([0-3]?[0-9])\.(0?[1-9]|1[0-2])")
_AMOUNTS = frozenset("cost costs of at is was to version paid".split())  # noqa: SIM905
"""After these a number with a dot is an amount."""
_COMPACT = re.compile(r"(20[0-9]{2})([01][0-9])([0-3][0-9])")
_CALENDAR_WEEK = phrases("calendar week", "iso week", "cw", "week", "wk")
_LONGEST = 10


@remembered
def numeric(words: Words, i: int) -> Reading | None:
    """A date in figures. Raises ValueError where the figures name no day."""
    word = words.at(i)
    if len(word) > _LONGEST:
        return None
    if found := _YEAR_FIRST.fullmatch(word):
        return a_day(_after_time(words, i + 1), _day(found, 1, 3, 4), yearless=False)
    if found := _YEAR_LAST.fullmatch(word):
        return _year_last(words, i, found)
    if found := _YEAR_MONTH.fullmatch(word):
        year, month = int(found[1] or found[4]), int(found[2] or found[3])
        return stretch(i + 1, Kind.MONTH, months_of(year, month, 1), weak="/" not in word, yearless=False)
    if found := _TWO.fullmatch(word):
        return _day_and_month(words, i, int(found[1]), int(found[2]))
    dotted = words.at(i + 1) == "." and words.glued(i + 1) and words.at(i - 1) not in _AMOUNTS
    if dotted and (found := _DOTTED.fullmatch(word)):
        return _with_dots(words, i, int(found[1]), int(found[2]), decimal=len(found[2]) < 2)
    if found := _COMPACT.fullmatch(word):
        return a_day(i + 1, _day(found, 1, 2, 3), weak=True, yearless=False)
    return None


def _after_time(words: Words, i: int) -> int:
    """The place after a time glued to a date, as in 2025-03-01T17:00."""
    return i + 2 if words.at(i) == "t" and words.glued(i) and words.glued(i + 1) else i


def _day(found: re.Match[str], year: int, month: int, day: int) -> date:
    return date(int(found[year]), int(found[month]), int(found[day]))


def _with_dots(words: Words, i: int, day: int, month: int, *, decimal: bool) -> Reading | None:
    """ "27.11.", and "14.1." for whoever puts the day first: at the end of a sentence that may be an amount."""
    if decimal and words.settings.order is not Order.DAY_MONTH:
        return None
    goes_on = i > 0 and words.at(i + 2) != "" and not words.capital(i + 2)
    return a_day(i + 2, coming(words.today, month, day), weak=decimal and not goes_on)


def _year_last(words: Words, i: int, found: re.Match[str]) -> Reading:
    year = int(found[4]) + (2000 if len(found[4]) == 2 else 0)
    # Dots are written where the day comes first; with two figures for the year they may number a version.
    month, day, convention = _ordered(words, int(found[1]), int(found[3]), dotted=found[2] == ".")
    return a_day(
        i + 1, date(year, month, day), convention, weak=year != int(found[4]) and found[2] != "/", yearless=False
    )


def _day_and_month(words: Words, i: int, one: int, two: int) -> Reading | None:
    if (one, two) == (24, 7):
        return None
    month, day, convention = _ordered(words, one, two)
    return a_day(i + 1, coming(words.today, month, day), convention, weak=True)


def _ordered(words: Words, one: int, two: int, *, dotted: bool = False) -> tuple[int, int, str]:
    """Month, day, and the convention used where both orders make a date."""
    if dotted or one > 12:
        return two, one, ""
    if two > 12 or one == two:
        return one, two, ""
    if words.settings.order is Order.DAY_MONTH:
        return two, one, "day before month"
    return one, two, "month before day"


def coming(today: date, month: int, day: int) -> date:
    """The next day of that number and month, today included. ValueError where no year has it."""
    for year in range(today.year, today.year + 9):  # 29 February can be eight years away
        if (month, day) != (2, 29) or (year % 4 == 0 and (year % 100 or year % 400 == 0)):
            found = date(year, month, day)
            if found >= today:
                return found
    raise ValueError((month, day))


@remembered
def calendar_week(words: Words, i: int) -> Reading | None:
    """ "2025-W12", "CW12", "calendar week 12", "week 12": weeks as ISO 8601 counts them."""
    if year := whole(words, i, 1900, 2199):
        j = i + 1 + (words.at(i + 1) == "-")
        if words.at(j) == "w" and words.glued(j) and (number := whole(words, j + 1, 1, 53)):
            return _week(j + 2, year, number, yearless=False)
    after = words.match(i, _CALENDAR_WEEK)
    if not after or not (number := whole(words, after, 1, 53)):
        return None
    year = words.today.isocalendar().year
    found = _week(after + 1, year, number)
    return found if found.last >= words.today else _week(after + 1, year + 1, number)


def _week(end: int, year: int, number: int, *, yearless: bool = True) -> Reading:
    days = date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7)
    return stretch(end, Kind.WEEK, days, f"week {number} of the ISO calendar", weak=yearless, yearless=yearless)
