"""Rehearse, recap, follow through: what helps with each of them now, and the promises that are known."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..queries import today as of_the_day
from ..screens.later import Later
from ..screens.parts import Act, Empty, Head
from ..screens.shell import NAMES
from . import clock, page
from .today import parties

_SAID = {
    "rehearse": (
        "Say it aloud before you say it there",
        "Three minutes are enough",
        "Open the talk track, stand up, and say the first two sentences to the wall, twice. Then change what did not "
        "sound like you.",
        Act(text="Open what you say", url="/prepare/", get=True, go=True),
    ),
    "follow_through": (
        "What both of you promised",
        "Nothing is forgotten here",
        "A promise with one owner, a day and a way to see that it is done tends to be kept. Yours are in your own "
        "hands; for theirs, a friendly question is enough.",
        Act(text="See today", url="/today/", get=True, go=True),
    ),
}


@allow(OWNER)
def later(request: HttpRequest, stage: str) -> HttpResponse:
    """One of the four stages that come with the talk."""
    title, lead, text, act = _SAID[stage]
    subject, day = subject_of(request), clock.today(request)
    known = of_the_day.today(subject, day).promises if stage == "follow_through" else ()
    who = page.glance(request).manager
    screen = Later(
        head=Head(stage=NAMES[stage], title=title),
        empty=Empty(title=lead, text=text, act=act),
        parties=parties(known, who.name.split()[0] if who and who.name else "", day),
    )
    place = "promises" if stage == "follow_through" else ""
    return page.page(request, "pages/later.html", screen, current=stage, place=place)
