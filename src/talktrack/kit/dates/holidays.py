"""Days with a name: fixed ones, nth weekdays, and those that hang on Easter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from talktrack.kit.dates.days import easter, months_of, nth_weekday, weekday_after
from talktrack.kit.dates.readings import Reading, a_day, past
from talktrack.kit.dates.words import WEEKDAYS, Words, phrases, remembered, year

_FIXED = {
    "christmas eve": (12, 24),
    "xmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "xmas": (12, 25),
    "boxing day": (12, 26),
    "new year ' s eve": (12, 31),
    "new years eve": (12, 31),
    "new year eve": (12, 31),
    "new year ' s day": (1, 1),
    "new years day": (1, 1),
    "new year day": (1, 1),
    "new year ' s": (1, 1),
    "the turn of the year": (12, 31),
    "turn of the year": (12, 31),
    "valentine ' s day": (2, 14),
    "valentines day": (2, 14),
    "st patrick ' s day": (3, 17),
    "st . patrick ' s day": (3, 17),
    "may day": (5, 1),
    "juneteenth": (6, 19),
    "independence day": (7, 4),
    "the fourth of july": (7, 4),
    "halloween": (10, 31),
    "guy fawkes night": (11, 5),
    "bonfire night": (11, 5),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
}
_NTH = {
    "mlk day": (1, "mon", 3),
    "martin luther king day": (1, "mon", 3),
    "presidents day": (2, "mon", 3),
    "presidents ' day": (2, "mon", 3),
    "president ' s day": (2, "mon", 3),
    "mother ' s day": (5, "sun", 2),
    "memorial day": (5, "mon", -1),
    "father ' s day": (6, "sun", 3),
    "labor day": (9, "mon", 1),
    "labour day": (9, "mon", 1),
    "columbus day": (10, "mon", 2),
    "thanksgiving day": (11, "thu", 4),
    "thanksgiving": (11, "thu", 4),
}
_EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "easter": 0,
    "ascension day": 39,
    "pentecost": 49,
    "whit sunday": 49,
    "whit monday": 50,
    "corpus christi": 60,
}
_NAMES = phrases(*_FIXED, *_NTH, *_EASTER, "black friday", "cyber monday")
HOLIDAY_STARTS = frozenset(_NAMES)
HOLIDAY_MARKS = frozenset(name.split()[-1] for name in (*_FIXED, *_NTH, *_EASTER)) - {"s"}
"""The last word of each name."""
_AHEAD = phrases("this", "next", "this coming", "the coming")


@remembered
def holiday(words: Words, i: int) -> Reading | None:
    """A day with a name, in the year written after it or the next to come."""
    if words.at(i) == "last" and words.match(i + 1, _NAMES):
        return past(words.match(i + 1, _NAMES), words.today)
    start = words.skip(i, _AHEAD)
    end = words.match(start, _NAMES)
    if not end:
        return None
    name = " ".join(words.words[start:end])
    in_year = _rule(name)
    convention = "as in the United States" if name in _NTH else ""
    j = words.skip(end, phrases(",", "of", "in"))
    if written := year(words, j):
        return a_day(written[1], in_year(written[0]), convention, yearless=False)
    day = in_year(words.today.year)
    return a_day(end, day if day >= words.today else in_year(words.today.year + 1), convention)


def _rule(name: str) -> Callable[[int], date]:
    """From a year to the day of that name."""
    if name in _FIXED:
        month, day = _FIXED[name]
        return lambda year: date(year, month, day)
    if name in _EASTER:
        return lambda year: easter(year) + timedelta(_EASTER[name])
    if name in _NTH:
        return lambda year: _nth(year, *_NTH[name])
    after_thanksgiving = WEEKDAYS["fri" if name == "black friday" else "mon"]
    return lambda year: weekday_after(_nth(year, *_NTH["thanksgiving"]), after_thanksgiving)


def _nth(year: int, month: int, weekday: str, nth: int) -> date:
    found = nth_weekday(*months_of(year, month, 1), WEEKDAYS[weekday], nth)
    assert found is not None  # every month has four of each
    return found
