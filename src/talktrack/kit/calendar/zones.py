"""Which time zone a name in a calendar means: the world's names, Windows' names, and rules written in the file."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vDDDTypes, vRecur, vUTCOffset
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from .lines import Component

MOST_CHANGES = 600
"""Changes of clocks that one time zone may list; its rules may be as many."""
_YEARLY = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTH", "BYMONTHDAY", "UNTIL", "COUNT", "WKST"})
_REPEATED = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
"""What some rules say once more, though the start says it."""
_OFFSET = re.compile(r"\(?(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d\d)?\)?|\(?(?:UTC|GMT|Z)\)?$", re.IGNORECASE | re.ASCII)
_WINDOWS = {name.lower(): zone for name, zone in WINDOWS_TO_OLSON.items()}


class Zones:
    """The time zones of one calendar. Each name is looked up once."""

    def __init__(self, calendar: Component, own: ZoneInfo) -> None:
        self._written = {part.text("TZID"): part for part in calendar.parts if part.kind == "VTIMEZONE"}
        self._found: dict[str, tzinfo | None] = {}
        self.by_offset: set[str] = set()
        """Names of places of which only the offset is known, not whether clocks change there."""
        self.floating: tzinfo = self.named(calendar.text("X-WR-TIMEZONE")) or own
        """What a time without a zone is in: the calendar's own, else that of the person."""

    def named(self, name: str) -> tzinfo | None:
        """The zone of that name, or None where nobody knows it."""
        if name not in self._found:
            self._found[name] = known(name) or self._by_rules(name) or self._by_offset(name)
        return self._found[name]

    def _by_offset(self, name: str) -> tzinfo | None:
        """The zone of a name that begins with its offset: "GMT+01:00", "(UTC+01:00) Amsterdam"."""
        found = _OFFSET.match(name.strip())
        if not found:
            return None
        if found.end() < len(name.strip()):
            self.by_offset.add(name)
        away = timedelta(hours=int(found[2] or 0), minutes=int(found[3] or 0))
        return timezone(-away if found[1] == "-" else away) if away <= timedelta(hours=14) else None

    def _by_rules(self, name: str) -> tzinfo | None:
        part = self._written.get(name)
        if part is None:
            return None
        try:
            return known(part.text("X-LIC-LOCATION")) or _built(part)
        except (ValueError, KeyError, TypeError, IndexError, OverflowError, AttributeError):
            return None  # rules that nobody can follow are no rules


def known(name: str) -> ZoneInfo | None:
    """The zone of an IANA name, a Windows name, or a name with a maker before it ("/mozilla.org/1/Europe/Berlin")."""
    plain = name.strip().strip("/").strip('"')
    if not plain or len(plain) > 200:
        return None
    parts = plain.split("/")
    for key in (plain, _WINDOWS.get(plain.lower(), ""), *("/".join(parts[n:]) for n in range(1, len(parts) - 1))):
        try:
            if key:
                return ZoneInfo(key)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return None


def _built(part: Component) -> tzinfo:
    """The zone by the rules in the file. Only yearly ones are followed: clocks change no more often than that."""
    zone = Timezone()
    zone.add("tzid", "calendar")
    if not part.parts or len(part.parts) > MOST_CHANGES:
        raise ValueError("no rules, or too many")
    for observance in part.parts:
        zone.add_component(_observance(observance))
    built: tzinfo = zone.to_tz(lookup_tzid=False)
    for month in (1, 7):
        datetime(2026, month, 1, tzinfo=built).utcoffset()  # raises here rather than among the events
    return built


def _observance(part: Component) -> TimezoneStandard | TimezoneDaylight:
    made = TimezoneStandard() if part.kind == "STANDARD" else TimezoneDaylight()
    start = vDDDTypes.from_ical(part.text("DTSTART"))  # type: ignore[no-untyped-call]
    if not isinstance(start, datetime):
        start = datetime.combine(start, datetime.min.time())
    made.add("dtstart", start.replace(tzinfo=None))
    made.add("tzname", f"{part.kind[0]}{part.text('TZOFFSETTO')}")
    for name in ("TZOFFSETFROM", "TZOFFSETTO"):
        made.add(name, vUTCOffset.from_ical(part.text(name)))  # type: ignore[no-untyped-call]
    dates = [text for line in part.all("RDATE") for text in line.value.split(",")]
    if len(dates) > MOST_CHANGES:
        raise ValueError("more changes of clocks than there were")
    for text in dates:
        made.add("rdate", vDDDTypes.from_ical(text.strip().split("/")[0]))  # type: ignore[no-untyped-call]
    for line in part.all("RRULE"):
        rule = vRecur({n: v for n, v in vRecur.from_ical(line.value).items() if n not in _REPEATED or len(v) > 1})
        if set(rule) - _YEARLY or rule.get("FREQ") != ["YEARLY"]:
            raise ValueError("clocks do not change so often")
        made.add("rrule", rule)
    return made
