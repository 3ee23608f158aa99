"""Prepare: one conversation with its aim, its agenda, what is ready, what to say and ask, and the other side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from talktrack.engine.story import upcoming
from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..queries import findings, pack
from ..queries import follow_through as following
from ..queries import prepare as preparing
from ..queries.journey import journey
from ..queries.margin import Advice
from ..queries.prepare import LONGEST, SHORTEST, Prepared
from ..queries.times import times
from ..queries.today import STEP_STAGES
from ..screens import prepare as screens
from ..screens.parts import Act, Head, Link, Seal, State, Step
from ..screens.ribbon import Segment, ribbon
from ..screens.text import plain
from . import clock, margin, page
from .arranging import arranged
from .speaking import asks, beside_a_line, lines, side

LENGTHS = (15, 30, 45, 60)
_WORDS = {15: "Fifteen", 20: "Twenty", 30: "Thirty", 45: "Forty-five", 60: "Sixty", 90: "Ninety"}
_WHATS = {
    "purpose": "Say why you asked",
    "accomplishments": "Tell them, then stop and listen",
    "vision": "Where you would like to be, and the next step",
    "agreement": "Ask whether it fits what they need",
    "questions": "Ask, and let the answer stand",
    "pay": "The case, then the ask",
    "next steps": "Who does what, by which day",
    "thanks": "Read back what was agreed",
}
_HERE = {"aim": "edit/#id_aim", "ask": "edit/#asks-0", "time": "time/", "room": "#arrange", "side": "side/"}
_ALSO_HERE = {"bridge": "side/#objections-0", "manager": "edit/#id_contact"}
_DO = {
    "aim": "Write it",
    "result": "Write one down",
    "goal": "Add a goal",
    "need": "Bring in what they say",
    "ask": "Put it in words",
    "manager": "Say who",
    "time": "Choose a time",
    "room": "Choose a room",
    "examples": "Add to your log",
    "proof": "Note where it lies",
    "horizons": "Look at your goals",
    "chain": "Link your goals",
    "side": "Note one thing",
    "bridge": "Think of one",
    "benefit": "Say what they gain",
}


@allow(OWNER)
def home(request: HttpRequest) -> HttpResponse:
    """The conversation that is coming, else the last one, else the way to plan one."""
    whole = journey(subject_of(request))
    found = upcoming(whole) or (whole.conversations[-1] if whole.conversations else None)
    return HttpResponseRedirect(f"/prepare/{found.id}/" if found else "/prepare/new/")


@allow(OWNER)
def one(request: HttpRequest, name: str) -> HttpResponse:
    """The page of one conversation; `?minutes=` shows it as it would be where less or more time is given."""
    return show(request, name)


def show(
    request: HttpRequest,
    name: str,
    *,
    held: tuple[Advice, ...] = (),
    wrong_order: str = "",
    wrong_place: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page; `held` is what keeps the files back, the last two what is wrong with what was just posted."""
    subject, today = subject_of(request), clock.today(request)
    try:
        made = preparing.prepared(subject, name, today, minutes_of(request))
    except UserError:
        made = preparing.prepared(subject, name, today)
    advice = findings.about(
        subject, today, f"conversations/{name}", *([f"lenses/{made.lens.id}"] if made.lens else [])
    )
    url = f"/prepare/{name}/"
    steps = _steps(made, url)
    screen = screens.Prepare(
        head=Head(
            stage="Prepare",
            title=_title(made),
            seal=Seal(f"Only you. {made.who or 'Your manager'} sees only what you send"),
            states=arranged_states(made),
        ),
        aim=plain(f"Your aim: {made.meeting.aim}" if made.meeting.aim else "No aim yet. One sentence is enough."),
        edit_aim=Act(
            text="Change" if made.meeting.aim else "Write it", url=f"{url}edit/#id_aim", get=True, subject="your aim"
        ),
        next=_next(made, steps, url),
        print=f"{url}print/{_asked(request)}",
        files=_files(url, _asked(request)),
        ribbon=ribbon(
            [Segment(name=p.title, minutes=p.minutes, share=_share(p)) for p in made.parts],
            manager=made.who or "your manager",
        ),
        agenda=_agenda(made, url, wrong_order),
        ready=steps,
        arranged=replace(arranged(made, times(subject, name, today), url, today), error=wrong_place),
        lines=lines(made, url, advice),
        asks=asks(made, url),
        drawer=_drawer(made, url),
        side=side(made, url),
        notes=margin.notes(tuple(a for a in advice if not beside_a_line(a))),
        held=margin.notes(held),
        last_time=tuple(plain(p.text) for p in following.last_time(subject, today, name)),
        missed=_missed(made, today),
    )
    return page.page(request, "pages/prepare.html", screen, current="prepare", status=status)


