"""Calendars that the person lets Talktrack look at: asked when they say so, and only busy times are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from talktrack.kit import calendar
from talktrack.kit.calendar import Block, Busy
from talktrack.kit.errors import UserError
from talktrack.outside import caldav, subscription
from talktrack.outside.http import Client, Login
from talktrack.web.people.subject import Subject

from . import connections
from .models import Connection

CALDAV, SUBSCRIBED, THEIRS = "caldav", "ics", "theirs"
PURPOSES = (CALDAV, SUBSCRIBED, THEIRS)
AHEAD = timedelta(days=180)
"""How far ahead a calendar is looked at."""
SECONDS = 15.0
"""How long one calendar may take to answer."""
_AT_ONCE = 6


@dataclass(frozen=True)
class Looking:
    """Who looks, from which day on: `zone` is where they are, `own` are their mail addresses."""

    today: date
    zone: ZoneInfo
    own: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """One calendar of a CalDAV account."""

    url: str = field(repr=False)
    name: str
    writable: bool
    busy: bool = True
    """Whether what stands in it counts as busy."""


def listed(subject: Subject) -> tuple[Connection, ...]:
    """The subject's calendars, their own first, in the order in which they were connected. One query."""
    rows = Connection.for_subject(subject).filter(purpose__in=PURPOSES).order_by("pk")
    return tuple(sorted(rows, key=lambda row: row.purpose == THEIRS))


def parts(row: Connection) -> tuple[Part, ...]:
    """The calendars of a CalDAV account."""
    return tuple(Part(**one) for one in row.settings.get("parts", ()))


def target(rows: Iterable[Connection]) -> tuple[Connection, str] | None:
    """The calendar that new events go to, with its address; None where the person chose none."""
    return next(((row, row.settings["writes"]) for row in rows if row.settings.get("writes")), None)


def seen(row: Connection) -> Busy | None:
    """What was busy when the calendar was looked at last; None where it never could be."""
    kept: Mapping[str, Any] | None = row.settings.get("seen")
    if kept is None:
        return None
    blocks = tuple(
        Block(datetime.fromisoformat(start), datetime.fromisoformat(end), *rest)
        for start, end, *rest in kept["blocks"]
    )
    first, last = date.fromisoformat(kept["first"]), date.fromisoformat(kept["last"])
    return Busy(blocks, tuple(kept["left_out"]), first, last, kept["entries"])


def connect(
    *,
    subject: Subject,
    looking: Looking,
    purpose: str,
    label: str,
    address: str = "",
    login: Login | None = None,
    file: bytes | None = None,
    contact: str = "",
) -> Connection:
    """A new calendar, kept where looking at it works. Raises UserError in words where it does not.

    `file` instead of an address reads the file once; its text is not kept.
    """
    row = Connection(account_id=subject.account, purpose=purpose, label=label, address=address)
    row.user, row.secret = (login.name, login.password) if login else ("", "")
    row.settings = {"contact": contact} if contact else {}
    if purpose == CALDAV:
        row.settings["parts"] = [vars(p) for p in _found(row)]
    kept = _read(file, looking) if file is not None else _looked(row, looking)
    made = connections.keep(
        subject=subject,
        purpose=purpose,
        address=address,
        user=row.user,
        secret=row.secret,
        settings={**row.settings, **kept},
        label=label,
    )
    connections.tried(made)
    return made


def look(rows: Iterable[tuple[Connection, Looking]]) -> None:
    """Look at these calendars again, all at once; each keeps what was found, or what was wrong beside what was."""
    waiting = [(row, looking) for row, looking in rows if row.address]
    if not waiting:
        return
    with ThreadPoolExecutor(min(_AT_ONCE, len(waiting))) as together:
        found = tuple(together.map(lambda pair: _tried(*pair), waiting))
    for (row, _), (kept, trouble) in zip(waiting, found, strict=True):
        _keep(row, kept, trouble)


