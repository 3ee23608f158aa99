"""Bring in and take away: an archive, a TOML file or a brag document in, with what becomes what shown before."""

from __future__ import annotations

from django.forms import Form
from django.http import HttpRequest, HttpResponse

from talktrack.engine.story import Journey
from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import archive
from ..comparison import Change
from ..forms.around import BringForm, TakeForm
from ..queries import brag, files, merge
from ..queries.journey import journey
from ..screens.bring_in import BringIn, Incoming
from ..screens.parts import Head
from ..screens.text import plain
from . import clock, page
from .places import called

_BOTH = ("GET", "POST")
HOME = "/bring-in/"
_STRUCTURED = (".json", ".toml")
_WHAT = {"new": "new", "changed": "changes what you have", "same": "the same as you have"}


@allow(OWNER, methods=_BOTH)
def bring_in(request: HttpRequest) -> HttpResponse:
    """A file or some lines to look at, then to take in."""
    if request.method != "POST":
        return _page(request, BringForm())
    if "incoming" in request.POST:
        return _take(request)
    form = BringForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    upload = form.cleaned_data.get("file")
    try:
        incoming = (
            _read(request, upload.name, upload.read()) if upload else _pasted(request, form.cleaned_data["text"])
        )
        return _preview(request, incoming)
    except UserError as error:
        form.add_error("file" if upload else "text", error.message)
        for problem in error.problems[:20]:
            form.add_error("file" if upload else "text", str(problem))
        return _page(request, form, status=422)


@allow(OWNER)
def take_away(request: HttpRequest) -> HttpResponse:
    """Everything as an archive, which can be brought in again without loss."""
    answer = HttpResponse(files.archived(subject_of(request)), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="talktrack-{clock.today(request).isoformat()}.json"'
    answer["Cache-Control"] = "no-store"
    return answer


def _read(request: HttpRequest, name: str, content: bytes) -> Journey:
    if name.lower().endswith(_STRUCTURED):
        return files.brought(name, content)
    return _pasted(request, files.text_of(name, content))


def _pasted(request: HttpRequest, text: str) -> Journey:
    return brag.read(subject_of(request), text)


def _take(request: HttpRequest) -> HttpResponse:
    form = TakeForm(request.POST)
    if not form.is_valid():
        empty = BringForm()
        empty.is_bound = False
        return _page(request, empty, status=422, wrong="What was shown came back in pieces. Choose the file again.")
    subject = subject_of(request)
    try:
        incoming = files.brought("what was shown.json", form.cleaned_data["incoming"].encode())
        shown = merge.preview(subject, incoming)
        leave = {change.key for change in shown.changes} - set(request.POST.getlist("take"))
        taken = archive.merge(subject=subject, incoming=incoming, revision=form.cleaned_data["revision"], leave=leave)
    except UserError as error:
        try:
            return _preview(request, incoming, wrong=error.message, status=409)
        except (UserError, UnboundLocalError):
            return _page(request, BringForm(), status=422, wrong=error.message)
    number = len(taken)
    said = f"{number} {'record' if number == 1 else 'records'} brought in." if number else "Nothing was brought in."
    return page.went(request, "/history/" if number else HOME, said=said)


def _preview(request: HttpRequest, incoming: Journey, *, wrong: str = "", status: int = 200) -> HttpResponse:
    shown = merge.preview(subject_of(request), incoming)
    talks = _talks(incoming, journey(subject_of(request)))
    new, changed, same = (len(shown.of(what)) for what in ("new", "changed", "same"))
    form = TakeForm(initial={"incoming": files.as_text(incoming), "revision": shown.revision})
    parts = [f"{new} new"] if new else []
    parts += [f"{changed} would change what you have"] if changed else []
    parts += [f"{same} the same"] if same else []
    told = (
        f"{', '.join(parts)}. What is only in your workbook stays as it is." if parts else "There is nothing in it."
    )
    screen = BringIn(
        head=Head(stage="Bring in", title="What becomes what", lede=plain(wrong)),
        action=HOME,
        lines=tuple(_line(change, talks) for change in (*shown.of("new"), *shown.of("changed"), *shown.of("same"))),
        merge=told,
        confirm="Take it in",
    )
    return page.page(request, "pages/bring_in.html", screen, form=form, status=status)


def _talks(incoming: Journey, mine: Journey) -> dict[str, str]:
    """Each talk that would come in by who and day, where either is known."""
    names = {c.id: c.name for c in (*mine.contacts, *incoming.contacts)}
    made = {}
    for talk in incoming.conversations:
        who = f"Your talk with {names[talk.contact]}" if names.get(talk.contact or "") and talk.contact else ""
        day = clock.said(talk.at.date()) if talk.at else ""
        if who or day:
            made[f"conversations/{talk.id}"] = ", ".join(filter(None, (who or "Your talk", day)))
    return made


def _line(change: Change, talks: dict[str, str]) -> Incoming:
    fields = "; ".join(
        f"{f.field.replace('_', ' ')}: {_shown(f.before)} → {_shown(f.after)}" for f in change.fields[:4]
    )
    return Incoming(
        id=change.key,
        words=plain(talks.get(change.key) or change.title or called(change.kind)),
        becomes=called(change.kind),
        change=_WHAT[change.what] + (f" ({fields})" if fields else ""),
        taken=change.what != "same",
        same=change.what == "same",
    )


def _shown(value: object) -> str:
    if value in (None, "", [], {}):
        return "nothing"
    text = (
        str(value)
        if isinstance(value, (str, int, float, bool))
        else f"{len(value)} parts"
        if isinstance(value, (list, dict))
        else "…"
    )
    return text if len(text) <= 60 else f"{text[:59]}…"


def _page(request: HttpRequest, form: Form, *, status: int = 200, wrong: str = "") -> HttpResponse:
    have = bool(journey(subject_of(request)) != Journey())
    words = (
        "What you have stays. What is brought in is shown first."
        if have
        else "It is shown first. Nothing leaves this device."
    )
    screen = BringIn(head=Head(stage="Bring in", title="Bring something in", lede=plain(wrong or words)), action=HOME)
    return page.page(request, "pages/bring_in.html", screen, form=form, status=status)
