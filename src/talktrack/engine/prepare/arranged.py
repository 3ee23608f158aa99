"""The papers of a change to the meeting's time: what goes to the manager, and what their calendars take in."""

from __future__ import annotations

from talktrack.engine.story import Conversation
from talktrack.kit.blocks import Passage
from talktrack.kit.documents import Message
from talktrack.kit.render import eml, ics

from .basis import Basis
from .changed import called_off, cancel_mail, move_mail, moved
from .pack import File
from .request import Request, invitation, mail, request


def asking(basis: Basis) -> tuple[File, ...]:
    """The request with its invitation."""
    words = request(basis)
    return _papers("request", "invite.ics", words, mail(basis, words, invitation(basis, words)))


def moving(basis: Basis, was: Conversation) -> tuple[File, ...]:
    """The letter that moves the meeting, with the invitation that both calendars follow. `was` is how it stood."""
    return _papers("moved", "invite.ics", moved(basis, was), move_mail(basis, was), request(basis).passages())


def calling_off(basis: Basis) -> tuple[File, ...]:
    """The letter that calls it off, with the cancellation."""
    return _papers("called-off", "cancel.ics", called_off(basis), cancel_mail(basis), request(basis).passages())


def _papers(
    name: str, calendar: str, words: Request, message: Message, invited: tuple[Passage, ...] = ()
) -> tuple[File, ...]:
    said = words.passages()
    made = [
        File(f"{name}.eml", eml.render(message), said, for_others=True),
        File(f"{name}.txt", words.letter().encode(), said, for_others=True),
    ]
    if message.invite:
        made.append(File(calendar, ics.render(message.invite, message.date), invited or said, for_others=True))
    return tuple(made)
