"""A mail as lines of passages: what it says, and what each sentence rests on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from talktrack.engine.story import Contact, Conversation, Journey, contact, earliest, manager
from talktrack.kit.blocks import Passage
from talktrack.kit.documents import Attachment, Mailbox, Message

_LONG_AHEAD = 300
"""Days from which a date is said with its year."""


@dataclass(frozen=True)
class Line:
    """One paragraph or one bullet, as sentences that run on."""

    said: tuple[Passage, ...]
    bullet: bool = False

    def text(self) -> str:
        """As it stands in the mail."""
        return ("- " if self.bullet else "") + " ".join(p.text for p in self.said)


@dataclass(frozen=True)
class Letter:
    """The words of a mail, part by part; between two parts stands an empty line."""

    subject: Passage
    parts: tuple[tuple[Line, ...], ...]

    def passages(self) -> tuple[Passage, ...]:
        """Every string that the reader sees, in order."""
        return (self.subject, *(p for part in self.parts for line in part for p in line.said))

    def body(self) -> str:
        """The mail as plain text."""
        return "\n\n".join("\n".join(line.text() for line in part) for part in self.parts if part) + "\n"

    def text(self) -> str:
        """Subject and body, to copy into any mail program."""
        return f"{self.subject.text}\n\n{self.body()}"


def message(
    letter: Letter,
    journey: Journey,
    conversation: Conversation,
    *,
    matter: str,
    today: date,
    attachments: tuple[Attachment, ...] = (),
) -> Message:
    """The mail as a draft to the manager of that conversation. Addresses are left out where they are not known.

    `matter` ("recap") makes its id: the same for the same person and conversation, however often it is drafted.
    """
    who = across(journey, conversation)
    person = journey.person
    about = "\x1f".join((person.name, person.email, conversation.id, who.id if who else ""))
    guest = _mailbox(who.email, who.name) if who else None
    return Message(
        sender=_mailbox(person.email, person.name),
        to=(guest,) if guest else (),
        subject=letter.subject.text,
        body=letter.body(),
        message_id=f"{matter}-{hashlib.sha256(about.encode()).hexdigest()[:20]}@talktrack.invalid",
        date=datetime.combine(today, time(9, 0), UTC),
        attachments=attachments,
    )


def across(journey: Journey, conversation: Conversation) -> Contact | None:
    """Who sat on the other side of the table."""
    return contact(journey, conversation.contact) or manager(journey)


def _mailbox(address: str, name: str) -> Mailbox | None:
    return Mailbox(address, name) if address else None


def day_said(when: str, today: date) -> str:
    """ "2026-12-11" gives "Friday 11 December", with its year where that is far off; "2027-03" gives "March 2027"."""
    if len(when) < 10:
        return f"{earliest(when):%B %Y}" if len(when) == 7 else when
    day = earliest(when)
    year = f" {day.year}" if abs((day - today).days) > _LONG_AHEAD else ""
    return f"{day:%A} {day.day} {day:%B}{year}"


def time_said(at: datetime, zone: str, theirs: str) -> str:
    """ "15:00", and beside it "(10:00 in Toronto)" where the other's clock shows something else."""
    here = at.replace(tzinfo=ZoneInfo(zone)) if zone else None
    there = here.astimezone(ZoneInfo(theirs)) if here and theirs else None
    if there is None or here is None or there.utcoffset() == here.utcoffset():
        return f"{at:%H:%M}"
    place = theirs.rpartition("/")[2].replace("_", " ")
    return f"{at:%H:%M} ({there:%H:%M} in {place})"
