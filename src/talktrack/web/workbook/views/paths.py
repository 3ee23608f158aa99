"""Paths: the directions from here, side by side, the ladder where there is one, people to ask and what they said."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from talktrack.engine.story import Contact, Interview, Path
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import paths as acting
from ..forms.paths import RELATIONS, ContactForm, InterviewForm, PathForm
from ..queries import findings, records
from ..queries import paths as looking
from ..queries.journey import journey
from ..queries.paths import Option, Person, Ways
from ..screens import paths as screens
from ..screens.parts import Act, Empty, Head, Said, State
from ..screens.text import Runs, plain
from . import clock, margin, page
from .editing import Sheet
from .filing import Filed

HOME, PEOPLE, SAID = "/paths/", "/paths/people/", "/paths/said/"
_NAMES = {"up": "Up", "sideways": "Across", "deeper": "Deeper", "wider": "Wider"}
_TEXTS = {
    "up": "a rung up, where there is one",
    "sideways": "into another area",
    "deeper": "as a specialist",
    "wider": "more of it, or by a project",
}
_QUESTIONS = {
    "mentor": "Which step made the difference for you, and what did it take?",
    "sponsor": "What would you need to see before you put my name forward?",
    "alumnus": "What did you learn elsewhere that we lack here?",
    "client": "What do you come to me for, and not to others?",
    "partner": "What do you come to me for, and not to others?",
    "manager": "Who got on here, and what did they do?",
}
_ASK = "How did you come to do what you do, and which skills did it take?"


def _path_sheet(request: HttpRequest) -> Sheet[Path]:
    form = partial(PathForm, interviews=journey(subject_of(request)).interviews)
    return Sheet(Path, form, "paths", HOME, "this path", lambda value: value.name)


def _people_sheet(_request: HttpRequest) -> Sheet[Contact]:
    return Sheet(Contact, ContactForm, "paths", PEOPLE, "this person", lambda value: value.name)


def _said_sheet(request: HttpRequest) -> Sheet[Interview]:
    form = partial(InterviewForm, contacts=journey(subject_of(request)).contacts)
    return Sheet(Interview, form, "paths", SAID, "what they said", lambda value: value.finding)


def _of_whom(request: HttpRequest) -> dict[str, object]:
    who = request.GET.get("contact", "")
    known = next((c for c in journey(subject_of(request)).contacts if c.id == who), None)
    return {"contact": who, "question": _question(known), "date": clock.today(request).isoformat()} if known else {}


def _direction(request: HttpRequest) -> dict[str, object]:
    asked = request.GET.get("direction", "")
    return {"direction": asked} if asked in _NAMES else {}


PATHS = Filed(sheet=_path_sheet, home=HOME, new_title="A way on from here", initial=_direction)
CONTACTS = Filed(
    sheet=_people_sheet,
    home=PEOPLE,
    new_title="Somebody who matters to this",
    lede="A name is enough. Nothing is looked up anywhere, and nobody is told.",
    also=lambda kept: (
        Act(text="Note what they said", url=f"{SAID}new/?contact={kept.name}", get=True, icon="plus"),
    ),
)
INTERVIEWS = Filed(
    sheet=_said_sheet,
    home=SAID,
    new_title="What somebody said about getting on",
    after=lambda _: f"{HOME}#said",
    initial=_of_whom,
)


@allow(OWNER)
def paths(request: HttpRequest) -> HttpResponse:
    """The page."""
    subject = subject_of(request)
    found, person = looking.ways(subject), journey(subject).person
    picked = next((o.path for o in found.options if o.path.id in found.picked), None)
    first = picked or (found.options[0].path if found.options else None)
    where = person.organisation or "here"
    screen = screens.Paths(
        head=Head(stage="Paths", title=_title(found, person.ladder), lede=plain(_lede(person.ladder, where))),
        rose=_rose(found, person.role) if found.options else None,
        rungs=_rungs(found, person.level),
        criteria=_criteria(found, person.level, where),
        title="Side by side",
        paths=tuple(_path(o, found) for o in found.options),
        go=Act(text=f"Turn “{first.name}” into a goal", url=f"{HOME}{first.id}/goal/", go=True) if first else None,
        also=(
            Act(
                text="Another path" if first else "Add a path", url=f"{HOME}new/", get=True, icon="plus", go=not first
            ),
        ),
        people=tuple(map(_person, found.people)),
        add_person=Act(text="Add somebody", url=f"{PEOPLE}new/", get=True, icon="plus"),
        all_people=Act(text="Everybody", url=PEOPLE, get=True),
        tally=tuple((c.skill, _of(len(c.contacts), found.asked)) for c in found.tally),
        said=tuple(_said(one, p) for p in found.people for one in p.said),
        practice=tuple(
            f"{p.skill}: “{p.project.quote}”, {'with ' + p.owner.name if p.owner else 'ask who leads it'}"
            for p in found.practice
        ),
        notes=margin.notes(findings.about(subject, clock.today(request), "paths", "interviews")),
        empty=None if found.options else _empty(found),
    )
    return page.page(request, "pages/paths.html", screen, current="paths")


@allow(OWNER, methods=("POST",))
def decide(request: HttpRequest, name: str, verb: str) -> HttpResponse:
    """Pick a path, set it aside, or make a goal of it."""
    subject, today = subject_of(request), clock.today(request)
    if verb == "pick":
        done = acting.pick(subject=subject, name=name, today=today)
        return page.went(request, HOME, said="Picked, for now.", undo=done.undo)
    if verb == "aside":
        done = acting.set_aside(subject=subject, name=name, today=today)
        return page.went(request, HOME, said="Set aside. It stays here.", undo=done.undo)
    if verb == "goal":
        made = acting.to_goal(subject=subject, name=name)
        said = "A goal now. Put it in your words, with a month."
        return page.went(request, f"/goals/{made.kept.name}/", said=said, undo=made.undo)
    raise Http404


@allow(OWNER)
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who matters to the journey."""
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    found = records.listed(subject_of(request), Contact, page=number)
    relations = dict(RELATIONS)
    screen = screens.People(
        head=Head(
            stage="Paths",
            title="People",
            lede=plain("Who decides, who knows, who could speak for you. Nobody is told that they stand here."),
        ),
        people=tuple(
            screens.Person(
                name=c.value.name,
                role=", ".join(filter(None, (c.value.role, relations[c.value.relation].lower()))),
                question=(),
                act=Act(text="Look at it", url=f"{PEOPLE}{c.name}/", get=True, key="E", subject=c.value.name),
            )
            for c in found.items
        ),
        add=Act(text="Add somebody", url=f"{PEOPLE}new/", get=True, icon="plus", go=True),
        more=Act(text="More", url=f"?page={found.number + 1}", get=True) if found.number < found.of else None,
        empty=None if found.total else Empty(title="Nobody yet. A first name is enough."),
    )
    return page.page(request, "pages/people.html", screen, current="paths")