def _missed(made: Prepared, today: date) -> Act | None:
    """A talk whose day has passed and that nobody marked as held; or one that was put off already."""
    meeting = made.meeting
    if meeting.state == "postponed":
        return Act(text="A kind word for another day", url=f"/follow-through/put-off/{meeting.id}/word/", get=True)
    if meeting.state in ("asked", "booked") and meeting.at and meeting.at.date() <= today:
        return Act(text="It did not take place", url=f"/follow-through/put-off/{meeting.id}/")
    return None


def minutes_of(request: HttpRequest) -> int | None:
    """The length asked for in the address, or None. Raises UserError for one that no agenda fits."""
    asked = request.GET.get("minutes", "")
    if not asked:
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) < 4 and SHORTEST <= int(asked) <= LONGEST):
        raise UserError(f"A meeting has {SHORTEST} to {LONGEST} minutes here.")
    return int(asked)


def _asked(request: HttpRequest) -> str:
    try:
        minutes = minutes_of(request)
    except UserError:
        return ""
    return f"?minutes={minutes}" if minutes else ""


def _title(made: Prepared) -> str:
    who, at = made.who or "your manager", made.meeting.at
    if at is None:
        return f"Your talk with {who}, no day yet"
    return f"{at:%A} {at.day} {at:%B} at {at:%H:%M}, with {who}"


def arranged_states(made: Prepared) -> tuple[State, ...]:
    """How the meeting stands."""
    states: dict[str, State] = {
        "planned": State("draft", "Not asked for yet"),
        "asked": State("sent", "Asked for"),
        "booked": State("agreed", "Booked"),
        "postponed": State("open", "Put off"),
    }
    found = states.get(made.meeting.state)
    return (found,) if found else ()


def _next(made: Prepared, steps: tuple[Step, ...], url: str) -> Act:
    first = next((s.link for s in steps if not s.done and s.link), None)
    if first:
        return Act(text=first.text, url=first.url, get=True, go=True)
    if made.meeting.state == "planned":
        return Act(text="Read the request", url=f"{url}request/", get=True, go=True)
    return Act(text="Take the pack", url=f"{url}{pack.NAME}", get=True, go=True)


def _steps(made: Prepared, url: str) -> tuple[Step, ...]:
    return tuple(
        Step(
            text=item.text,
            done=item.covered,
            link=None if item.covered else Link(_DO[item.name], _where(item.name, url)),
        )
        for item in made.items
    )


def _where(step: str, url: str) -> str:
    here = _HERE.get(step) or _ALSO_HERE.get(step)
    return f"{url}{here}" if here else f"/{STEP_STAGES[step].replace('_', '-')}/"


def _files(url: str, asked: str) -> tuple[Link, ...]:
    rows = tuple(Link(name, f"{url}files/{name}{asked}", about) for name, about in pack.FILES.items())
    return (Link("The whole pack", f"{url}{pack.NAME}{asked}", "every file in one archive"), *rows)


def _share(part: preparing.Part) -> float | None:
    return None if part.name == "buffer" else part.own_share


def _agenda(made: Prepared, url: str, error: str) -> screens.Agenda:
    total, at = made.basis.agenda.minutes, made.meeting.at
    by_hand = bool(made.meeting.agenda)

    def clock_at(after: int) -> str:
        return f"{at + timedelta(minutes=after):%H:%M}" if at else f"{after // 60}:{after % 60:02}"

    booked = made.meeting.minutes
    return screens.Agenda(
        parts=tuple(
            screens.AgendaPart(
                id=p.name.replace(" ", "-"),
                name=p.title,
                minutes=p.minutes,
                at=clock_at(p.start),
                what=_WHATS.get(p.name, ""),
            )
            for p in made.parts
        ),
        total=total,
        ends=clock_at(total),
        booked=f"Length booked: {booked}" if total == booked else f"If there are {total} of the {booked} booked",
        title=f"{_WORDS.get(total, str(total))} minutes",
        speaks=f"you speak for about {made.speaks}",
        lengths=tuple(
            Act(
                text=f"{n} minutes" if n == LENGTHS[-1] else str(n),
                url=f"{url}?minutes={n}#agenda",
                get=True,
                pressed=n == total,
            )
            for n in LENGTHS
        ),
        order=f"{url}order/",
        reset=Act(text="Back to the usual order", url=f"{url}order/usual/") if by_hand else None,
        error=error,
    )


def _drawer(made: Prepared, url: str) -> Link | None:
    number = len(made.waiting())
    return Link(f"{number} more questions, and why they are not asked", f"{url}questions/") if number else None
