"""What to remind the person of, and when: computed from the journey each time, stored nowhere.

A schedule that is kept would have to be mended with every edit, and goes stale where one is forgotten. So nothing is
scheduled: whoever wants to know asks what the journey, as it stands, has for a day. What has been given is remembered
by its `key` alone. The key holds the day that is meant, not an instant, so the same reminder is given once whatever
becomes of clocks and time zones, and a promise that is moved or put off to another day is a new one.

A day's reminders come at one hour of the person's own wall. Where the clocks jump over that hour they come right
after the jump; where it exists twice, the first time; those of a day that a place never had, with the next day's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from typing import Literal
from zoneinfo import ZoneInfo

from talktrack.engine.story import CheckIn, Commitment, Conversation, Journey
from talktrack.kit.blocks import Passage
from talktrack.kit.drafting import Slot, Wording, slot
from talktrack.kit.text import shortened

from .days import latest
from .ledger import first_name, owner

WORDING = Wording.load(files(__package__) / "reminders.toml")
Kind = Literal["check_in", "mine", "theirs", "meeting", "recap"]
KINDS: tuple[Kind, ...] = ("meeting", "check_in", "recap", "mine", "theirs")
"""In the order in which a day's reminders are told."""
BEFORE_CHECK_IN = timedelta(days=2)
STALE = timedelta(days=7)
"""How long after its day a reminder is still of use; longer, and it is only a list of omissions."""
EVENING = 21
"""From this hour on nothing is sent until the next morning."""
USUAL_HOUR = 9
MOST_SHOWN = 12
LONGEST = 160
"""Characters of a promise in one line."""


@dataclass(frozen=True)
class Reminder:
    """One thing to be reminded of."""

    kind: Kind
    record: str
    """What it is about: "commitments/plan"."""
    day: date
    """The day that it is meant for."""
    until: date
    """The last day on which it is of use."""
    line: Passage
    below: tuple[Passage, ...] = ()
    """What is open, for a check-in."""

    @property
    def key(self) -> str:
        """The same for the same matter and day, for ever."""
        return f"{self.kind}/{self.record}/{self.day.isoformat()}"


def reminders(journey: Journey) -> tuple[Reminder, ...]:
    """Everything that the journey has to remind of, whenever; but for what the person does not want.

    A dismissed `Decision` about "reminder" turns off one kind ("mine") or one reminder (its key).
    """
    off = {d.record for d in journey.decisions if d.about == "reminder" and d.verdict == "dismissed"}
    found = (r for kind in KINDS if kind not in off for r in _of_kind(journey, kind))
    wanted = (r for r in found if r is not None and r.key not in off)
    return tuple(sorted(wanted, key=lambda r: (KINDS.index(r.kind), r.day, r.record)))


def due(journey: Journey, today: date) -> tuple[Reminder, ...]:
    """Those of today, and of the days before as long as they are of use."""
    return tuple(r for r in reminders(journey) if r.day <= today <= r.until)


def ripe(
    journey: Journey, *, now: datetime, zone: ZoneInfo, hour: int, since: date, given: Collection[str] = ()
) -> tuple[Reminder, ...]:
    """Those to be sent at this instant: not given yet, none meant for a day before `since`, none at night.

    The day's hour has come and the evening has not. A machine that slept finds them when it wakes; one that wakes in
    the evening finds them the next morning.
    """
    today = now.astimezone(zone).date()
    if not moment(today, hour, zone) <= now < moment(today, EVENING, zone):
        return ()
    return tuple(r for r in due(journey, today) if r.day >= since and r.key not in given)


def moment(day: date, hour: int, zone: ZoneInfo) -> datetime:
    """The first instant (UTC) at which the wall clock there shows that day and hour, or has jumped over it."""
    wanted = datetime.combine(day, time(hour), zone)
    at, before = wanted.astimezone(UTC), wanted.replace(fold=1).astimezone(UTC)
    while at - before > timedelta(seconds=1):  # only in a gap is the second reading the earlier one
        between = before + (at - before) // 2
        shown = between.astimezone(zone).replace(tzinfo=None)
        at, before = (between, before) if shown >= wanted.replace(tzinfo=None) else (at, between)
    return at.replace(microsecond=0)


def next_moment(now: datetime, hour: int, zone: ZoneInfo) -> datetime:
    """The next time that a day's reminders come; later than `now`."""
    today = now.astimezone(zone).date()
    return next(at for n in range(4) if (at := moment(today + timedelta(days=n), hour, zone)) > now)


def _of_kind(journey: Journey, kind: Kind) -> Iterator[Reminder | None]:
    if kind in ("mine", "theirs"):
        waiting = (p for p in journey.commitments if p.status == "open" and p.due and p.owner)
        yield from (_of_promise(journey, p, kind) for p in waiting if (p.owner == "me") is (kind == "mine"))
    elif kind == "check_in":
        yield from (_of_check_in(journey, c) for c in journey.check_ins if len(c.on) == 10 and not c.held)
    elif kind == "meeting":
        yield from (_of_meeting(journey, c, c.at) for c in journey.conversations if c.at)
    else:
        yield from (_of_recap(journey, c, c.at) for c in journey.conversations if c.at)


