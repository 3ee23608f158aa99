"""The day and the time, as the person's wall shows them. Views read the clock; what they call is given the day."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.utils import timezone

from talktrack.web.people.subject import subject_of

from ..queries.journey import journey


def now(request: HttpRequest) -> datetime:
    """The time in the zone that the person gave, else in that of this machine."""
    return here(request, timezone.now())


def here(request: HttpRequest, at: datetime) -> datetime:
    """That moment on the same clock."""
    zone = journey(subject_of(request)).person.timezone
    return timezone.localtime(at, ZoneInfo(zone) if zone else None)


def today(request: HttpRequest) -> date:
    """The day there."""
    return now(request).date()


def said(day: date) -> str:
    """The day in words: "Monday 23 November"."""
    return f"{day:%A} {day.day} {day:%B}"


def saved(at: datetime) -> str:
    """When something was kept: "Saved 09:41"."""
    return f"Saved {timezone.localtime(at):%H:%M}"
