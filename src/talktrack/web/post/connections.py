"""Verbs on a connection: keep it, note how it went, remove it with its secret."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connection, transaction
from django.http import Http404
from django.utils import timezone

from talktrack.outside import smtp
from talktrack.web.people.subject import Subject

from .calendar_rows import Entry, Feed
from .models import Connection, Outgoing, Reminder

MAIL = "smtp"


def mail(subject: Subject) -> Connection | None:
    """The person's own mail account, or None."""
    return Connection.for_subject(subject).filter(purpose=MAIL).first()


def own_mail(subject: Subject) -> Connection:
    """The person's own mail account. Raises Http404 where there is none."""
    if (row := mail(subject)) is None:
        raise Http404
    return row


def wanting_reminders() -> list[Connection]:
    """The mail accounts of all who want reminders by mail, and whose mail works."""
    working = Connection._all.filter(purpose=MAIL, tried_at__isnull=False, trouble="")
    return list(working.filter(settings__reminders=True).defer("secret"))


def wish(row: Connection, wishes: Mapping[str, object]) -> None:
    """Keep what the person chose beside it; it still counts as tried."""
    row.settings = {**row.settings, **wishes}
    row.save(update_fields=["settings"])


def server(row: Connection) -> smtp.Server:
    """What the SMTP client needs of a mail account."""
    kept = row.settings
    return smtp.Server(kept["host"], kept["port"], kept["security"], row.user, row.secret)


def one(subject: Subject, number: int) -> Connection:
    """The subject's connection of that number. Raises Http404 where there is none, and where it is another's."""
    found = Connection.for_subject(subject).filter(pk=number).first()
    if found is None:
        raise Http404
    return found


@transaction.atomic
def keep(
    *,
    subject: Subject,
    purpose: str,
    address: str,
    user: str = "",
    secret: str | None = None,
    settings: Mapping[str, object] | None = None,
    label: str = "",
    number: int | None = None,
) -> Connection:
    """A new connection, or the one of that number changed; it counts as untried. `secret` None keeps the one there.

    Raises Http404 where the number is not the subject's.
    """
    if subject.role != "owner":
        raise Http404
    row = Connection(account_id=subject.account, purpose=purpose) if number is None else one(subject, number)
    row.address, row.user, row.label, row.settings = address, user, label, dict(settings or {})
    if secret is not None:
        row.secret = secret
    row.tried_at, row.trouble = None, ""
    row.save()
    return row


def tried(row: Connection, trouble: str = "") -> None:
    """Note that it was tried just now, and why it did not work ("" where it did)."""
    row.tried_at, row.trouble = timezone.now(), trouble
    row.save(update_fields=["tried_at", "trouble"])


def remove(*, subject: Subject, number: int) -> None:
    """Forget the connection with its secret, in the log of writes too. Raises Http404."""
    one(subject, number).delete()
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def erase(subject: Subject) -> None:
    """Forget everything that this app keeps of the subject: servers with their secrets, mail, events, the feed."""
    for rows in (Entry, Feed, Outgoing, Reminder, Connection):
        rows.for_subject(subject).delete()
