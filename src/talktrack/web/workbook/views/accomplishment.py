"""One piece of evidence: the whole record, with the coach beside it and its history."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from talktrack.engine.story import Accomplishment
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..forms.evidence import AccomplishmentForm
from ..queries import evidence as log
from ..queries import margin as coach
from ..queries import records
from ..queries.journey import journey
from ..screens.evidence import Record
from ..screens.parts import Act, Head
from . import clock, editing, keeping, margin, page
from .editing import Opened, Sheet
from .sounding import spoken

_BOTH = ("GET", "POST")


def _sheet(request: HttpRequest) -> Sheet[Accomplishment]:
    statements = journey(subject_of(request)).statements
    return Sheet(
        noun=Accomplishment,
        form=partial(AccomplishmentForm, statements=statements),
        stage="evidence",
        home="/evidence/",
        what="this entry",
        title=lambda value: value.did,
    )


@allow(OWNER, methods=_BOTH)
def one(request: HttpRequest, name: str) -> HttpResponse:
    """The record to look at and change."""
    sheet = _sheet(request)
    if request.method == "POST":
        answer = editing.keep(request, sheet, name)
        return answer if isinstance(answer, HttpResponse) else _page(request, answer)
    return _page(request, editing.opened(request, sheet, name))


@allow(OWNER, methods=("POST",))
def draft(request: HttpRequest, name: str) -> HttpResponse:
    """While one types: the draft is kept, and the margin comes back."""
    sheet = _sheet(request)
    saved = editing.save(request, sheet, name)
    found = coach.typed(
        subject_of(request), Accomplishment, editing.typed(request, sheet), clock.today(request), name=name
    )
    notes = {"notes": margin.notes(found, form=sheet.url(name)), "own": True, "id": "margin", "oob": True}
    return keeping.saved(request, saved, render_to_string("parts/_notes.html", notes, request=request))


@allow(OWNER, methods=("POST",))
def use(request: HttpRequest, name: str, rule: str) -> HttpResponse:
    """Put what the coach suggests into the form. Nothing is kept by it."""
    sheet = _sheet(request)
    url = sheet.url(name)
    records.one(subject_of(request), Accomplishment, name)
    found = coach.typed(
        subject_of(request), Accomplishment, editing.typed(request, sheet), clock.today(request), name=name
    )
    one = next((a for a in found if a.finding.rule == rule and a.finding.field in ("did", "result")), None)
    if one is None:
        return page.went(request, url)
    field = one.finding.field
    editing.put(request, f"accomplishments/{name}", field, margin.used(request.POST.get(field, ""), one, 0))
    return page.went(request, url, said="It is in the text. Fill in what only you know.")


@allow(OWNER, methods=("POST",))
def delete(request: HttpRequest, name: str) -> HttpResponse:
    """Take it away; undo brings it back for 30 days."""
    return editing.delete(request, _sheet(request), name)


@allow(OWNER)
def history(request: HttpRequest, name: str) -> HttpResponse:
    """Every version of it."""
    return editing.past(request, _sheet(request), name)


@allow(OWNER, methods=("POST",))
def again(request: HttpRequest, name: str, version: int) -> HttpResponse:
    """Make it what it was."""
    return editing.again(request, _sheet(request), name, version)


def _page(request: HttpRequest, found: Opened[Accomplishment]) -> HttpResponse:
    subject, name = subject_of(request), found.kept.name
    sound = log.of(subject, name)
    if sound is None:
        raise Http404
    screen = Record(
        head=Head(stage="Evidence", title=found.kept.value.did, saved=found.saved),
        action=found.url,
        autosave=f"{found.url}draft/",
        own=True,
        notes=margin.notes(coach.kept(subject, clock.today(request), found.kept.reference), form=found.url),
        spoken=None if found.kept.value.spoken else spoken(request, sound, kept=True),
        also=(
            Act(text="History", url=f"{found.url}history/", get=True, icon="history"),
            Act(text="Delete", url=f"{found.url}delete/", danger=True, subject=found.kept.value.did[:60]),
        ),
    )
    return page.page(
        request,
        "pages/record.html",
        screen,
        current="evidence",
        status=found.status,
        form=found.form,
        conflict=found.conflict,
    )
