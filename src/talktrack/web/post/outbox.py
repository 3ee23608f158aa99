"""The outbox: mail is written with the change that it tells of, and sent by the worker afterwards.

A mail waits, is being sent, and then is sent, failed or withdrawn. Nothing here opens a connection.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from talktrack.kit.documents import Mailbox, Message
from talktrack.kit.errors import InternalError, UserError
from talktrack.kit.render import eml
from talktrack.web.people.subject import Subject

from . import connections
from .models import Outgoing

State = Outgoing.State
_SHOWN = (
    "key",
    "message_id",
    "recipients",
    "delivered",
    "state",
    "due_at",
    "attempts",
    "trouble",
    "sent_at",
    "doubtful",
)


@dataclass(frozen=True)
class Letter:
    """One mail of the outbox, as it stands."""

    key: str
    message_id: str
    state: str
    """"waiting", "sending", "sent", "failed" or "withdrawn"."""
    to: tuple[str, ...]
    """Every recipient's address."""
    missing: tuple[str, ...]
    """Those who do not have it yet."""
    due_at: datetime
    """While it waits: when it is sent next."""
    attempts: int
    trouble: str
    """Why the last attempt failed, in plain words; "" where none did."""
    sent_at: datetime | None
    doubtful: bool
    """Whether it may have arrived though nobody said so."""


def put(*, subject: Subject, key: str, message: Message, not_before: datetime) -> Letter:
    """Send this mail, not before then. Call inside the transaction of the change that the mail tells of.

    The same key again replaces a mail that was not sent, and keeps its Message-ID. Raises UserError where that one
    is being sent or was sent, where sender or recipient is missing, or where an address is not one address.
    """
    if not transaction.get_connection().in_atomic_block:
        raise InternalError("a mail is put into the outbox outside a transaction")
    if subject.role != "owner":
        raise Http404
    row = Outgoing.for_subject(subject).select_for_update().filter(key=key).first()
    if row is None:
        row = Outgoing(account_id=subject.account, key=key, message_id=message.message_id)
    elif row.state in (State.SENDING, State.SENT):
        raise UserError(
            "This mail is on its way already, so it cannot be changed any more."
            if row.state == State.SENDING
            else "This mail was sent already. What changed since needs a mail of its own."
        )
    whole = replace(message, message_id=row.message_id, draft=False)  # raises where an address is missing
    assert whole.sender is not None
    row.sender = whole.sender.address
    row.recipients = list(dict.fromkeys(Mailbox(one.address).address for one in whole.to))
    row.delivered, row.content = [], eml.render(whole)
    _wait(row, not_before)
    return _letter(row)


def of(subject: Subject, *keys: str) -> dict[str, Letter]:
    """How the mails of these matters stand, by key; a matter without mail is not in it. One query."""
    rows = Outgoing.for_subject(subject).filter(key__in=keys).only(*_SHOWN)
    return {row.key: _letter(row) for row in rows}


def last(subject: Subject, prefix: str) -> int:
    """The highest number of a mail that was sent or is on its way, of those called `prefix` and a number; else 0."""
    gone = Outgoing.for_subject(subject).filter(key__startswith=prefix, state__in=(State.SENT, State.SENDING))
    numbers = (key.removeprefix(prefix) for key in gone.values_list("key", flat=True))
    return max((int(n) for n in numbers if n.isascii() and n.isdigit()), default=0)


@transaction.atomic
def withdraw(*, subject: Subject, key: str) -> Letter:
    """Do not send it. Raises UserError where it is being sent or was sent, Http404 where there is none."""
    row = _row(subject, key)
    if row.state == State.SENT:
        raise UserError("Too late to stop it: the mail was sent.")
    if row.state == State.SENDING:
        raise UserError("Too late to stop it: the mail is being handed over at this moment.")
    row.state = State.WITHDRAWN
    row.save(update_fields=["state"])
    return _letter(row)


@transaction.atomic
def retry(*, subject: Subject, key: str) -> Letter:
    """Try again now: a mail that failed, or one that waits for its next attempt. Raises UserError, Http404."""
    row = _row(subject, key)
    if row.state == State.SENT:
        raise UserError("This mail was sent already.")
    if row.state == State.WITHDRAWN:
        raise UserError("This mail was stopped. Send it again from its page.")
    if row.state != State.SENDING:
        _wait(row, timezone.now())
    return _letter(row)


def file(subject: Subject, key: str) -> bytes:
    """The mail as a file to open in a mail program. Raises Http404 where there is none."""
    return b"X-Unsent: 1\r\n" + bytes(_row(subject, key).content)


def failed(subject: Subject) -> tuple[str, ...]:
    """The matters whose mail is given up, and waits for the person's word. One query."""
    rows = Outgoing.for_subject(subject).filter(state=State.FAILED)
    return tuple(rows.order_by("pk").values_list("key", flat=True)[:20])


def can_send(subject: Subject) -> bool:
    """Whether the person's own mail is set up and worked when it was last tried."""
    mail = connections.mail(subject)
    return mail is not None and mail.tried_at is not None and not mail.trouble


def _wait(row: Outgoing, due: datetime) -> None:
    row.state, row.due_at, row.attempts, row.doubtful = State.WAITING, due, 0, 0
    row.lease, row.leased_until, row.trouble = "", None, ""
    row.save()


def _row(subject: Subject, key: str) -> Outgoing:
    row = Outgoing.for_subject(subject).select_for_update().filter(key=key).first()
    if row is None:
        raise Http404
    return row


def _letter(row: Outgoing) -> Letter:
    return Letter(
        key=row.key,
        message_id=row.message_id,
        state=str(row.state),
        to=(*row.delivered, *row.recipients),
        missing=tuple(row.recipients),
        due_at=row.due_at,
        attempts=row.attempts,
        trouble=row.trouble,
        sent_at=row.sent_at,
        doubtful=row.doubtful > 0,
    )
