"""Calendars on a server (CalDAV, RFC 4791): which there are, what is on them, and one event written or taken away."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlsplit

from talktrack.kit.errors import UserError

from .dav import CAL, DAV, Resource, ask, document, joined
from .http import Answer, Client, Redirected, address, related
from .refusals import refusal

_MOST_CALENDARS = 100
_PROPERTIES = document(
    "D:propfind",
    "<D:prop><D:resourcetype/><D:displayname/><D:current-user-principal/><D:current-user-privilege-set/>"
    "<C:calendar-home-set/><C:supported-calendar-component-set/></D:prop>",
)
# What tells whether a time is taken: where a meeting is and what it is about is none of our business. Titles and
# answers are among it because they tell leave from a birthday, and a meeting from one that was declined.
_TIMES = "".join(
    f'<C:prop name="{name}"/>'
    for name in (
        *("UID", "SEQUENCE", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
        *("STATUS", "TRANSP", "SUMMARY", "CATEGORIES", "ATTENDEE", "X-MICROSOFT-CDO-BUSYSTATUS"),
    )
)
_ONLY_TIMES = (
    '<C:calendar-data><C:comp name="VCALENDAR"><C:prop name="VERSION"/>'
    f'<C:comp name="VEVENT">{_TIMES}</C:comp>'
    '<C:comp name="VTIMEZONE"><C:allprop/><C:allcomp/></C:comp></C:comp></C:calendar-data>'
)


@dataclass(frozen=True)
class Calendar:
    """One calendar of the person."""

    url: str = field(repr=False)
    name: str
    writable: bool
    """Whether an event can be added, as far as the server tells."""


@dataclass(frozen=True)
class Stored:
    """An event as it lies on the server."""

    ics: bytes = field(repr=False)
    etag: str


class Changed(UserError):
    """The event on the server is not the one that was written last: somebody changed it there, or made it first."""

    def __init__(self) -> None:
        super().__init__("The event was changed in your calendar meanwhile.")


def calendars(client: Client, url: str) -> tuple[Calendar, ...]:
    """The calendars for events that are found from an address: a server, a person's folder, or one calendar itself.

    Raises UserError where there are none.
    """
    first = _first(client, str(address(url)))
    if _is_calendar(first):
        return (_calendar(first),)
    homes = first.links(f"{CAL}calendar-home-set")
    for principal in first.links(f"{DAV}current-user-principal") if not homes else ():
        homes += _near(client, first, principal).links(f"{CAL}calendar-home-set")
    found = {
        row.url: _calendar(row)
        for home in homes
        for row in _asked(client, _checked(first.url, home), depth=1)
        if _is_calendar(row) and _holds_events(row)
    }
    if not found:
        raise UserError(
            f"No calendar was found at “{address(url).host}”. Copy the CalDAV address from your calendar's settings."
        )
    return tuple(found.values())[:_MOST_CALENDARS]


def _first(client: Client, url: str) -> Resource:
    """What an address leads to: the address itself, else the place that servers agree on (RFC 6764)."""
    agreed = joined(url, "/.well-known/caldav")
    try:
        found = _followed(client, url)
        if _is_calendar(found) or _leads_on(found):
            return found
    except UserError as error:
        if isinstance(error, Redirected) or urlsplit(url).path not in ("", "/"):
            raise
    return _followed(client, agreed)


def _followed(client: Client, url: str) -> Resource:
    """As asked; where a server points to another place of its own, there."""
    for _ in range(2):
        try:
            return _asked(client, url, depth=0)[0]
        except Redirected as elsewhere:
            here, there = urlsplit(url), urlsplit(elsewhere.to)
            if (here.scheme, here.netloc) != (there.scheme, there.netloc):
                raise
            url = elsewhere.to
    return _asked(client, url, depth=0)[0]


def _asked(client: Client, url: str, *, depth: int) -> tuple[Resource, ...]:
    found = ask(client, "PROPFIND", url, _PROPERTIES, depth=depth)
    if not found:
        raise UserError(f"“{address(url).host}” did not answer as a calendar server does.")
    return found


def _near(client: Client, base: Resource, url: str) -> Resource:
    return _asked(client, _checked(base.url, url), depth=0)[0]


def _checked(base: str, url: str) -> str:
    """The address, where the login may go there too. Raises UserError."""
    here, there = urlsplit(base), urlsplit(url)
    if not related(f"{here.scheme}://{here.netloc}", f"{there.scheme}://{there.netloc}"):
        raise UserError(
            f"“{here.hostname}” says that your calendars lie at “{there.hostname}”, another server. Your password "
            "was not sent there. If that is right, give its address instead."
        )
    return url


def _is_calendar(row: Resource) -> bool:
    kind = row.found.get(f"{DAV}resourcetype")
    return kind is not None and kind.find(f"{CAL}calendar") is not None


def _leads_on(row: Resource) -> bool:
    return bool(row.links(f"{DAV}current-user-principal") or row.links(f"{CAL}calendar-home-set"))


def _holds_events(row: Resource) -> bool:
    """A server that does not say which components it takes takes all."""
    named = row.found.get(f"{CAL}supported-calendar-component-set")
    kinds = [c.get("name", "").upper() for c in named.iterfind(f"{CAL}comp")] if named is not None else []
    return not kinds or "VEVENT" in kinds


def _calendar(row: Resource) -> Calendar:
    rights = row.found.get(f"{DAV}current-user-privilege-set")
    names = {e.tag for e in rights.iterfind(f"{DAV}privilege/*")} if rights is not None else set()
    may = not names or bool(names & {f"{DAV}{n}" for n in ("all", "write", "write-content", "bind")})
    name = row.text(f"{DAV}displayname") or urlsplit(row.url).path.rstrip("/").rpartition("/")[2]
    return Calendar(row.url, name[:120], may)


def events(client: Client, url: str, start: datetime, end: datetime) -> tuple[bytes, ...]:
    """The events of a calendar that touch the span, as iCalendar texts of their times; times are aware.

    Repeating ones come as they are kept, not taken apart. Where a person may see no more than free and busy, the
    answer is one text of that. Raises UserError.
    """
    span = _span(start, end)
    query = (
        f'<D:prop>{_ONLY_TIMES}</D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">'
        f"{span}</C:comp-filter></C:comp-filter></C:filter>"
    )
    told = {"Content-Type": "application/xml; charset=utf-8", "Depth": "1"}
    try:
        rows = ask(client, "REPORT", url, document("C:calendar-query", query), depth=1)
    except UserError as refused:
        answer = client.ask("REPORT", url, headers=told, content=document("C:free-busy-query", span))
        if answer.status != 200:
            raise refused from None
        return (answer.content,)
    return tuple(row.text(f"{CAL}calendar-data").encode() for row in rows if f"{CAL}calendar-data" in row.found)


def _span(start: datetime, end: datetime) -> str:
    first, last = (moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ") for moment in (start, end))
    return f'<C:time-range start="{first}" end="{last}"/>'


def place(calendar: str, uid: str) -> str:
    """Where the event of that UID is kept on a calendar: always the same, in letters that every server takes."""
    return joined(calendar if calendar.endswith("/") else f"{calendar}/", re.sub(r"[^A-Za-z0-9-]", "-", uid) + ".ics")


def read(client: Client, url: str) -> Stored | None:
    """The event at its place, or None where there is none. Raises UserError."""
    answer = client.ask("GET", url)
    if answer.status in (404, 410):
        return None
    if answer.status != 200:
        raise refusal(address(url).host, answer)
    return Stored(answer.content, answer.headers.get("etag", ""))


def write(client: Client, url: str, ics: bytes, *, etag: str | None) -> str:
    """Put an event at its place; returns its new ETag, "" where the server has none.

    `etag` is that of the version it replaces, None for a new one. Raises Changed where another version lies there.
    """
    told = {"Content-Type": "text/calendar; charset=utf-8"} | _only_if(etag)
    answer = _settled(client.ask("PUT", url, headers=told, content=ics), url, 200, 201, 204)
    # A server that changed what it was given says no ETag: it has to be asked for.
    stored = None if answer.headers.get("etag") else read(client, url)
    return stored.etag if stored else answer.headers.get("etag", "")


def delete(client: Client, url: str, *, etag: str) -> None:
    """Take an event away; one that is gone already is gone. Raises Changed where another version lies there."""
    _settled(client.ask("DELETE", url, headers=_only_if(etag)), url, 200, 202, 204, 404, 410)


def _only_if(etag: str | None) -> dict[str, str]:
    if etag is None:
        return {"If-None-Match": "*"}
    # A weak ETag never matches (RFC 9110, 13.1.1): a server that gives one, or none, cannot be asked to compare.
    return {} if not etag or etag.startswith("W/") else {"If-Match": etag}


def _settled(answer: Answer, url: str, *right: int) -> Answer:
    if answer.status == 412:
        raise Changed
    if answer.status not in right:
        raise refusal(address(url).host, answer)
    return answer
