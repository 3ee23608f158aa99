"""Today: the one next step, what is coming, where one is, what was promised, what waits for a word."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from talktrack.engine.story import Conversation
from talktrack.kit.drafting import clause
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import step
from ..queries import rail
from ..queries import today as of_the_day
from ..queries.counts import counts
from ..queries.follow_through import Entry
from ..screens.journey import Journey
from ..screens.parts import Act, Head, Link, Party, State
from ..screens.steps import STEPS
from ..screens.strip import strip
from ..screens.text import plain
from ..screens.today import Coming, NextStep, Today
from . import clock, page, reminding
from .numbers import counted
from .promised import brief

_STATES: dict[str, State] = {
    "planned": State("draft", "Not asked yet"),
    "asked": State("sent", "Request sent"),
    "booked": State("agreed", "Booked"),
    "postponed": State("open", "Put off"),
}


@allow(OWNER)
def home(request: HttpRequest) -> HttpResponse:
    """Today, or Start while there is nothing."""
    return HttpResponseRedirect("/start/" if counts(subject_of(request)).empty else "/today/")


@allow(OWNER)
def today(request: HttpRequest) -> HttpResponse:
    """The page of the day. An empty workbook has a step and nothing else."""
    subject, day = subject_of(request), clock.today(request)
    found, around = of_the_day.today(subject, day), page.glance(request)
    who = around.manager.first_name if around.manager and around.manager.name else ""
    empty = found.counts.empty
    screen = Today(
        head=Head(stage=clock.said(day), title="A good day to begin" if empty else _title(found, who, day)),
        step=_step(found),
        coming=_coming(found.conversation, who) if found.conversation else None,
        strip=None if empty else strip(page.shell(request).stops, dates=_dates(found.conversation)),
        parties=_parties(found.entries, who),
        waiting=_waiting(found),
        due=reminding.lines(subject, day),
    )
    return page.page(request, "pages/today.html", screen, place="today")


@allow(OWNER, methods=("POST",))
def refuse(request: HttpRequest, name: str) -> HttpResponse:
    """Another step instead of that one, for a week."""
    if name not in STEPS:
        raise Http404
    done = step.refuse(subject=subject_of(request), step=name, today=clock.today(request))
    return page.went(request, "/today/", said="Set aside for a week. Here is another.", undo=done.undo)


@allow(OWNER)
def walk(request: HttpRequest) -> HttpResponse:
    """The journey: every stage with what it holds."""
    head = Head(
        stage="Journey",
        title="Your way through this conversation",
        lede=plain("Begin anywhere. Nothing has to be finished."),
    )
    return page.page(request, "pages/journey.html", Journey(head=head), place="journey")


def _title(found: of_the_day.Today, who: str, day: date) -> str:
    at = found.conversation.at if found.conversation else None
    person = who or "your manager"
    if found.last:
        return f"After your talk with {person}"
    if at is None or at.date() < day:
        return f"Getting ready to talk with {person}" if found.conversation or who else "Where your journey stands"
    days = (at.date() - day).days
    if days == 0:
        return f"Today you talk with {person}"
    return f"{counted(days).capitalize()} {'day' if days == 1 else 'days'} until you talk with {person}"


def _step(found: of_the_day.Today) -> NextStep:
    meeting = found.conversation
    if found.counts.empty:
        return NextStep(
            title="Begin with one sentence",
            why="What would you like more of at work? It becomes the agenda of a half-hour talk, in a minute.",
            start=Act(text="Write it", url="/start/", get=True, go=True),
            refuse=Act(text="Note something I did instead", url="/evidence/", get=True),
        )
    if found.step is None and meeting and meeting.state == "planned":
        return NextStep(
            title="Ask for the half hour",
            why="Everything that a prepared talk has is there. The request is drafted; read it once, and send it.",
            start=Act(text="Read it", url=f"/prepare/{meeting.id}/", get=True, go=True),
            refuse=Act(text="See the journey", url="/journey/", get=True),
        )
    if found.step is None:
        return NextStep(
            title="Nothing is open",
            why="What a prepared talk has is there. Say your opening aloud once, and let it be.",
            start=Act(text="Open the pack", url="/prepare/", get=True, go=True),
            refuse=Act(text="See the journey", url="/journey/", get=True),
        )
    title, why = STEPS[found.step.name]
    return NextStep(
        title=title,
        why=why,
        start=Act(text="Begin", url=f"/{found.stage.replace('_', '-')}/", get=True, go=True),
        refuse=Act(text="Not this one", url=f"/today/refuse/{found.step.name}/"),
    )


def _coming(meeting: Conversation, who: str) -> Coming:
    setting = meeting.setting
    place = f" in {clause(setting.place)}" if setting.place else ""
    how = (
        {True: ", in person", False: ", by video"}.get(setting.in_person, "") if setting.in_person is not None else ""
    )
    state = _STATES.get(meeting.state)
    return Coming(
        when=rail.said(meeting) or "No day yet",
        where=f"With {who or 'your manager'}{place}, {meeting.minutes} minutes{how}.",
        states=(state,) if state else (),
        link=Link("Open the pack", f"/prepare/{meeting.id}/"),
    )


def _dates(meeting: Conversation | None) -> tuple[str, ...]:
    at = meeting.at if meeting else None
    return ("",) * 8 + (f"{at.day} {at:%b}",) if at else ()


def _parties(entries: tuple[Entry, ...], who: str) -> tuple[Party, ...]:
    """Both sides with what waits; nothing where nothing does."""
    if not entries:
        return ()
    mine = tuple(brief(e) for e in entries if e.side != "theirs")
    theirs = tuple(brief(e) for e in entries if e.side == "theirs")
    return (Party(name="You", promises=mine), Party(name=who or "Your manager", promises=theirs, them=True))


def _waiting(found: of_the_day.Today) -> tuple[Link, ...]:
    links = len(found.waiting)
    if not links:
        return ()
    number = counted(links).capitalize()
    what = "link" if links == 1 else "links"
    return (
        Link(
            f"{number} {what} between your records and what the organisation says",
            "/alignment/",
            "proposed; nothing happens before you decide",
        ),
    )
