"""Recap: the notes of a talk beside what is taken from them, and the person's word on each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string

from talktrack.engine.story import Conversation, Feedback, manager
from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import follow_through as following
from ..actions import recap as acting
from ..actions.done import Done
from ..forms.recap import AdviceForm, AgreementForm, FeedbackForm, NoteForm, NotesForm, OpenQuestionForm
from ..forms.record import RecordForm
from ..forms.when import when
from ..models.nouns import BY_KIND, noun_of
from ..queries import recap as reading
from ..queries.journey import journey
from ..screens.evidence import Record
from ..screens.parts import Head
from . import agreed, clock, keeping, page, reactions
from .editing import Sheet
from .filing import Filed
from .taking import NAMES, nothing, screen, taking

_BOTH = ("GET", "POST")
HOME = "/recap/"


@allow(OWNER)
def home(request: HttpRequest) -> HttpResponse:
    """The talk that was held last, else the one that comes next, else a way to begin."""
    talks = journey(subject_of(request)).conversations
    held = [talk for talk in talks if talk.state == "held"]
    coming = [talk for talk in talks if talk.state not in ("held", "cancelled")]
    if found := held[-1:] or coming[:1]:
        return HttpResponseRedirect(f"/recap/{found[0].id}/")
    return page.page(request, "pages/recap.html", nothing(), current="recap")


@allow(OWNER, methods=("POST",))
def begin(request: HttpRequest) -> HttpResponse:
    """A talk that was held without having been prepared here."""
    subject = subject_of(request)
    known = manager(journey(subject))
    done = acting.begin(subject=subject, today=clock.today(request), contact=known.id if known else None)
    return page.went(request, f"/recap/{done.kept.name}/")


@allow(OWNER, methods=_BOTH)
def one(request: HttpRequest, name: str) -> HttpResponse:
    """The page of one talk; posting keeps a page of notes."""
    subject = subject_of(request)
    form = NotesForm(request.POST or None)
    if request.method == "POST":
        today, before = clock.today(request), reading.conversation(subject, name)
        done = keeping.attempt(
            form, lambda: acting.paste(subject=subject, name=name, text=form.cleaned_data["text"], today=today)
        )
        if isinstance(done, Done):
            said = _kept(before, reading.conversation(subject, name))
            return page.went(request, f"/recap/{name}/#taken", said=said, undo=done.undo)
    shown = screen(reading.recap(subject, name, clock.today(request)))
    return page.page(
        request, "pages/recap.html", shown, current="recap", form=form, status=422 if form.errors else 200
    )


def _kept(before: Conversation, after: Conversation) -> str:
    """That the notes are kept; and the day of the talk, where the notes name another than was planned."""
    if before.at and after.at and before.at.date() != after.at.date():
        return f"Your notes are kept. They say {clock.said(after.at.date())}, so that is now the day of the talk."
    return "Your notes are kept."


@allow(OWNER, methods=("POST",))
def not_held(request: HttpRequest, name: str) -> HttpResponse:
    """The talk did not take place: nothing is lost, and a new time is to be found."""
    try:
        done = following.put_talk_off(subject=subject_of(request), name=name, today=clock.today(request))
    except UserError as error:
        return page.went(request, f"/recap/{name}/", said=error.message)
    said = "Noted. All that you prepared stays as it is."
    return page.went(request, f"/follow-through/put-off/{name}/word/", said=said, undo=done.undo)


@allow(OWNER, methods=("POST",))
def decide(request: HttpRequest, name: str, kind: str, id: str, verb: str) -> HttpResponse:
    """The person's word on one taking. `?due=`, `?owner=` and `?goal=` mend it in the same step."""
    subject, today = subject_of(request), clock.today(request)
    if verb == "confirm":
        proposed = reading.proposal(subject, name, kind, id, today)
        done: Done[Any] = acting.confirm(
            subject=subject, proposed=proposed, today=today, fields=_mended(request, kind)
        )
        said = "Confirmed."
    elif verb == "dismiss":
        done, said = acting.dismiss(subject=subject, kind=_known(kind), id=id, today=today), "Dismissed."
    elif verb == "reopen":
        done, said = acting.reopen(subject=subject, kind=_known(kind), id=id), "Open again."
    else:
        raise Http404
    if not getattr(request, "htmx", None) or verb == "reopen":
        return page.went(request, f"/recap/{name}/#taken", said=said, undo=done.undo)
    rest = page.part(request, "", said=f"{said} Z to undo.", undo=done.undo, rail=True).content.decode()
    whole = reading.recap(subject, name, today)
    onward = render_to_string("parts/_onward.html", {"page": screen(whole), "oob": True}, request=request)
    if verb == "dismiss":
        line = render_to_string("parts/_undone.html", {"undone": page.undone(said, done.undo)}, request=request)
        return HttpResponse(line + rest + onward)
    kept = next(t for t in whole.taken if (t.kind, t.id) == (kind, id))
    drawn = render_to_string("parts/_taking.html", {"t": taking(kept, whole)}, request=request)
    return HttpResponse(drawn + rest + onward)