@allow(OWNER)
def said(_request: HttpRequest) -> HttpResponse:
    """What people said stands on the page of the paths."""
    return HttpResponseRedirect(f"{HOME}#said")


def _title(found: Ways, ladder: str) -> str:
    if ladder == "none":
        return "No ladder here, and other ways to grow"
    return "Ways on from here" if found.options else "Which ways lead on from here?"


def _lede(ladder: str, where: str) -> str:
    if ladder == "none":
        place = where[:1].upper() + where[1:]
        return f"{place} has no levels for your work. So look wider, across, deeper, and into a project."
    return "A path is a guess until somebody who walked it has told you how. A small test costs an hour."


def _short(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:23].rsplit(' ', 1)[0]} …"


def _here(role: str) -> tuple[str, ...]:
    """The middle of the rose in one or two lines that fit into it."""
    words = role.split()
    lines = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(len(words), 0, -1)]
    fits = next(((a, b) for a, b in lines if len(a) <= 13 and len(b) <= 13), None)
    if not fits:
        return ("You", "today")
    return fits if fits[1] else (fits[0], "today")


def _rose(found: Ways, role: str) -> screens.Rose:
    rows: dict[str, screens.Petal] = {}
    for option in found.options:
        known = rows.get(option.path.direction)
        if known is None or option.path.id in found.picked:
            rows[option.path.direction] = screens.Petal(
                name=_NAMES[option.path.direction],
                text=_short(option.path.name),
                picked=option.path.id in found.picked,
            )
    up, wider = rows.get("up"), rows.get("wider")
    return screens.Rose(
        here=_here(role),
        up=up or wider,
        across=rows.get("sideways"),
        down=wider if up else None,
        back=rows.get("deeper"),
    )


