"""So long from some day: in two weeks, within 30 days, a week on Friday, two days before Christmas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from talktrack.kit.dates.days import add, weekday_after
from talktrack.kit.dates.holidays import holiday
from talktrack.kit.dates.lengths import Length, length
from talktrack.kit.dates.months import month_and_day
from talktrack.kit.dates.numeric import numeric
from talktrack.kit.dates.periods import bare_period, period
from talktrack.kit.dates.portions import portion
from talktrack.kit.dates.readings import Kind, Reading, a_day, past, stretch
from talktrack.kit.dates.today import day_word
from talktrack.kit.dates.weekdays import weekday
from talktrack.kit.dates.words import UNITS, WEEKDAYS, Words, phrases, remembered
from talktrack.kit.words import word_set

_IN = phrases("in | within | inside | in the space of")
_ABOUT = phrases(
    "about | around | roughly | approximately | approx | approx . | ~ | under | less than | just | another | maybe | "
    "at most"
)
_NEXT = phrases(
    *(f"{lead} the {ahead}" for lead in ("in", "within", "over", "during", "inside") for ahead in ("next", "coming")),
    "within next",
    "in next",
    "over next",
)
_TIME = phrases("time", "' time", "' s time", "s time", "from now", "from today", "' from now", "hence")
_NOW = phrases("from now", "from today", "hence", "' time", "from now on")
_COMPARED = word_set("time times once twice first best worst only highest lowest most")
"""Before "in three years" they look back over them."""
_UNFIT = word_set("of ago - old flat '")
_FROM = phrases("from", "after", "before", "prior to", "ahead of", "following")
_THE = phrases("the")


@remembered
def offset(words: Words, i: int) -> Reading | None:
    """A day so long from another."""
    return (
        _next_few(words, i)
        or _in(words, i)
        or _week_on(words, i)
        or _from_other(words, i)
        or _around(words, i)
        or _this_time(words, i)
    )


def _from(day: date, span: Length, end: int, sign: int = 1) -> Reading:
    one, two = add(day, sign * span.least, span.unit), add(day, sign * span.most, span.unit)
    pick = add(day, sign * span.usual, span.unit)
    if one == two:
        return replace(a_day(end, pick, span.convention), kind=Kind.PART)
    return stretch(end, Kind.PART, (min(one, two), max(one, two)), span.convention, pick=pick)


def _next_few(words: Words, i: int) -> Reading | None:
    """ "over the next two weeks", "in the next 90 days", "within the next month"."""
    after = words.match(i, _NEXT)
    if not after:
        return None
    if span := length(words, after):
        return _from(words.today, span, span.end)
    unit = UNITS.get(words.at(after))
    if unit in {None, "quarter"} or words.at(after).endswith("s"):
        return None
    return _from(words.today, Length(1, 1, 1, after + 1, unit or ""), after + 1)


def _in(words: Words, i: int) -> Reading | None:
    """ "in two weeks", "within 48 hours", "in a month's time"; not "for the first time in three years"."""
    after = words.match(i, _IN)
    if not after or words.at(i - 1) in _COMPARED:
        return None
    span = length(words, words.skip(after, _ABOUT))
    if not span:
        return _within_this(words, i)
    end = words.skip(span.end, _TIME)
    if end == span.end and words.at(end) in _UNFIT:
        return None
    return _from(words.today, span, end)


def _within_this(words: Words, i: int) -> Reading | None:
    """ "within the month", "within the hour"."""
    if words.at(i) not in {"within", "inside"}:
        return None
    if end := words.match(i + 1, phrases("the hour", "the day")):
        return a_day(end, words.today)
    return bare_period(words, i + 1)


def _week_on(words: Words, i: int) -> Reading | None:
    """ "a week on Friday", "a fortnight today", "two weeks Tuesday", "a week tomorrow"."""
    span = length(words, i)
    if not span or span.unit not in {"week", "fortnight"}:
        return None
    j = words.skip(span.end, phrases("on", "from", "this"))
    base = day_word(words, j) or (weekday(words, j) if words.at(j) in WEEKDAYS else None)
    if not base or base.kind is not Kind.DAY:
        return None
    return _from(base.first, span, base.end)


def _from_other(words: Words, i: int) -> Reading | None:
    """ "two weeks from now", "two days before Christmas", "a month after 3 March"; "two weeks ago" is past."""
    span = length(words, i)
    if not span:
        return None
    if words.at(span.end) == "ago":
        return past(span.end + 1, words.today)
    if after := words.match(span.end, _NOW):
        return _from(words.today, span, after)
    lead = words.match(span.end, _FROM)
    base = _base(words, lead) if lead else None
    if not base or base.kind is Kind.PAST:
        return None
    back = words.at(span.end) in {"before", "prior", "ahead"}
    return _from(base.first if back else base.last, span, base.end, -1 if back else 1)


def _base(words: Words, i: int) -> Reading | None:
    return (
        portion(words, i)
        or day_word(words, i)
        or month_and_day(words, i)
        or weekday(words, i)
        or holiday(words, words.skip(i, _THE))
        or numeric(words, i)
        or period(words, i)
    )


def _around(words: Words, i: int) -> Reading | None:
    """ "the day before Easter", "the weekend after next", "the Monday after Thanksgiving"."""
    j = words.skip(i, _THE)
    what, side = words.at(j), words.at(j + 1)
    if side not in {"before", "after"} or not (what in WEEKDAYS or what in {"day", "week", "weekend"}):
        return None
    base = _base(words, j + 2)
    if not base or base.kind is Kind.PAST or base.weak:
        return None
    edge, sign = (base.first, -1) if side == "before" else (base.last, 1)
    if what == "day":
        return a_day(base.end, edge + timedelta(sign))
    if what in WEEKDAYS:
        return a_day(base.end, weekday_after(edge if sign > 0 else edge - timedelta(8), WEEKDAYS[what]))
    monday = edge - timedelta(edge.weekday()) + timedelta(7 * sign)
    days = monday + timedelta(5 if what == "weekend" else 0), monday + timedelta(6)
    return stretch(base.end, Kind.WEEK, days, pick=monday + timedelta(words.settings.week_ends_on))


def _this_time(words: Words, i: int) -> Reading | None:
    """ "this time next week": the same day of it."""
    if end := words.match(i, phrases("this time tomorrow")):
        return a_day(end, words.today + timedelta(1))
    after = words.match(i, phrases("this time next"))
    unit = UNITS.get(words.at(after)) if after else None
    return a_day(after + 1, add(words.today, 1, unit), f"one {unit} from today") if unit else None
