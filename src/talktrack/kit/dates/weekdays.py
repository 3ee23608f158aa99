"""Dates with the name of a weekday or a number of the month: next Friday · Friday week · Tue 4 Mar · the 21st."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from talktrack.kit.dates.days import add_months, months_of, week_of, weekday_after
from talktrack.kit.dates.due import Certainty, NextWeekday, Order
from talktrack.kit.dates.months import month_and_day
from talktrack.kit.dates.numeric import numeric
from talktrack.kit.dates.readings import Kind, Reading, a_day, past
from talktrack.kit.dates.words import (
    MONTH_NAMES,
    WEEKDAY_NAMES,
    WEEKDAYS,
    Words,
    ordinal,
    phrases,
    remembered,
    whole,
)
from talktrack.kit.words import word_set

_THE = phrases("the")
_AHEAD = word_set("this next coming upcoming following last past previous")
_LATER = {"week": 7, "fortnight": 14}
_WEEKS = (
    (2, phrases("the week after next", "of the week after next", "in the week after next")),
    (1, phrases("next week", "of next week", "in next week", "the following week", "of the following week")),
    (0, phrases("this week", "of this week")),
)
_SHORT_WORDS = word_set("sun sat wed")
_AFTER_ORDINAL = word_set(
    "and or at so if to with when because but that i we you he she they it by for then please unless which latest in "
    "on from will is works about as"
)

_AFTER_NUMBER = (_AFTER_ORDINAL - word_set("or of to")) | frozenset(".,;!?)")


@remembered
def weekday(words: Words, i: int) -> Reading | None:
    """ "Friday", "this Friday", "next Friday", "Friday week", "Friday of next week", "Tuesday, March 4th"."""
    ahead = words.at(i) if words.at(i) in _AHEAD else ""
    j = i + bool(ahead)
    if words.at(j) == "next" and ahead in {"the", "this"}:  # "the next Friday", "this next Friday"
        ahead, j = "coming", j + 1
    number = WEEKDAYS.get(words.at(j))
    if number is None or (words.at(j + 1) == "s" and words.glued(j + 1)):
        return None
    if ahead in {"last", "past", "previous"}:
        return None if words.match(j + 1, phrases("in", "of")) else past(j + 1, words.today)
    end = j + 1 + (words.at(j + 1) == "." and words.at(j + 2) != "")
    return _with_date(words, end, number) or _with_week(words, j + 1, number) or _plain(words, j + 1, number, ahead)


def _with_date(words: Words, end: int, number: int) -> Reading | None:
    """The date that a weekday stands before: the date counts, the weekday confirms it or tells how 4/11 is meant."""
    j = words.skip(words.skip(end, phrases(",", "(", "-")), phrases("the", "on", "on the"))
    found = month_and_day(words, j) or numeric(words, j) or _the_nth(words, j, number)
    if not found or found.kind is not Kind.DAY:
        return _with_number(words, j, number)
    if (
        found.first.weekday() != number
        and (turned := numeric(_turned(words), j))
        and turned.first.weekday() == number
    ):
        found = turned
    if found.first.weekday() == number:
        return replace(found, weak=False, convention="", certainty=Certainty.EXACT)
    convention = f"{found.first.day} {MONTH_NAMES[found.first.month - 1]} is no {WEEKDAY_NAMES[number]}"
    return replace(found, weak=False, convention=convention, certainty=Certainty.CONVENTION)


def _with_number(words: Words, i: int, weekday: int) -> Reading | None:
    """ "Friday 19": the number of the day, where one of the next two months has it on that weekday; else an hour."""
    number, after = whole(words, i, 1, 31), words.at(i + 1)
    if not number or (after and after not in _AFTER_NUMBER):
        return None
    day = coming_number(words.today, number)
    for _ in range(2):
        if day.weekday() == weekday:
            return a_day(i + 1, day)
        day = coming_number(day + timedelta(1), number)
    return None


def _turned(words: Words) -> Words:
    """The same words for a reader who has day and month the other way round."""
    other = Order.DAY_MONTH if words.settings.order is Order.MONTH_DAY else Order.MONTH_DAY
    return replace(words, settings=replace(words.settings, order=other), memo={})


def _the_nth(words: Words, i: int, weekday: int) -> Reading | None:
    found = ordinal(words, i)
    if not found or not 1 <= found[0] <= 31 or not (words.at(i)[0].isdigit() or words.at(i - 1) == "the"):
        return None
    day = coming_number(words.today, found[0])
    for _ in range(12):  # "Wed 13th": the next month in which the 13th is a Wednesday
        if day.weekday() == weekday:
            return a_day(found[1], day)
        day = coming_number(day + timedelta(1), found[0])
    return a_day(found[1], coming_number(words.today, found[0]))


@remembered
def day_number(words: Words, i: int) -> Reading | None:
    """ "the 21st": the next day of that number. Not "the 21st century"."""
    j = words.skip(i, _THE)
    found = ordinal(words, j) if words.at(j)[:1].isdigit() else None
    if not found or not 1 <= found[0] <= 31:
        return None
    if words.at(found[1]).isalpha() and words.at(found[1]) not in _AFTER_ORDINAL:
        return None
    return a_day(found[1], coming_number(words.today, found[0]), weak=True)


def coming_number(today: date, number: int) -> date:
    """The next day of that number, today included, in a month that has it."""
    for months in range(3):
        month_start = add_months(today.replace(day=1), months)
        days = months_of(month_start.year, month_start.month, 1)
        day = days[0] + timedelta(number - 1)
        if today <= day <= days[1]:
            return day
    raise ValueError(number)


def _with_week(words: Words, end: int, number: int) -> Reading | None:
    if (later := _LATER.get(words.at(end))) and words.at(end + 1) not in {"after", "before", "of"}:
        name = f"{WEEKDAY_NAMES[number]} {words.at(end)}"
        day = weekday_after(words.today, number) + timedelta(later)
        return a_day(end + 1, day, f"{name} is {later} days after the coming {WEEKDAY_NAMES[number]}")
    for weeks, phrase in _WEEKS:
        if after := words.match(end, phrase):
            monday = week_of(words.today)[0]
            return a_day(after, monday + timedelta(7 * weeks + number))
    return None


def _plain(words: Words, end: int, number: int, ahead: str) -> Reading:
    name = WEEKDAY_NAMES[number]
    coming_day = weekday_after(words.today, number)
    if words.at(end) == "next" and words.at(end + 1) not in {"week", "month", "year"}:
        ahead, end = "next", end + 1
    if words.match(end, phrases("after next")):
        return a_day(end + 2, coming_day + timedelta(7), f"the {name} after the coming one")
    if ahead == "this" and number == words.today.weekday():
        return a_day(end, words.today, f"this {name} is today")
    if ahead == "next" and words.settings.next_weekday is NextWeekday.NEXT_WEEK:
        day = week_of(words.today)[0] + timedelta(7 + number)
        return a_day(end, day, f"next {name} is the {name} of next week")
    if ahead == "next":
        return a_day(end, coming_day, f"next {name} is the first {name} to come")
    convention = ""
    if not ahead and number == words.today.weekday():
        convention = f"{name}, said on a {name}, is that of next week"
    word = words.at(end - 1)
    return a_day(end, coming_day, convention, weak=word in _SHORT_WORDS and not words.capital(end - 1))
