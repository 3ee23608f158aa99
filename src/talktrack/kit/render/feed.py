"""A calendar to subscribe to: entries that remind and take no time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from talktrack.kit.text import clean

from .ics import timezone_of


@dataclass(frozen=True)
class Entry:
    """One line of the calendar."""

    uid: str
    """Stays the same whenever the feed is made again."""
    title: str
    start: date | datetime
    """A day for what lasts all day, else an aware moment in a named zone (ZoneInfo)."""
    lasting: timedelta = timedelta(days=1)
    note: str = ""


def render(name: str, entries: Iterable[Entry], stamp: datetime) -> bytes:
    """The calendar as iCalendar (RFC 5545), to be asked for again each hour. The same entries give the same bytes.

    `name` is what calendar programs call it; `stamp`, aware, is the moment of making.
    """
    listed = sorted(entries, key=lambda entry: entry.uid)
    calendar = Calendar()
    calendar.add("prodid", "-//Talktrack//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for key, moments in _by_zone(listed).items():
        calendar.add_component(timezone_of(ZoneInfo(key), min(moments), max(moments)))
    for entry in listed:
        calendar.add_component(_event(entry, stamp))
    made: bytes = calendar.to_ical(sorted=True)
    return made


def _by_zone(entries: list[Entry]) -> dict[str, list[datetime]]:
    """Zone → the moments that stand in it; UTC needs no rules."""
    found: dict[str, list[datetime]] = {}
    for entry in entries:
        if isinstance(entry.start, datetime) and isinstance(entry.start.tzinfo, ZoneInfo):
            found.setdefault(entry.start.tzinfo.key, []).append(entry.start)
    return {key: moments for key, moments in sorted(found.items()) if key not in ("UTC", "Etc/UTC")}


def _event(entry: Entry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", clean(entry.uid))
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("dtstart", entry.start)
    event.add("duration", entry.lasting)
    event.add("summary", " ".join(clean(entry.title).split()))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if clean(entry.note):
        event.add("description", clean(entry.note))
    return event
