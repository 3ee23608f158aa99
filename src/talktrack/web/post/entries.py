"""Events of the person's own calendar: wished for with the change that they show, written by the worker afterwards.

Writing is the same however often it is done: the event has one UID and one place, and the server compares versions.
So a worker that dies, or an answer that is lost, makes no second event. What somebody changed in the calendar
meanwhile is never written over without the person's word.
"""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from talktrack.kit.errors import UserError
from talktrack.outside import caldav
from talktrack.outside.http import Client
from talktrack.web.people.subject import Subject

from . import calendars
from .calendar_rows import Entry

LEASE = timedelta(seconds=60)
"""Longer than writing may take."""
MOST_ATTEMPTS = 10
"""Over half a day or so; then the person has to look at it."""
_PAUSES = (10, 30, 120, 300, 900, 1800, 3600)

_TELLING = (b"UID", b"SEQUENCE", b"DTSTART", b"DTEND", b"DURATION", b"SUMMARY", b"LOCATION", b"STATUS")

State = Entry.State
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Event:
    """An event as it should lie in the calendar: its UID, its text, and the span that it takes, aware."""

    uid: str
    ics: bytes
    starts: datetime
    ends: datetime


@dataclass(frozen=True)
class Standing:
    """How an event stands."""

    state: str
    """"waiting", "writing", "written", "failed", "conflict" or "left"."""
    calendar: str
    """What the person calls the calendar."""
    trouble: str
    written_at: datetime | None
    due_at: datetime
    starts: datetime | None
    ends: datetime | None
    going: bool
    """Whether it is to be taken away."""


def wanted(subject: Subject, key: str) -> bool:
    """Whether the record has, or is to have, an event."""
    known = Entry.for_subject(subject).filter(key=key).exists()
    return known or calendars.target(calendars.listed(subject)) is not None


def put(*, subject: Subject, key: str, event: Event) -> bool:
    """Wish for this event in the calendar that the person chose; False where they chose none.

    Call inside the transaction of the change that it shows. One that is there already stays in its calendar.
    """
    row = Entry.for_subject(subject).select_for_update().filter(key=key).first()
    if row is None:
        chosen = calendars.target(calendars.listed(subject))
        if chosen is None:
            return False
        row = Entry(account_id=subject.account, key=key, connection=chosen[0], calendar=chosen[1], uid=event.uid)
    # An event keeps its id, whatever the person is called meanwhile.
    content = event.ics.replace(event.uid.encode(), row.uid.encode())
    if row.pk and (row.state == State.LEFT or (_same(bytes(row.content), content) and row.state != State.FAILED)):
        return True
    row.content, row.starts, row.ends = content, event.starts, event.ends
    _wait(row)
    return True


def take_away(*, subject: Subject, key: str) -> None:
    """The event is not to be there any more; nothing where there is none."""
    row = Entry.for_subject(subject).select_for_update().filter(key=key).first()
    if row is not None and row.state != State.LEFT and bytes(row.content):
        row.content = b""
        _wait(row)


def of(subject: Subject, key: str) -> Standing | None:
    """How the event of that record stands; None where there is none. One query."""
    row = Entry.for_subject(subject).filter(key=key).select_related("connection").first()
    if row is None:
        return None
    named = {p.url: p.name for p in calendars.parts(row.connection)}
    return Standing(
        state=str(row.state),
        calendar=named.get(row.calendar) or row.connection.label,
        trouble=row.trouble,
        written_at=row.written_at,
        due_at=row.due_at,
        starts=row.starts,
        ends=row.ends,
        going=not bytes(row.content),
    )


@transaction.atomic
def retry(*, subject: Subject, key: str) -> None:
    """Try again now. Raises Http404."""
    row = _row(subject, key)
    if row.state in (State.FAILED, State.WAITING):
        _wait(row)


@transaction.atomic
def insist(*, subject: Subject, key: str) -> None:
    """Write it as it should be, over what was changed in the calendar. Raises Http404."""
    row = _row(subject, key)
    row.etag = ""
    _wait(row)


@transaction.atomic
def leave(*, subject: Subject, key: str) -> None:
    """Keep what lies in the calendar, and do not touch it again. Raises Http404."""
    row = _row(subject, key)
    row.state, row.trouble, row.lease = State.LEFT, "", ""
    row.save(update_fields=["state", "trouble", "lease"])


