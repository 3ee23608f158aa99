"""Stretches of time: what is open, what is taken, what is left. All in UTC, so that no change of clocks matters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

Hours = Mapping[int, tuple[time, time]]
"""Weekday (0 is Monday) → from and to, on the clock on the wall; "to" at or before "from" is on the day after."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Stretch:
    """From one moment to a later one."""

    start: datetime
    """Aware, in UTC."""
    end: datetime

    @property
    def lasting(self) -> timedelta:
        """How long it is on any clock that does not change."""
        return self.end - self.start


def merged(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same time without overlaps, in order; what touches becomes one."""
    made: list[Stretch] = []
    for stretch in sorted(s for s in stretches if s.start < s.end):
        if made and stretch.start <= made[-1].end:
            made[-1] = Stretch(made[-1].start, max(made[-1].end, stretch.end))
        else:
            made.append(stretch)
    return tuple(made)


def open_hours(day: date, hours: Hours, zone: ZoneInfo) -> tuple[Stretch, ...]:
    """The working hours of one day of the wall calendar in that zone; none where it is not worked."""
    if day.weekday() not in hours:
        return ()
    begin, end = hours[day.weekday()]
    closing = datetime.combine(day if begin < end else day + _DAY, end, zone)
    return merged([Stretch(datetime.combine(day, begin, zone).astimezone(UTC), closing.astimezone(UTC))])


def common(ours: Iterable[Stretch], theirs: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """What lies in both. Neither may overlap itself."""
    left, right = sorted(ours), sorted(theirs)
    made: list[Stretch] = []
    i = j = 0
    while i < len(left) and j < len(right):
        start, end = max(left[i].start, right[j].start), min(left[i].end, right[j].end)
        if start < end:
            made.append(Stretch(start, end))
        if left[i].end < right[j].end:
            i += 1
        else:
            j += 1
    return tuple(made)


def near(stretches: Sequence[Stretch], span: Stretch) -> Sequence[Stretch]:
    """Those that touch the span, of stretches that are in order and do not overlap: found without a walk."""
    first = bisect_right(stretches, span.start, key=lambda s: s.end)
    return stretches[first : bisect_left(stretches, span.end, key=lambda s: s.start)]


def without(
    there: Iterable[Stretch], taken: Iterable[Stretch], *, around: timedelta = timedelta(0)
) -> tuple[Stretch, ...]:
    """What is left of some stretches beside those that are taken, and `around` before and after each of these."""
    blocked = merged(Stretch(s.start - around, s.end + around) for s in taken)
    made: list[Stretch] = []
    for stretch in sorted(there):
        start = stretch.start
        for block in blocked:
            if block.end <= start or block.start >= stretch.end:
                continue
            if block.start > start:
                made.append(Stretch(start, block.start))
            start = max(start, block.end)
        if start < stretch.end:
            made.append(Stretch(start, stretch.end))
    return tuple(made)


def starts(free: Iterable[Stretch], lasting: timedelta, *, step: timedelta) -> tuple[datetime, ...]:
    """The moments, on the clock of the step, from which so much time is free, in UTC and in order."""
    made = []
    for stretch in free:
        past = (stretch.start - datetime.min.replace(tzinfo=UTC)) % step
        moment = stretch.start + ((step - past) if past else timedelta(0))
        while moment + lasting <= stretch.end:
            made.append(moment)
            moment += step
    return tuple(made)
