"""The longest date expression at a place: one of the kinds, or two joined, with a time of day swallowed."""

from __future__ import annotations

from dataclasses import replace

from talktrack.kit.dates.due import Certainty
from talktrack.kit.dates.holidays import HOLIDAY_MARKS, HOLIDAY_STARTS, holiday
from talktrack.kit.dates.months import days_of_month, month, month_and_day
from talktrack.kit.dates.numeric import numeric
from talktrack.kit.dates.offsets import offset
from talktrack.kit.dates.periods import period
from talktrack.kit.dates.portions import PORTION_STARTS, portion
from talktrack.kit.dates.readings import OF_TODAY, Kind, Reading, a_day, past
from talktrack.kit.dates.today import day_word
from talktrack.kit.dates.weekdays import day_number, weekday
from talktrack.kit.dates.words import (
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    TENS,
    UNITS,
    WEEKDAYS,
    Words,
    phrases,
)
from talktrack.kit.words import word_set

_PARSERS = (
    offset,
    portion,
    day_word,
    days_of_month,
    month_and_day,
    day_number,
    weekday,
    numeric,
    holiday,
    period,
    month,
)
_JOINS = {"-", "–", "—", "to", "or", "/", "through", "thru", "until", "till"}
_BEFORE_TIME = phrases("at", "@", ",", "by", "before", "around")
_TIMES = phrases(
    "morning | afternoon | evening | night | noon | midday | midnight | lunchtime | lunch | eod | cob | eob | "
    "end of day | end of play | close of business | close of play | first thing | the morning | "
    "the afternoon | the end of the day"
)
_MONDAY = word_set("monday mon")
_FRIDAY = word_set("friday fri")


def read(words: Words, i: int) -> Reading | None:
    """The longest expression that starts here. Days that no calendar has are not read."""
    found = _one(words, i)
    if not found or found.kind is Kind.PAST:
        return found
    if (end := time_of_day(words, found.end)) > found.end:
        found = replace(found, end=end, kind=Kind.PART if found.kind is Kind.DAY else found.kind)
    joined = _joined(words, i, found)
    return joined or found


def _one(words: Words, i: int) -> Reading | None:
    best = _timed(words, i)
    for parse in _PARSERS:
        found = parse(words, i)
        if found and (not best or found.end > best.end):
            best = found
    return best


def _joined(words: Words, i: int, found: Reading) -> Reading | None:
    """ "Monday or Tuesday", "January to March", "3 to 5 March", "Q1/Q2"; "Monday to Friday" is how often."""
    if words.at(found.end) not in _JOINS and not (words.at(found.end) == "and" and words.at(i - 1) == "between"):
        return None
    other = _one(words, found.end + 1)
    if not other or other.kind is Kind.PAST:
        return None
    if other.convention == OF_TODAY:  # "4 April 8am-9am"
        return found.to(other.end)
    if words.at(i) in _MONDAY and words.at(found.end + 1) in _FRIDAY and words.at(found.end) not in {"or", "/"}:
        return past(other.end, words.today)
    later = other if other.last >= found.last or found.kind is not Kind.DAY else found
    first = min(found.first, other.first)
    if other.last < found.first and later is other:  # "May to March", said in autumn: it has begun
        first = min(words.today, other.first)
    return replace(
        later,
        end=other.end,
        first=first,
        last=later.last,
        certainty=Certainty.ROUGH,
        weak=found.weak and other.weak,
        kind=Kind.PART,
    )


def time_of_day(words: Words, i: int) -> int:
    """The place after a time of day that stands here, or this place."""
    for _ in range(3):  # "Friday morning at 9"
        j = words.skip(i, _BEFORE_TIME)
        i = words.match(j, _TIMES) or _clock(words, j, marked=j > i) or i
    return i


def _clock(words: Words, i: int, *, marked: bool) -> int:
    """ "5pm", "10:30", "17:00", and, after "at", "3"; 0 where no time stands here."""
    word = words.at(i)
    hours, colon, minutes = word.partition(":")
    if not (hours.isascii() and hours.isdigit() and len(hours) <= 2 and int(hours) <= 24):
        return 0
    if colon and not (len(minutes) == 2 and minutes.isdigit()):
        return 0
    if words.at(i + 1) in {"am", "pm"}:
        return i + 2
    if words.at(i + 1) in {"a", "p"} and words.at(i + 2) == "." and words.at(i + 3) == "m":
        return i + 4 + (words.at(i + 4) == ".")
    if words.at(i + 1) == "o" and words.at(i + 3) == "clock":
        return i + 4
    return i + 1 if colon or (marked and words.at(i - 1) in {"at", "@"}) else 0


def _timed(words: Words, i: int) -> Reading | None:
    """ "5pm on Friday", "noon tomorrow"; alone it is today's, if a word such as "by" says that it is a deadline."""
    end = words.match(i, _TIMES) or _clock(words, i, marked=False)
    if not end or (
        words.at(i) in {"night", "morning", "lunch", "evening", "afternoon", "the"} and words.at(i - 1) != "by"
    ):
        return None
    j = words.skip(end, phrases("on", ",", "of", "on the"))
    found = day_word(words, j) or weekday(words, j) or month_and_day(words, j) or numeric(words, j)
    if found and found.kind is Kind.DAY:
        return replace(found, kind=Kind.PART)  # "before noon on Friday" is no Thursday
    return a_day(end, words.today, OF_TODAY, weak=True)


MARKS = word_set(
    "q1 q2 q3 q4 h1 h2 1q 2q 3q 4q 1h 2h quarter half fy fiscal financial iso cw wk wc weekend today tonight "
    "tomorrow yesterday morning afternoon evening noon midday midnight lunchtime lunch eod cob eob cop eow eom eoq "
    "eoy eofy close midweek play decade am pm"
).union(MONTHS, WEEKDAYS, SEASONS, UNITS, HOLIDAY_MARKS)
"""Words without one of which, or figures of a date or time, nothing is a date."""
STARTERS = word_set(
    "in within inside over during this next coming upcoming following last past previous current the a w new day "
    "week calendar later couple few several mid first final '"
).union(MARKS, NUMBERS, TENS, ORDINALS, HOLIDAY_STARTS, PORTION_STARTS)
"""The words with which an expression can begin, figures aside."""
