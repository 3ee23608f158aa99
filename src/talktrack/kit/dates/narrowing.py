"""A part of some days: their end, their middle, their first half."""

from __future__ import annotations

from datetime import date, timedelta

from talktrack.kit.dates.days import add_months, nth_weekday
from talktrack.kit.dates.due import Certainty
from talktrack.kit.dates.readings import Kind, Reading, a_day, stretch
from talktrack.kit.dates.words import MONTH_NAMES, WEEKDAY_NAMES, WEEKDAYS, Words


def narrow(words: Words, part: str, target: Reading) -> Reading:
    """That part of those days."""
    first, last, end = target.first, target.last, target.end
    if last - first < timedelta(3) or part == "later":
        return target
    if target.kind is Kind.WEEK:
        return _of_week(words, part, target)
    if part == "end":
        name = MONTH_NAMES[last.month - 1]
        convention = f"the end is {last.day} {name}"
        return Reading(end, Kind.PART, last, last, last, Certainty.CONVENTION, convention, False, target.yearless)
    if part == "start":
        return stretch(end, Kind.PART, (first, min(last, first + timedelta(9))), pick=first)
    if part in {"first half", "second half"}:
        middle = _middle(target)
        days = (first, middle) if part == "first half" else (middle + timedelta(1), last)
        return stretch(end, Kind.PART, days)
    return _third(part, target)


def _of_week(words: Words, part: str, target: Reading) -> Reading:
    monday, end = target.first, target.end
    closing = min(monday + timedelta(words.settings.week_ends_on), target.last)
    if part == "end":
        convention = f"the week ends on {WEEKDAY_NAMES[closing.weekday()]}"
        return stretch(end, Kind.PART, (closing, target.last), convention, pick=closing)
    if part == "late":
        return stretch(end, Kind.PART, (max(monday, closing - timedelta(1)), closing))
    if part == "mid":
        middle = monday + timedelta(2)
        return stretch(end, Kind.PART, (middle - timedelta(1), middle + timedelta(1)), pick=middle)
    if part == "second half":
        return stretch(end, Kind.PART, (monday + timedelta(2), closing))
    last = monday + timedelta(2 if part == "first half" else 1)
    return stretch(end, Kind.PART, (monday, last), pick=monday if part == "start" else last)


def _third(part: str, target: Reading) -> Reading:
    """Early, mid and late: of a month the days to 10, 13 to 17, from 21; of a year four months."""
    first, last, end = target.first, target.last, target.end
    if target.kind is Kind.MONTH:
        days = {"early": (0, 9), "mid": (12, 16), "late": (20, (last - first).days)}[part]
        pick = first + timedelta(14) if part == "mid" else None
        return stretch(end, Kind.PART, (first + timedelta(days[0]), first + timedelta(days[1])), pick=pick)
    months = _months(target)
    if target.kind is Kind.LONG and months % 3 == 0:
        marks = [add_months(first, months // 3 * k) for k in range(4)]
    else:
        marks = [first + ((last - first) + timedelta(1)) * k // 3 for k in range(4)]
    place = ("early", "mid", "late").index(part)
    third = marks[place], marks[place + 1] - timedelta(1)
    return stretch(end, Kind.PART, third, pick=_middle(target) if part == "mid" else None)


def _middle(target: Reading) -> date:
    if target.kind is Kind.MONTH:
        return target.first + timedelta(14)
    months = _months(target)
    if target.kind is Kind.LONG and months % 2 == 0:
        return add_months(target.first, months // 2) - timedelta(1)
    return target.first + (target.last - target.first) // 2


def _months(target: Reading) -> int:
    return (target.last.year - target.first.year) * 12 + target.last.month - target.first.month + 1


def nth_of(target: Reading, what: str, nth: int) -> Reading | None:
    first, last = target.first, target.last
    if what in WEEKDAYS:
        day = nth_weekday(first, last, WEEKDAYS[what], nth)
        return a_day(target.end, day, yearless=target.yearless) if day else None
    if what == "day":
        day = last if nth < 0 else first + timedelta(nth - 1)
        return a_day(target.end, day, yearless=target.yearless) if day <= last else None
    if what == "workday":
        return a_day(target.end, _nth_workday(first, last, nth), yearless=target.yearless)
    if what == "week" and target.kind is not Kind.WEEK:
        start = last - timedelta(6) if nth < 0 else first + timedelta(7 * (nth - 1))
        days = start, min(start + timedelta(6), last)
        convention = "" if nth < 0 else f"week {nth} is days {7 * nth - 6} to {7 * nth}"
        return stretch(target.end, Kind.PART, days, convention) if start <= last else None
    return None


def _nth_workday(first: date, last: date, nth: int) -> date:
    day, step = (last, -1) if nth < 0 else (first, 1)
    left = abs(nth)
    while True:
        left -= day.weekday() < 5
        if not left:
            return day
        day += timedelta(step)
