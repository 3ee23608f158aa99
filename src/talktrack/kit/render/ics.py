"""An invitation as iCalendar (RFC 5545), with the rules of its time zone inside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vText

from talktrack.kit.documents import Invite, Mailbox
from talktrack.kit.text import clean


def render(invite: Invite, stamp: datetime) -> bytes:
    """One event in one calendar, UTF-8, lines folded and ended with CRLF.

    `stamp` is the moment of making, aware: the same invite and stamp give the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Talktrack//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if invite.method:
        calendar.add("method", invite.method)
    zone = invite.start.tzinfo
    if isinstance(zone, ZoneInfo) and zone.key not in ("UTC", "Etc/UTC"):
        calendar.add_component(timezone_of(zone, invite.start))
    calendar.add_component(_event(invite, stamp))
    made: bytes = calendar.to_ical(sorted=True)
    return made


def timezone_of(zone: ZoneInfo, start: datetime, last: datetime | None = None) -> Timezone:
    """The rules of the zone from the year before the start to the year after the last, a part for each change."""
    timezone = Timezone()
    timezone.add("tzid", zone.key)
    first = (start - timedelta(days=366)).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    changes = [first, *_changes(zone, first, (last or start).astimezone(UTC) + timedelta(days=366))]
    for moment in changes:
        before, after = (moment - timedelta(seconds=1)).astimezone(zone), moment.astimezone(zone)
        part = TimezoneDaylight() if after.dst() else TimezoneStandard()
        # The start is written in the wall time that held until then (RFC 5545, 3.6.5).
        part.add("dtstart", (moment + (before.utcoffset() or timedelta())).replace(tzinfo=None))
        part.add("tzoffsetfrom", before.utcoffset())
        part.add("tzoffsetto", after.utcoffset())
        part.add("tzname", after.tzname())
        timezone.add_component(part)
    return timezone


def _changes(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[datetime]:
    """The moments at which clocks in the zone change, to the second, in UTC."""

    def offset(moment: datetime) -> timedelta | None:
        return moment.astimezone(zone).utcoffset()

    while first < last:
        following = first + timedelta(days=1)
        if offset(first) != offset(following):
            low, high = first, following
            while high - low > timedelta(seconds=1):
                middle = (low + (high - low) / 2).replace(microsecond=0)
                low, high = (low, middle) if offset(middle) != offset(first) else (middle, high)
            yield high
        first = following


def _event(invite: Invite, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", clean(invite.uid))
    event.add("sequence", invite.sequence)
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("dtstart", invite.start)
    end = (invite.start.astimezone(UTC) + invite.duration).astimezone(invite.start.tzinfo)
    if end.replace(tzinfo=None) - invite.start.replace(tzinfo=None) == invite.duration:
        event.add("dtend", end)
    else:  # clocks change meanwhile, and a wall time cannot say which of two hours it means
        event.add("duration", invite.duration)
    event.add("summary", clean(invite.summary))
    event.add("status", invite.status)
    event.add("transp", "OPAQUE")
    if invite.private:
        event.add("class", "PRIVATE")
    for name, text in (("description", invite.description), ("location", invite.location)):
        if clean(text):
            event.add(name, clean(text))
    if invite.organizer:
        event.add("organizer", _address(invite.organizer))
    for attendee in invite.attendees:
        address = _address(attendee)
        address.params["role"] = vText("REQ-PARTICIPANT")
        if invite.method == "REQUEST":  # nothing is asked of anyone by a cancellation
            address.params["partstat"] = vText("NEEDS-ACTION")
            address.params["rsvp"] = vText("TRUE")
        event.add("attendee", address)
    if invite.alarm_minutes is not None:
        event.add_component(_alarm(invite))
    return event


def _alarm(invite: Invite) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", clean(invite.summary))
    alarm.add("trigger", timedelta(minutes=-(invite.alarm_minutes or 0)))
    return alarm


def _address(mailbox: Mailbox) -> vCalAddress:
    address = vCalAddress(f"mailto:{mailbox.address}")
    name = clean(mailbox.name).replace('"', "'")  # a parameter cannot hold a double quote
    if name:
        address.params["cn"] = vText(name)
    return address
