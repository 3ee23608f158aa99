"""Lengths of time: two weeks, a couple of days, 4-6 months, a year and a half, ten working days."""

from __future__ import annotations

from dataclasses import dataclass, replace

from talktrack.kit.dates.words import NUMBERS, TENS, UNITS, Words, phrases, remembered

_WORKING = phrases("business", "working", "work", "calendar", "full", "more", "short", "-")
_ROUGH = {"few": (2.0, 4.0, 3.0), "couple": (2.0, 2.0, 2.0), "several": (3.0, 6.0, 5.0)}
"""Least, most, and the number to reckon with."""
_AFTER_ROUGH = phrases("of", "more", "short")
_HALF = phrases("and a half")
_SLACK = phrases("or so", "at most", "at the latest", "max", "maximum", "tops")
_GLUED = {"d": "day", "w": "week", "m": "month", "y": "year", "h": "hour"}


@dataclass(frozen=True)
class Length:
    """So many units."""

    least: float
    most: float
    usual: float
    """The number to reckon with."""
    end: int
    """The place after the words."""
    unit: str = ""
    convention: str = ""


@remembered
def length(words: Words, i: int) -> Length | None:
    """A number with its unit: "3 days", "two to three weeks", "half a year", "2w"."""
    number = _count(words, i)
    unit = _unit(words, number.end) if number else None
    if not number or not unit:
        return None
    found = replace(number, unit=unit[0], end=unit[1])
    if half := words.match(found.end, _HALF):  # "a year and a half"
        found = _half_more(found, half)
    elif words.match(found.end, phrases("or two")):
        found = replace(found, most=2, usual=2, end=found.end + 2)
    return replace(found, end=words.skip(found.end, _SLACK))


def _count(words: Words, i: int) -> Length | None:
    j = i + (words.at(i) in {"a", "the"} and words.at(i + 1) in _ROUGH)
    if rough := _ROUGH.get(words.at(j)):
        return Length(*rough, words.skip(j + 1, _AFTER_ROUGH), convention=f"a {words.at(j)} is {rough[2]:.0f}")
    if words.match(i, phrases("half a", "half an")):
        return Length(0.5, 0.5, 0.5, i + 2)
    low = _number(words, i)
    if not low:
        return None
    if (
        words.at(low.end) in {"to", "or", "-", "–"}
        and (high := _number(words, low.end + 1))
        and high.least > low.least
    ):
        return replace(high, least=low.least)
    if half := words.match(low.end, _HALF):
        return _half_more(low, half)
    return low


def _half_more(found: Length, end: int) -> Length:
    return replace(found, least=found.least + 0.5, most=found.most + 0.5, usual=found.usual + 0.5, end=end)


def _number(words: Words, i: int) -> Length | None:
    word = words.at(i)
    if word[:1].isdigit():
        return _figures(word, i)
    if word in TENS:
        end = i + 1 + (words.at(i + 1) == "-")
        ones = NUMBERS.get(words.at(end), 0) if words.at(end) not in {"a", "an"} else 0
        if 0 < ones < 10:
            return _just(TENS[word] + ones, end + 1)
    return _just(NUMBERS[word], i + 1) if word in NUMBERS else None


def _figures(word: str, i: int) -> Length | None:
    """ "30", "1.5" or "4-6"."""
    low, dash, high = word.partition("-")
    if len(word) > 7 or not word.isascii() or not low.replace(".", "", 1).isdigit():
        return None
    if not dash:
        return _just(float(low), i + 1)
    if not high.isdigit() or float(low) >= float(high):
        return None
    return Length(float(low), float(high), float(high), i + 1)


def _just(number: float, end: int) -> Length:
    return Length(number, number, number, end)


def _unit(words: Words, i: int) -> tuple[str, int] | None:
    if words.at(i) in _GLUED and words.glued(i):
        return _GLUED[words.at(i)], i + 1
    j = words.skip(i, _WORKING)
    unit = UNITS.get(words.at(j))
    if not unit:
        return None
    working = unit == "day" and words.at(i) in {"business", "working", "work"}
    return ("workday" if working else unit), j + 1
