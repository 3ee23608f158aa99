"""When somebody works, as it is said in one line: "Mon-Fri 9-17", "Mon-Thu 8:30-17:00, Fri 8:30-13:00"."""

from __future__ import annotations

import re
from datetime import time
from typing import Annotated

from pydantic import AfterValidator

from .value import Words

USUAL = "Mon-Fri 9-17"
"""What is taken where nothing is said."""

_LONGEST = 200
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NOON = time(12)
_TIME = r"(\d{1,2})(?:[:.](\d\d))?"
_PART = re.compile(rf"(?:([a-z]+(?:\s*-\s*[a-z]+)?(?:\s+[a-z]+(?:\s*-\s*[a-z]+)?)*)\s+)?{_TIME}\s*-\s*{_TIME}")
_RANGE = re.compile(r"([a-z]+)(?:\s*-\s*([a-z]+))?")


def working_hours(text: str) -> dict[int, tuple[time, time]]:
    """Weekday (0 is Monday) → from and to, on the clock on the wall there. "" gives the usual ones.

    "To" at or before "from" is on the day after. Raises ValueError for what says no hours.
    """
    if len(text) > _LONGEST:
        raise ValueError("too long for hours")
    made: dict[int, tuple[time, time]] = {}
    for part in re.split(r"[,;]", (text.strip() or USUAL).lower().replace("–", "-").replace(" to ", "-")):
        found = _PART.fullmatch(part.strip())
        if not found:
            raise ValueError("no hours")
        begin, end = _time(found[2], found[3]), _time(found[4], found[5])
        midnight = found[4] == "24"
        if end < begin < _NOON and not midnight:
            end = end.replace(hour=end.hour + 12)  # "9-5" is no night shift
        if begin == end and not midnight:
            raise ValueError("no time between")
        for days in _RANGE.finditer(found[1] or "mon-fri"):
            first, last = _weekday(days[1]), _weekday(days[2] or days[1])
            for day in range(first, (last if last >= first else last + 7) + 1):
                made[day % 7] = (begin, end)
    return made


def _weekday(name: str) -> int:
    if len(name) < 3:
        raise ValueError("no day of the week")
    return next(at for at, day in enumerate(_DAYS) if name.startswith(day))


def _time(hour: str, minute: str | None) -> time:
    return time(int(hour) % 24 if int(hour) <= 24 else 99, int(minute or 0))


def _said(value: str) -> str:
    try:
        if value:
            working_hours(value)
    except (ValueError, StopIteration) as error:
        raise ValueError("no working hours; write them as Mon-Fri 9-17, or Mon-Thu 8:30-17:00, Fri 8-13") from error
    return value


WorkingHours = Annotated[Words, AfterValidator(_said)]
"""Working hours in one line, as "Mon-Fri 9-17"; "" for the usual ones."""
