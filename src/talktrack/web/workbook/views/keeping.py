"""Keeping what a form holds: messages beside their fields, both texts where two hands wrote, drafts until then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from talktrack.kit.errors import UserError
from talktrack.web.people.subject import Subject, subject_of

from ..actions import draft as drafting
from ..actions.done import Conflict, Done
from ..forms.record import RecordForm
from ..queries.drafts import Unkept, draft
from ..screens import parts
from . import clock

T = TypeVar("T")


def attempt(form: Form, act: Callable[[], Done[T]]) -> Done[T] | Conflict | None:
    """Act, where the form holds; None with messages in the form where it does not, or where the action refuses."""
    if not form.is_valid():
        return None
    try:
        return act()
    except UserError as error:
        blame(form, error)
    except Conflict as conflict:
        return conflict
    return None


def blame(form: Form, error: UserError) -> None:
    """Put every problem beside the field that it names ("actions.0.what"), the others above the form."""
    told = False
    for problem in error.problems:
        field = next((name for name in _fields_for(problem.where) if name in form.fields), None)
        if field or not told:
            words = f"{problem.what} {problem.instead}".strip()
            form.add_error(field, words)
            told = told or field is None
    if not error.problems:
        form.add_error(None, error.message)


def _fields_for(where: str) -> tuple[str, ...]:
    steps = where.split(".")
    return ("-".join(steps), *("-".join(steps[:n]) for n in range(len(steps) - 1, 0, -1)))


def both(form: RecordForm, conflict: Conflict, *, what: str, url: str) -> parts.Conflict:
    """Both texts, field by field, and the two ways on. The view answers with it and status 409.

    Keeping one's own posts the same form to `url`?over=<version>; keeping the other posts to `url`?theirs.
    """
    theirs = type(form).initial_of(conflict.theirs.value)
    rows = tuple(
        (str(form.fields[name].label or name), _shown(theirs.get(name)), _shown(typed))
        for name, typed in form.cleaned_data.items()
        if name in form.fields and name != "version" and _shown(theirs.get(name)) != _shown(typed)
    )
    return parts.Conflict(
        what=what,
        fields=rows,
        keep_mine=parts.Act(text="Keep what I typed", url=f"{url}?over={conflict.theirs.version}", go=True),
        keep_theirs=parts.Act(text="Keep what is there", url=f"{url}?theirs=1"),
    )


def _shown(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return "; ".join(_shown(v) for v in value)
    return "" if value in (None, False) else str(value)


def version_of(request: HttpRequest, form: RecordForm) -> int:
    """The version that the person looked at, or the one that they chose to write over."""
    over = request.GET.get("over", "")
    return int(over) if over.isascii() and over.isdigit() else int(form.cleaned_data.get("version") or 0)


def save_draft(request: HttpRequest, place: str) -> str:
    """Keep every field of the posted form as it stands; returns "Saved 09:41". Raises UserError."""
    fields = {name: request.POST.get(name, "") for name in request.POST if name != "version"}
    version = request.POST.get("version", "")
    number = int(version) if version.isascii() and version.isdigit() else 0
    drafting.save(subject=subject_of(request), place=place, fields=fields, version=number)
    return clock.saved(clock.now(request))


def unkept(subject: Subject, place: str) -> Unkept | None:
    """What was typed into the form at `place` and not kept yet; None where nothing of it is left."""
    found = draft(subject, place)
    return found if found and any(found.fields.values()) else None


def saved(request: HttpRequest, words: str, *more: str) -> HttpResponse:
    """The answer to an autosave: "Saved 09:41" out of band, and what else changes beside the field."""
    return HttpResponse(render_to_string("parts/_saved.html", {"saved": words}, request=request) + "".join(more))
