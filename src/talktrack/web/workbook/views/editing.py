"""Looking at one record and changing it, whatever its noun: draft, conflict, delete, past versions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.http import HttpRequest, HttpResponse

from talktrack.kit.text import clean
from talktrack.web.people.subject import subject_of

from ..actions import draft as drafting
from ..actions import record
from ..actions.done import Conflict, Done
from ..bridge import Kept
from ..forms.record import RecordForm
from ..queries import records
from ..screens import parts
from ..screens.history import History
from ..screens.text import plain
from . import clock, keeping, page

T = TypeVar("T")


@dataclass(frozen=True)
class Sheet(Generic[T]):
    """How one noun is edited."""

    noun: type[T]
    form: Callable[..., RecordForm]
    """Makes its form; called with `data` or `initial`."""
    stage: str
    home: str
    """The page that lists them: "/goals/". A record lies below it."""
    what: str
    """"this goal"."""
    title: Callable[[T], str]

    def url(self, name: str) -> str:
        """Where one record lies; of a noun that a journey has once, its home."""
        return f"{self.home}{name}/" if name else self.home


@dataclass(frozen=True)
class Opened(Generic[T]):
    """A record with its form, as a page draws them."""

    kept: Kept[T]
    form: RecordForm
    url: str
    saved: str = ""
    conflict: parts.Conflict | None = None
    status: int = 200


def opened(request: HttpRequest, sheet: Sheet[T], name: str) -> Opened[T]:
    """The record as it is kept, or as it was last typed. Raises Http404."""
    subject = subject_of(request)
    kept = _kept(request, sheet, name)
    initial = {**_form_type(sheet).initial_of(kept.value), "version": kept.version}
    saved = ""
    if draft := keeping.unkept(subject, kept.reference):
        initial |= {**draft.fields, "version": draft.version or kept.version}
        saved = f"Not kept yet. {clock.saved(draft.saved_at)}"
    return Opened(kept, sheet.form(initial=initial), sheet.url(name), saved)


def keep(
    request: HttpRequest, sheet: Sheet[T], name: str, *, to: str = "", fields: dict[str, object] | None = None
) -> HttpResponse | Opened[T]:
    """Keep the posted form. The way on where that went well; else what to draw, with 422 or 409.

    `?theirs` drops what was typed, `?over=<version>` writes over what another hand wrote. `fields` go along with
    those of the form.
    """
    subject, url = subject_of(request), sheet.url(name)
    kept = _kept(request, sheet, name)
    if "theirs" in request.GET:
        drafting.drop(subject=subject, place=kept.reference)
        return page.went(request, url, said="Left as it is there.")
    form = sheet.form(data=request.POST)
    done = keeping.attempt(
        form,
        lambda: record.edit(
            subject=subject,
            noun=sheet.noun,
            name=name,
            fields={**form.story(), **(fields or {})},
            version=keeping.version_of(request, form),
        ),
    )
    if isinstance(done, Done):
        drafting.drop(subject=subject, place=kept.reference)
        return page.went(request, to or sheet.home, said="Kept.", undo=done.undo)
    if isinstance(done, Conflict):
        conflict = keeping.both(form, done, what=sheet.what, url=url)
        if not conflict.fields:  # the same was kept twice
            drafting.drop(subject=subject, place=kept.reference)
            return page.went(request, to or sheet.home, said="Kept.")
        return Opened(kept, form, url, conflict=conflict, status=409)
    return Opened(kept, form, url, status=422)


def save(request: HttpRequest, sheet: Sheet[Any], name: str) -> str:
    """Keep what stands in the form as a draft; returns "Saved 09:41". Raises Http404."""
    kept = _kept(request, sheet, name)
    return keeping.save_draft(request, kept.reference)


def typed(request: HttpRequest, sheet: Sheet[Any]) -> dict[str, object]:
    """What of the posted form holds so far, in the story's words, for the coach."""
    form = sheet.form(data=request.POST)
    form.is_valid()
    return {name: value for name, value in form.story().items() if name not in form.errors}


def put(request: HttpRequest, place: str, field: str, text: str) -> None:
    """Keep the posted form as a draft, with another text in one of its fields. Raises UserError."""
    fields = {name: request.POST.get(name, "") for name in request.POST if name != "version"}
    version = request.POST.get("version", "")
    drafting.save(
        subject=subject_of(request),
        place=place,
        fields={**fields, field: clean(text)},
        version=int(version) if version.isascii() and version.isdigit() else 0,
    )


def delete(request: HttpRequest, sheet: Sheet[Any], name: str) -> HttpResponse:
    """Take the record away, back to its list, with undo there. Raises Http404."""
    done = record.delete(subject=subject_of(request), noun=sheet.noun, name=name)
    return page.went(request, sheet.home, said=f"“{short(sheet.title(done.kept.value))}” is deleted.", undo=done.undo)


def past(request: HttpRequest, sheet: Sheet[T], name: str) -> HttpResponse:
    """Every version of the record, the latest first, each of which can be brought back."""
    versions = records.history(subject_of(request), sheet.noun, name)
    days: dict[str, list[parts.Event]] = {}
    for number, one in enumerate(versions):
        before = versions[number + 1] if number + 1 < len(versions) else None
        back = parts.Act(text="Make it this again", url=f"{sheet.url(name)}history/{one.version}/")
        event = parts.Event(
            when=f"{clock.here(request, one.at):%H:%M}",
            text=_happened(one, before),
            words=plain(sheet.title(one.value)),
            acts=(back,) if number and one.verb != "delete" else (),
        )
        days.setdefault(clock.said(clock.here(request, one.at).date()), []).append(event)
    screen = History(
        head=parts.Head(stage="History", title=short(sheet.title(versions[0].value))),
        days=tuple((day, tuple(events)) for day, events in days.items()),
        back=parts.Link(f"Back to {sheet.what}", sheet.url(name)),
    )
    return page.page(request, "pages/history.html", screen, current=sheet.stage)


def again(request: HttpRequest, sheet: Sheet[Any], name: str, version: int) -> HttpResponse:
    """Make the record what it was at that version. Raises Http404."""
    subject = subject_of(request)
    kept = records.one(subject, sheet.noun, name)
    done = record.revert(subject=subject, noun=sheet.noun, name=name, to=version, version=kept.version)
    return page.went(request, sheet.url(name), said="Back to what it was.", undo=done.undo)


def _kept(request: HttpRequest, sheet: Sheet[T], name: str) -> Kept[T]:
    """The record of that name; without a name the one that a journey has once."""
    subject = subject_of(request)
    return records.one(subject, sheet.noun, name) if name else records.single(subject, sheet.noun)


def _happened(one: records.Past[Any], before: records.Past[Any] | None) -> str:
    verbs = {"create": "Written", "delete": "Deleted", "restore": "Brought back"}
    if one.verb in verbs or before is None:
        return verbs.get(one.verb, "Changed")
    fields = [
        name.replace("_", " ")
        for name in type(one.value).model_fields
        if getattr(one.value, name) != getattr(before.value, name)
    ]
    return f"Changed: {', '.join(fields)}" if fields else "Kept again, unchanged"


def short(text: str) -> str:
    """A text as a title: one line of 80 characters at most."""
    line = text.rstrip(".")
    return line if len(line) <= 80 else f"{line[:79].rsplit(' ', 1)[0]} …"


def _form_type(sheet: Sheet[Any]) -> type[RecordForm]:
    return type(sheet.form(initial={}))
