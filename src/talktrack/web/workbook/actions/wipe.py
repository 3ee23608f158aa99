"""Forgetting: everything at once, or what was deleted long ago."""

from __future__ import annotations

from django.db import connection, transaction
from django.utils import timezone

from talktrack.web.people.subject import Subject
from talktrack.web.post import connections

from .. import access
from ..models import Arrival, Draft, Record
from .undo import LASTS


def wipe(*, subject: Subject) -> int:
    """Erase the whole workbook with its history, drafts and deleted records; returns how many records. No undo.

    What was sent or is to be sent goes too, and every server that was connected, with its password.

    The embedded database is rewritten, so that no erased word stays in its files.
    """
    with transaction.atomic():
        workbook = access.queue(subject)
        Draft.for_subject(subject).delete()
        Arrival.for_subject(subject).delete()
        connections.erase(subject)
        records = Record.for_subject(subject)
        number = records.count()
        records.delete()
        workbook.touch()
    _rewrite()
    return number


def forget_deleted() -> None:
    """Erase what everybody deleted more than 30 days ago, with its history. `start` does this."""
    Record.forget(before=timezone.now() - LASTS)


def _rewrite() -> None:
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
