"""The private address of one's own check-ins and due dates: made, renewed, switched off. Only a hash is kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from talktrack.web.people.subject import Subject

from .calendar_rows import Feed

_READ_EVERY = timedelta(minutes=10)


def of(subject: Subject) -> Feed | None:
    """The subject's feed, or None where it is off."""
    return Feed.for_subject(subject).first()


@transaction.atomic
def make(subject: Subject, *, full: bool) -> str:
    """A new secret word for the address, told this once; the one before it opens nothing from now on.

    `full` lets the feed tell names and words; without it others who see the calendar learn nothing.
    """
    if subject.role != "owner":
        raise Http404
    token = secrets.token_urlsafe(32)
    made = {"token_hash": _hash(token), "full": full, "made_at": timezone.now(), "read_at": None}
    Feed._all.update_or_create(account_id=subject.account, defaults=made)
    return token


def switch_off(subject: Subject) -> None:
    """No address opens it from now on."""
    Feed.for_subject(subject).delete()


def opened(token: str, now: datetime) -> tuple[Subject, bool] | None:
    """Whose feed the word opens, and whether in full; None where it opens none.

    What is looked up is a hash, so how long it takes tells nothing of the word.
    """
    told = _hash(token)
    found = Feed._all.filter(token_hash=told).first()
    if found is None or not hmac.compare_digest(found.token_hash, told):
        return None
    if found.read_at is None or now - found.read_at > _READ_EVERY:
        Feed._all.filter(pk=found.pk, token_hash=told).update(read_at=now)
    return Subject(found.account_id), found.full


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
