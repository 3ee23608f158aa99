"""T11: a reminder is given once, at the intended time of the wall, over gaps, folds, skipped days and leap days."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from bench import Figure
from talktrack.engine.follow_through.reminders import EVENING, next_moment, ripe
from talktrack.engine.story import Commitment, Journey

HOURS = (0, 1, 2, 3, 9)
"""The hours of a day's reminders that are tried: most clocks are changed at one of the first four."""
LEAP_DAYS = (date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1), date(2027, 2, 28), date(2027, 3, 1))
SKIPPED = (("Pacific/Apia", date(2011, 12, 30)), ("Pacific/Kwajalein", date(1993, 8, 21)))
"""Days that a place never had."""
_STEP = timedelta(minutes=5)


@dataclass(frozen=True)
class Case:
    """One promise, due on a day, in a place, where the day's reminders come at an hour."""

    zone: ZoneInfo
    day: date
    hour: int


def measure() -> list[Figure]:
    """Every time zone, every change of its clocks in two years, leap days, days that never were."""
    return _figures(cases(2026, 2027))


def endure() -> list[Figure]:
    """The same from 1970 to 2037."""
    return _figures(cases(1970, 2037))


def _figures(found: Iterable[Case]) -> list[Figure]:
    chance, number, wrong = random.Random(11), 0, 0
    for case in found:
        number += 1
        wrong += given(case, chance) != [intended(case)]
    name = f"reminders over {number:,} gaps, folds and leap days of every time zone"
    return [Figure("T11", name, f"{wrong} not once, or at another time", "0", met=wrong == 0)]


def cases(first: int, last: int) -> Iterator[Case]:
    """The days on and around each change of the clocks in those years, and the special days, at each hour."""
    for name in sorted(available_timezones()):
        if name.startswith(("Etc/", "SystemV/")) or "/" not in name:
            continue
        zone = ZoneInfo(name)
        days = {day + timedelta(days=n) for day in changes(zone, first, last) for n in (-1, 0, 1)}
        days |= {day for day in LEAP_DAYS if first <= day.year <= last + 1}
        yield from (Case(zone, day, hour) for day in sorted(days) for hour in HOURS)
    yield from (Case(ZoneInfo(name), day, hour) for name, day in SKIPPED for hour in HOURS)


def changes(zone: ZoneInfo, first: int, last: int) -> Iterator[date]:
    """The days on which the clocks there were changed."""
    noon = datetime(first, 1, 1, 12, tzinfo=UTC)
    before = noon.astimezone(zone).utcoffset()
    while noon.year <= last:
        noon += timedelta(days=1)
        now = noon.astimezone(zone).utcoffset()
        if now != before:
            yield noon.astimezone(zone).date()
        before = now


def intended(case: Case) -> datetime:
    """The first instant at which the wall there shows that day and that hour, or later. Found by looking on."""
    at = datetime.combine(case.day, time(0), UTC) - timedelta(hours=15)
    while (wall := at.astimezone(case.zone).replace(tzinfo=None)) < datetime.combine(case.day, time(case.hour)):
        at += _STEP
    if wall.date() > case.day:  # the place never had that day: with the reminders of the next one
        return intended(Case(case.zone, wall.date(), case.hour))
    return at


def given(case: Case, chance: random.Random) -> list[datetime]:
    """When the reminder is given in four days of a machine that looks when it should, and at odd moments besides.

    The clock of the machine is set back by a few hours once.
    """
    promise = Commitment(id="plan", action="Send the plan", owner="me", due=case.day.isoformat())
    journey = Journey(commitments=(promise,))
    now = datetime.combine(case.day, time(0), UTC) - timedelta(days=2)
    end, told, found = now + timedelta(days=5), set[str](), list[datetime]()
    set_back = False
    while now < end:
        for reminder in ripe(journey, now=now, zone=case.zone, hour=case.hour, since=date(1969, 1, 1), given=told):
            told.add(reminder.key)
            found.append(now)
        if found and not set_back:
            set_back, now = True, now - timedelta(hours=chance.randint(1, 30))
        due = next_moment(now, case.hour, case.zone)
        early = due - timedelta(seconds=1)
        now = early if now < early and chance.random() < 0.5 else due
    return found


assert max(HOURS) < EVENING, "reminders do not come at night"
