"""What to remind the person of, and when: computed from the journey each time, stored nowhere.

A schedule that is kept would have to be mended with every edit, and goes stale where one is forgotten. So nothing is
scheduled: whoever wants to know asks what the journey, as it stands, has for a day. What has been given is remembered
by its `key` alone. The key holds the day that is meant, not an instant, so the same reminder is given once whatever
becomes of clocks and time zones, and a promise that is moved or put off to another day is a new one.

A day's reminders come at one hour of the person's own wall. Where that hour does not exist on that day, they come
when the clocks before the change would have shown it; where it exists twice, the first time (RFC 5545 says the same).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from typing import Literal
from zoneinfo import ZoneInfo

from talktrack.engine.story import Commitment, Journey
from talktrack.kit.blocks import Passage
from talktrack.kit.documents import Mailbox, Message
from talktrack.kit.drafting import Wording, slot

from .days import latest

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
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


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
    return tuple(sorted((r for r in found if r.key not in off), key=lambda r: (KINDS.index(r.kind), r.day, r.record)))


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
    """The instant (UTC) at which the wall clock there shows that hour on that day; see above for gaps and folds."""
    return datetime.combine(day, time(hour), zone).astimezone(UTC)


def next_moment(now: datetime, hour: int, zone: ZoneInfo) -> datetime:
    """The next time that a day's reminders come; later than `now`."""
    today = now.astimezone(zone).date()
    return next(at for n in range(4) if (at := moment(today + timedelta(days=n), hour, zone)) > now)


def subject(number: int) -> str:
    """What stands over the mail: how many things, and nothing of what they are."""
    said = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"Talktrack: {said} {'thing' if number == 1 else 'things'} for today"


def digest(journey: Journey, told: tuple[Reminder, ...], *, to: Mailbox, now: datetime, zone: ZoneInfo) -> Message:
    """All of them as one mail to oneself. What is late says for which day it was meant."""
    today = now.astimezone(zone).date()
    name = journey.person.name
    hello = WORDING.first(
        "digest.hello",
        "digest.hello_plain",
        name=slot("person", "name", name, name.split()[0] if name.split() else ""),
    )
    blocks = [hello.text if hello else ""]
    for day in sorted({r.day for r in told}, reverse=True):
        head = WORDING.templates["digest.today"] if day == today else f"Meant for {_said(day)}:"
        blocks.append("\n".join([head, *(line for r in told if r.day == day for line in _lines(r))]))
    blocks += [WORDING.templates["digest.where"], WORDING.templates["digest.chosen"]]
    about = hashlib.sha256(f"{to.address}\x1f{today.isoformat()}".encode()).hexdigest()[:20]
    return Message(
        sender=to,
        to=(to,),
        subject=subject(len(told)),
        body="\n\n".join(blocks) + "\n",
        message_id=f"reminder-{about}@talktrack.invalid",
        date=now,
    )


def _lines(reminder: Reminder) -> Iterator[str]:
    yield f"- {reminder.line.text}"
    for passage in reminder.below:
        yield f"  - {passage.text}"


def _of_kind(journey: Journey, kind: Kind) -> Iterator[Reminder]:
    if kind in ("mine", "theirs"):
        for promise in journey.commitments:
            if promise.status == "open" and promise.due and _side(promise) == kind:
                yield _of_promise(journey, promise, kind)
    elif kind == "check_in":
        yield from (_of_check_in(journey, c) for c in journey.check_ins if len(c.on) == 10 and not c.held)
    else:
        yield from (r for c in journey.conversations if c.at and (r := _of_talk(journey, c, c.at, kind)))


def _of_promise(journey: Journey, promise: Commitment, kind: Kind) -> Reminder:
    at = f"commitments/{promise.id}"
    day = latest(promise.due) + timedelta(days=kind == "theirs")
    snoozed = latest(promise.snoozed_until) if promise.snoozed_until else day
    put_off = (
        max(day, snoozed)
        if kind == "mine"
        else max(day, snoozed + timedelta(days=kind == "theirs" and snoozed != day))
    )
    line = WORDING.first(
        *(["mine.snoozed"] if kind == "mine" and put_off > day else []),
        *(["mine.due"] if kind == "mine" else ["theirs.due", "theirs.due_plain"]),
        until=slot(at, "snoozed_until", promise.snoozed_until, _said(snoozed), "in words"),
        due=slot(at, "due", promise.due, _said(latest(promise.due)), "in words"),
        who=_who(journey, promise.owner),
        action=_action(promise),
    )
    return Reminder(kind, at, put_off, put_off + STALE, line or Passage(""))
