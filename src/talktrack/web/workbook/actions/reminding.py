"""Reminders: what the person wants, and the mail that gives what has become due.

Nothing is scheduled. The worker's chore asks the journey, as it stands, what is due at this moment, and puts what was
not given yet into the outbox, with a row for each so that it is given once, in one transaction. To keep that cheap,
a worker remembers for each owner the state of the workbook that it looked at, and when the next reminders come; it
looks again as soon as either has changed. To lose that memory, or to have two workers, costs a look and no more.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from talktrack.engine.follow_through.digest import digest
from talktrack.engine.follow_through.reminders import KINDS, USUAL_HOUR, next_moment, ripe
from talktrack.engine.story import Decision, Journey
from talktrack.kit.documents import Mailbox
from talktrack.web.people.subject import Subject
from talktrack.web.post import connections, outbox, reminded
from talktrack.web.post.models import Connection

from .. import access, bridge
from ..models import Record, Workbook
from . import finding, record
from .done import Done

ABOUT = "reminder"
_FAR = timedelta(days=3)
"""No next moment lies further away, unless the clock was set back."""

_looked: dict[int, tuple[object, datetime]] = {}


@transaction.atomic
def want(*, subject: Subject, kinds: Collection[str], today: date) -> tuple[Done[Decision], ...]:
    """Remind of these kinds and of no others. Returns what that changed."""
    access.queue(subject)
    rows = Record.for_subject(subject).live().only("kind", "body")
    decisions = bridge.to_journey(rows).decisions
    off = {d.record for d in decisions if d.about == ABOUT and d.verdict == "dismissed"}
    made = []
    for kind in KINDS:
        if (kind in kinds) is (kind in off):
            verdict = "confirmed" if kind in kinds else "dismissed"
            value = {"about": ABOUT, "record": kind, "verdict": verdict, "on": today.isoformat()}
            made.append(record.put(subject=subject, value=Decision.model_validate(value)))
    return tuple(made)


def leave(*, subject: Subject, key: str, today: date) -> Done[Decision]:
    """Do not remind of this one any more."""
    return finding.dismiss(subject=subject, rule=ABOUT, about=key, today=today)


def remind(now: datetime) -> None:
    """The worker's chore: put the reminders that have become due into the outbox, for everybody who wants them."""
    wanted = connections.wanting_reminders()
    revisions = Workbook.revisions([row.account_id for row in wanted])
    for row in wanted:
        state = (revisions.get(row.account_id), row.settings, row.address)
        known, again = _looked.get(row.account_id, (None, now))
        if known == state and now < again < now + _FAR:
            continue
        _looked[row.account_id] = (state, _remind(Subject(row.account_id), row, now))


@transaction.atomic
def _remind(subject: Subject, row: Connection, now: datetime) -> datetime:
    """Give one owner what is due, and say when to look again."""
    access.queue(subject)  # two workers take turns, and so do a worker and the person
    whole = bridge.to_journey(Record.for_subject(subject).live().only("kind", "body"))
    zone, hour = zone_of(whole), int(row.settings.get("hour", USUAL_HOUR))
    since = date.fromisoformat(row.settings["since"])
    given = reminded.given(subject)
    told = ripe(whole, now=now, zone=zone, hour=hour, since=since, given=given)
    day = now.astimezone(zone).date()
    key = f"reminders/{day.isoformat()}"
    if told and key not in given:
        message = digest(whole, told, to=Mailbox(row.address), now=now, zone=zone)
        outbox.put(subject=subject, key=key, message=message, not_before=now)
        reminded.give(subject=subject, keys=(key, *(r.key for r in told)), at=now)
    return next_moment(now, hour, zone)


def zone_of(whole: Journey) -> ZoneInfo:
    """The person's time zone, else that of this machine."""
    return ZoneInfo(whole.person.timezone or settings.TIME_ZONE)
