"""Events that repeat, and single times of them that were moved: expanded between two days, each rule under guard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event
from icalendar.prop import vDDDLists, vDDDTypes, vInt, vText
from recurring_ical_events.query import CalendarQuery

from .guard import MOST_DATES, Budget, TooMuch, bounded
from .lines import Component
from .moments import Clock

MOST_MOVED = 2_000
"""Single times of one series that were changed."""
MOST_BRANCHES = 50
"""Changes of one series that hold for all that follows."""
_WHICH = "X-WHICH"


def occurrences(
    versions: list[Component], clock: Clock, first: date, last: date, budget: Budget
) -> Iterator[tuple[date | datetime, date | datetime, Component]]:
    """When the event of these components, all of one id, happens near those days, and by which of them.

    Raises TooMuch where a rule of it is not to be followed, ValueError where it cannot be read.
    """
    if len(versions) > MOST_MOVED:
        raise TooMuch("with more changes than can be followed")
    calendar = Calendar()
    for index, version in enumerate(versions):
        event = _event(version, clock, last, budget)
        event[_WHICH] = vText(str(index))
        calendar.add_component(event)
    branches = sum(1 for v in versions if (line := v.first("RECURRENCE-ID")) and line.parameter("RANGE"))
    if branches > MOST_BRANCHES:
        raise TooMuch("with more changes than can be followed")
    query = CalendarQuery(calendar, keep_recurrence_attributes=True)
    for found in query.between(first - timedelta(days=2), last + timedelta(days=2)):
        yield found["DTSTART"].dt, found["DTEND"].dt, versions[int(found[_WHICH])]


def _event(component: Component, clock: Clock, last: date, budget: Budget) -> Event:
    """The event with only what says when it happens, each value read by us and therefore sound."""
    start, end = clock.span(component)
    event = Event()
    event["UID"] = vText("one")
    event["DTSTART"], event["DTEND"] = vDDDTypes(start), vDDDTypes(end)
    event["SEQUENCE"] = vInt(_number(component.text("SEQUENCE")))
    if moved := component.first("RECURRENCE-ID"):
        identity = vDDDTypes(clock.moment(moved.value, moved))
        if moved.parameter("RANGE").upper() == "THISANDFUTURE":
            identity.params["RANGE"] = "THISANDFUTURE"
        event["RECURRENCE-ID"] = identity
        if component.first("RRULE"):
            event["RRULE"] = []  # a whole series that took the place of one of its times: which of them counts
        return event
    rules = (bounded(line.value, start, last, budget) for line in component.all("RRULE")[:20] if line.value)
    event["RRULE"] = [rule for rule in rules if rule is not None]
    added, taken = _added(component, clock), clock.moments(component.all("EXDATE"))
    if len(added) > MOST_DATES or len(taken) > MOST_DATES:
        raise TooMuch("on more single days than can be followed")
    budget.spend(len(added) + len(taken))
    if added:
        event["RDATE"] = vDDDLists(added)
    if taken:
        event["EXDATE"] = vDDDLists(taken)
    return event


def _added(component: Component, clock: Clock) -> list[date | datetime | tuple[datetime, datetime]]:
    found: list[date | datetime | tuple[datetime, datetime]] = []
    for line in component.all("RDATE"):
        for text in line.value.split(","):
            try:
                found.append(clock.period(text, line) if "/" in text else clock.moment(text, line))
            except ValueError:
                continue
    return found


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def by_id(events: Iterable[Component]) -> Iterator[list[Component]]:
    """Events of one id together, in the order of the file; those without an id each alone.

    Of several whole events of one id the latest version counts. Some programs give one id to all they export: where
    versions are equally late and begin at different times, each is an event of its own.
    """
    groups: dict[str, list[Component]] = {}
    for index, event in enumerate(events):
        groups.setdefault(event.text("UID") or f" {index}", []).append(event)
    for group in groups.values():
        whole = [event for event in group if not event.first("RECURRENCE-ID")]
        if len(whole) < 2:
            yield group
            continue
        latest = max(_number(event.text("SEQUENCE")) for event in whole)
        kept = {event.text("DTSTART"): event for event in whole if _number(event.text("SEQUENCE")) == latest}
        first, *others = kept.values()
        yield [first, *(event for event in group if event.first("RECURRENCE-ID"))]
        yield from ([event] for event in others)
