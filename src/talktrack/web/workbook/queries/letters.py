"""The letter that a changed time needs: the meeting was moved, or called off, after it had been asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from talktrack.engine.prepare.arranged import calling_off, moving
from talktrack.engine.prepare.basis import Basis
from talktrack.engine.prepare.changed import called_off, cancel_mail, move_mail, moved
from talktrack.engine.prepare.pack import File, held
from talktrack.engine.prepare.request import Request
from talktrack.engine.story import Conversation
from talktrack.kit.documents import Message
from talktrack.web.people.subject import Subject
from talktrack.web.post import outbox

from .. import matters
from .findings import advised, findings
from .margin import Advice
from .prepare import Prepared, prepared
from .records import history

_OUT = ("asked", "booked")
"""How a meeting stands of which the other side knows."""


@dataclass(frozen=True)
class Letter:
    """What tells the other side of a change."""

    key: str
    """Under which it stands in the outbox."""
    off: bool
    """Whether the meeting is called off; else it is moved."""
    made: Prepared
    words: Request
    message: Message
    papers: tuple[File, ...]
    held: tuple[Advice, ...]
    """What needs the person's word before it leaves."""

    @property
    def basis(self) -> Basis:
        """What it is drafted from."""
        return self.made.basis


def stood(subject: Subject, meeting: Conversation) -> Conversation | None:
    """The meeting as the other side knows it, where that is not how it is now; None where nothing has to be told.

    That is how it stood before the last change, or before the last ones whose letters were written and not sent.
    """
    if meeting.sequence == 0 or meeting.state not in ("asked", "cancelled"):
        return None
    numbers = range(1, meeting.sequence)
    letters = outbox.of(subject, *(matters.change(meeting.id, number) for number in numbers))
    told = meeting.sequence - 1
    while told and (found := letters.get(matters.change(meeting.id, told))) and found.state != "sent":
        told -= 1
    past = (p.value for p in history(subject, Conversation, meeting.id) if p.verb != "delete")
    known = next((value for value in past if value.sequence <= told), None)
    return known if known and known.at and known.state in _OUT else None


def letter(subject: Subject, name: str, today: date) -> Letter | None:
    """The letter for the change of that conversation; None where there is nothing to tell. Raises Http404."""
    made = prepared(subject, name, today)
    now = history(subject, Conversation, name)[0].value
    was = stood(subject, now)
    if was is None:
        return None
    off, basis = now.state == "cancelled", made.basis
    papers = calling_off(basis) if off else moving(basis, was)
    return Letter(
        key=matters.change(name, now.sequence),
        off=off,
        made=made,
        words=called_off(basis) if off else moved(basis, was),
        message=cancel_mail(basis) if off else move_mail(basis, was),
        papers=papers,
        held=advised(held(papers, findings(subject, today))),
    )
