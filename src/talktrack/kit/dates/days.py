"""Arithmetic of calendar days. A day beyond year 1 or 9999 raises ValueError or OverflowError, as `datetime` does."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Stretch = tuple[date, date]
"""First and last day."""


def add_months(day: date, months: int) -> date:
    """The same day some months on; the last of the month where that month is too short."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def add(day: date, count: float, unit: str) -> date:
    """The day `count` units on. Halves are rounded to whole days or months; hours to whole days."""
    if unit in {"month", "quarter", "year"}:
        months = count * {"month": 1, "quarter": 3, "year": 12}[unit]
        return add_months(day, int(months)) + timedelta(15 if months % 1 else 0)
    if unit == "workday":
        return add_workdays(day, int(count))
    days = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "hour": 1 / 24, "minute": 0.0}[unit] * count
    return day + timedelta(int(days + 0.5) if count % 1 else int(days))


def add_workdays(day: date, count: int) -> date:
    """The day `count` days from Monday to Friday on."""
    weeks, rest = divmod(count, 5)
    day += timedelta(7 * weeks)
    while rest > 0:
        day += timedelta(1)
        rest -= day.weekday() < 5
    return day


def week_of(day: date) -> Stretch:
    """Monday to Sunday."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def months_of(year: int, month: int, count: int) -> Stretch:
    """`count` whole months from a month on."""
    first = date(year, month, 1)
    return first, add_months(first, count) - timedelta(1)


def part_of_year(day: date, months: int, starts: int = 1) -> Stretch:
    """The quarter (3 months), half (6) or year (12) that holds the day; years begin with the month `starts`."""
    back = (day.month - starts) % 12 % months
    first = add_months(day.replace(day=1), -back)
    return first, add_months(first, months) - timedelta(1)


def weekday_after(day: date, weekday: int) -> date:
    """The first such weekday after the day."""
    return day + timedelta((weekday - day.weekday() - 1) % 7 + 1)


def nth_weekday(first: date, last: date, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a stretch of days, -1 for the last; None where there are fewer."""
    if nth < 0:
        return last - timedelta((last.weekday() - weekday) % 7)
    day = first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return day if day <= last else None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (year % 19 + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * late + 114, 31)
    return date(year, month, day + 1)
