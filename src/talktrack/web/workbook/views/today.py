"""Today: the one next step, what is coming, where one is, what was promised, what waits for a word."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import skip
from ..queries.counts import counts
from ..queries.rail import next_step
from ..screens.parts import Act, Head
from ..screens.strip import strip
from ..screens.today import NextStep, Today
from . import clock, page


@allow(OWNER)
def home(request: HttpRequest) -> HttpResponse:
    """Today, or Start while there is nothing."""
    return HttpResponseRedirect("/start/" if counts(subject_of(request)).empty else "/today/")


@allow(OWNER)
def today(request: HttpRequest) -> HttpResponse:
    """The page of the day."""
    day = clock.today(request)
    screen = Today(
        head=Head(stage=clock.said(day), title="Today"),
        step=_step(request),
        strip=strip(page.shell(request).stops),
    )
    return page.page(request, "pages/today.html", screen, place="today")


def _step(request: HttpRequest) -> NextStep:
    step = next_step(subject_of(request), clock.today(request))
    if step is None:
        return NextStep(
            title="Nothing is missing",
            why="What a prepared talk has is there. Read it once more aloud, and let it be.",
            start=Act(text="Open the pack", url="/prepare/", get=True, go=True),
            refuse=Act(text="See the journey", url="/journey/", get=True),
        )
    return NextStep(
        title=step.title,
        why=step.why,
        start=Act(text="Begin", url=f"/{step.stage}/", get=True, go=True),
        refuse=Act(text="Not this one", url=f"/today/refuse/{step.id}/"),
    )


@allow(OWNER, methods=("POST",))
def refuse(request: HttpRequest, step: str) -> HttpResponse:
    """Another step instead of that one, for some days."""
    skip.skip(subject=subject_of(request), about="step", name=step, today=clock.today(request))
    return page.went(request, "/today/", said="Set aside for a week. Here is another.")