@allow(OWNER, methods=_BOTH)
def edit(request: HttpRequest, name: str, kind: str, id: str) -> HttpResponse:
    """A taking in the person's own words, which confirms it."""
    subject, today = subject_of(request), clock.today(request)
    proposed = reading.proposal(subject, name, kind, id, today)
    make = _form(request, kind)
    form = make(data=request.POST) if request.method == "POST" else make(initial=make().initial_of(proposed))
    if request.method == "POST":
        done = keeping.attempt(
            form, lambda: acting.confirm(subject=subject, proposed=proposed, today=today, fields=form.story())
        )
        if isinstance(done, Done):
            return page.went(request, f"/recap/{name}/#taken", said="Confirmed, in your words.", undo=done.undo)
    shown = Record(
        head=Head(stage="Recap", title=f"{NAMES[kind]}, as it should stand"),
        action=f"/recap/{name}/take/{kind}/{id}/edit/",
        button="Confirm it",
    )
    return page.page(
        request, "pages/record.html", shown, current="recap", form=form, status=422 if form.errors else 200
    )


@allow(OWNER, methods=("POST",))
def ask(request: HttpRequest, name: str, id: str, part: str) -> HttpResponse:
    """Take the question that a vague piece of feedback leaves along to the next talk."""
    subject = subject_of(request)
    whole = reading.recap(subject, name, clock.today(request))
    found = next((t.record for t in whole.taken if (t.kind, t.id) == ("feedback", id)), None)
    if not isinstance(found, Feedback):
        raise Http404
    question = next((q.question for q in reading.repair_of(found).questions if q.part == part), None)
    if question is None:
        raise Http404
    done = acting.ask_next_time(subject=subject, name=name, text=question)
    return page.went(request, f"/recap/{name}/#taken", said="It comes along to the next talk.", undo=done.undo)


def _known(kind: str) -> str:
    if kind not in reading.KINDS:
        raise Http404
    return kind


def _mended(request: HttpRequest, kind: str) -> dict[str, str]:
    fields = {"commitments": ("due", "owner"), "agreements": ("goal",)}.get(kind, ())
    given = {field: request.GET[field] for field in fields if request.GET.get(field)}
    try:
        return {field: when(text) if field == "due" else text for field, text in given.items()}
    except ValueError:
        raise Http404 from None


def _form(request: HttpRequest, kind: str) -> Callable[..., RecordForm]:
    """What makes the form of that kind."""
    return FILED[_known(kind)].sheet(request).form


@dataclass(frozen=True)
class _Kept(Sheet[Any]):
    """Its form lies below the recap."""

    def url(self, name: str) -> str:
        """Where the form lies."""
        return f"{HOME}of/{noun_of(self.noun).kind}/{name}/"


def _filed(kind: str, form: type[RecordForm]) -> Filed:
    """A kind of record that only a recap keeps, filed like every other record."""

    def sheet(request: HttpRequest) -> Sheet[Any]:
        whole = journey(subject_of(request))
        return _Kept(
            noun=BY_KIND[kind].type,
            form=partial(form, goals=whole.goals, talks=whole.conversations),
            stage="recap",
            home=HOME,
            what=f"this {NAMES[kind].lower()}",
            title=lambda _: NAMES[kind],
        )

    return Filed(
        sheet=sheet,
        home=f"{HOME}of/{kind}/",
        new_title=f"{NAMES[kind]}, added by you",
        after=lambda _: HOME,
        initial=lambda request: {"conversation": request.GET.get("talk", "")},
    )


OWN: dict[str, Filed] = {
    "agreements": _filed("agreements", AgreementForm),
    "feedback": _filed("feedback", FeedbackForm),
    "advice": _filed("advice", AdviceForm),
    "open_questions": _filed("open_questions", OpenQuestionForm),
    "notes": _filed("notes", NoteForm),
}
"""What only a recap keeps."""
FILED: dict[str, Filed] = {
    **OWN,
    "commitments": agreed.PROMISES,
    "check_ins": agreed.CHECK_INS,
    "reactions": reactions.FILED,
}
"""How each kind of taking is filed."""
