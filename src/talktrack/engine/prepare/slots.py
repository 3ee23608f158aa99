"""Finding the time: slots of the wanted length that suit both, the best first, each with its reason (R33).

What may not be: outside the working hours of either, in either's own time zone; over anything that is taken; within
a quarter of an hour of the manager's meetings; in the last half hour of a day; on the day of the performance review,
or the working day before or after it, so that the talk is not taken for a part of it. The rest is preference.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from talktrack.engine.story import Conversation, Journey, upcoming
from talktrack.kit.calendar.free import Hours, Stretch, common, merged, near, starts, without
from talktrack.kit.calendar.values import Block

from .sides import Side, around, sides
from .slots_said import none_fits, not_known, reason, when

MOST = 5
"""Slots that are offered: more is no help."""
NOTICE = 5
"""Working days before the first slot: a full week, so that nobody is surprised."""
WEEKS = 3
"""How far is looked from there."""
BREATHER = timedelta(minutes=15)
"""Kept free before and after the manager's other meetings."""
LAST = timedelta(minutes=30)
"""Kept free at the end of a working day: who is about to leave does not listen."""
STEP = timedelta(minutes=15)
_DAY = timedelta(days=1)
_ASK_ABOUT = 3


@dataclass(frozen=True)
class Slot:
    """One time that suits both."""

    start: datetime
    """Aware, in the owner's zone."""
    theirs: datetime
    """The same moment on the other's clock."""
    minutes: int
    text: str
    """When it is and why, in plain sentences: for the owner."""
    tentative: bool = False
    """Whether something that is not certain yet stands there."""


@dataclass(frozen=True)
class Found:
    """What was found between two days."""

    slots: tuple[Slot, ...]
    """The best first, each on a day of its own as far as there are days; at most five."""
    first: date
    last: date
    days: tuple[date, ...] = ()
    """Where nothing fits: the next three days to ask the other about."""
    why: str = ""
    """Where nothing fits: why, and what to do."""
    notes: tuple[str, ...] = ()
    """What was not known, as sentences: the slots may not hold."""


def window(
    today: date, hours: Hours, *, notice: int = NOTICE, since: date | None = None, weeks: int = WEEKS
) -> tuple[date, date]:
    """The first and the last day to look at: after so many full working days, or from the day that is asked for."""
    day, left = today, notice
    while left > 0:
        day += _DAY
        left -= day.weekday() in hours
    first = max(since or day + _DAY, today + _DAY)
    while hours and since is None and first.weekday() not in hours:
        first += _DAY
    return first, first + timedelta(weeks=weeks) - _DAY


def find_slots(
    journey: Journey,
    conversation: Conversation | None = None,
    *,
    mine: tuple[Block, ...] | None,
    theirs: tuple[Block, ...] | None,
    today: date,
    zone: ZoneInfo,
    minutes: int | None = None,
    notice: int = NOTICE,
    since: date | None = None,
    weeks: int = WEEKS,
) -> Found:
    """The slots for the conversation (the next one where none is given), of its length or of `minutes`.

    `mine` and `theirs` are what is taken between the days of `window`, and a day before and after; None where it is
    not known. Hours and time zones stand with the person and the contact; `zone` is the owner's where none does.
    """
    meeting = conversation or upcoming(journey)
    search = _Search(
        *sides(journey, meeting, mine, theirs, zone=zone),
        lasting=timedelta(minutes=minutes or (meeting.minutes if meeting else 30)),
        review=_day(meeting.review_on) if meeting else None,
    )
    first, last = window(today, search.me.hours, notice=notice, since=since, weeks=weeks)
    days = [first + _DAY * n for n in range((last - first).days + 1)]
    notes = not_known(search.me, meeting.review_on if meeting else "", last)
    slots = search.best(days, tentative=False) or search.best(days, tentative=True)
    if slots:
        return Found(slots, first, last, notes=notes)
    troubles = [search.trouble(day) for day in days if day.weekday() in search.me.hours]
    ask = tuple(day for day in days if search.is_possible(day))[:_ASK_ABOUT]
    return Found((), first, last, ask, none_fits(search.other, first, last, troubles, ask), notes)


