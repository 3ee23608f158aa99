"""One calendar of the person's: what it is called, what of it counts, where talks are noted; look again, remove."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import Subject, subject_of
from talktrack.web.post import calendars as kept
from talktrack.web.post import connections
from talktrack.web.post.calendars import PURPOSES
from talktrack.web.post.models import Connection

from ..forms.calendars import ChoiceForm
from ..queries import calendars as looking
from ..queries.journey import journey
from ..screens.calendars import One
from ..screens.parts import Act, Head, Link
from ..screens.text import plain
from . import clock, page
from .connected import HOME, row_of


@allow(OWNER, methods=("GET", "POST"))
def one(request: HttpRequest, number: int) -> HttpResponse:
    """One calendar: what it is called, what of it counts, where new events go, a newer file."""
    subject = subject_of(request)
    row = _row(subject, number)
    parts = [(p.url, p.name, p.writable) for p in kept.parts(row)]
    chosen = {
        "label": row.label,
        "busy": [p.url for p in kept.parts(row) if p.busy],
        "writes": row.settings.get("writes", ""),
    }
    shape: dict[str, Any] = {"parts": parts, "is_file": not row.address, "label_suffix": ""}
    if request.method != "POST":
        return _one(request, row, ChoiceForm(initial=chosen, **shape))
    form = ChoiceForm(request.POST, request.FILES, **shape)
    if form.is_valid():
        try:
            return _chosen(request, row, form)
        except UserError as error:
            form.add_error("file", error.message)
    return _one(request, row, form, status=422)


@allow(OWNER, methods=("POST",))
def look(request: HttpRequest, number: int) -> HttpResponse:
    """Look at one calendar again."""
    subject = subject_of(request)
    looking.look_again(subject, [_row(subject, number)], clock.today(request))
    row = _row(subject, number)
    return page.went(request, f"{HOME}{number}/", said="It could not be looked at." if row.trouble else "Looked at.")


@allow(OWNER, methods=("POST",))
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Forget a calendar, with its address and its password."""
    subject = subject_of(request)
    label = _row(subject, number).label
    connections.remove(subject=subject, number=number)
    return page.went(request, HOME, said=f"“{label}” is removed, and its address and password are erased.")


def _chosen(request: HttpRequest, row: Connection, form: ChoiceForm) -> HttpResponse:
    subject, given = subject_of(request), form.cleaned_data
    today = clock.today(request)
    if given.get("file"):
        kept.renew(row, looking.looking(journey(subject), row, today), given["file"].read())
    before = {p.url for p in kept.parts(row) if p.busy}
    now = kept.choose(
        subject=subject,
        number=row.pk,
        label=given["label"],
        busy=given.get("busy", ()),
        writes=given.get("writes", ""),
    )
    if {p.url for p in kept.parts(now) if p.busy} != before:
        looking.look_again(subject, [now], today)
    return page.went(request, HOME, said="Kept.")


def _row(subject: Subject, number: int) -> Connection:
    row = connections.one(subject, number)
    if row.purpose not in PURPOSES:
        raise Http404
    return row


def _one(request: HttpRequest, row: Connection, form: ChoiceForm, *, status: int = 200) -> HttpResponse:
    drawn, found, url = row_of(row), kept.seen(row), f"{HOME}{row.pk}/"
    told = f"{drawn.what}, {drawn.seen}." if drawn.seen else drawn.what
    screen = One(
        head=Head(stage="Calendars", title=row.label, lede=plain(told), states=drawn.states),
        action=url,
        seen=drawn.seen,
        trouble=row.trouble,
        left_out=found.left_out if found else (),
        look=Act(text="Look again", url=f"{url}look/", icon="refresh-cw") if row.address else None,
        remove=Act(text="Remove this calendar", url=f"{url}remove/", danger=True, icon="trash-2"),
        removal=(
            "Its address and its password are erased here. What lies in the calendar stays there, "
            "talks that were noted in it too."
        ),
        back=Link("All calendars", HOME),
    )
    return page.page(request, "pages/calendar.html", screen, place="you", form=form, status=status)
