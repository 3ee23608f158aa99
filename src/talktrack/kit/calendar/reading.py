"""A calendar read between two days: all that happens then, and a word on all that could not be read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from . import lines
from .guard import Budget, TooMuch
from .lines import Component
from .moments import Clock, NoStart
from .series import by_id, occurrences
from .showing import shows
from .values import Block, Busy, Occurrence, Shows
from .zones import Zones

MOST_DAYS = 800
"""Days between the first and the last that are looked at."""
MOST_OCCURRENCES = 50_000
"""Between those days, in one calendar."""
MOST_PERIODS = 20_000
"""Busy times of the free-and-busy lists of one calendar."""
MOST_TOLD = 12
"""Sentences about what was left out."""
_FREE_BUSY: dict[str, Shows] = {"": "busy", "BUSY": "busy", "BUSY-UNAVAILABLE": "away", "BUSY-TENTATIVE": "tentative"}
_SINGLE = frozenset({"RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"})


def read(data: bytes, first: date, last: date, zone: ZoneInfo, own: Collection[str] = ()) -> Busy:
    """When the owner of this calendar is busy from the first day to the last, both included, in this process.

    `zone` is where the owner is: times without a zone and whole days are meant there. `own` are the owner's mail
    addresses: an invitation that they declined takes no time. Raises UserError where the bytes are no calendar.
    """
    reading = Reading(data, first, last, zone, own)
    taken = {_block(o, zone) for o in reading.occurrences() if o.shows != "free" and o.start != o.end}
    told = list(reading.left_out)
    if len(told) > MOST_TOLD:
        told = [*told[:MOST_TOLD], f"{len(told) - MOST_TOLD} more entries could not be counted."]
    return Busy(tuple(sorted(taken)), tuple(told), first, last, reading.entries)


class Reading:
    """One calendar between two days, both included, as days stand in `zone`.

    Raises UserError where the bytes are no calendar. Time and memory are bounded whatever they are.
    """

    def __init__(self, data: bytes, first: date, last: date, zone: ZoneInfo, own: Collection[str] = ()) -> None:
        if not timedelta(0) <= last - first <= timedelta(days=MOST_DAYS):
            raise ValueError(f"from {first} to {last} is no stretch of at most {MOST_DAYS} days")
        self.first, self.last = first, last
        self._begins = datetime.combine(first, time(), zone)
        self._ends = datetime.combine(last + timedelta(days=1), time(), zone)
        calendar, self._cut_off = lines.read(data)
        self._events = [part for part in calendar.parts if part.kind == "VEVENT"]
        self._lists = [part for part in calendar.parts if part.kind == "VFREEBUSY"]
        self._name = calendar.text("X-WR-CALNAME") or calendar.text("NAME")
        self._own = {address.lower() for address in own} | ({self._name.lower()} if "@" in self._name else set())
        self._clock = Clock(Zones(calendar, zone))
        self._budget = Budget()
        self.entries = len(self._events) + len(self._lists)
        self.left_out: dict[str, None] = {}
        """What was not counted, as sentences in their order; complete once the occurrences were asked for."""

    def occurrences(self) -> list[Occurrence]:
        """Every time at which something happens, whether or not it keeps anybody busy."""
        found: list[Occurrence] = []
        for group in by_id(self._events):
            found.extend(self._of_event(group))
            if len(found) > MOST_OCCURRENCES:
                self.left_out["There is more in this calendar than can be counted; the rest was left out."] = None
                break
        found.extend(self._of_lists())
        if self._cut_off:
            self.left_out["The file ends in the middle of an entry, as if cut off. Export it once more."] = None
        for unknown in sorted(self._clock.unknown):
            zone = self._clock.zones.floating
            self.left_out[f"The time zone “{unknown[:60]}” is not known; its times were read as in {zone}."] = None
        for name in sorted(self._clock.zones.by_offset):
            self.left_out[f"Of the time zone “{name[:60]}” only the offset is known; mind its summer time."] = None
        return found

    def _of_event(self, versions: list[Component]) -> list[Occurrence]:
        try:
            return [self._occurrence(*each) for each in self._times(versions) if self._is_near(*each[:2])]
        except TooMuch as much:
            self.left_out[f"{_called(versions[0])} repeats {much}, so it was not counted."] = None
        except NoStart:
            self.left_out[f"{_called(versions[0])} has no day or time of its own, so it was not counted."] = None
        except Exception:  # whatever a stranger's file makes a library do, the other events still count
            self.left_out[f"{_called(versions[0])} could not be read, so it was not counted."] = None
        return []

    def _times(self, versions: list[Component]) -> Iterator[tuple[date | datetime, date | datetime, Component]]:
        if len(versions) == 1 and not any(line.name in _SINGLE for line in versions[0].lines):
            yield *self._clock.span(versions[0]), versions[0]
        else:
            yield from occurrences(versions, self._clock, self.first, self.last, self._budget)

    def _occurrence(self, start: date | datetime, end: date | datetime, event: Component) -> Occurrence:
        all_day = not isinstance(start, datetime)
        how = shows(event, all_day=all_day, own=self._own, calendar=self._name)
        return Occurrence(start, end, how, event.text("SUMMARY"))

    def _of_lists(self) -> Iterator[Occurrence]:
        lines = (line for listed in self._lists for line in listed.all("FREEBUSY"))
        told = ((text, line) for line in lines for text in line.value.split(","))
        for text, line in islice(told, MOST_PERIODS):
            kind = line.parameter("FBTYPE").upper()
            try:
                start, end = self._clock.period(text, line)
                if kind != "FREE" and self._is_near(start, end):
                    yield Occurrence(start, end, _FREE_BUSY.get(kind, "busy"), "")
            except (ValueError, OverflowError):
                self.left_out["A busy time in a free-and-busy list could not be read."] = None
        if next(told, None):
            self.left_out["A free-and-busy list is too long to be read to its end."] = None

    def _is_near(self, start: date | datetime, end: date | datetime) -> bool:
        """Whether something then touches the days that are looked at."""
        if isinstance(start, datetime) and isinstance(end, datetime):
            return start < self._ends and (end > self._begins or start >= self._begins)
        return start <= self.last and end > self.first


def _block(occurrence: Occurrence, zone: ZoneInfo) -> Block:
    start, end = (
        moment if isinstance(moment, datetime) else datetime.combine(moment, time(), zone)
        for moment in (occurrence.start, occurrence.end)
    )
    return Block(
        start.astimezone(UTC),
        end.astimezone(UTC),
        occurrence.shows,
        not isinstance(occurrence.start, datetime),
        occurrence.name if occurrence.shows == "holiday" else "",
    )


def _called(event: Component) -> str:
    """How an event is called when it is spoken of to its owner."""
    title = event.text("SUMMARY")
    return f"“{title[:60]}”" if title else "An event without a title"
