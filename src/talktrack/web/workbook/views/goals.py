"""Goals: the vision, what leads where, what each stretch gives; and one goal with its coach."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from talktrack.engine.story import Goal, earliest
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import draft as drafting
from ..actions import once
from ..actions.done import Done
from ..forms.goal import HORIZONS, GoalForm
from ..forms.record import RecordForm
from ..queries import findings, records
from ..queries import goals as looking
from ..queries import margin as coach
from ..queries.journey import journey
from ..queries.margin import Advice
from ..screens import goals as screens
from ..screens.chains import GoalCard, chains
from ..screens.parts import Act, Empty, Head, Note, State
from ..screens.text import Runs, plain
from . import clock, editing, keeping, margin, page
from .editing import Opened, Sheet

_BOTH = ("GET", "POST")
_COLUMNS = (("near", "Near", "6 to 12 months"), ("mid", "Mid", "1 to 3 years"), ("long", "Long", "5 years and more"))
_ASPECTS = {
    "skills": "Skills",
    "experiences": "Experiences, milestones",
    "exposure": "Exposure across the business",
    "mentors": "Mentors, network",
}
_NEW = "goals/new"
_MOST_NOTES = 6
"""Notes beside the grid; each goal has its own beside it."""


def _sheet(request: HttpRequest, name: str = "") -> Sheet[Goal]:
    whole = journey(subject_of(request))
    others = tuple(g for g in whole.goals if g.id != name)
    return Sheet(
        noun=Goal,
        form=partial(GoalForm, goals=others, statements=whole.statements),
        stage="goals",
        home="/goals/",
        what="this goal",
        title=lambda value: value.what,
    )


@allow(OWNER)
def goals(request: HttpRequest) -> HttpResponse:
    """All goals."""
    subject, today = subject_of(request), clock.today(request)
    found = looking.goals(subject, today)
    advice = findings.about(subject, today, "goals")
    add = Act(text="Add a goal", url="/goals/new/", get=True, go=True, key="G", icon="plus")
    vision = journey(subject).vision
    words = vision.five_years or vision.three_years or vision.one_year
    screen = screens.Goals(
        head=Head(
            stage="Goals",
            title="From the next months to the far end" if found.goals else "Where you would like to go",
            quote=plain(words),
            keys=bool(advice),
        ),
        chains=chains(_columns(found, advice)) if found.goals else (),
        add=add,
        also=(Act(text="Where you see yourself", url="/reflect/vision/", get=True),),
        cover=_cover(found) if found.goals else None,
        notes=margin.notes(
            advice[:_MOST_NOTES], names={f"goals/{p.goal.id}": editing.short(p.goal.what) for p in found.goals}
        ),
        empty=None
        if found.goals
        else Empty(
            title="What would you like to have done a year from now?",
            text="Nothing yet. A rough sentence is enough; the month and the reason can come later.",
            act=add,
        ),
    )
    return page.page(request, "pages/goals.html", screen, current="goals")


@allow(OWNER, methods=_BOTH)
def new(request: HttpRequest) -> HttpResponse:
    """A goal that is not there yet. `?horizon=` says which stretch it is for."""
    subject, sheet = subject_of(request), _sheet(request)
    if request.method == "POST":
        form = sheet.form(data=request.POST)
        done = keeping.attempt(form, lambda: once.create(subject=subject, noun=Goal, fields=form.story()))
        if isinstance(done, Done):
            drafting.drop(subject=subject, place=_NEW)
            return page.went(request, "/goals/", said="Kept.", undo=done.undo)
        return _page(request, form, url="/goals/new/", status=422)
    asked = request.GET.get("horizon", "")
    initial = {"horizon": asked if asked in dict(HORIZONS) else "near"}
    saved = ""
    if draft := keeping.unkept(subject, _NEW):
        initial |= draft.fields
        saved = f"Not kept yet. {clock.saved(draft.saved_at)}"
    return _page(request, sheet.form(initial=initial), url="/goals/new/", saved=saved)


@allow(OWNER, methods=_BOTH)
def one(request: HttpRequest, name: str) -> HttpResponse:
    """One goal, to look at and change."""
    sheet = _sheet(request, name)
    if request.method == "POST":
        found = editing.keep(request, sheet, name)
        if isinstance(found, HttpResponse):
            return found
    else:
        found = editing.opened(request, sheet, name)
    return _page(request, found.form, url=found.url, saved=found.saved, status=found.status, found=found)


@allow(OWNER, methods=("POST",))
def draft(request: HttpRequest, name: str = "") -> HttpResponse:
    """While one types: the draft is kept; the margin and the waves come back."""
    sheet = _sheet(request, name)
    if name:
        saved = editing.save(request, sheet, name)
    else:
        saved = keeping.save_draft(request, _NEW)
    advice = _advice(request, name)
    text = request.POST.get("what", "")
    notes = {
        "notes": _notes(advice, f"/goals/{name or 'new'}/"),
        "own": True,
        "id": "margin",
        "oob": True,
    }
    copy = {"page": screens.Goal(head=Head(stage="", title=""), action="", marks=_waves(text, advice))}
    return keeping.saved(
        request,
        saved,
        render_to_string("parts/_notes.html", notes, request=request),
        render_to_string("pages/goal.html#copy", copy, request=request),
    )


@allow(OWNER, methods=("POST",))
def use(request: HttpRequest, rule: str, name: str = "") -> HttpResponse:
    """Put what the coach suggests into the goal. Nothing is kept by it."""
    place, url = (f"goals/{name}", f"/goals/{name}/") if name else (_NEW, "/goals/new/")
    if name:
        records.one(subject_of(request), Goal, name)
    advice = next((a for a in _advice(request, name) if a.finding.rule == rule and a.finding.field == "what"), None)
    if advice is None:
        return page.went(request, url)
    editing.put(request, place, "what", margin.used(request.POST.get("what", ""), advice, 0))
    return page.went(request, url, said="It is in your goal. Fill in what only you know.")


@allow(OWNER, methods=("POST",))
def delete(request: HttpRequest, name: str) -> HttpResponse:
    """Take a goal away; undo brings it back for 30 days."""
    return editing.delete(request, _sheet(request, name), name)


@allow(OWNER)
def history(request: HttpRequest, name: str) -> HttpResponse:
    """Every version of a goal."""
    return editing.past(request, _sheet(request, name), name)


@allow(OWNER, methods=("POST",))
def again(request: HttpRequest, name: str, version: int) -> HttpResponse:
    """Make it what it was."""
    return editing.again(request, _sheet(request, name), name, version)


def _advice(request: HttpRequest, name: str) -> tuple[Advice, ...]:
    """What the coach says of the goal as it is being typed."""
    fields = editing.typed(request, _sheet(request, name))
    return coach.typed(subject_of(request), Goal, fields, clock.today(request), name=name)


def _waves(text: str, advice: tuple[Advice, ...]) -> Runs:
    return margin.waves(text, advice, {"what": 0})


def _notes(advice: tuple[Advice, ...], url: str) -> tuple[Note, ...]:
    return margin.notes(advice, numbers=margin.numbered(advice, {"what": 0}), form=url)


def _page(
    request: HttpRequest,
    form: RecordForm,
    *,
    url: str,
    saved: str = "",
    status: int = 200,
    found: Opened[Goal] | None = None,
) -> HttpResponse:
    subject, today = subject_of(request), clock.today(request)
    value = found.kept.value if found else None
    text = str(form["what"].value() or "")
    advice = coach.kept(subject, today, found.kept.reference) if found and text == found.kept.value.what else ()
    screen = screens.Goal(
        head=Head(stage="Goals", title=value.what if value else "A new goal", saved=saved),
        action=url,
        autosave=f"{url}draft/",
        marks=_waves(text, advice),
        notes=_notes(advice, url),
        also=(
            Act(text="History", url=f"{url}history/", get=True, icon="history"),
            Act(text="Delete", url=f"{url}delete/", danger=True, subject=value.what[:60]),
        )
        if value
        else (),
    )
    return page.page(
        request,
        "pages/goal.html",
        screen,
        current="goals",
        status=status,
        form=form,
        conflict=found.conflict if found else None,
    )


def _columns(found: looking.Map, advice: tuple[Advice, ...]) -> tuple[tuple[str, str, list[GoalCard]], ...]:
    """Near, mid and long. What lies between three and five years, and what has no month, stands in the nearer one."""
    at = {"between": "mid", None: "near"}
    return tuple(
        (name, span, [_card(p, advice) for p in found.goals if at.get(p.horizon, p.horizon) == key])
        for key, name, span in _COLUMNS
    )


def _card(placed: looking.Placed, advice: tuple[Advice, ...]) -> GoalCard:
    goal = placed.goal
    mine = tuple(
        a for a in advice if a.finding.record == f"goals/{goal.id}" and a.finding.span != (0, len(goal.what))
    )
    between = placed.horizon == "between"
    return GoalCard(
        id=f"g-{goal.id}",
        url=f"/goals/{goal.id}/",
        words=_waves(goal.what, mine),
        when=_when(placed),
        state=_state(placed),
        because=f"Because: {goal.interest}" if goal.interest else "",
        note="Between mid and long" if between else "",
        thin=between or placed.horizon is None,
        leads_to=tuple(f"g-{name}" for name in goal.leads_to),
    )


def _when(placed: looking.Placed) -> str:
    if placed.months is None:
        return "no month yet"
    month = f"{earliest(placed.goal.target):%B %Y}"
    return f"{month}, {placed.months} months" if 1 < placed.months <= 36 else month


def _state(placed: looking.Placed) -> State:
    said = placed.agreement
    if said and said.state == "agreed":
        return State("agreed", "Agreed")
    if said and said.state == "conditional":
        return State("cond", f"If {said.condition.rstrip('.')}" if said.condition else "With a condition")
    if said and said.state == "disagreed":
        return State("declined", "Not agreed")
    return State("draft", "Draft") if placed.months is None else State("open", "Not discussed")


def _cover(found: looking.Map) -> screens.Cover:
    names = {key: name for key, name, _ in _COLUMNS}
    empty = sum(not cell.entries for cell in found.grid)
    first = {h: next((p.goal.id for p in found.goals if p.horizon == h), "") for h in names}
    rows = tuple(
        (
            label,
            tuple(
                screens.Cell(
                    horizon=names[cell.horizon],
                    items=tuple(text for _, text in cell.entries),
                    add=f"/goals/{first[cell.horizon]}/#id_{aspect}"
                    if first[cell.horizon]
                    else f"/goals/new/?horizon={cell.horizon}",
                )
                for cell in found.grid
                if cell.aspect == aspect
            ),
        )
        for aspect, label in _ASPECTS.items()
    )
    told = f"{empty} {'cell is' if empty == 1 else 'cells are'} empty" if empty else ""
    return screens.Cover(horizons=tuple(names.values()), rows=rows, empty=told)
