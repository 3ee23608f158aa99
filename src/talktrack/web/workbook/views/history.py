"""What changed and when: of everything, of one record, and what was deleted and can come back."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import record
from ..forms.record import RecordForm
from ..models.nouns import BY_KIND
from ..queries import records
from ..queries.records import PAGE, Deleted, Happened
from ..screens.history import History
from ..screens.parts import Act, Event, Head
from ..screens.text import plain
from . import clock, editing, page
from .editing import Sheet
from .places import called, url_of

HOME = "/history/"
_VERBS = {"create": "Written", "edit": "Changed", "delete": "Deleted", "restore": "Brought back"}
_BARE = ("sentence",)
"""Kinds whose value is a bare text: their past is told here, and not field by field."""


@allow(OWNER)
def everything(request: HttpRequest) -> HttpResponse:
    """What was done in the whole workbook, the latest first; above it what can be brought back."""
    subject = subject_of(request)
    asked = request.GET.get("before", "")
    before = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 18 else None
    found = records.happened(subject, before=before)
    days: dict[str, list[Event]] = {}
    if before is None and (gone := records.deleted(subject)):
        days["Deleted, and still here for 30 days"] = [_gone(request, one) for one in gone[:PAGE]]
    for one in found:
        days.setdefault(clock.said(clock.here(request, one.at).date()), []).append(_event(request, one))
    screen = History(
        head=Head(stage="History", title="What changed, and when", lede=plain("" if days else "Nothing yet.")),
        days=tuple((day, tuple(events)) for day, events in days.items()),
        older=Act(text="Earlier", url=f"?before={found[-1].number}", get=True) if len(found) == PAGE else None,
    )
    return page.page(request, "pages/history.html", screen)


@allow(OWNER)
def of_one(request: HttpRequest, kind: str, name: str) -> HttpResponse:
    """Every version of one record of any kind."""
    return editing.past(request, _sheet(kind), name)


@allow(OWNER, methods=("POST",))
def again(request: HttpRequest, kind: str, name: str, version: int) -> HttpResponse:
    """Make it what it was."""
    return editing.again(request, _sheet(kind), name, version)


@allow(OWNER, methods=("POST",))
def restore(request: HttpRequest, kind: str, name: str) -> HttpResponse:
    """Bring back what was deleted."""
    if kind not in BY_KIND:
        raise Http404
    done = record.restore(subject=subject_of(request), noun=BY_KIND[kind].type, name=name)
    return page.went(request, HOME, said="Brought back.", undo=done.undo)


def _sheet(kind: str) -> Sheet[object]:
    if kind not in BY_KIND or kind in _BARE:
        raise Http404
    noun = BY_KIND[kind]
    return Sheet(
        noun=noun.type,
        form=RecordForm,
        stage="",
        home=f"{HOME}of/{kind}/",
        what="its past",
        title=lambda value: str(getattr(value, noun.title, "") or called(kind)) if noun.title else called(kind),
    )


def _event(request: HttpRequest, one: Happened) -> Event:
    acts = []
    if one.verb != "delete":
        acts.append(Act(text="Look at it", url=url_of(f"{one.kind}/{one.name}"), get=True, subject=one.title[:60]))
    if one.kind not in _BARE:
        past = f"{HOME}of/{one.kind}/{one.name}/"
        acts.append(Act(text="All its versions", url=past, get=True, subject=one.title[:60]))
    return Event(
        when=f"{clock.here(request, one.at):%H:%M}",
        text=f"{_VERBS[one.verb]}: {called(one.kind).lower()}",
        words=plain(one.title),
        acts=tuple(acts),
    )


def _gone(request: HttpRequest, one: Deleted) -> Event:
    until = clock.here(request, one.until)
    back = f"{HOME}restore/{one.kept.kind}/{one.kept.name}/"
    return Event(
        when=f"{clock.here(request, one.deleted_at):%d %b}",
        text=f"{called(one.kept.kind)}, until {until.day} {until:%B}",
        words=plain(one.title),
        acts=(Act(text="Bring it back", url=back, subject=one.title[:60]),),
    )
