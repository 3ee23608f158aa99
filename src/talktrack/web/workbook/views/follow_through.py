"""Follow through: who promised what and how it stands, the next check-in, what carries over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string

from talktrack.engine.story import Commitment
from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import follow_through as acting
from ..actions.done import Done
from ..forms.when import when
from ..queries import follow_through as following
from ..queries.follow_through import Follow, short
from ..queries.journey import journey
from ..screens.follow_through import Agenda, FollowThrough, Look
from ..screens.parts import Act, Empty, Head, Seal, State
from ..screens.text import plain
from . import clock, page
from .promised import HOME, agenda_parts, file, parties, pledge
from .sourcing import sourced


@allow(OWNER)
def home(request: HttpRequest) -> HttpResponse:
    """The ledger and what comes next."""
    return _show(request)


def _show(request: HttpRequest, wrong: tuple[str, str] = ("", ""), status: int = 200) -> HttpResponse:
    today = clock.today(request)
    found = following.follow(subject_of(request), today)
    nothing = not found.book.entries and found.sheet.check_in is None and found.carried.empty
    screen = FollowThrough(
        head=Head(
            stage="Follow through",
            title="Who promised what, and how it stands",
            seal=Seal("Only you. Others see only what you send"),
            keys=bool(found.book.entries),
        ),
        parties=() if nothing else parties(found, today, wrong),
        add=Act(text="Add a promise", url=f"{HOME}promises/new/", get=True, icon="plus"),
        changed=tuple(sourced((m,)) for posts in found.posts for m in posts.moves),
        left=_left(found),
        agenda=None if nothing else _agenda(found),
        looks=_looks(found, today),
        add_look=Act(text="Add a check-in", url=f"{HOME}check-ins/new/", get=True, icon="plus"),
        carried=tuple(plain(p.text) for p in following.besides(found)),
        begin=_begin(found),
        reading=State("open", found.read.state_text.text) if found.carried.conversation else None,
        reading_why=" ".join(r.text for r in found.read.reasons),
        empty=_empty() if nothing else None,
    )
    return page.page(
        request, "pages/follow_through.html", screen, current="follow_through", place="promises", status=status
    )


def _empty() -> Empty:
    return Empty(
        title="Nothing is promised yet",
        text="After the talk, what each of you does next comes here from your notes. One remembered promise is "
        "enough to begin; a day and a way to see that it is done can come later.",
        act=Act(text="Add a promise", url=f"{HOME}promises/new/", get=True, go=True),
    )


def _left(found: Follow) -> tuple[str, tuple[Act, ...]] | None:
    """What to do now that the manager is another."""
    if found.changed is None:
        return None
    name, now = found.changed.left.name, found.changed.now
    text = f"{name} has moved on. What was agreed stays here, with its day and who said it."
    acts = [Act(text="A page of facts for who comes", url=f"{HOME}handover.pdf", get=True, icon="file-text")]
    if now is None:
        acts.append(Act(text="Add your new manager", url="/paths/people/new/", get=True, icon="plus"))
    return text, tuple(acts)


def _begin(found: Follow) -> Act | None:
    if found.carried.empty or found.carried.conversation is None:
        return None
    return Act(text="Start the next conversation", url=f"{HOME}next/", go=found.sheet.check_in is None)


_SHOWN = ("theirs", "mine", "conditions")
"""The parts of a check-in that stand here; its own page has all of them."""


def _agenda(found: Follow) -> Agenda:
    sheet, looked = found.sheet, found.sheet.check_in
    act = Act(text="Agree a day", url=f"{HOME}check-ins/new/", get=True)
    hint = "No check-in lies ahead."
    if looked:
        act = Act(text="Prepare the check-in", url=f"{HOME}check-ins/{looked.id}/sheet/", get=True, go=True)
        hint = f"{len(sheet.lines)} lines, each ready to say."
    title, _, length = sheet.title.text.partition(", ")
    return Agenda(title=title, length=length, parts=agenda_parts(sheet, _SHOWN), when=hint, act=act)


def _looks(found: Follow, today: date) -> tuple[Look, ...]:
    rows = [
        Look(
            when=f"{short(c.on, today)}{f', {c.at:%H:%M}' if c.at else ''}" if c.on else "No day yet",
            state=State("agreed", "Agreed")
            if not c.on or c.on >= today.isoformat()
            else State("open", "Was it held?"),
            url=f"{HOME}check-ins/{c.id}/sheet/",
            about=c.about,
            acts=(Act(text="It was held", url=f"{HOME}check-ins/{c.id}/held/", subject=c.about or c.on),),
        )
        for c in found.coming
    ]
    rows += [
        Look(
            when=short(c.on, today),
            state=State("draft", "Proposed"),
            about="You agreed to look again then.",
            acts=(Act(text="Put it in", url=f"{HOME}check-ins/agree/{c.on}/", subject=short(c.on, today)),),
        )
        for c in found.proposed
        if len(c.on) == 10
    ]
    return tuple(rows)


@allow(OWNER, methods=("POST",))
def do(request: HttpRequest, name: str, verb: str) -> HttpResponse:
    """One verb on one promise. What it needs stands in the form or in the address. Raises Http404."""
    if verb not in _VERBS:
        raise Http404
    said, act = _VERBS[verb]
    subject, today = subject_of(request), clock.today(request)
    try:
        done = act(request, subject=subject, name=name, today=today)
    except UserError as error:
        return _show(request, wrong=(name, error.message), status=422)
    if not getattr(request, "htmx", None):
        return page.went(request, f"{HOME}#p-{name}", said=said, undo=done.undo)
    found = following.follow(subject, today)
    drawn = render_to_string("parts/_pledge.html", {"p": pledge(found, found.entry(name), today)}, request=request)
    rest = page.part(request, "", said=f"{said} Z to undo.", undo=done.undo, rail=True).content.decode()
    return HttpResponse(drawn + rest)


def _day(request: HttpRequest, field: str) -> str:
    text = request.POST.get(field) or request.GET.get(field) or ""
    try:
        return when(text) if text else ""
    except ValueError:
        raise UserError(f"“{text[:40]}” is not a day. Write it as 29 January 2027.") from None


def _needed(request: HttpRequest, field: str) -> str:
    if found := _day(request, field):
        return found
    raise UserError("Which day? Write it as 29 January 2027.")


def _why(request: HttpRequest) -> str:
    return request.POST.get("because", "")


def _keep(request: HttpRequest, **who: Any) -> Done[Commitment]:
    return acting.keep(**who, on=_day(request, "on"), shown_by=request.POST.get("shown_by", ""))


def _move(request: HttpRequest, **who: Any) -> Done[Commitment]:
    by = request.POST.get("by", "me")
    known = {"me", *(c.id for c in journey(who["subject"]).contacts)}
    return acting.move(**who, to=_needed(request, "to"), by=by if by in known else "me", because=_why(request))


def _quiet(request: HttpRequest, **who: Any) -> Done[Commitment]:
    return acting.snooze(**who, until=_needed(request, "until"))


def _decline(request: HttpRequest, **who: Any) -> Done[Commitment]:
    return acting.decline(**who, because=_why(request))


def _let_go(request: HttpRequest, **who: Any) -> Done[Commitment]:
    return acting.let_go(**who, because=_why(request))


def _reopen(_: HttpRequest, **who: Any) -> Done[Commitment]:
    return acting.reopen(**who)


def _take(request: HttpRequest, **who: Any) -> Done[Commitment]:
    return acting.take(**who, owner=request.POST.get("owner") or request.GET.get("owner", ""))


def _nudged(_: HttpRequest, **who: Any) -> Done[Commitment]:
    return acting.nudged(**who)


_VERBS: dict[str, tuple[str, Callable[..., Done[Commitment]]]] = {
    "keep": ("Kept.", _keep),
    "move": ("It has another day; the old one stays in sight.", _move),
    "snooze": ("Quiet until then.", _quiet),
    "bring": ("It is on the agenda of that day, and quiet until then.", _quiet),
    "decline": ("Declined. That is a fair answer.", _decline),
    "let-go": ("Let go.", _let_go),
    "reopen": ("It waits again.", _reopen),
    "take": ("Taken.", _take),
    "nudged": ("Noted: a friendly word went out today.", _nudged),
}


@allow(OWNER, methods=("POST",))
def begin(request: HttpRequest) -> HttpResponse:
    """The next conversation, with what is open in it, opened where it is prepared."""
    done = acting.start_next(subject=subject_of(request), today=clock.today(request))
    said = "The next conversation begins with what is open. Change what you like."
    return page.went(request, f"/prepare/{done.kept.name}/", said=said, undo=done.undo)


@allow(OWNER)
def hand_over(request: HttpRequest) -> HttpResponse:
    """The page of facts for a new manager."""
    content = following.handed_over(subject_of(request), clock.today(request))
    return file("handover.pdf", "application/pdf", content)


@allow(OWNER)
def back(_request: HttpRequest) -> HttpResponse:
    """The lists stand on the page of the stage."""
    return HttpResponseRedirect(HOME)
