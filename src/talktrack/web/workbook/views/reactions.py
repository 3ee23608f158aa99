"""Reactions: the observed act, two readings, and what to do about it. Private always."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse

from talktrack.engine.story import Reaction
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..forms.follow_through import ReactionForm
from ..queries import follow_through as following
from ..queries.follow_through import Response
from ..queries.journey import journey
from ..screens.follow_through import Reacted, Reactions
from ..screens.parts import Act, Empty, Head, Link, State, StateKind
from ..screens.text import plain
from . import clock, page
from .editing import Sheet
from .filing import Filed
from .promised import HOME
from .viability import ALWAYS

URL = f"{HOME}reactions/"
_KINDS: dict[str, StateKind] = {"support": "agreed", "conditional": "cond", "unsafe": "late"}


@allow(OWNER)
def reactions(request: HttpRequest) -> HttpResponse:
    """Every reaction that was noted, the latest first."""
    names = {c.id: c.name for c in following.classes()}
    rows = tuple(_row(request, answer, names) for answer in following.answers(subject_of(request)))
    talks = journey(subject_of(request)).conversations
    add = Act(text="Note a reaction", url=f"{URL}new/", get=True, icon="plus", go=True)
    screen = Reactions(
        head=Head(
            stage="Follow through",
            title="How you were answered",
            seal=ALWAYS,
            lede=plain("What you saw comes first. What it means is yours to say, and it can be read in two ways."),
        ),
        back=Link("Back to the promises", HOME),
        rows=rows,
        add=add,
        classes=tuple((c.name, c.signals) for c in following.classes()),
        empty=None if rows else _empty(bool(talks)),
    )
    return page.page(request, "pages/reactions.html", screen, current="follow_through", place="promises")


def _empty(talked: bool) -> Empty:
    act = Act(text="Note a reaction", url=f"{URL}new/", get=True, go=True)
    if not talked:
        act = Act(text="Plan the talk", url="/prepare/", get=True, go=True)
    return Empty(
        title="Nothing noted",
        text="One thing that you saw is enough: “closed the laptop”, “wrote down the number”. Its meaning can wait.",
        act=act,
    )


def _row(request: HttpRequest, answer: Response, names: dict[str, str]) -> Reacted:
    r = answer.reaction
    day = following.reacted_on(subject_of(request), r)
    return Reacted(
        id=f"r-{r.id}",
        act=r.act,
        url=f"{URL}{r.id}/",
        when=following.short(day, clock.today(request)) if day else "",
        mine=r.my_reading,
        other=r.another_reading,
        state=State(_KINDS.get(r.reading, "open"), names[r.reading]) if r.reading else None,
        could_be=answer.could_be.text.text if answer.could_be else "",
        do=tuple(p.text for p in answer.do),
        say=answer.say.text if answer.say else "",
        stop=answer.stop,
        safe=answer.safe,
    )


def _sheet(request: HttpRequest) -> Sheet[Reaction]:
    classes = tuple((c.id, c.name) for c in following.classes())
    form = partial(ReactionForm, talks=journey(subject_of(request)).conversations, classes=classes)
    return Sheet(Reaction, form, "follow_through", URL, "this reaction", lambda value: value.act)


def _last_talk(request: HttpRequest) -> dict[str, Any]:
    held = following.follow(subject_of(request), clock.today(request)).carried.conversation
    return {"conversation": request.GET.get("talk", "") or (held.id if held else "")}


FILED = Filed(
    sheet=_sheet,
    home=URL,
    new_title="What you saw or heard",
    lede="The act first: what a camera would have shown. Nothing of this is in a file for others.",
    after=lambda name: f"{URL}#r-{name}",
    initial=_last_talk,
)
