"""A day's reminders as one mail to oneself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from talktrack.engine.story import Journey
from talktrack.kit.documents import Mailbox, Message
from talktrack.kit.drafting import slot

from .reminders import WORDING, Reminder, on_wall

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


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
        head = WORDING.frame("digest.today").text if day == today else f"Meant for {on_wall(day)}:"
        blocks.append("\n".join([head, *(line for r in told if r.day == day for line in _lines(r))]))
    blocks += [WORDING.frame("digest.where").text, WORDING.frame("digest.chosen").text]
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
