"""Finding the time of one conversation: slots to take, calendars to look at again, how it is noted in one's own."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of
from talktrack.web.post import calendars as kept
from talktrack.web.post import entries

from ..actions import noting
from ..actions import prepare as acting
from ..queries import calendars as looking
from ..queries import letters
from ..queries.times import Times, times
from ..screens import times as screens
from ..screens.parts import Act, Head, Link, Seal
from ..screens.text import plain
from . import clock, page
from .connected import HOME as CALENDARS
from .connected import row_of
from .noted import noted_as
from .slots import said, slots_of

_VERBS = ("retry", "insist", "leave", "put")
_OPEN = ("planned", "asked", "booked", "postponed")


@allow(OWNER)
def find(request: HttpRequest, name: str) -> HttpResponse:
    """The page; `?from=2026-12-21` looks from that day on."""
    return _page(request, name)


@allow(OWNER, methods=("POST",))
def take(request: HttpRequest, name: str) -> HttpResponse:
    """Take the time of a slot, or one that was typed."""
    subject = subject_of(request)
    zone = times(subject, name, clock.today(request)).zone
    try:
        start = _moment(request, zone)
        done = acting.take(subject=subject, name=name, start=start)
    except UserError as error:
        return _page(request, name, error=error.message, status=422)
    told = f"Taken: {start:%A} {start.day} {start:%B} at {start:%H:%M}."
    moved = letters.stood(subject, done.kept.value) is not None
    return page.went(request, f"/prepare/{name}/time/{'letter/' if moved else ''}", said=told, undo=done.undo)


@allow(OWNER, methods=("POST",))
def call_off(request: HttpRequest, name: str) -> HttpResponse:
    """Call the talk off. The event in one's own calendar goes; the letter to the other side is one's own to send."""
    subject = subject_of(request)
    try:
        done = acting.call_off(subject=subject, name=name)
    except UserError as error:
        return _page(request, name, error=error.message, status=422)
    known = letters.stood(subject, done.kept.value) is not None
    return page.went(
        request, f"/prepare/{name}/{'time/letter/' if known else ''}", said="Called off.", undo=done.undo
    )


@allow(OWNER, methods=("POST",))
def look(request: HttpRequest, name: str) -> HttpResponse:
    """Look at every calendar again."""
    subject = subject_of(request)
    looking.look_again(subject, kept.listed(subject), clock.today(request))
    return page.went(request, f"/prepare/{name}/time/#times", said="Looked at your calendars again.")


@allow(OWNER)
def noted(request: HttpRequest, name: str) -> HttpResponse:
    """How the talk stands in one's own calendar, as a part of the page."""
    found = times(subject_of(request), name, clock.today(request))
    drawn = noted_as(name, found.meeting, found.standing, chosen=True)
    return HttpResponse(render_to_string("parts/_noted.html", {"noted": drawn}, request=request) if drawn else "")


@allow(OWNER, methods=("POST",))
def decide(request: HttpRequest, name: str, verb: str) -> HttpResponse:
    """About the event in one's own calendar: try again, write over it, leave it as it is, put it there."""
    subject, key = subject_of(request), noting.key_of(name)
    if verb not in _VERBS:
        raise Http404
    if verb == "put":
        noting.note(subject=subject, name=name)
    else:
        {"retry": entries.retry, "insist": entries.insist, "leave": entries.leave}[verb](subject=subject, key=key)
        if verb == "insist":
            noting.note(subject=subject, name=name)
    told = "Left as it is in your calendar." if verb == "leave" else "It is being written."
    return page.went(request, f"/prepare/{name}/time/", said=told)


def _moment(request: HttpRequest, zone: ZoneInfo) -> datetime:
    slot, typed = request.POST.get("start", ""), request.POST.get("at", "")
    try:
        if slot:
            found = datetime.fromisoformat(slot).astimezone(zone)
        else:
            found = datetime.fromisoformat(typed).replace(tzinfo=zone, second=0, microsecond=0)
    except (ValueError, OverflowError):
        raise UserError("Choose a day and a time, such as 2026-12-03 10:00.") from None
    if not 1970 < found.year < 2200:
        raise UserError("That day is too far away.")
    return found


def _since(request: HttpRequest, today: date) -> date | None:
    try:
        asked = date.fromisoformat(request.GET.get("from", ""))
    except ValueError:
        return None
    return asked if today < asked < today + timedelta(days=400) else None


def _page(request: HttpRequest, name: str, *, error: str = "", status: int = 200) -> HttpResponse:
    subject, today = subject_of(request), clock.today(request)
    since = _since(request, today)
    found, rows = times(subject, name, today, since), kept.listed(subject)
    url, meeting = f"/prepare/{name}/time/", found.meeting
    open_still = meeting.state in _OPEN
    screen = screens.Times(
        head=Head(
            stage="Prepare",
            title="A time that suits you both",
            seal=Seal("Only you: nobody is told which times you looked at"),
            lede=plain(_lede(found)),
        ),
        back=Link("Back to the preparation", f"/prepare/{name}/#arrange"),
        take=f"{url}take/",
        chosen=said(meeting),
        slots=slots_of(found),
        fresh=meeting.at is None,
        none=found.found.why,
        notes=found.found.notes,
        span=_span(found),
        further=_further(url, found, today),
        at=request.POST.get("at", ""),
        error=error,
        rows=tuple(row_of(row) for row in rows),
        look=Act(text="Look again", url=f"{url}look/", icon="refresh-cw") if any(r.address for r in rows) else None,
        connect=Act(text="Connect a calendar" if not rows else "Your calendars", url=CALENDARS, get=True),
        noted=noted_as(name, meeting, found.standing, chosen=kept.target(rows) is not None),
        next=_next(name, found, changed=letters.stood(subject, meeting) is not None),
        call_off=Act(text="Call it off", url=f"{url}call-off/", danger=True) if meeting.at and open_still else None,
    )
    return page.page(request, "pages/times.html", screen, current="prepare", status=status)


def _next(name: str, found: Times, *, changed: bool) -> Act | None:
    """What comes after a time was taken."""
    if changed:
        return Act(text="Read the letter that tells it", url=f"/prepare/{name}/time/letter/", get=True, go=True)
    if found.meeting.at and found.meeting.state == "planned":
        return Act(text="Read the request", url=f"/prepare/{name}/request/", get=True, go=True)
    return None


def _lede(found: Times) -> str:
    if found.meeting.at and found.meeting.state in ("asked", "booked"):
        return "Another time moves it. The letter that says so is written for you, and sent when you send it."
    return "Take one, then send the request. Nothing is sent by itself."


def _span(found: Times) -> str:
    first, last = found.found.first, found.found.last
    return f"Looked at from {clock.said(first)} to {clock.said(last)}, in your time ({found.zone.key})."


def _further(url: str, found: Times, today: date) -> tuple[Act, ...]:
    later, soon = found.found.last + timedelta(days=1), today + timedelta(days=1)
    acts = [Act(text="Look further ahead", url=f"{url}?from={later.isoformat()}#times", get=True)]
    if found.found.first > soon:
        acts.insert(0, Act(text="Sooner, with less notice", url=f"{url}?from={soon.isoformat()}#times", get=True))
    return tuple(acts)
