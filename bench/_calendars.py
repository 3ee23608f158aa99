"""Counting what happens in a real calendar, to compare it with what other projects' own tests say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from talktrack.kit.calendar.reading import MOST_DAYS, Reading

EXPLAINED = {
    "khal/event_rrule_no_occurence.ics": "khal drops an event whose rule never comes true; "
    "its own first day counts all the same (RFC 5545, 3.8.5.3), so we see 1 where khal sees 0",
}
"""Files where we see something else than the project's own test, and why."""
_TABLE = Path(__file__).parent.parent / "tests" / "data" / "calendar_counts.tsv"
_FIRST, _AFTER = date(1960, 1, 1), date(2101, 1, 1)


@dataclass(frozen=True)
class Expected:
    """What one project's test says: so many occurrences in that file, from a day to the day before another."""

    file: str
    first: date
    after: date
    zone: ZoneInfo
    count: int
    said_by: str


def expectations() -> Iterator[Expected]:
    """Every row of the table; the files lie in the data folder."""
    for line in _TABLE.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            file, first, after, zone, count, said_by = line.split("\t")
            yield Expected(
                file,
                date.fromisoformat(first) if first else _FIRST,
                min(date.fromisoformat(after), _AFTER) if after else _AFTER,
                ZoneInfo(zone),
                int(count),
                said_by,
            )


def count(data: bytes, expected: Expected) -> int:
    """How many occurrences we see in the same days; one that reaches over two looks counts once."""
    found: set[tuple[str, str, str]] = set()
    first = expected.first
    while first < expected.after:
        last = min(first + timedelta(days=MOST_DAYS - 1), expected.after - timedelta(days=1))
        found.update(
            (str(o.start), str(o.end), o.name) for o in Reading(data, first, last, expected.zone).occurrences()
        )
        first = last + timedelta(days=1)
    return len(found)
