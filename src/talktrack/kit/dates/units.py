"""This, the next or a later week, weekend, month, quarter, half or year."""

from __future__ import annotations

from datetime import date, timedelta

from talktrack.kit.dates.days import Stretch, add_months, months_of, part_of_year, week_of
from talktrack.kit.dates.readings import Kind, Reading, stretch
from talktrack.kit.dates.words import MONTH_NAMES, Words

MONTHS_IN = {"quarter": 3, "half": 6, "year": 12}


def of_unit(words: Words, end: int, unit: str, ahead: int, *, fiscal: bool = False) -> Reading:
    """This (0), the next (1) or a later week, month, quarter, half or year."""
    today = words.today
    if unit == "week":
        return week(words, end, today + timedelta(7 * ahead))
    if unit == "month":
        first = add_months(today.replace(day=1), ahead)
        return stretch(end, Kind.MONTH, months_of(first.year, first.month, 1))
    months = MONTHS_IN[unit]
    starts = 1 if unit == "year" and not fiscal else words.settings.fiscal_year_starts
    first = part_of_year(today, months, starts)[0]
    days = part_of_year(add_months(first, months * ahead), months, starts)
    convention = f"the {'fiscal year' if unit == 'year' else unit} is {months_said(days)}"
    return stretch(end, Kind.LONG, days, "" if unit == "year" and not fiscal else convention)


def week(words: Words, end: int, day: date) -> Reading:
    """The week of a day; its last working day is the one to remind of."""
    monday, sunday = week_of(day)
    return stretch(end, Kind.WEEK, (monday, sunday), pick=monday + timedelta(words.settings.week_ends_on))


def weekend(words: Words, end: int, ahead: int) -> Reading:
    saturday = week_of(words.today)[0] + timedelta(5 + 7 * ahead)
    return stretch(end, Kind.WEEKEND, (saturday, saturday + timedelta(1)))


def months_said(days: Stretch) -> str:
    return f"{MONTH_NAMES[days[0].month - 1]} to {MONTH_NAMES[days[1].month - 1]}"
