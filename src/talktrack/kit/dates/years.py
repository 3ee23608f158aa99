"""Parts of a year and years: Q1 2026, the second half of 2027, FY27, this spring, the new year, 2028."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from talktrack.kit.dates.days import add_months, months_of, part_of_year
from talktrack.kit.dates.readings import Kind, Reading, stretch
from talktrack.kit.dates.units import MONTHS_IN, months_said, of_unit
from talktrack.kit.dates.words import SEASONS, Words, ordinal, phrases, remembered, whole, year

_OF = phrases("of", "in", ",", "-", "/", "of the", "in the")
_THE = phrases("the")
_DASH = phrases("-", ",")
_QUARTER = re.compile(r"([1-4])([qh])|([qh])([1-4])")
_FISCAL_YEAR = phrases("fy | fiscal | fiscal year | financial year")
_THE_YEAR = phrases("next year", "the next year", "this year", "the year", "the coming year")


@dataclass(frozen=True)
class Part:
    """ "Q1", "H2": which quarter or half, before its year is known."""

    number: int
    months: int
    end: int
    worded: bool
    """Whether it was written out, as in "the first half"."""
    starts: int
    """The month in which its year begins."""


@remembered
def quarter(words: Words, i: int) -> Reading | None:
    """ "Q1", "Q1 FY26", "2025 Q3", "FY26 Q2", "1Q25", "first quarter of next year", "second half of 2026"."""
    before = _year_before(words, i)
    part = _part(words, words.skip(before[1], _DASH) if before else words.skip(i, _THE))
    if not part:
        return None
    after = None if before else _year_after(words, part)
    written = before or after
    if part.worded and part.months == 6 and not written:
        return None  # "the second half of the meeting"
    return _dated(words, part, written[0] if written else None, after[1] if after else part.end)


def _part(words: Words, i: int) -> Part | None:
    starts = 1 if words.at(i) == "calendar" else words.settings.fiscal_year_starts
    i += words.at(i) == "calendar"
    if found := _QUARTER.fullmatch(words.at(i)):
        number, months = int(found[1] or found[4]), 3 if (found[2] or found[3]) == "q" else 6
        part = Part(number, months, i + 1, False, starts)
    elif (nth := ordinal(words, i)) and words.at(nth[1]) in {"quarter", "half"}:
        part = Part(nth[0], MONTHS_IN[words.at(nth[1])], nth[1] + 1, True, starts)
    else:
        return None
    return part if 0 < part.number * part.months <= 12 else None


def _dated(words: Words, part: Part, written: int | None, end: int) -> Reading:
    """The part in its year: the one written, else the first that is not over. Fiscal years are named by their end."""
    first = date(written or words.today.year, part.starts, 1)
    first = add_months(first, (part.number - 1) * part.months - (12 if part.starts > 1 else 0))
    while not written and add_months(first, part.months) <= words.today:
        first = add_months(first, 12)
    days = part_of_year(first, part.months, part.starts)
    name = f"{'Q' if part.months == 3 else 'H'}{part.number}"
    return stretch(end, Kind.LONG, days, f"{name} is {months_said(days)}", yearless=written is None)


def _year_before(words: Words, i: int) -> tuple[int, int] | None:
    """ "2025" or "FY26", where a quarter follows."""
    if words.at(i).isdigit():
        return year(words, i)
    return _fiscal_number(words, i)


def _year_after(words: Words, part: Part) -> tuple[int, int] | None:
    """A year after a quarter: "2026", "'26", "FY26", "next year"; two figures where nothing stands between."""
    if words.glued(part.end) and (short := whole(words, part.end, 20, 99)):
        return 2000 + short, part.end + 1
    i = words.skip(part.end, _OF)
    if found := year(words, i) or _fiscal_number(words, i):
        return found
    after = words.match(i, _THE_YEAR)
    if not after:
        return None
    this_year = part_of_year(words.today, 12, part.starts)[1].year
    return this_year + (words.at(after - 2) in {"next", "coming"}), after


def _fiscal_number(words: Words, i: int) -> tuple[int, int] | None:
    """ "FY27", "FY 2027", "FY26/27", "fiscal 2027": the year in which it ends, and the place after it."""
    j = words.match(i, _FISCAL_YEAR)
    if not j:
        return None
    j += words.at(j) == "'"
    tail = words.at(j).rpartition("/")[2]
    if not (tail.isascii() and tail.isdigit() and len(tail) in {2, 4}):
        return None
    return int(tail) + (2000 if len(tail) == 2 else 0), j + 1


@remembered
def fiscal_year(words: Words, i: int) -> Reading | None:
    """ "FY27", "financial year 2027", "this FY"."""
    if found := _fiscal_number(words, i):
        starts = words.settings.fiscal_year_starts
        days = months_of(found[0] - (starts > 1), starts, 12)
        return stretch(found[1], Kind.LONG, days, f"the fiscal year is {months_said(days)}", yearless=False)
    j = words.match(i, phrases("fy | next fy | this fy | the fy"))
    return of_unit(words, j, "year", int(words.at(i) == "next"), fiscal=True) if j else None


def in_year(words: Words, i: int) -> Reading | None:
    """ "this spring", "the new year", "2028"."""
    return _season(words, i) or _new_year(words, i) or _bare_year(words, i)


def _season(words: Words, i: int) -> Reading | None:
    j = words.skip(i, _THE)
    if words.at(j) not in SEASONS:
        return None
    end = words.skip(j + 1, phrases("of", ",")) if year(words, words.skip(j + 1, phrases("of", ","))) else j + 1
    return one_season(words, end, words.at(j), year(words, end))


def one_season(words: Words, end: int, name: str, written: tuple[int, int] | None, *, skip: bool = False) -> Reading:
    start = SEASONS[name]
    days = months_of(written[0] if written else words.today.year - 1, start, 3)
    while not written and days[1] < words.today:
        days = months_of(days[0].year + 1, start, 3)
    if skip and (days[0] <= words.today or days[0].year == words.today.year):
        days = months_of(days[0].year + 1, start, 3)
    convention = f"{name} is {months_said(days)}"
    return stretch(
        written[1] if written else end,
        Kind.LONG,
        days,
        convention,
        weak=not written and not skip,
        yearless=not written,
    )


def _new_year(words: Words, i: int) -> Reading | None:
    end = words.match(i, phrases("the new year", "new year"))
    if not end or words.at(end) == "'":
        return None
    days = months_of(words.today.year + 1, 1, 1)
    return stretch(end, Kind.LONG, days, "the new year is January")


def _bare_year(words: Words, i: int) -> Reading | None:
    found = year(words, i)
    if not found or words.at(found[1]) == "'":
        return None
    days = months_of(found[0], 1, 12)
    return stretch(found[1], Kind.LONG, days, weak=True, yearless=False)
