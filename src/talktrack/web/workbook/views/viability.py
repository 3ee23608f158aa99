"""Is there a way forward here: four lines, what would change them, one small test, both ways on. Private always."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import follow_through as acting
from ..queries import follow_through as following
from ..queries.follow_through import LineRead, short
from ..screens.follow_through import Fact, Viability, Weighed
from ..screens.parts import Head, Link, Seal
from ..screens.text import plain
from . import clock, page
from .promised import HOME
from .sourcing import sourced

URL = f"{HOME}viability/"
ALWAYS = Seal("Only you, always")
_NAMES = {
    "too early": "Too early to say",
    "supported": "Supported, conditions open",
    "stalled": "Stalled",
    "no visible route": "No visible route",
    "explicit no": "An explicit no",
}


@allow(OWNER)
def viability(request: HttpRequest) -> HttpResponse:
    """The reading of today."""
    return _show(request)


def _show(request: HttpRequest, status: int = 200) -> HttpResponse:
    today = clock.today(request)
    found = following.follow(subject_of(request), today)
    read = found.read
    unsafe = next((a for a in following.answers(subject_of(request)) if not a.safe), None)
    screen = Viability(
        head=Head(
            stage="Follow through",
            title="Is there a way forward here?",
            seal=ALWAYS,
            lede=plain(read.dated.text),
        ),
        back=Link("Back to the promises", HOME),
        state=read.state_text.text,
        reasons=" ".join(r.text for r in read.reasons),
        lines=tuple(_line(one) for one in read.lines),
        changes=tuple(sourced((p,)) for p in read.changes),
        test=sourced((read.test,)) if read.test else (),
        inside=tuple(sourced((p,)) for p in read.inside),
        outside=tuple(sourced((p,)) for p in read.outside),
        calm=following.calm(),
        facts=tuple(
            Fact(id=f"fact-{n}", reference=reference, words=sourced((text,)))
            for n, (reference, text) in enumerate(read.unplaced)
        ),
        earlier=tuple((short(r.on, today), _NAMES[r.state], r.note) for r in read.earlier),
        help=tuple(p.text for p in unsafe.do) if unsafe else (),
    )
    return page.page(
        request, "pages/viability.html", screen, current="follow_through", place="promises", status=status
    )


def _line(one: LineRead) -> Weighed:
    return Weighed(
        name=one.title.text,
        state=one.state_text.text,
        support=tuple(sourced((s.text,)) for s in one.support),
        contrary=tuple(sourced((s.text,)) for s in one.contrary),
        unknowns=tuple(sourced((s.text,)) for s in one.unknowns),
    )


@allow(OWNER, methods=("POST",))
def keep(request: HttpRequest) -> HttpResponse:
    """Keep how it reads today, with what the person makes of it."""
    try:
        done = acting.keep_reading(
            subject=subject_of(request), today=clock.today(request), note=request.POST.get("note", "")[:20_000]
        )
    except UserError:
        return _show(request, status=422)
    return page.went(request, f"{URL}#earlier", said="This reading is kept, with its day.", undo=done.undo)


@allow(OWNER, methods=("POST",))
def place(request: HttpRequest) -> HttpResponse:
    """Say what a fact about the manager speaks to: `fact`, and `place` as "power:for" or ":out"."""
    line, _, side = request.POST.get("place", "").partition(":")
    try:
        done = acting.place(
            subject=subject_of(request),
            reference=request.POST.get("fact", ""),
            line=line,
            side=side,
            today=clock.today(request),
        )
    except UserError as error:
        return page.went(request, f"{URL}#facts", said=error.message)
    return page.went(request, f"{URL}#facts", said="It stands where you put it.", undo=done.undo)
