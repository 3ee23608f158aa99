"""What was agreed, as records: promises and check-ins with their forms; the page and invitation of a check-in."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from talktrack.engine.story import CheckIn, Commitment
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import follow_through as acting
from ..bridge import Kept
from ..forms.follow_through import CheckInForm, PromiseForm
from ..queries import follow_through as following
from ..queries import records
from ..queries.journey import journey
from ..screens.follow_through import Agenda, CheckInSheet
from ..screens.parts import Act, Head, Link, State
from . import clock, editing, page
from .editing import Sheet
from .filing import Filed
from .promised import HOME, agenda_parts, file
from .sourcing import sourced


@allow(OWNER)
def sheet(request: HttpRequest, name: str) -> HttpResponse:
    """One check-in as a page to read from and to print."""
    today = clock.today(request)
    made = following.check_in(subject_of(request), name, today)
    looked = made.check_in
    if looked is None:
        raise Http404
    below = f"{HOME}check-ins/{name}/"
    acts = [Act(text="Change day or hour", url=below, get=True, icon="calendar")]
    if len(looked.on) == 10 and looked.on >= today.isoformat():
        acts.insert(0, Act(text="The invitation", url=f"{below}invite.ics", get=True, icon="download"))
    if not looked.held:
        acts.append(Act(text="It was held", url=f"{below}held/", icon="check"))
    screen = CheckInSheet(
        head=Head(
            stage="Follow through",
            title=made.title.text.partition(", ")[0],
            states=(State("kept", "Held"),) if looked.held else (),
        ),
        agenda=Agenda(
            title="What you say",
            parts=agenda_parts(made),
            carried=sourced((made.carried,)) if made.carried else (),
        ),
        back=Link("Back to the promises", HOME),
        about=looked.about,
        acts=tuple(acts),
    )
    return page.page(request, "pages/check_in.html", screen, current="follow_through", place="promises")


@allow(OWNER)
def invite(request: HttpRequest, name: str) -> HttpResponse:
    """Its invitation for a calendar."""
    content = following.invitation(subject_of(request), name, clock.today(request))
    return file(f"check-in-{name}.ics", "text/calendar; charset=utf-8", content)


@allow(OWNER, methods=("POST",))
def held(request: HttpRequest, name: str) -> HttpResponse:
    """It took place."""
    done = acting.hold_check_in(subject=subject_of(request), name=name)
    return page.went(request, HOME, said="Held. What was promised in it, add here.", undo=done.undo)


@allow(OWNER, methods=("POST",))
def agree(request: HttpRequest, on: str) -> HttpResponse:
    """Make a check-in of a day that stands in an agreement."""
    done = acting.agree_check_in(subject=subject_of(request), on=on, today=clock.today(request))
    return page.went(request, f"{HOME}#looks", said="It is a check-in now.", undo=done.undo)


def _given(request: HttpRequest) -> dict[str, Any]:
    whole = journey(subject_of(request))
    return {"goals": whole.goals, "contacts": whole.contacts, "talks": whole.conversations}


def _promise(request: HttpRequest) -> Sheet[Commitment]:
    return Sheet(
        Commitment, partial(PromiseForm, **_given(request)), "follow_through", f"{HOME}promises/", "this promise",
        lambda value: value.action,
    )  # fmt: skip


def _look(request: HttpRequest) -> Sheet[CheckIn]:
    return Sheet(
        CheckIn, partial(CheckInForm, **_given(request)), "follow_through", f"{HOME}check-ins/", "this check-in",
        lambda value: value.about or "A check-in",
    )  # fmt: skip


def _last_talk(request: HttpRequest) -> dict[str, Any]:
    held = following.follow(subject_of(request), clock.today(request)).carried.conversation
    return {"conversation": request.GET.get("talk", "") or (held.id if held else "")}


class _Kept(Filed):
    """Filed, with what a change by hand leaves behind: the history of a promise, the sequence of an invitation."""

    def one(self, request: HttpRequest, name: str) -> HttpResponse:
        """The record to look at and change."""
        sheet = self.sheet(request)
        form = sheet.form(data=request.POST)
        if request.method != "POST" or "theirs" in request.GET or not form.is_valid():
            return super().one(request, name)
        before = records.one(subject_of(request), sheet.noun, name).value
        more = following.left_behind(before, form.story(), clock.today(request))
        answer = editing.keep(request, sheet, name, to=self._to(name), fields=more)
        return answer if isinstance(answer, HttpResponse) else self._page(request, sheet, answer)


def _ways_on(kept: Kept[Commitment]) -> tuple[Act, ...]:
    """Back to the ledger; what is settled can be opened again."""
    again = Act(text="Open it again", url=f"{HOME}promises/{kept.name}/do/reopen/")
    back = Act(text="Back to the promises", url=f"{HOME}#p-{kept.name}", get=True)
    return (back,) if kept.value.status == "open" else (again, back)


PROMISES = _Kept(
    sheet=_promise,
    home=f"{HOME}promises/",
    new_title="A promise, yours or theirs",
    lede="What, whose and by when. The day can come later; then it is a question for the next talk.",
    after=lambda name: f"{HOME}#p-{name}",
    also=_ways_on,
    initial=lambda request: {"owner": "me", **_last_talk(request)},
)
CHECK_INS = _Kept(
    sheet=_look,
    home=f"{HOME}check-ins/",
    new_title="A day to look again",
    lede="Fifteen minutes are enough.",
    after=lambda _: f"{HOME}#looks",
    initial=lambda request: {"minutes": 15, **_last_talk(request)},
)
