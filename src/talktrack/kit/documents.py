"""Document, Invite, Message: all that a renderer accepts. Nothing here knows what a career is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from talktrack.kit.blocks import Block, Passage, Words, passages_in
from talktrack.kit.errors import UserError
from talktrack.kit.text import clean


@dataclass(frozen=True)
class Document:
    """One paper. `pocket` is dense and for oneself; `handover` has generous margins and goes to somebody."""

    title: Passage
    author: Passage
    """Kept in the file's properties; not drawn on the page."""
    language: str
    """BCP 47, as "en-GB"."""
    date: date
    """Kept in the file's properties, and the reason why the same document always gives the same bytes."""
    kind: Literal["pocket", "handover"]
    blocks: tuple[Block, ...]
    subtitle: Words = ()
    footer: Words = ()

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", self.language):
            raise ValueError(f"not a BCP 47 language: {self.language!r}")
        if not clean(self.title.text):
            raise ValueError("a document has a title")

    def passages(self) -> Iterator[Passage]:
        """Every string that a reader sees, in reading order."""
        return passages_in((self.title, self.author, self.subtitle, self.blocks, self.footer))


_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")
_BREAK = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True)
class Mailbox:
    """One person's address. Text that would make two recipients, or a header, is refused."""

    address: str
    name: str = ""

    def __post_init__(self) -> None:
        if not _ADDRESS.fullmatch(self.address) or ".." in self.address:
            raise UserError(f"'{self.address[:80]!s}' is not one mail address. Write it like name@example.com.")
        _one_line("The name beside the mail address", self.name)


@dataclass(frozen=True)
class Invite:
    """One event for a calendar."""

    uid: str
    """Stays the same over all versions of this event."""
    sequence: int
    """Rises by one with each change that is sent."""
    summary: str
    description: str
    start: datetime
    """Aware, in a named zone (ZoneInfo): the wall time that is meant."""
    duration: timedelta
    location: str
    organizer: Mailbox | None = None
    attendees: tuple[Mailbox, ...] = ()
    alarm_minutes: int | None = 15
    """Minutes before the start; None for no alarm."""
    status: Literal["TENTATIVE", "CONFIRMED", "CANCELLED"] = "TENTATIVE"
    method: Literal["PUBLISH", "REQUEST", "CANCEL", ""] = "REQUEST"
    """"" for an event as it lies in a calendar (RFC 4791, 4.1), sent to nobody."""
    private: bool = False
    """Whoever may look into the calendar sees that the time is taken, and not for what."""

    def __post_init__(self) -> None:
        if not isinstance(self.start.tzinfo, ZoneInfo):
            raise ValueError("the start of an invite stands in a named time zone")
        if self.duration <= timedelta(0):
            raise ValueError("an invite lasts longer than nothing")
        for name, text in (("The title", self.summary), ("The place", self.location), ("The id", self.uid)):
            _one_line(f"{name} of the invitation", text)


@dataclass(frozen=True)
class Attachment:
    name: str
    media_type: str
    """As "application/pdf"."""
    content: bytes

    def __post_init__(self) -> None:
        _one_line("The name of the attached file", self.name)
        if not re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", self.media_type):
            raise ValueError(f"not a media type: {self.media_type!r}")


@dataclass(frozen=True)
class Message:
    """One mail in plain text. A draft may lack sender and recipients; mail programs then ask for them."""

    sender: Mailbox | None
    to: tuple[Mailbox, ...]
    subject: str
    body: str
    message_id: str
    """Without the angle brackets: "request-3f2a@talktrack.invalid"."""
    date: datetime
    """Aware."""
    attachments: tuple[Attachment, ...] = ()
    invite: Invite | None = None
    draft: bool = True

    def __post_init__(self) -> None:
        _one_line("The subject", self.subject)
        if not _ADDRESS.fullmatch(self.message_id):
            raise ValueError(f"not a message id: {self.message_id!r}")
        if self.date.tzinfo is None:
            raise ValueError("the date of a message is aware")
        if not self.draft and not (self.sender and self.to):
            raise UserError("This mail has no sender or no recipient yet. Add both addresses, then send it.")


def _one_line(what: str, text: str) -> None:
    if _BREAK.search(text):
        raise UserError(f"{what} has a line break or a control character in it. Write it on one line.")
