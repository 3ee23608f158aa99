"""Rehearse: what helps with it now."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from talktrack.web.people.rules import OWNER, allow

from ..screens.later import Later
from ..screens.parts import Act, Empty, Head
from ..screens.shell import NAMES
from . import page

_SAID = {
    "rehearse": (
        "Say it aloud before you say it there",
        "Three minutes are enough",
        "Open the talk track, stand up, and say the first two sentences to the wall, twice. Then change what did not "
        "sound like you.",
        Act(text="Open what you say", url="/prepare/", get=True, go=True),
    ),
}


@allow(OWNER)
def later(request: HttpRequest, stage: str) -> HttpResponse:
    """A stage that comes with the talk."""
    title, lead, text, act = _SAID[stage]
    screen = Later(
        head=Head(stage=NAMES[stage], title=title),
        empty=Empty(title=lead, text=text, act=act),
    )
    return page.page(request, "pages/later.html", screen, current=stage)
