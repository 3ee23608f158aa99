"""From a text to its due dates: read every place, keep what counts, settle the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from talktrack.kit.dates.context import Found, counts
from talktrack.kit.dates.due import Certainty, Due, Settings
from talktrack.kit.dates.leads import ARTICLES, STARTS, Role, lead
from talktrack.kit.dates.phrases import MARKS, STARTERS, read
from talktrack.kit.dates.readings import Kind, Reading
from talktrack.kit.dates.words import MONTH_NAMES, Words, cut, phrases

_DAY = timedelta(1)
_LATEST = phrases("at the latest", "latest", "at the very latest")
_EVENT_REACH = 7
_LONGEST_BEFORE_MARK = 8
"""How many words a date expression has before the first that marks it: "no later than the end of the second"."""


def find(text: str, today: date, settings: Settings) -> list[tuple[Role, Due]]:
    """Every due date in the text, with what leads it in."""
    words = cut(text, today, settings)
    made: list[tuple[Role, Due]] = []
    i, often = 0, -1
    for mark in _marks(words):
        i = max(i, mark - _LONGEST_BEFORE_MARK)
        while i <= mark:
            found = _found(words, i) if _can_start(words.at(i)) else None
            if not found:
                i += 1
                continue
            # "every Monday and Wednesday": what is joined to a frequency is one.
            joined = often == found.lead and words.at(i - 1) in {"and", "or", ",", "to", "-"}
            i = found.reading.end
            if found.role is Role.NONE or joined:
                often = i + 1
            elif counts(words, found):
                made.append(_settled(words, found))
        words.memo.clear()
    return _narrowed(text, made)


def _narrowed(text: str, made: list[tuple[Role, Due]]) -> list[tuple[Role, Due]]:
    """ "next week on the 10th" names one day: a stretch and, right beside it, a day that lies in it are one."""
    kept: list[tuple[Role, Due]] = []
    for role, due in made:
        last = kept[-1][1] if kept else due
        if kept and not text[last.span[1] : due.span[0]].strip(" ,("):
            day, long = sorted((last, due), key=lambda d: d.latest - d.earliest)
            if (
                day.earliest == day.latest
                and long.earliest < long.latest
                and long.earliest <= day.date <= long.latest
            ):
                kept[-1] = max(role, kept[-1][0]), replace(day, span=(last.span[0], due.span[1]))
                continue
        kept.append((role, due))
    return kept


def _can_start(word: str) -> bool:
    return word in STARTERS or word in STARTS or word[0].isdigit()


def _marks(words: Words) -> list[int]:
    """The places of the words without which nothing is a date."""
    return [
        i
        for i, word in enumerate(words.words[: len(words.starts)])
        if word in MARKS
        or (word[0].isdigit() and (len(word) > 3 or not word.isdigit()))
        or (word in "dwmyh'" and words.at(i - 1).isdigit())
    ]


def _found(words: Words, i: int) -> Found | None:
    """What is read here, with or without a lead: the longer, "in two weeks" before "two weeks" after "in"."""
    plain = read(words, i)
    led = lead(words, i)
    if led.end == i:
        if not plain and words.at(i) in ARTICLES and (inner := read(words, i + 1)):
            return Found(i, i + 1, Role.BARE, inner)
        return Found(i, i, Role.BARE, plain) if plain else None
    start = led.end
    inner = read(words, start)
    if not inner and words.at(start) in ARTICLES:
        start += 1
        inner = read(words, start)
    if inner and (not plain or inner.end > plain.end):
        return Found(i, start, led.role, inner)
    return Found(i, i, Role.BARE, plain) if plain else None


def _settled(words: Words, found: Found) -> tuple[Role, Due]:
    """The day, the stretch and the span, by what leads the expression in."""
    reading, role, start = found.reading, found.role, found.lead
    if event := _event(words, found):
        role, start = event
    if role is Role.BEFORE:
        reading = _before(words, reading)
    elif role is Role.BY:
        reading = _by(words, reading)
    elif role is Role.FROM and reading.kind in {Kind.WEEK, Kind.MONTH, Kind.LONG}:
        reading = replace(reading, pick=reading.first)
    elif role is Role.AFTER and reading.kind is not Kind.PART:
        day = _next(reading.last)
        reading = replace(reading, first=day, last=day, pick=day, certainty=Certainty.ROUGH)
    reading = _from_today(words, reading)
    end = words.match(reading.end, _LATEST) or reading.end
    due = Due(
        reading.pick,
        (words.starts[start], words.ends[end - 1]),
        reading.certainty,
        reading.convention,
        reading.first,
        reading.last,
    )
    return (Role.BY if end > reading.end else role), due


def _event(words: Words, found: Found) -> tuple[Role, int] | None:
    """ "before the offsite in March": what leads in the event leads in the month."""
    if found.role is not Role.ON:
        return None
    for i in range(found.lead - 2, max(-1, found.lead - _EVENT_REACH), -1):
        if not words.at(i + 1).isalpha():
            return None
        if words.at(i) in {"by", "before"} and words.at(i + 1) in ARTICLES:
            return (Role.BY if words.at(i) == "by" else Role.BEFORE), i
    return None


def _before(words: Words, reading: Reading) -> Reading:
    """The eve, unless the end of something is meant: "before the end of March" is its last day."""
    if (reading.kind is Kind.PART and reading.first == reading.last) or reading.first <= words.today <= reading.last:
        return reading
    eve = max(_previous(reading.first), min(words.today, reading.first))
    said = reading.convention or f"before {reading.first.day} {_month(reading)} is the day before at the latest"
    certainty = Certainty.ROUGH if reading.certainty is Certainty.ROUGH else Certainty.CONVENTION
    return replace(reading, first=eve, last=reading.first, pick=eve, certainty=certainty, convention=said)


def _by(words: Words, reading: Reading) -> Reading:
    """By a month or longer: when it begins, unless it has begun already; its end is still possible."""
    if reading.kind not in {Kind.MONTH, Kind.LONG, Kind.WEEKEND} or reading.first <= words.today:
        return reading
    said = f"by {_month(reading)} is when it begins" if reading.kind is Kind.MONTH else reading.convention
    return replace(reading, first=_previous(reading.first), pick=reading.first, convention=said)


def _month(reading: Reading) -> str:
    return MONTH_NAMES[reading.first.month - 1]


def _from_today(words: Words, reading: Reading) -> Reading:
    """What has begun counts from today on."""
    if not reading.first < words.today <= reading.last:
        return reading
    return replace(reading, first=words.today, pick=reading.pick if reading.pick >= words.today else reading.last)


def _previous(day: date) -> date:
    return day if day == date.min else day - _DAY


def _next(day: date) -> date:
    return day if day == date.max else day + _DAY