@dataclass(frozen=True)
class _Search:
    me: Side
    other: Side
    lasting: timedelta
    review: date | None

    def best(self, days: list[date], *, tentative: bool) -> tuple[Slot, ...]:
        """The best of each day, the best days first; where there are few days, a second and third on them."""
        of_day = [sorted(self._of_day(day, days[0], tentative=tentative)) for day in days]
        chosen = sorted(found[0] for found in of_day if found)[:MOST]
        spare = sorted(weighed for found in of_day for weighed in found[1:])
        for weighed in spare:
            if len(chosen) >= _ASK_ABOUT:
                break
            if all(abs(weighed[1] - other[1]) >= timedelta(hours=2) for other in chosen):
                chosen.append(weighed)
        return tuple(self._slot(start, tentative) for _, start in chosen)

    def _of_day(self, day: date, first: date, *, tentative: bool) -> Iterator[tuple[int, datetime]]:
        """The possible starts of one day, in UTC, each with what speaks against it: less is better."""
        if self.is_stacked(day):
            return
        free = _left(self.other, _left(self.me, self.shared(day), tentative), tentative, BREATHER)
        for start in starts(free, self.lasting, step=STEP):
            local = start.astimezone(self.me.zone)
            if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():  # an hour that comes twice
                yield (day - first).days + self._against(start), start

    def shared(self, day: date) -> tuple[Stretch, ...]:
        """The time of that day in which both work, without its last half hour."""
        ours = merged(_but_the_last(self.me.open([day])))
        return common(ours, merged(_but_the_last(self.other.open(around(day)))))

    def is_possible(self, day: date) -> bool:
        """Whether both work on that day, so that one can ask about it."""
        return self.me.works(day) and self.other.works(day) and not self.is_stacked(day)

    def is_stacked(self, day: date) -> bool:
        """Whether the review is on that day, or on the working day before or after."""
        if self.review is None:
            return False
        before, after = self.review - _DAY, self.review + _DAY
        while self.me.hours and before.weekday() not in self.me.hours:
            before -= _DAY
        while self.me.hours and after.weekday() not in self.me.hours:
            after += _DAY
        return before <= day <= after

    def _against(self, start: datetime) -> int:
        """What speaks against a start, in days that one would rather wait."""
        local = start.astimezone(self.me.zone)
        against = {0: 0, 30: 1}.get(local.minute, 4)
        for side in (self.me, self.other):
            at, end = start.astimezone(side.zone), (start + self.lasting).astimezone(side.zone)
            against += 12 * (at.weekday() == 0 and at.hour < 11) + 12 * (at.weekday() == 4 and at.hour >= 12)
            against += 8 * (at.hour < 14 and (end.hour, end.minute) > (12, 0) and (at.hour, at.minute) < (13, 30))
            for stretch in side.open(around(at.date())):
                if stretch.start <= start < stretch.end:
                    against += 5 * (start - stretch.start < timedelta(minutes=30))
                    against += 10 * (stretch.end - start - self.lasting < timedelta(hours=1))
            before, after = side.gaps(start, start + self.lasting)
            against += sum(5 for gap in (before, after) if gap is not None and gap < timedelta(minutes=30))
        return against

    def _slot(self, start: datetime, tentative: bool) -> Slot:
        mine, theirs = start.astimezone(self.me.zone), start.astimezone(self.other.zone)
        gaps = (self.other if self.other.blocks is not None else self.me).gaps(start, start + self.lasting)
        text = f"{when(mine, theirs, self.lasting, self.other)}. {reason(self.me, self.other, gaps, mine, tentative)}"
        return Slot(mine, theirs, int(self.lasting.total_seconds() // 60), text, tentative)

    def trouble(self, day: date) -> str:
        """Why nothing fits on that day, in one word for `none_fits`."""
        shared = self.shared(day)
        if self.is_stacked(day):
            return "review"
        if self.me.is_off(day):
            return "off"
        if self.other.is_off(day):
            return "their_off"
        if not starts(shared, self.lasting, step=STEP):
            return "hours"
        if not starts(_left(self.me, shared, True), self.lasting, step=STEP):
            return "mine"
        hers = _left(self.other, shared, True, BREATHER)
        return "both" if starts(hers, self.lasting, step=STEP) else "theirs"


def _left(
    side: Side, there: tuple[Stretch, ...], tentative: bool, around: timedelta = timedelta(0)
) -> tuple[Stretch, ...]:
    """What they have left of it; something tentative gives way where that is said."""
    if not there:
        return ()
    span = Stretch(there[0].start - around, there[-1].end + around)
    return without(there, near(side.taken(tentative=not tentative), span), around=around)


def _but_the_last(stretches: tuple[Stretch, ...]) -> Iterator[Stretch]:
    for stretch in stretches:
        if stretch.lasting > LAST:
            yield Stretch(stretch.start, stretch.end - LAST)


def _day(when: str) -> date | None:
    return date.fromisoformat(when) if len(when) == len("2026-12-03") else None
