"""One's own dates as a calendar to subscribe to: check-ins, promises that are due, the conversation (R50, R53).

Calendars are often seen by others, so the titles tell nothing unless the person asks for full words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from talktrack.engine.story import CheckIn, Commitment, Conversation, Journey, contact, manager
from talktrack.kit.render.feed import Entry, render

LOOKS_BACK = timedelta(days=90)
"""What is older is not in the calendar any more."""
_WHOLE_DAY = len("2026-12-03")


def feed(journey: Journey, today: date, *, full: bool = False) -> bytes:
    """The calendar as iCalendar bytes. `full` gives names and words; without it "Check-in", "A promise is due".

    Due dates last all day; what has a time stands in its own time zone. What is done, held, called off or has no day
    is not in it. Ids stay the same from one making to the next.
    """
    since = today - LOOKS_BACK
    entries = [entry for entry in _entries(journey, full) if _day(entry) >= since]
    return render("Check-ins", entries, datetime.combine(today, time(), UTC))


def _day(entry: Entry) -> date:
    return entry.start.date() if isinstance(entry.start, datetime) else entry.start


def _entries(journey: Journey, full: bool) -> Iterator[Entry]:
    for talk in journey.conversations:
        if talk.at and talk.state in ("planned", "asked", "booked"):
            yield _talk(journey, talk, talk.at, full)
    for check_in in journey.check_ins:
        if len(check_in.on) == _WHOLE_DAY and not check_in.held:
            yield _check_in(journey, check_in, full)
    for promise in journey.commitments:
        if len(promise.due) == _WHOLE_DAY and promise.status == "open":
            yield _promise(journey, promise, full)


def _talk(journey: Journey, talk: Conversation, at: datetime, full: bool) -> Entry:
    who = contact(journey, talk.contact) or manager(journey)
    title = f"Conversation with {who.name}" if full and who else "Conversation"
    start = _moment(at, talk.timezone or journey.person.timezone)
    uid, lasting = _uid(journey, f"conversations/{talk.id}"), timedelta(minutes=talk.minutes)
    return Entry(uid, title, start, lasting, talk.aim if full else "")


def _check_in(journey: Journey, check_in: CheckIn, full: bool) -> Entry:
    uid, note = _uid(journey, f"check_ins/{check_in.id}"), check_in.about if full else ""
    held = next((c for c in journey.conversations if c.id == check_in.conversation), None)
    who = contact(journey, held.contact) if held else manager(journey)
    title = f"Check-in with {who.name}" if full and who else "Check-in"
    if check_in.at is None:
        return Entry(uid, title, date.fromisoformat(check_in.on), note=note)
    zone = check_in.timezone or (held.timezone if held else "") or journey.person.timezone
    return Entry(uid, title, _moment(check_in.at, zone), timedelta(minutes=check_in.minutes), note)


def _promise(journey: Journey, promise: Commitment, full: bool) -> Entry:
    """One's own is due on its day; another's is to be asked about, and not before the day until which it rests."""
    other = contact(journey, promise.owner)
    mine = promise.owner == "me"
    day = promise.due if mine else max(promise.due, promise.snoozed_until[:_WHOLE_DAY])
    if not full:
        title = "A promise is due" if mine else "Ask about a promise" if other else "A next step is due"
    else:
        title = f"Ask {other.name} about: {promise.action}" if other else f"Due: {promise.action}"
    note = promise.done_test if full else ""
    on = date.fromisoformat(day if len(day) == _WHOLE_DAY else promise.due)
    return Entry(_uid(journey, f"commitments/{promise.id}"), title, on, note=note)


def _moment(at: datetime, zone: str) -> datetime:
    return at.replace(tzinfo=ZoneInfo(zone or "UTC"))


def _uid(journey: Journey, reference: str) -> str:
    about = "\x1f".join((journey.person.name, journey.person.email, reference))
    return f"feed-{hashlib.sha256(about.encode()).hexdigest()[:20]}@talktrack.invalid"
