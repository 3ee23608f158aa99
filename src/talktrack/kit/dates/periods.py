"""Weeks, months, quarters, halves, years and seasons: "next quarter", "Q1 2026", "the week of March 3", "FY27"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from talktrack.kit.dates.days import months_of
from talktrack.kit.dates.months import month_and_day
from talktrack.kit.dates.numeric import calendar_week, numeric
from talktrack.kit.dates.readings import Kind, Reading, a_day, past, stretch
from talktrack.kit.dates.units import of_unit, week, weekend
from talktrack.kit.dates.weekdays import day_number, weekday
from talktrack.kit.dates.words import SEASONS, UNITS, WEEKDAYS, Words, phrases, remembered, year
from talktrack.kit.dates.years import fiscal_year, in_year, one_season, quarter

_NOW = ("this", "current", "the current")
_AHEAD_WORDS = phrases(
    *_NOW, "next | coming | upcoming | following | the next | the coming | the upcoming | the following | this coming"
)
_ARTICLE = phrases("the", "our", "my", "this", "the current", "the calendar", "calendar")
_GONE = phrases("last", "the last", "past", "the past", "previous", "the previous")
_FISCAL = phrases("fiscal", "financial", "business", "calendar", "full")
_AFTER_NEXT = phrases("the week after next", "week after next", "the month after next", "month after next")
_AFTER_NEXT_LONG = phrases("the quarter after next", "the year after next", "year after next", "quarter after next")
_WEEK_OF = phrases(
    "week of | week commencing | week beginning | week starting | week of the | week from | w / c | wc | wk of"
)
_WEEK_TO = phrases("week ending", "w / e", "week to")
_OF = phrases("of", "in", ",", "-", "/", "of the", "in the")
_ON = phrases("on", ", on", "(")
_THE_WEEKEND = phrases("the weekend", "weekend")
_THE_YEAR = phrases("next year", "the next year", "this year", "the year", "the coming year")


@remembered
def period(words: Words, i: int) -> Reading | None:
    """A stretch of the calendar, whatever its length."""
    return (
        calendar_week(words, i)
        or _week_by_day(words, i)
        or _after_next(words, i)
        or _ahead(words, i)
        or quarter(words, i)
        or fiscal_year(words, i)
        or in_year(words, i)
    )


def _week_by_day(words: Words, i: int) -> Reading | None:
    i = words.skip(i, phrases("the"))
    to = words.match(i, _WEEK_TO)
    after = to or words.match(i, _WEEK_OF)
    if not after:
        return None
    found = month_and_day(words, after) or numeric(words, after) or weekday(words, after) or day_number(words, after)
    if not found or found.kind is not Kind.DAY:
        return None
    if to:
        return stretch(found.end, Kind.WEEK, (found.first - timedelta(6), found.first), pick=found.first)
    return week(words, found.end, found.first)


def _day_of_week(words: Words, week: Reading) -> Reading:
    """ "next week Friday", "next week on Friday"."""
    i = words.skip(week.end, _ON)
    number = WEEKDAYS.get(words.at(i))
    return week if number is None else a_day(i + 1, week.first + timedelta(number))


@remembered
def bare_period(words: Words, i: int, unit: str = "") -> Reading | None:
    """ "the week", "quarter", "our fiscal year": the one that runs, where the words around make a date of it.

    With a unit given, the word here is taken for it, whatever it is.
    """
    j = i if unit else words.skip(i, _ARTICLE)
    named = unit or words.at(j)
    fiscal = named.startswith(("fiscal", "financial", "business"))
    j += bool(fiscal and not unit)
    named = named.split()[-1] if unit else UNITS.get(words.at(j), words.at(j))
    if named == "decade":
        first = date(words.today.year // 10 * 10, 1, 1)
        return stretch(j + 1, Kind.LONG, months_of(first.year, 1, 120))
    if named == "weekend":
        return weekend(words, j + 1, 0)
    if named not in {"week", "month", "quarter", "half", "year"} or (words.at(j).endswith("s") and not unit):
        return None
    if named == "year" and (written := year(words, j + 1)):  # "mid year 2026"
        return stretch(written[1], Kind.LONG, months_of(written[0], 1, 12), yearless=False)
    return of_unit(words, j + 1, named, 0, fiscal=fiscal)


def _after_next(words: Words, i: int) -> Reading | None:
    end = words.match(i, _AFTER_NEXT) or words.match(i, _AFTER_NEXT_LONG)
    return of_unit(words, end, UNITS[words.at(end - 3)], 2) if end else None


def _ahead(words: Words, i: int) -> Reading | None:
    """ "this month", "next quarter", "the coming year", "the current fiscal year"; "last week" is past."""
    if end := words.match(i, _THE_WEEKEND):
        return replace(weekend(words, end, 0), weak=True)
    after = words.match(i, _GONE)
    if after and UNITS.get(words.at(after)) and not words.match(after + 1, _OF):
        return past(after + 1, words.today)
    after = words.match(i, _AHEAD_WORDS)
    if not after:
        return None
    said = " ".join(words.words[i:after])
    ahead = int(said not in _NOW)
    end = words.skip(after, _FISCAL)
    fiscal = words.at(after) in {"fiscal", "financial", "business"}
    unit = "half" if words.at(end) == "half" else UNITS.get(words.at(end), words.at(end))
    if unit in SEASONS:
        return one_season(words, end + 1, unit, None, skip=said == "next")
    if unit == "weekend":
        return weekend(words, end + 1, ahead)
    if words.at(end) not in {"week", "month", "quarter", "half", "year", "wk"}:
        return None
    found = of_unit(words, end + 1, unit, ahead, fiscal=fiscal)
    return _day_of_week(words, found) if unit == "week" else found
