"""What a repeating event may cost: a rule is followed only where its end is in sight.

A rule of a line can mean more moments than there are, or look for one that never comes (30 February). So the steps
of a rule are reckoned before it is followed, and one that never meets a day is found out on a few centuries.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from dateutil.rrule import rrulestr
from icalendar.prop import vRecur

MOST_STEPS_OF_ONE = 50_000
"""Steps of one rule: each day of 130 years."""
MOST_STEPS = 400_000
"""Steps of all rules of one calendar: some two or three seconds."""
MOST_DATES = 2_000
"""Single dates added to one event, and as many taken out of it."""
MOST_TIMES = 24
"""Times of day that one rule may name."""
LONGEST_RULE = 2_000
"""Characters."""

_DAYS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 30.4, "YEARLY": 365.25}
_TIMES = ("BYHOUR", "BYMINUTE", "BYSECOND")
_KNOWN = frozenset(
    {"FREQ", "UNTIL", "COUNT", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"}
    | {"WKST", *_TIMES}
)
_ROUND = 400
"""Years after which days and weekdays of the calendar repeat exactly."""
_LAST_YEAR = 9999
"""No clock of ours knows a later one."""
_PROBE = {"DAILY": 365, "WEEKLY": 60, "MONTHLY": 24, "YEARLY": 8}
"""What a year of looking in vain costs, in steps."""


class TooMuch(Exception):
    """The rule is not followed. The message says why, as it goes on after "repeats"."""


class Budget:
    """The steps that are left for one calendar."""

    def __init__(self, steps: int = MOST_STEPS) -> None:
        self.left = steps

    def spend(self, steps: float) -> None:
        """Raises TooMuch where they do not suffice."""
        if steps > self.left:
            raise TooMuch("more than can be followed in one calendar")
        self.left -= math.ceil(steps)


def bounded(text: str, start: date, last: date, budget: Budget) -> vRecur | None:
    """The rule, where following it from `start` to `last` is bounded; None where it never meets a day.

    Raises TooMuch where it is not, and ValueError where nobody can read it.
    """
    if len(text) > LONGEST_RULE:
        raise TooMuch("by a rule that is too long")
    rule = vRecur.from_ical(text.upper().strip().strip(";"))
    for name in set(rule) - _KNOWN:
        del rule[name]
    days = _DAYS.get(str(_one(rule, "FREQ", "")))
    if days is None:
        raise TooMuch("more often than daily")
    interval = int(_one(rule, "INTERVAL", 1))
    if interval < 1:
        raise TooMuch("after no time at all")
    if interval * days > 100 * 366:
        return None  # not again in a century
    times = math.prod(len(rule.get(name, ())) or 1 for name in _TIMES)
    if times > MOST_TIMES:
        raise TooMuch("at more times of the day than can be followed")
    steps = max((_ends(rule, last) - _day(start)).days, 0) / (days * interval) * times
    if steps > MOST_STEPS_OF_ONE:
        raise TooMuch("more often than can be followed")
    budget.spend(steps + 1)
    _end_with_the_day(rule, start)
    return rule if _is_plain(rule) or _meets_a_day(rule, start, budget) else None


def _is_plain(rule: Mapping[str, Sequence[Any]]) -> bool:
    """Whether it says only what always comes round: every so many days, weeks, months or years, on weekdays."""
    chosen = {name for name in rule if name.startswith("BY")}
    often = _one(rule, "FREQ", "")
    if often == "WEEKLY" or (often == "DAILY" and _one(rule, "INTERVAL", 1) == 1):
        return chosen <= {"BYDAY"}
    return often in ("MONTHLY", "YEARLY") and not chosen


def _meets_a_day(rule: vRecur, start: date, budget: Budget) -> bool:
    """Whether the rule ever gives a moment: looked for in the last centuries that a clock of ours knows.

    Looking on from today would go through eight thousand years. Days repeat after four hundred, so it is the same.
    """
    moment = start if isinstance(start, datetime) else datetime.combine(start, datetime.min.time())
    later = (_LAST_YEAR - _ROUND - moment.year) // _ROUND * _ROUND
    probe = vRecur({name: value for name, value in rule.items() if name not in ("UNTIL", "COUNT")})
    shifted = moment.replace(year=moment.year + later, tzinfo=None)
    text = probe.to_ical().decode()  # type: ignore[no-untyped-call]
    if next(iter(rrulestr(text, dtstart=shifted)), None):
        return True
    budget.spend(_PROBE[str(_one(rule, "FREQ", ""))] * 2 * _ROUND)
    return False


def _end_with_the_day(rule: vRecur, start: date) -> None:
    """A series of times that runs until a day runs to the end of it, as those who write so mean."""
    until = _one(rule, "UNTIL", None)
    if isinstance(start, datetime) and until is not None and not isinstance(until, datetime):
        rule["UNTIL"] = [datetime.combine(until, time(23, 59, 59), start.tzinfo).astimezone(UTC)]


def _ends(rule: vRecur, last: date) -> date:
    """The day after which the rule gives nothing that is looked for."""
    until = _one(rule, "UNTIL", last)
    return min(last, _day(until))


def _one(rule: Mapping[str, Sequence[Any]], name: str, otherwise: Any) -> Any:
    values = rule.get(name)
    return values[0] if values else otherwise


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
