"""The person's own dates as a calendar."""

from __future__ import annotations

from datetime import datetime

from talktrack.engine.prepare.feed import feed
from talktrack.web.people.subject import Subject

from .calendars import zone_of
from .journey import journey


def feed_of(subject: Subject, now: datetime, *, full: bool) -> bytes:
    """Check-ins, due dates and the talk as iCalendar bytes; with names and words where `full`."""
    whole = journey(subject)
    zone = zone_of(whole)  # where the person names none, their wall shows the time of this machine
    here = whole.person.model_copy(update={"timezone": zone.key})
    return feed(whole.model_copy(update={"person": here}), now.astimezone(zone).date(), full=full)
