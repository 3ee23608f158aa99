"""Dates with the name of a month: March 15, 2025 · the first of May · 3 to 5 November · June 2026."""

from __future__ import annotations

import re
from datetime import date

from talktrack.kit.dates.days import add_months, months_of
from talktrack.kit.dates.numeric import coming
from talktrack.kit.dates.readings import Kind, Reading, a_day, past, stretch
from talktrack.kit.dates.words import MONTH_NAMES, MONTHS, Words, ordinal, phrases, remembered, whole, year

_THE = phrases("the")
_JOIN = phrases("-", "/", ".", "of", ",")
_COMMA = phrases(",", "of", ", of", "-", "/", ".")
_MONTH_OF = phrases("month of", "the month of")
_AFTER_MONTH = phrases("-", "/", ". the", ".", "the")
_RANGE = re.compile(r"([0-3]?[0-9])-([0-3]?[0-9])")
_THROUGH = {"to", "-", "–", "—", "and", "or", "through", "until", "till"}
_VERBS_TOO = {"may", "march", "mar"}


@remembered
def month_and_day(words: Words, i: int) -> Reading | None:
    """ "March 15, 2025", "Feb 3rd", "3 February", "the first of May 2026", "14-Oct-2026"."""
    if month := MONTHS.get(words.at(i)):
        j = words.skip(i + 1, _AFTER_MONTH)
        if found := _day_number(words, j):
            day, end = found
            verb = words.at(i) in _VERBS_TOO and not words.capital(i) and words.at(end).isalpha()
            return _dated(words, end, month, day, weak=verb)
        return None
    if (written := year(words, i)) and (month := MONTHS.get(words.at(j := words.skip(written[1], _JOIN)))):
        found = _day_number(words, words.skip(j + 1, _JOIN))
        return a_day(found[1], date(written[0], month, found[0]), yearless=False) if found else None
    j = words.skip(i, _THE)
    if (found := _day_number(words, j)) and (month := MONTHS.get(words.at(k := words.skip(found[1], _JOIN)))):
        verb = words.at(k) in _VERBS_TOO and not words.capital(k) and words.at(k + 1).isalpha()
        return None if verb else _dated(words, k + 1 + (words.at(k + 1) == "."), month, found[0])
    return None


def _day_range(words: Words, i: int) -> tuple[int, int, int] | None:
    """ "5-7", "3 to 5", "3rd – 5th": first day, last day, and the place after them."""
    word = words.at(i)
    if found := _RANGE.fullmatch(word):
        return int(found[1]), int(found[2]), i + 1
    first = _day_number(words, i)
    if not first or words.at(first[1]) not in _THROUGH:
        return None
    last = _day_number(words, words.skip(first[1] + 1, _THE))
    return (first[0], *last) if last and first[0] < last[0] else None


@remembered
def days_of_month(words: Words, i: int) -> Reading | None:
    """ "March 3-7", "3 to 5 November 2026", "3rd and 4th of May"."""
    named = MONTHS.get(words.at(i))
    j = words.skip(i + 1 if named else words.skip(i, _THE), _AFTER_MONTH)
    days = _day_range(words, j)
    if not days:
        return None
    end = days[2]
    if not named:
        end = words.skip(end, _JOIN)
        named = MONTHS.get(words.at(end))
        end += 1
    if not named:
        return None
    last = _dated(words, end, named, days[1])
    return stretch(last.end, Kind.PART, (last.first.replace(day=days[0]), last.first), yearless=last.yearless)


def _day_number(words: Words, i: int) -> tuple[int, int] | None:
    if (plain := whole(words, i, 1, 31)) and words.at(i)[0] != "'":
        return plain, i + 1
    found = ordinal(words, i)
    return found if found and 1 <= found[0] <= 31 else None


def _dated(words: Words, end: int, month: int, day: int, *, weak: bool = False) -> Reading:
    j = words.skip(end, _COMMA)
    if written := _year(words, j):
        return a_day(written[1], date(written[0], month, day), yearless=False)
    if j > end and words.glued(end) and words.at(end) in "-/" and (short := whole(words, j, 20, 99)):
        return a_day(j + 1, date(2000 + short, month, day), yearless=False)
    return a_day(end, coming(words.today, month, day), weak=weak)


def _year(words: Words, i: int) -> tuple[int, int] | None:
    """The year that a month belongs to: "2027", "'27", "next year"."""
    if end := words.match(i, phrases("next year | of next year | this year | of this year")):
        return words.today.year + (words.at(end - 2) == "next"), end
    return year(words, i)


@remembered
def month(words: Words, i: int) -> Reading | None:
    """ "March", "next March", "the month of May", "June 2026", "Mar '26"."""
    if words.at(i) in {"last", "past", "previous"} and words.at(i + 1) in MONTHS:
        return past(i + 2, words.today)
    ahead = words.at(i) if words.at(i) in {"this", "next", "coming"} else ""
    i += bool(ahead)
    i = words.skip(i, _MONTH_OF)
    number = MONTHS.get(words.at(i))
    if not number:
        return None
    if ahead == "this" and words.at(i) in _VERBS_TOO and not words.capital(i) and words.at(i + 1).isalpha():
        return None  # "this may not be enough"
    end = i + 1 + (words.at(i + 1) == "." and len(words.at(i)) < 5 and bool(year(words, i + 2)))
    if written := _year(words, words.skip(end, _COMMA)):
        return stretch(written[1], Kind.MONTH, months_of(written[0], number, 1), yearless=False)
    first = date(words.today.year, number, 1)
    if ahead == "next":
        days = months_of(first.year + 1, number, 1)
        return stretch(i + 1, Kind.MONTH, days, f"next {MONTH_NAMES[number - 1]} is that of next year")
    if add_months(first, 1) <= words.today:
        first = add_months(first, 12)
    return stretch(i + 1, Kind.MONTH, months_of(first.year, number, 1), weak=not ahead)
