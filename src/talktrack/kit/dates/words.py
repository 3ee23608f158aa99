"""The words of dates: months, weekdays, numbers, units. And a text cut into words once, for every parser to read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from talktrack.kit.dates.due import Settings

P = ParamSpec("P")
T = TypeVar("T")
Phrases = dict[str, list[list[str]]]
"""Phrases by their first word, the longest first."""

_MONTHS = "January February March April May June July August September October November December"
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
MONTH_NAMES = tuple(_MONTHS.split())
WEEKDAY_NAMES = tuple(_WEEKDAYS.split())


def _numbered(names: str, start: int = 1) -> dict[str, int]:
    """Each word of "a b/c" with the number of its place; words joined by / share one."""
    return {word: n for n, group in enumerate(names.split(), start) for word in group.split("/")}


MONTHS = _numbered(
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
    "september/sep/sept october/oct november/nov december/dec"
)
WEEKDAYS = _numbered(
    "monday/mon tuesday/tue/tues wednesday/wed/weds thursday/thu/thur/thurs friday/fri saturday/sat sunday/sun", 0
)
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month in which each begins, north of the equator."""
NUMBERS = _numbered(
    "a/an/one/another two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
) | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
) | {"thirtieth": 30}
UNITS = {
    word: name
    for name, group in {
        "day": "day days",
        "workday": "workday workdays",
        "week": "week weeks wk wks",
        "fortnight": "fortnight fortnights",
        "month": "month months mth mths mos",
        "quarter": "quarter quarters",
        "year": "year years yr yrs",
        "hour": "hour hours hr hrs",
        "minute": "minute minutes min mins",
    }.items()
    for word in group.split()
}
_SAME = {
    "\n": ";",
    "’": "'",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "tmw": "tomorrow",
    "tonite": "tonight",
    "tommorow": "tomorrow",
    "nxt": "next",
}
_TOKEN = re.compile(
    r"https?://\S+"
    r"|[0-9]{1,2}(?:st|nd|rd|th)(?![^\W_])"  # 21st
    r"|(?<![^\W_])[qh][1-4](?![0-9])"  # Q1, H2
    r"|(?<![^\W_])[1-4][qh](?=[0-9]{2}|[^\w]|$)"  # 1Q25
    r"|[0-9]+(?:[-.,/:][0-9]+)*"  # 12, 12/3, 2025-03-01, 10:30
    r"|[^\W\d_]+"  # letters
    r"|\n(?=[^\S\n]*(?:[-\n*•#>]|[0-9]+[.)]\s))"  # a line that does not run on
    r"|\S",
    re.IGNORECASE,
)
_BEYOND = 40
"""More empty words than any parser looks ahead, or back from the start."""
_ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)")


@dataclass(frozen=True)
class Words:
    """A text as words, with what is needed to make dates of them."""

    source: str
    words: list[str]
    """In lower case; digits joined by . , / : or - are one word. Empty ones follow, so that every place has one."""
    starts: list[int]
    ends: list[int]
    today: date
    settings: Settings
    memo: dict[tuple[object, ...], object] = field(default_factory=dict)
    """What parsers have made of a place already: see `remembered`."""

    def at(self, i: int) -> str:
        """The word at a place; empty beyond either end."""
        return self.words[i]

    def match(self, i: int, phrases: Phrases) -> int:
        """The place after the longest of the phrases that starts here; 0 where none does."""
        for phrase in phrases.get(self.words[i], ()):
            if len(phrase) == 1 or self.words[i : i + len(phrase)] == phrase:
                return i + len(phrase)
        return 0

    def skip(self, i: int, phrases: Phrases) -> int:
        """The place after the phrase that starts here, or this place where none does."""
        return self.match(i, phrases) or i

    def glued(self, i: int) -> bool:
        """Whether no space stands before this word."""
        return 0 < i < len(self.starts) and self.starts[i] == self.ends[i - 1]

    def capital(self, i: int) -> bool:
        """Whether this word is written with a capital."""
        return 0 <= i < len(self.starts) and self.source[self.starts[i]].isupper()


def cut(source: str, today: date, settings: Settings) -> Words:
    """The text as words, in one pass."""
    tokens = list(_TOKEN.finditer(source))
    words = [t.group().lower() for t in tokens]
    return Words(
        source,
        [_SAME.get(word, word) for word in words] + [""] * _BEYOND,
        [t.start() for t in tokens],
        [t.end() for t in tokens],
        today,
        settings,
    )


def remembered(
    parse: Callable[Concatenate[Words, int, P], T | None],
) -> Callable[Concatenate[Words, int, P], T | None]:
    """The parser, asked once per place, so that no text can make it slow. A day that no calendar has is no match."""

    @wraps(parse)
    def asked_once(words: Words, i: int, *args: P.args, **kwargs: P.kwargs) -> T | None:
        key = (parse, i, *args)
        if key not in words.memo:
            try:
                words.memo[key] = parse(words, i, *args, **kwargs)
            except (ValueError, OverflowError):
                words.memo[key] = None
        return cast("T | None", words.memo[key])

    return cast("Callable[Concatenate[Words, int, P], T | None]", asked_once)


@cache
def phrases(*texts: str) -> Phrases:
    """Phrases as `Words.match` reads them: words with spaces between; a text may give several, with | between."""
    made: Phrases = {}
    split = [phrase.split() for text in texts for phrase in text.split("|")]
    for words in sorted(split, key=len, reverse=True):
        made.setdefault(words[0], []).append(words)
    return made


def whole(words: Words, i: int, low: int, high: int) -> int | None:
    """The number that stands here alone, where it lies within the bounds."""
    word = words.at(i)
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 4 and low <= int(word) <= high else None


def small(words: Words, i: int) -> int | None:
    """A number below a hundred, in figures or as one word."""
    return whole(words, i, 1, 99) or NUMBERS.get(words.at(i))


def ordinal(words: Words, i: int) -> tuple[int, int] | None:
    """ "21st", "third", "twenty-first": the number and the place after it."""
    if found := _ORDINAL.fullmatch(words.at(i)):
        return int(found.group(1)), i + 1
    if words.at(i) in TENS:
        after = i + 1 + (words.at(i + 1) == "-")
        ones = ORDINALS.get(words.at(after), 0)
        return (TENS[words.at(i)] + ones, after + 1) if 0 < ones < 10 else None
    return (ORDINALS[words.at(i)], i + 1) if words.at(i) in ORDINALS else None


def year(words: Words, i: int) -> tuple[int, int] | None:
    """ "2025", "'25": the year and the place after it."""
    if words.at(i) == "'" and len(words.at(i + 1)) == 2 and (short := whole(words, i + 1, 0, 99)) is not None:
        return 2000 + short, i + 2
    found = whole(words, i, 1900, 2199)
    return None if found is None else (found, i + 1)