def _of_promise(journey: Journey, promise: Commitment, kind: Kind) -> Reminder | None:
    """Mine on its day; theirs on the day after, unless a friendly word went out since. Put off: on that day."""
    at = f"commitments/{promise.id}"
    usual = latest(promise.due) + timedelta(days=kind == "theirs")
    day = max(usual, latest(promise.snoozed_until)) if promise.snoozed_until else usual
    if kind == "theirs" and promise.nudged and latest(max(promise.nudged)) >= day:
        return None
    line = WORDING.first(
        *(["mine.snoozed"] if kind == "mine" and day > usual else []),
        f"{kind}.due",
        *(["theirs.due_plain"] if kind == "theirs" else []),
        until=_day(at, "snoozed_until", promise.snoozed_until),
        due=_day(at, "due", promise.due),
        who=_who(journey, promise.owner),
        action=_action(promise),
    )
    return Reminder(kind, at, day, day + STALE, line) if line else None


def _of_check_in(journey: Journey, check_in: CheckIn) -> Reminder | None:
    """Two days before, with what is open from the same talk, or from any where it belongs to none."""
    at, day = f"check_ins/{check_in.id}", latest(check_in.on)
    line = WORDING.first(
        "check_in.about",
        "check_in.plain",
        on=slot(at, "on", check_in.on, _moment(check_in.at) if check_in.at else on_wall(day), "in words"),
        about=slot(at, "about", check_in.about, shortened(check_in.about, LONGEST)),
    )
    waiting = [
        p for p in journey.commitments if p.status == "open" and check_in.conversation in (None, p.conversation)
    ]
    told = (_open(journey, p) for p in sorted(waiting, key=_by_day)[:MOST_SHOWN])
    below = tuple(p for p in told if p)
    return Reminder("check_in", at, day - BEFORE_CHECK_IN, day, line, below) if line else None


def _of_meeting(journey: Journey, talk: Conversation, at: datetime) -> Reminder | None:
    """The day before, in the person's own time zone."""
    if talk.state not in ("asked", "booked"):
        return None
    here = _here(journey, talk, at)
    line = _talk(journey, talk, here, "meeting", _moment(here))
    return Reminder("meeting", f"conversations/{talk.id}", here.date() - timedelta(days=1), here.date(), line)


def _of_recap(journey: Journey, talk: Conversation, at: datetime) -> Reminder | None:
    """The day after a talk that was held, and of which no recap was sealed."""
    told = f"conversations/{talk.id}."
    sealed = any(s.kind == "recap" and any(f.startswith(told) for f in s.fields) for s in journey.snapshots)
    if talk.state != "held" or sealed:
        return None
    day = _here(journey, talk, at).date()
    line = _talk(journey, talk, at, "recap", on_wall(day))
    return Reminder("recap", f"conversations/{talk.id}", day + timedelta(days=1), day + STALE, line)


def _talk(journey: Journey, talk: Conversation, at: datetime, kind: Kind, said: str) -> Passage:
    when = slot(f"conversations/{talk.id}", "at", at.isoformat(), said, "in words")
    line = WORDING.first(f"{kind}.who", f"{kind}.plain", who=_who(journey, talk.contact or "manager"), at=when)
    return line or Passage("")


def _open(journey: Journey, promise: Commitment) -> Passage | None:
    side = "nobody" if not promise.owner else "mine" if promise.owner == "me" else "theirs"
    return WORDING.first(
        f"open.{side}_due",
        f"open.{side}",
        due=_day(f"commitments/{promise.id}", "due", promise.due),
        who=_who(journey, promise.owner) or slot(f"commitments/{promise.id}", "owner", promise.owner),
        action=_action(promise),
    )


def _by_day(promise: Commitment) -> tuple[date, str]:
    return (latest(promise.due) if promise.due else date.max), promise.id


def _here(journey: Journey, talk: Conversation, at: datetime) -> datetime:
    """When the talk is, as the person's own wall shows it."""
    own = journey.person.timezone
    if not own or not talk.timezone or own == talk.timezone:
        return at
    return at.replace(tzinfo=ZoneInfo(talk.timezone)).astimezone(ZoneInfo(own)).replace(tzinfo=None)


def _who(journey: Journey, name: str) -> Slot | None:
    who = owner(journey, name)
    return slot(f"contacts/{who.id}", "name", who.name, first_name(who)) if who else None


def _action(promise: Commitment) -> Slot | None:
    return slot(f"commitments/{promise.id}", "action", promise.action, shortened(promise.action, LONGEST))


def _day(record: str, field: str, when: str) -> Slot | None:
    return slot(record, field, when, on_wall(latest(when)), "in words") if when else None


def on_wall(day: date) -> str:
    """The day in words: "Thursday 3 December"."""
    return f"{day:%A} {day.day} {day:%B}"


def _moment(at: datetime) -> str:
    return f"{on_wall(at.date())}, {at:%H:%M}"
