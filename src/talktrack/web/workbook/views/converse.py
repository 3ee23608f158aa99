"""Converse: the talk as it is held, on a phone, with or without a network, with or without JavaScript."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone

from talktrack.engine.story import Listening, Note
from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import converse as acting
from ..actions import once
from ..forms.converse import parcel
from ..queries import converse as talks
from ..queries.converse import Live
from ..screens.later import Later
from ..screens.parts import Act, Empty, Head
from . import clock, page
from .holding import began, held, kind_of, milliseconds

_BOTH = ("GET", "POST")


@allow(OWNER)
def home(request: HttpRequest) -> HttpResponse:
    """The talk that is coming or going on, else the last one, else the way to plan one."""
    found = talks.current(subject_of(request))
    if found:
        return HttpResponseRedirect(f"/converse/{found.id}/")
    plan = Act(text="Plan a talk", url="/prepare/new/", get=True, go=True)
    screen = Later(
        head=Head(stage="Converse", title="The talk itself"),
        empty=Empty(
            title="No talk is planned yet", text="With a name and a day there is an agenda to hold.", act=plan
        ),
    )
    return page.page(request, "pages/later.html", screen, current="converse")


@allow(OWNER)
def worker(_request: HttpRequest) -> HttpResponse:
    """The script behind the pages of Converse, and of these only: its address lies above them."""
    answer = HttpResponse(render_to_string("converse/worker.js"), content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return answer


@allow(OWNER)
def let_in(_request: HttpRequest) -> HttpResponse:
    """Nothing, for whoever may ask. A device that is turned away here takes down the pages that it has."""
    return HttpResponse(status=204)


@allow(OWNER)
def one(request: HttpRequest, name: str) -> HttpResponse:
    """The page of one talk. With `?device` it is the page that a browser may keep: without any note on it."""
    subject = subject_of(request)
    # First, so that it is never newer than what is shown: news that arrives meanwhile is then the device's to tell.
    turn = talks.last_word(subject, name)
    live = talks.live(subject, name, clock.today(request))
    if "start" in request.GET:
        return HttpResponseRedirect(f"/converse/{name}/?began={int(timezone.now().timestamp())}")
    device = "device" in request.GET
    screen = held(request, live, () if device else talks.notes(subject, name), turn)
    told: dict[str, Any] = {"said": "", "undo": None} if device else {}
    answer = page.page(request, "pages/converse.html", screen, current="converse", **told)
    answer["X-Talktrack-Owner"] = talks.device(subject)
    return answer


@allow(OWNER, methods=_BOTH)
def notes(request: HttpRequest, name: str) -> HttpResponse:
    """The notes as a device reads them, with how one listened; posted: those that waited on it, each kept once."""
    subject = subject_of(request)
    live = talks.live(subject, name, clock.today(request))
    if request.method == "POST":
        return _arrived(request, live)
    turns = talks.turns(subject)
    return JsonResponse(
        {
            "review": talks.review(live.meeting.listening),
            "notes": [
                {
                    "id": kept.name,
                    "turn": turns.get(kept.name, 0),
                    "after": kept.version,
                    "at": milliseconds(kept.value.at, live),
                    **{field: getattr(kept.value, field) for field in ("kind", "speaker", "form", "text")},
                }
                for kept in talks.notes(subject, name)
            ],
        }
    )


def _arrived(request: HttpRequest, live: Live) -> HttpResponse:
    subject, name = subject_of(request), live.meeting.id
    try:
        came = parcel(request.body, live.zone)
    except UserError as error:
        return JsonResponse({"why": error.message}, status=400)
    if came.owner != talks.device(subject):
        return JsonResponse({"why": "These notes were written in another workbook."}, status=409)
    answers = acting.take(subject=subject, name=name, sent=came.notes)
    told: dict[str, Any] = {"notes": [vars(a) for a in answers], "turn": came.turn}
    if came.turn:
        acting.stand(subject=subject, name=name, turn=came.turn, held=came.held, counted=came.counted)
        told["review"] = talks.review(Listening.model_validate(came.counted))
    return JsonResponse(told)


@allow(OWNER, methods=("POST",))
def note(request: HttpRequest, name: str) -> HttpResponse:
    """One note from a browser without scripts."""
    live = talks.live(subject_of(request), name, clock.today(request))
    kind = kind_of(request.POST.get("kind", ""), live)
    text = request.POST.get("text", "")
    fields = {
        "conversation": name,
        "kind": kind.kind,
        "speaker": request.POST.get("speaker", kind.speaker),
        "form": request.POST.get("form", "mark") if text.strip() else "mark",
        "text": text,
        "at": timezone.now().astimezone(live.zone).replace(tzinfo=None, microsecond=0),
    }
    done = once.create(subject=subject_of(request), noun=Note, fields=fields)
    return page.went(request, f"/converse/{name}/{began(request)}", said="Noted.", undo=done.undo)


@allow(OWNER, methods=("POST",))
def count(request: HttpRequest, name: str) -> HttpResponse:
    """One more of what is counted while listening."""
    done = acting.count(subject=subject_of(request), name=name, what=request.POST.get("what", ""))
    return page.went(request, f"/converse/{name}/{began(request)}", said="Counted.", undo=done.undo)


@allow(OWNER, methods=("POST",))
def end(request: HttpRequest, name: str) -> HttpResponse:
    """It is over; with `again`, it is not."""
    held = "again" not in request.POST
    done = acting.end(subject=subject_of(request), name=name, held=held)
    said = "It is over. Write the recap while you still hear it." if held else "It goes on."
    return page.went(
        request, f"/converse/{name}/{'' if held else began(request)}", said=said, undo=done.undo if done else ""
    )


@allow(OWNER)
def sheet(request: HttpRequest, name: str) -> HttpResponse:
    """One page to write on."""
    content = talks.sheet(subject_of(request), name, clock.today(request))
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="sheet.pdf"'
    return answer