def work(now: datetime) -> bool:
    """Write one event that is due; False where none is. Raises nothing that a server can cause."""
    row = _leased(now)
    if row is None:
        return False
    try:
        with calendars.client(row.connection) as client:
            etag = _written(client, row) if bytes(row.content) else _taken_away(client, row)
        _mark(row, State.WRITTEN, etag=etag, trouble="", written_at=timezone.now(), attempts=0)
    except caldav.Changed as changed:
        _mark(row, State.CONFLICT, trouble=changed.message)
    except UserError as error:
        over = row.attempts >= MOST_ATTEMPTS
        pause = _PAUSES[min(row.attempts, len(_PAUSES)) - 1]
        due = now + timedelta(seconds=pause)
        _mark(row, State.FAILED if over else State.WAITING, trouble=error.message, due_at=due)
    except Exception:
        log.exception("entry %s", row.pk)
        _mark(row, State.FAILED, trouble="Talktrack could not write it. The fault is ours.")
    return True


def _written(client: Client, row: Entry) -> str:
    place, content = caldav.place(row.calendar, row.uid), bytes(row.content)
    try:
        return caldav.write(client, place, content, etag=row.etag)
    except caldav.Changed:
        there = caldav.read(client, place)
        if there is not None and _same(there.ics, content):
            return there.etag  # ours: the answer to an earlier attempt was lost
        raise


def _taken_away(client: Client, row: Entry) -> str | None:
    place, etag = caldav.place(row.calendar, row.uid), row.etag
    if etag is None:
        there = caldav.read(client, place)
        if there is None:
            return None
        etag = there.etag
    caldav.delete(client, place, etag=etag)
    return None


def release() -> None:
    """End every lease: for a worker that knows to be the only one, what is leased was left by one that died."""
    Entry._all.filter(state=State.WRITING).update(leased_until=timezone.now())


def _leased(now: datetime) -> Entry | None:
    stale = Q(state=State.WRITING) & (Q(leased_until__lte=now) | Q(leased_until__gt=now + 2 * LEASE))
    with transaction.atomic():
        due = Entry._all.select_for_update(skip_locked=True, of=("self",)).filter(
            Q(state=State.WAITING, due_at__lte=now) | stale
        )
        row = due.select_related("connection").order_by("due_at", "pk").first()
        if row is not None:
            row.state, row.lease, row.leased_until = State.WRITING, secrets.token_hex(16), now + LEASE
            row.attempts += 1
            row.save(update_fields=["state", "lease", "leased_until", "attempts"])
    return row


@transaction.atomic
def _mark(row: Entry, state: Entry.State, **changes: object) -> None:
    """What became of it. Where another wish came meanwhile, that one is still due, on what lies there now."""
    mine = Entry._all.select_for_update().filter(pk=row.pk)
    if mine.filter(lease=row.lease).update(state=state, lease="", leased_until=None, **changes):
        mine.filter(content=b"", state=State.WRITTEN).delete()
    elif "etag" in changes:
        mine.update(etag=changes["etag"])


def _wait(row: Entry) -> None:
    row.state, row.due_at, row.attempts = State.WAITING, timezone.now(), 0
    row.lease, row.leased_until, row.trouble = "", None, ""
    row.save()


def _row(subject: Subject, key: str) -> Entry:
    row = Entry.for_subject(subject).select_for_update().filter(key=key).first()
    if row is None:
        raise Http404
    return row


def _same(one: bytes, other: bytes) -> bool:
    """Whether two texts are of the same event at the same time, whatever a server has added or put in order."""
    return _marks(one) == _marks(other) != ()


def _marks(ics: bytes) -> tuple[bytes, ...]:
    unfolded = ics.replace(b"\r\n", b"\n").replace(b"\n ", b"")
    inside = unfolded.partition(b"BEGIN:VEVENT")[2].partition(b"END:VEVENT")[0]
    named = {line: line.replace(b";", b":").partition(b":")[0] for line in inside.split(b"\n")}
    return tuple(sorted(line for line, name in named.items() if name in _TELLING))
