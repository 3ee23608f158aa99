"""The days that a promise names: which of them bind, and which only say roughly when, or when something begins."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from talktrack.kit.dates import Due, Settings, due_dates

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:january|february|march|april|june|july|august|september|october|november|december)"
_BEGINS = re.compile(r"(?:from|starting|beginning|effective|as (?:of|from))\b(?!.* on )", re.IGNORECASE)
_NUMBER = (
    r"(?:[3-9]|\d\d|three|four|five|six|seven|eight|nine|ten|twelve|(?:a )?few|(?:a )?couple(?: of)?|several|some)"
)
_ROUGHLY = re.compile(
    rf"in (?:(?:about|around|roughly|approx\w*\.?|~|ca\.?|maybe|another|under|less than)\s?.*|{_NUMBER} weeks?\b.*"
    rf"|(?:an?|one|two|1|2|{_NUMBER}) (?:months?|years?)\b.*)",
    re.IGNORECASE,
)
_OR_SO = re.compile(r"\s+or so\b", re.IGNORECASE)
_LED = re.compile(
    rf"(?:by|before|until|till|for|ahead of) (?P<the>(?:the|our|my|her|his) )?(?:{_DAY}|{_MONTH})", re.I
)
_THING = re.compile(
    r"\s(?!(?:at|in|on|of|by|for|from|to|with|and|or|so|if|when|that|which|after|before|latest|morning|afternoon"
    r"|evening|night|noon|i|she|he|we|they|you|it|is|as|but|then|because|until)\b)[a-z]"
)
_OWNS = re.compile(r"'s\s\w")
_LOOSE = re.compile(rf"(?:(?:over|on|at|by|before|during) )?(?:the )?(?:weekend|{_DAY})", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:it|them|that|this|those|these|both|then)\b", re.IGNORECASE)


def days(text: str, *, today: date, settings: Settings) -> tuple[Due, ...]:
    """Every day of the text, from left to right; linear in its length.

    A weekday or weekend that hangs on a day before it lies after that: "a draft by the 11th, she reads it at the
    weekend".
    """
    found = list(due_dates(text, today=today, settings=settings))
    for i, (last, due) in enumerate(pairwise(tuple(found)), 1):
        said = text[slice(*due.span)]
        hangs = due.date < last.date and _POINTS_BACK.search(text, last.span[1], due.span[0])
        if hangs and _LOOSE.fullmatch(said) and (later := due_dates(said, today=last.date, settings=settings)):
            found[i] = moved(later[0], due.span[0])
    return tuple(found)


def moved(due: Due, by: int) -> Due:
    """The same day, its words that many characters further on."""
    return replace(due, span=(due.span[0] + by, due.span[1] + by))


def binds(text: str, due: Due) -> bool:
    """Whether something is due on that day of the text.

    Not where the words say when it begins ("from March"), only roughly when ("in six weeks", "in a month or so"), or
    where the day belongs to a thing: "before the Monday round".
    """
    said = text[slice(*due.span)]
    if _BEGINS.match(said) or _ROUGHLY.fullmatch(said) or _OR_SO.match(text, due.span[1]):
        return False
    led = _LED.fullmatch(said)
    return not led or not (_OWNS.match(text, due.span[1]) or (led["the"] and _THING.match(text, due.span[1])))
