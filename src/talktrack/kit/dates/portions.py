"""A part of something longer: end of March, mid-February, early next week, the second Tuesday of May, EOM."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from talktrack.kit.dates.days import add
from talktrack.kit.dates.holidays import holiday
from talktrack.kit.dates.months import month, month_and_day
from talktrack.kit.dates.narrowing import narrow, nth_of
from talktrack.kit.dates.numeric import numeric
from talktrack.kit.dates.periods import bare_period, period
from talktrack.kit.dates.readings import Kind, Reading, a_day, stretch
from talktrack.kit.dates.today import day_word
from talktrack.kit.dates.weekdays import weekday
from talktrack.kit.dates.words import UNITS, Words, ordinal, phrases, remembered, small

_PARTS = {
    "end": ("end of", "the end of", "the very end of", "end", "end -", "close of", "the close of", "end in"),
    "late": (
        "late",
        "late in",
        "late -",
        "later in",
        "towards the end of",
        "toward the end of",
        "near the end of",
        "the back end of",
        "back end of",
        "the latter part of",
    ),
    "later": ("later", "the rest of", "the remainder of"),
    "start": ("start of", "the start of", "beginning of", "the beginning of", "top of", "the top of", "start -"),
    "early": ("early", "early in", "early -", "the early part of", "first thing"),
    "mid": ("mid", "mid -", "middle of", "the middle of", "midway through", "halfway through"),
    "first half": ("the first half of", "first half of"),
    "second half": ("the second half of", "second half of"),
}
_PART_PHRASES = phrases(*(p for group in _PARTS.values() for p in group))
_PART_OF = {p: name for name, group in _PARTS.items() for p in group}
_ACRONYMS = {"eod": "day", "eob": "day", "cob": "day", "cop": "day", "eow": "week", "eom": "month", "eoq": "quarter"}
_ACRONYMS |= {"eoy": "year", "eofy": "fiscal year"}
_END_OF_DAY = phrases(
    "end of day | end of the day | end of play | end of business | end of the business day | "
    "end of working day | end of the working day | end of today | close of business | close of play | "
    "the end of the day | the close of business | the end of today | the close of play"
)
_UNIT_END = phrases("end", "- end", "' s end")
_OF = phrases("of", "on", "in", ",", "of the", "in the", "on the")
_THE = phrases("the", "the very", "on the")
_OF_OR_IN = phrases("of", "in")
PORTION_STARTS = frozenset([*_PART_PHRASES, *_ACRONYMS, *_END_OF_DAY])
_DEPTH = 3


@remembered
def portion(words: Words, i: int, depth: int = _DEPTH) -> Reading | None:
    """A part of a longer stretch. Parts of parts are read three deep."""
    if not depth:
        return None
    return (
        _some_of(words, i, depth)
        or _end_of_day(words, i)
        or _acronym(words, i)
        or _unit_end(words, i)
        or _midweek(words, i)
        or _nth_of(words, i, depth)
        or _named_part(words, i, depth)
    )


@remembered
def whole(words: Words, i: int, depth: int) -> Reading | None:
    """What a part can be of."""
    return (
        portion(words, i, depth - 1)
        or month_and_day(words, i)
        or holiday(words, i)
        or period(words, i)
        or month(words, i)
        or weekday(words, i)
        or day_word(words, i)
        or numeric(words, i)
        or bare_period(words, i)
    )


def _end_of_day(words: Words, i: int) -> Reading | None:
    """ "end of day Friday", "close of business tomorrow"; today where no day follows."""
    if "at" in {words.at(i - 1), words.at(i - 2)} and "the" in {words.at(i), words.at(i - 1)}:
        return None  # "at the end of the day" weighs what was said
    end = words.match(i, _END_OF_DAY) or (i + 1 if _ACRONYMS.get(words.at(i)) == "day" else 0)
    if not end:
        return None
    j = words.skip(end, _OF)
    found = day_word(words, j) or weekday(words, j) or month_and_day(words, j) or numeric(words, j)
    if found and found.kind is Kind.DAY:
        return replace(found, kind=Kind.PART)
    return replace(a_day(end, words.today), kind=Kind.PART)


def _acronym(words: Words, i: int) -> Reading | None:
    """ "EOM", "EOW next week", "EOM October", "EOY 2026"."""
    unit = _ACRONYMS.get(words.at(i))
    if not unit:
        return None
    j = words.skip(i + 1, _OF)
    target = period(words, j) or month(words, j)
    if target and target.kind in {Kind.WEEK, Kind.MONTH, Kind.LONG}:
        return narrow(words, "end", target)
    this = bare_period(words, i, unit)
    return narrow(words, "end", this) if this else None


def _unit_end(words: Words, i: int) -> Reading | None:
    """ "month-end", "year end 2026", "the quarter's end", "March end", "Q1 end"."""
    target = bare_period(words, i) or period(words, i) or month(words, i)
    if not target or not (end := words.match(target.end, _UNIT_END)):
        return None
    named = period(words, words.skip(end, _OF)) if target.kind is Kind.LONG else None
    if named and named.kind is Kind.LONG:
        return narrow(words, "end", named)
    return narrow(words, "end", target.to(end))


def _midweek(words: Words, i: int) -> Reading | None:
    end = words.match(i, phrases("midweek", "mid week", "mid - week"))
    if not end:
        return None
    target = period(words, words.skip(end, _OF))
    this = bare_period(words, i, "week")
    if target and target.kind is Kind.WEEK:
        return narrow(words, "mid", target)
    return narrow(words, "mid", this.to(end)) if this else None


def _named_part(words: Words, i: int, depth: int) -> Reading | None:
    after = words.match(i, _PART_PHRASES)
    if not after:
        return None
    name = _PART_OF[" ".join(words.words[i:after])]
    target = whole(words, after, depth)
    if not target or target.kind is Kind.PAST:
        return None
    if words.at(after - 1) in {"end", "late", "early", "later"} and target.end == after:
        return None
    return narrow(words, name, target)


def _nth_of(words: Words, i: int, depth: int) -> Reading | None:
    """ "the second Tuesday of May", "the first week of June", "the last day of the month", "the 3rd of May"."""
    j = words.skip(i, phrases("the", "the very", "on the"))
    if words.at(j) in {"last", "final"}:
        nth, j = -1, j + 1
    elif found := ordinal(words, j):
        nth, j = found
    else:
        return None
    what = words.at(j)
    workday = words.match(j, phrases("working day", "business day", "workday", "work day"))
    if workday:
        what, j = "workday", workday - 1
    by_number = what == "of"
    after = words.match(j if by_number else j + 1, phrases("of", "in", "of the", "in the")) or j + 1
    target = whole(words, after - (words.at(after - 1) == "the"), depth)
    if not target or target.kind not in {Kind.MONTH, Kind.LONG, Kind.WEEK} or nth == 0:
        return None
    return nth_of(target, "day" if by_number else what, nth)


def _some_of(words: Words, i: int, depth: int) -> Reading | None:
    """ "the first two weeks of May", "the last 3 days of the month"."""
    j = words.skip(i, _THE)
    number = small(words, j + 1)
    unit = UNITS.get(words.at(j + 2))
    if words.at(j) not in {"first", "last", "final"} or not number or unit not in {"day", "week", "month"}:
        return None
    after = words.match(j + 3, _OF_OR_IN)
    target = whole(words, after, depth) if after else None
    if not target or target.kind not in {Kind.MONTH, Kind.LONG}:
        return None
    if words.at(j) == "first":
        days = target.first, add(target.first, number, unit) - timedelta(1)
    else:
        days = add(target.last, -number, unit) + timedelta(1), target.last
    return stretch(target.end, Kind.PART, days) if target.first <= days[0] <= days[1] <= target.last else None
