"""The pages that every record has: a new one, the record itself, its draft, its past, and taking it away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, path

from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import draft as drafting
from ..actions import once
from ..actions.done import Done
from ..bridge import Kept
from ..forms.record import RecordForm
from ..models.nouns import noun_of
from ..queries import findings
from ..queries import margin as coach
from ..screens.evidence import Record
from ..screens.parts import Act, Head, Note
from ..screens.shell import NAMES
from ..screens.text import plain
from . import clock, editing, keeping, margin, page
from .editing import Opened, Sheet

_BOTH = ("GET", "POST")
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Filed:
    """How one noun is filed: its sheet, its words, and where it leads."""

    sheet: Callable[[HttpRequest], Sheet[Any]]
    new_title: str
    """The heading of a new one: "Somebody to ask"."""
    home: str
    """The address below which its records lie: "/organisation/"."""
    lede: str = ""
    after: Callable[[str], str] | None = None
    """Where one goes after keeping the one of that name; the home unless given."""
    edit: str = ""
    """What stands behind the name in the address of the form, where the name alone is another page: "edit/"."""
    also: Callable[[Kept[Any]], tuple[Act, ...]] = lambda _: ()
    initial: Callable[[HttpRequest], dict[str, Any]] = lambda _: {}

    def routes(self) -> list[URLPattern]:
        """The addresses of all of it."""
        base = self.home.strip("/")
        one = f"{base}/<slug:name>/{self.edit}"
        rows: list[tuple[str, View, tuple[str, ...]]] = [
            (f"{base}/new/", self.new, _BOTH),
            (f"{base}/new/draft/", self.new_draft, ("POST",)),
            (one, self.one, _BOTH),
            (f"{one}draft/", self.draft, ("POST",)),
            (f"{one}delete/", self.delete, ("POST",)),
            (f"{one}history/", self.history, ("GET",)),
            (f"{one}history/<int:version>/", self.again, ("POST",)),
        ]
        return [path(route, _allowed(view, methods)) for route, view, methods in rows]

    def new(self, request: HttpRequest) -> HttpResponse:
        """A new one: the form, or what was typed into it kept."""
        sheet, subject = self.sheet(request), subject_of(request)
        place = f"{noun_of(sheet.noun).kind}/new"
        if request.method != "POST":
            left = keeping.unkept(subject, place)
            form = sheet.form(initial={**self.initial(request), **(left.fields if left else {})})
            return self._new_page(request, form, f"Not kept yet. {clock.saved(left.saved_at)}" if left else "")
        form = sheet.form(data=request.POST)
        done = keeping.attempt(form, lambda: once.create(subject=subject, noun=sheet.noun, fields=form.story()))
        if not isinstance(done, Done):
            return self._new_page(request, form, "", status=422)
        drafting.drop(subject=subject, place=place)
        return page.went(request, self._to(done.kept.name), said="Kept.", undo=done.undo)

    def new_draft(self, request: HttpRequest) -> HttpResponse:
        """While a new one is typed."""
        sheet = self.sheet(request)
        saved = keeping.save_draft(request, f"{noun_of(sheet.noun).kind}/new")
        found = coach.typed(subject_of(request), sheet.noun, editing.typed(request, sheet), clock.today(request))
        # What is not kept yet cannot be decided about: the notes are there to be read.
        notes = tuple(replace(n, use=None, dismiss=None) for n in margin.notes(found))
        return keeping.saved(request, saved, _margin(request, notes))

    def one(self, request: HttpRequest, name: str) -> HttpResponse:
        """The record to look at and change."""
        sheet = self.sheet(request)
        if request.method != "POST":
            return self._page(request, sheet, editing.opened(request, sheet, name))
        answer = editing.keep(request, sheet, name, to=self._to(name))
        return answer if isinstance(answer, HttpResponse) else self._page(request, sheet, answer)

    def draft(self, request: HttpRequest, name: str) -> HttpResponse:
        """While one types: the draft is kept, and the margin comes back."""
        sheet = self.sheet(request)
        saved = editing.save(request, sheet, name)
        typed = editing.typed(request, sheet)
        found = coach.typed(subject_of(request), sheet.noun, typed, clock.today(request), name=name)
        return keeping.saved(request, saved, _margin(request, margin.notes(found)))

    def delete(self, request: HttpRequest, name: str) -> HttpResponse:
        """Take it away; undo brings it back for 30 days."""
        return editing.delete(request, self.sheet(request), name)

    def history(self, request: HttpRequest, name: str) -> HttpResponse:
        """Every version of it."""
        return editing.past(request, self.sheet(request), name)

    def again(self, request: HttpRequest, name: str, version: int) -> HttpResponse:
        """Make it what it was."""
        return editing.again(request, self.sheet(request), name, version)

    def _to(self, name: str) -> str:
        return self.after(name) if self.after else self.home

    def _new_page(self, request: HttpRequest, form: RecordForm, saved: str, status: int = 200) -> HttpResponse:
        sheet = self.sheet(request)
        screen = Record(
            head=Head(
                stage=NAMES.get(sheet.stage, sheet.stage.capitalize()),
                title=self.new_title,
                lede=plain(self.lede),
                saved=saved,
            ),
            action=f"{self.home}new/",
            autosave=f"{self.home}new/draft/",
        )
        return page.page(request, "pages/record.html", screen, current=sheet.stage, form=form, status=status)

    def _page(self, request: HttpRequest, sheet: Sheet[Any], found: Opened[Any]) -> HttpResponse:
        title = sheet.title(found.kept.value)
        advice = findings.about(subject_of(request), clock.today(request), found.kept.reference)
        screen = Record(
            head=Head(stage=NAMES.get(sheet.stage, sheet.stage.capitalize()), title=title, saved=found.saved),
            action=found.url,
            autosave=f"{found.url}draft/",
            notes=margin.notes(advice),
            also=(
                *self.also(found.kept),
                Act(text="History", url=f"{found.url}history/", get=True, icon="history"),
                Act(text="Delete", url=f"{found.url}delete/", danger=True, subject=title[:60]),
            ),
        )
        return page.page(
            request,
            "pages/record.html",
            screen,
            current=sheet.stage,
            status=found.status,
            form=found.form,
            conflict=found.conflict,
        )


def _margin(request: HttpRequest, notes: tuple[Note, ...]) -> str:
    context = {"notes": notes, "id": "margin", "oob": True}
    return render_to_string("parts/_notes.html", context, request=request)


def _allowed(view: View, methods: tuple[str, ...]) -> View:
    def answer(request: HttpRequest, **names: Any) -> HttpResponse:
        return view(request, **names)

    return allow(OWNER, methods=methods)(answer)
