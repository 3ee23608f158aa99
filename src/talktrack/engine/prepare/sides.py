"""The two who are to meet: where each is, when each works, and what is known of their time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from talktrack.engine.story import Conversation, Journey, contact, manager, working_hours
from talktrack.kit.calendar.free import Hours, Stretch, merged, open_hours
from talktrack.kit.calendar.values import Block

_WHOSE = {"she": "her", "he": "his", "they": "their"}


@dataclass(frozen=True)
class Side:
    """One of the two."""

    name: str
    """As one says it; "" for the owner of the journey."""
    whose: str
    """ "your", "her", "Jocelyn’s"."""
    zone: ZoneInfo
    hours: Hours
    blocks: tuple[Block, ...] | None
    """When they are busy, by start; None where nobody knows."""

    def taken(self, *, tentative: bool) -> tuple[Stretch, ...]:
        """What of their time is taken, without overlaps; what is tentative counts only where asked for."""
        return self._all if tentative else self._certain

    @cached_property
    def _all(self) -> tuple[Stretch, ...]:
        return merged(Stretch(b.start, b.end) for b in self.blocks or ())

    @cached_property
    def _certain(self) -> tuple[Stretch, ...]:
        return merged(Stretch(b.start, b.end) for b in self.blocks or () if b.shows != "tentative")

    @cached_property
    def _meetings(self) -> dict[date, list[Block]]:
        """Day of their own calendar → what has a time and begins or ends on it."""
        found: dict[date, list[Block]] = {}
        for block in self.blocks or ():
            if not block.all_day:
                for day in {moment.astimezone(self.zone).date() for moment in (block.start, block.end)}:
                    found.setdefault(day, []).append(block)
        return found

    def gaps(self, start: datetime, end: datetime) -> tuple[timedelta | None, timedelta | None]:
        """How long before and after their nearest meetings of that day end and begin; None where there is none."""
        near = self._meetings.get(start.astimezone(self.zone).date(), ())
        before = min((start - b.end for b in near if b.end <= start), default=None)
        return before, min((b.start - end for b in near if b.start >= end), default=None)

    @cached_property
    def _whole_days(self) -> tuple[Stretch, ...]:
        return merged(Stretch(b.start, b.end) for b in self.blocks or () if b.all_day)

    def is_off(self, day: date) -> bool:
        """Whether they are away, or have a public holiday, on all of that day."""
        noon = datetime.combine(day, time(12), self.zone)
        return any(stretch.start <= noon < stretch.end for stretch in self._whole_days)

    def open(self, days: Iterable[date]) -> tuple[Stretch, ...]:
        """Their working hours on those days of their own calendar."""
        return tuple(stretch for day in days for stretch in open_hours(day, self.hours, self.zone))

    def works(self, day: date) -> bool:
        """Whether that day of the week is one of work, and not a day off."""
        return day.weekday() in self.hours and not self.is_off(day)


def sides(
    journey: Journey,
    conversation: Conversation | None,
    mine: tuple[Block, ...] | None,
    theirs: tuple[Block, ...] | None,
    *,
    zone: ZoneInfo,
) -> tuple[Side, Side]:
    """The owner and the other one. `zone` is the owner's where the journey names none."""
    me = journey.person
    who = contact(journey, conversation.contact) if conversation else None
    who = who or manager(journey)
    here = ZoneInfo(me.timezone) if me.timezone else zone
    first = who.first_name if who and who.name.split() else ""
    owner = Side("", "your", here, working_hours(me.hours), mine)
    other = Side(
        first or "your manager",
        _WHOSE.get(who.pronoun if who else "", f"{first or 'your manager'}’s"),
        ZoneInfo(who.timezone) if who and who.timezone else here,
        working_hours(who.hours if who else ""),
        theirs,
    )
    return owner, other


def around(day: date) -> tuple[date, date, date]:
    """The days whose hours may reach into that one, in whatever time zone."""
    return day - timedelta(days=1), day, day + timedelta(days=1)