def _path(option: Option, found: Ways) -> screens.Path:
    p, url = option.path, f"{HOME}{option.path.id}/"
    picked, aside = p.id in found.picked, p.id in found.aside
    acts = [Act(text="Edit", url=url, get=True, key="E", subject=p.name)]
    if not picked:
        acts.append(Act(text="Pick this", url=f"{url}pick/", key="C", subject=p.name))
    if not aside:
        acts.append(Act(text="Set aside", url=f"{url}aside/", key="D", subject=p.name))
    acts.append(Act(text="Turn into a goal", url=f"{url}goal/", subject=p.name))
    state = State("agreed", "You picked this") if picked else State("declined", "Set aside") if aside else None
    outside = "" if p.internal else " Outside: this stays with you."
    return screens.Path(
        id=f"path-{p.id}",
        title=f"{_NAMES[p.direction]}: {p.name}",
        text=f"{p.attracts}{outside}".strip(),
        state=state,
        columns=(
            ("You already have", plain(", ".join(option.have))),
            ("Still to build", _open(", ".join(option.build), p.unknown)),
            ("A small first test", plain(p.first_test)),
        ),
        acts=tuple(acts),
    )


def _open(build: str, unknown: str) -> Runs:
    return plain(
        ". Not known: ".join(filter(None, (build, unknown))) if build else f"Not known: {unknown}" if unknown else ""
    )


def _question(contact: Contact | None) -> str:
    return _QUESTIONS.get(contact.relation, _ASK) if contact else _ASK


def _person(one: Person) -> screens.Person:
    c = one.contact
    return screens.Person(
        name=c.name,
        role=c.role,
        question=plain(one.said[0].question or _question(c) if one.said else _question(c)),
        state=State("kept", "Told you something") if one.said else None,
        act=Act(text="Note what they said", url=f"{SAID}new/?contact={c.id}", get=True, subject=c.name),
    )


def _said(one: Interview, person: Person) -> tuple[Said, Act]:
    words = Said(words=plain(one.finding), who=person.contact.name, whose="theirs", source=one.built_by)
    return words, Act(text="Edit", url=f"{SAID}{one.id}/", get=True, subject=one.finding[:60])


def _of(number: int, of: int) -> str:
    return f"{number} of {of} {'person' if of == 1 else 'people'}"


def _rungs(found: Ways, level: str) -> tuple[screens.Rung, ...]:
    named = [r for r in found.rungs if r.name]
    at = next((i for i, r in enumerate(named) if r.name == level), -1)
    rows = []
    for number, rung in enumerate(named):
        noted = sum(bool(shown) for _, _, shown in rung.lines)
        text = f"Something is noted for {noted} of {len(rung.lines)} lines."
        kind = "me" if number == at else "aim" if number == at + 1 else ""
        rows.append(screens.Rung(name=rung.name, kind=kind, whose="you" if kind == "me" else "", text=text))  # type: ignore[arg-type]
    return tuple(reversed(rows))


def _criteria(found: Ways, level: str, where: str) -> screens.Criteria | None:
    if not found.rungs:
        return None
    names = [r.name for r in found.rungs]
    place = min(names.index(level) + 1, len(names) - 1) if level in names else 0
    rung = found.rungs[place]
    return screens.Criteria(
        title=f"{rung.name or 'The ladder'}, line by line",
        asks=f"{where[:1].upper()}{where[1:]} asks",
        lines=tuple(
            screens.Criterion(
                quote=text,
                noted=plain("; ".join(found.did.get(reference, "") for reference in shown)),
                state=State("confirmed", "Noted") if shown else State("open", "Not noted"),
                add="/evidence/",
            )
            for _, text, shown in rung.lines
        ),
    )


def _empty(found: Ways) -> Empty:
    ways = ", ".join(f"{_NAMES[d].lower()} ({_TEXTS[d]})" for d in found.directions)
    return Empty(title="No path yet. A guess is enough.", text=f"There is more than up: {ways}.")
