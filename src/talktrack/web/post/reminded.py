"""Which reminders were given by mail. Each is one row, and the database takes it once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from talktrack.web.people.subject import Subject

from .models import Reminder


def given(subject: Subject) -> frozenset[str]:
    """The keys of all that were given."""
    return frozenset(Reminder.for_subject(subject).values_list("key", flat=True))


def give(*, subject: Subject, keys: Iterable[str], at: datetime) -> None:
    """Note that they are given, in the transaction that puts the mail. Raises IntegrityError for a second time."""
    Reminder._all.bulk_create([Reminder(account_id=subject.account, key=key, given_at=at) for key in keys])