def renew(row: Connection, looking: Looking, file: bytes) -> None:
    """A newer file in the place of the one that was read. Raises UserError."""
    _keep(row, _read(file, looking), "")


@transaction.atomic
def choose(*, subject: Subject, number: int, label: str, busy: Iterable[str], writes: str) -> Connection:
    """What a calendar is called, which parts of it count, and to which one new events go ("" for none of it).

    One calendar of all takes new events: choosing one here takes the choice away elsewhere. Raises Http404.
    """
    row, counted = connections.one(subject, number), set(busy)
    row.label = label or row.label
    known = parts(row)
    row.settings["parts"] = [{**vars(p), "busy": p.url in counted} for p in known]
    row.settings["writes"] = writes if writes in {p.url for p in known} else ""
    row.save(update_fields=["label", "settings"])
    if row.settings["writes"]:
        for other in listed(subject):
            if other.pk != row.pk and other.settings.get("writes"):
                other.settings["writes"] = ""
                other.save(update_fields=["settings"])
    return row


def client(row: Connection, *, seconds: float = SECONDS) -> Client:
    """A guarded conversation with the server of a calendar."""
    login = Login(row.user, row.secret) if row.user or row.secret else None
    return Client(allowed=settings.ALLOWED_NETWORKS, login=login, seconds=seconds)


def _tried(row: Connection, looking: Looking) -> tuple[dict[str, Any] | None, str]:
    try:
        return _looked(row, looking), ""
    except UserError as error:
        return None, error.message


@transaction.atomic
def _keep(row: Connection, kept: Mapping[str, Any] | None, trouble: str) -> None:
    now = Connection._all.select_for_update().filter(pk=row.pk).first()
    if now is None:
        return  # removed while it was looked at
    now.settings |= kept or {}
    now.tried_at, now.trouble = timezone.now(), trouble
    now.save(update_fields=["settings", "tried_at", "trouble"])


def _found(row: Connection) -> tuple[Part, ...]:
    with client(row) as asking:
        return tuple(Part(c.url, c.name, c.writable) for c in caldav.calendars(asking, row.address))


def _looked(row: Connection, looking: Looking) -> dict[str, Any]:
    """What is busy in a calendar, as it is kept. Opens connections; touches no row. Raises UserError."""
    with client(row) as asking:
        if row.purpose != CALDAV:
            told = row.settings.get("versions", {})
            got = subscription.fetch(asking, row.address, **(told if _fresh(row, looking) else {}))
            if got.ics is None:
                return {}
            versions = {"etag": got.etag, "modified": got.modified}
            return {**_read(got.ics, looking), "versions": versions}
        start = datetime.combine(looking.today, datetime.min.time(), looking.zone)
        texts = [
            text for part in parts(row) if part.busy for text in caldav.events(asking, part.url, start, start + AHEAD)
        ]
    if not texts:
        return {"seen": _kept(Busy((), (), looking.today, looking.today + AHEAD))}
    return _read(b"\r\n".join(texts), looking)


def _fresh(row: Connection, looking: Looking) -> bool:
    """Whether what was kept reaches far enough ahead for it to be worth keeping where nothing has changed."""
    before = seen(row)
    return before is not None and before.last - looking.today > AHEAD / 2


def _read(data: bytes, looking: Looking) -> dict[str, Any]:
    return {"seen": _kept(calendar.busy(data, looking.today, looking.today + AHEAD, looking.zone, looking.own))}


def _kept(busy: Busy) -> dict[str, Any]:
    blocks = [[b.start.isoformat(), b.end.isoformat(), b.shows, b.all_day, b.name] for b in busy.blocks]
    return {
        "blocks": [block for block in blocks if block[2] != "free"],
        "left_out": list(busy.left_out[:20]),
        "first": busy.first.isoformat(),
        "last": busy.last.isoformat(),
        "entries": busy.entries,
    }
