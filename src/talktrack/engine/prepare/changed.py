"""The letters that go with a change: the meeting was moved, the meeting is called off. Kind, short, and no excuse."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

from talktrack.engine.story import Conversation
from talktrack.kit.documents import Invite, Message
from talktrack.kit.drafting import Slot, merged, slot

from .basis import Basis, said_at
from .request import Request, hello, invitation, mail, on_their_clock, place, request, sign_off, there
from .say import WORDING


def moved(basis: Basis, was: Conversation) -> Request:
    """The words that say from when to when. `basis` holds the new time, `was` the conversation before."""
    shared = basis.for_others()
    say = WORDING.say
    return Request(
        subject=there(say("moved.subject", minutes=shared.minutes()))[0],
        before=there(hello(shared)),
        topics=(),
        after=there(
            merged(say("moved.moved", was=_was(shared, was), moment=shared.moment_said()), on_their_clock(shared)),
            WORDING.frame("moved.suit"),
            place(shared),
        ),
        sign_off=sign_off(shared),
    )


def called_off(basis: Basis) -> Request:
    """The words that call it off. `basis` holds the time at which it would have been."""
    shared = basis.for_others()
    return Request(
        subject=there(WORDING.say("called_off.subject", minutes=shared.minutes()))[0],
        before=there(hello(shared)),
        topics=(),
        after=there(
            WORDING.say("called_off.off", moment=shared.moment_said()),
            WORDING.frame("called_off.again"),
        ),
        sign_off=sign_off(shared),
    )


def move_mail(basis: Basis, was: Conversation) -> Message:
    """The mail that moves the meeting, with the invitation of the same id and one change more."""
    return _letter("moved", basis, moved(basis, was), invitation(basis, request(basis)))


def cancel_mail(basis: Basis) -> Message:
    """The mail that calls the meeting off, with the cancellation for both calendars.

    `basis` holds the conversation as it stood, with the number of this last change.
    """
    return _letter("called-off", basis, called_off(basis), cancellation(basis))


def cancellation(basis: Basis) -> Invite:
    """The invitation withdrawn: the same id, one change more. Without both addresses it is a note for one's own."""
    invite = invitation(basis, request(basis))
    withdrawn = replace(invite, status="CANCELLED", description="", alarm_minutes=None)
    return replace(withdrawn, method="CANCEL") if invite.method == "REQUEST" else withdrawn


def _letter(kind: str, basis: Basis, words: Request, invite: Invite) -> Message:
    message = mail(basis, words, invite)
    return replace(
        message,
        message_id=f"{kind}-{invite.sequence}-{message.message_id.removeprefix('request-')}",
        date=datetime.combine(basis.today, time(9, 0), UTC),
    )


def _was(shared: Basis, was: Conversation) -> Slot | None:
    return slot(shared.meeting, "at", was.at, said_at(was.at), "in words, as it stood before") if was.at else None
