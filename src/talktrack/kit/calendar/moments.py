"""Days and times as calendars write them, and as they sometimes write them wrong."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from icalendar.prop import vDuration

from .lines import Component, Line
from .zones import Zones

_FORM = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(?:(Z)|([+-])(\d\d):?(\d\d))?)?",
    re.IGNORECASE | re.ASCII,
)
_DAY = timedelta(days=1)


class NoStart(ValueError):
    """The event does not say when it begins."""


class Clock:
    """Reads the moments of one calendar, and remembers which time zones it did not know."""

    def __init__(self, zones: Zones) -> None:
        self.zones = zones
        self.unknown: set[str] = set()

    def moment(self, text: str, line: Line) -> date | datetime:
        """The day, or the aware moment, that the text of that line means. Raises ValueError where it means none."""
        found = _FORM.fullmatch(text.strip())
        if not found:
            raise ValueError("no day")
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None or line.parameter("VALUE").upper() == "DATE":
            return day
        second = min(int(found[6] or 0), 59)  # clocks here know no leap second
        return datetime.combine(day, time(int(found[4]), int(found[5]), second), self._zone(found, line))

    def _zone(self, found: re.Match[str], line: Line) -> tzinfo:
        if found[7]:
            return UTC
        if found[8]:
            away = timedelta(hours=int(found[9]), minutes=int(found[10]))
            return timezone(-away if found[8] == "-" else away)
        name = line.parameter("TZID")
        zone = self.zones.named(name) if name else self.zones.floating
        if zone is None:
            self.unknown.add(name)
        return zone or self.zones.floating

    def moments(self, lines: list[Line]) -> list[date | datetime]:
        """All moments that some lines list, each a comma-separated one; what means none is passed over."""
        found = []
        for line in lines:
            for text in line.value.split(","):
                try:
                    found.append(self.moment(text.split("/")[0], line))
                except ValueError:
                    continue
        return found

    def period(self, text: str, line: Line) -> tuple[datetime, datetime]:
        """Start and end of "start/end" or "start/duration". Raises ValueError where it is neither."""
        begin, _, rest = text.partition("/")
        start = self.moment(begin, line)
        if not isinstance(start, datetime) or not rest:
            raise ValueError("no stretch of time")
        end = start + length(rest) if rest.strip().upper().startswith(("P", "+P")) else self.moment(rest, line)
        if not isinstance(end, datetime):
            raise ValueError("no end")
        return start, end

    def span(self, event: Component) -> tuple[date | datetime, date | datetime]:
        """Start and end of an event, both days or both aware moments. Raises ValueError where they cannot be read."""
        line = event.first("DTSTART")
        if line is None:
            raise NoStart
        start = self.moment(line.value, line)
        if end_line := event.first("DTEND"):
            end = self.moment(end_line.value, end_line)
        elif lasting := event.first("DURATION"):
            end = _plus(start, length(lasting.value))
        else:
            return start, start if isinstance(start, datetime) else start + _DAY
        return _ordered(start, _alike(start, end))


def length(text: str) -> timedelta:
    """How long "PT30M" is. Raises ValueError, or OverflowError where it is longer than time."""
    made: timedelta = vDuration.from_ical(text.strip().upper())  # type: ignore[no-untyped-call]
    return made


def _plus(start: date | datetime, lasting: timedelta) -> date | datetime:
    """That much later: on the clock of the world, as an hour stays an hour when clocks change."""
    if isinstance(start, datetime) and not lasting % _DAY:
        return start + lasting
    if isinstance(start, datetime):
        return (start.astimezone(UTC) + lasting).astimezone(start.tzinfo)
    return start + max(_DAY, lasting)


def _alike(start: date | datetime, end: date | datetime) -> date | datetime:
    """The end as a day or as a moment, as the start is."""
    if isinstance(start, datetime):
        return end if isinstance(end, datetime) else datetime(end.year, end.month, end.day, tzinfo=start.tzinfo)
    return end.date() if isinstance(end, datetime) else end


def _ordered(start: date | datetime, end: date | datetime) -> tuple[date | datetime, date | datetime]:
    """The earlier first; what lasts all day lasts at least one."""
    if not isinstance(start, datetime) and start == end:
        return start, start + _DAY
    return (end, start) if end < start else (start, end)
