"""Organisation: what it says, with source and date; what serves it; what to ask where something is unknown."""

from __future__ import annotations

from datetime import date
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse

from talktrack.engine.story import Goal, Statement, contact, earliest
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import draft as drafting
from ..actions import once
from ..forms.organisation import KINDS, ReadForm, StatementForm
from ..queries import findings
from ..queries import organisation as known
from ..queries.drafts import draft
from ..queries.journey import journey
from ..queries.organisation import Seen, Sight
from ..screens import organisation as screens
from ..screens.parts import Act, Empty, Head, Said
from ..screens.text import plain
from . import clock, margin, page
from .editing import Sheet
from .filing import Filed

_BOTH = ("GET", "POST")
READ = "organisation/read"
"""The draft that holds what was read and not decided."""
PAGE = 50
"""Statements on one page."""
_ASKS = {
    "mission": "What are we here for, as you would say it?",
    "value": "Which of our values matters most to you in a hard week?",
    "strategy": "What is the one thing that has to go well for us next year?",
    "growth": "Where do you expect us to grow, and by when?",
    "project": "Which project would you like to see more hands on?",
    "problem": "What keeps you awake about our work at present?",
    "role": "What would be missing if my role were not there?",
}
_HEADS = {
    "mission": "What it is for",
    "value": "What it stands for",
    "strategy": "Strategy",
    "growth": "Growth",
    "project": "Projects",
    "problem": "Problems",
    "role": "Your role in it",
}


def _sheet(request: HttpRequest) -> Sheet[Statement]:
    return Sheet(
        noun=Statement,
        form=partial(StatementForm, contacts=journey(subject_of(request)).contacts),
        stage="organisation",
        home="/organisation/",
        what="this statement",
        title=lambda value: value.quote,
    )


FILED = Filed(sheet=_sheet, home="/organisation/", new_title="Something that they say")


@allow(OWNER, methods=_BOTH)
def organisation(request: HttpRequest) -> HttpResponse:
    """The page. A post reads what was pasted or uploaded; nothing of it is kept until the person says so."""
    if request.method != "POST":
        return _page(request, ReadForm())
    form = ReadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    given = form.cleaned_data
    found = known.passages(given["quote"])
    if not found:
        form.add_error("quote", "There is no sentence in it that could be quoted. Paste one as it stands there.")
        return _page(request, form, status=422)
    rows = {f"p{number}": f"{one.kind} {one.quote}" for number, one in enumerate(found)}
    rows |= {"source": given["source"], "date": given["date"]}
    drafting.save(subject=subject_of(request), place=READ, fields=rows)
    return page.went(request, "/organisation/#read", said="Read. Keep what you want to quote.")


@allow(OWNER, methods=("POST",))
def decide(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """Keep one passage that was read, or leave it. `all` leaves every one that is left."""
    subject = subject_of(request)
    left = draft(subject, READ)
    place = f"p{number}"
    if left is None or place not in left.fields or verb not in ("keep", "leave"):
        raise Http404
    kind, _, quote = left.fields[place].partition(" ")
    kind = request.POST.get("kind", kind)
    said, undo = "Left out.", ""
    if verb == "keep":
        kind = kind if kind in dict(KINDS) else "strategy"
        fields = {"kind": kind, "quote": quote, "source": left.fields["source"], "date": left.fields["date"]}
        done = once.create(subject=subject, noun=Statement, fields=fields)
        said, undo = "Kept.", done.undo
    rest = {name: text for name, text in left.fields.items() if name != place}
    if any(name.startswith("p") for name in rest):
        drafting.save(subject=subject, place=READ, fields=rest)
    else:
        drafting.drop(subject=subject, place=READ)
    if getattr(request, "htmx", None):
        line = f'<p class="hint">{said}</p>'
        told = f"{said} Z to undo." if undo else said
        return HttpResponse(line + page.part(request, "", said=told, undo=undo, rail=True).content.decode())
    return page.went(request, "/organisation/#read", said=said, undo=undo)


@allow(OWNER, methods=("POST",))
def goal(request: HttpRequest, name: str) -> HttpResponse:
    """Make a goal of what is known of a project. Not there while a question about it is open."""
    subject = subject_of(request)
    project = known.seen(subject, clock.today(request)).projects.get(name)
    if project is None or not project.goal:
        raise Http404
    fields = {"what": project.goal, "serves": [name], "skills": list(project.build), "horizon": "near"}
    done = once.create(subject=subject, noun=Goal, fields=fields)
    return page.went(request, f"/goals/{done.kept.name}/", said="A goal now. Put it in your words.", undo=done.undo)


def _page(request: HttpRequest, form: ReadForm, status: int = 200) -> HttpResponse:
    subject, today = subject_of(request), clock.today(request)
    seen, whole, number = known.seen(subject, today), journey(subject), page.number(request)
    where = whole.person.organisation or "your organisation"
    screen = screens.Organisation(
        head=Head(stage="Organisation", title=f"What {where} says it needs", keys=bool(seen.sight)),
        action="/organisation/",
        proposals=_proposals(request),
        kinds=_kinds(request, seen, number) if seen.sight else (),
        more=Act(text="Further ones", url=f"?page={number + 1}", get=True)
        if len(seen.sight) > number * PAGE
        else None,
        notes=margin.notes(findings.about(subject, today, "statements")),
        framework=_framework(seen),
        facts=tuple(Said(words=plain(f.claim), whose="theirs", source=f"{f.source}, {f.year}") for f in seen.facts),
        loose=_loose(seen.loose_facts),
        empty=None
        if seen.sight
        else Empty(
            title="Nothing yet. One sentence is enough.",
            text="A line of an all-hands mail, the careers page, or what your manager said on a team day. "
            "Or take the question along: “What has to go well for us next year?”",
        ),
    )
    return page.page(request, "pages/organisation.html", screen, current="organisation", form=form, status=status)


def _kinds(request: HttpRequest, seen: Seen, number: int) -> tuple[screens.Kind, ...]:
    """The kinds with something on this page, and on the first one those of which nothing is known."""
    today = clock.today(request)
    rows = seen.sight[(number - 1) * PAGE : number * PAGE]
    there = {row.statement.kind for row in rows}
    return tuple(
        screens.Kind(
            place=place,
            name=_HEADS[kind],
            statements=tuple(_statement(request, seen, row, today) for row in rows if row.statement.kind == kind),
            count=seen.counts.get(kind, 0),
            ask=_ASKS[kind],
        )
        for place, kind in enumerate(_HEADS, start=1)
        if kind in there or (number == 1 and kind not in seen.counts)
    )


def _statement(request: HttpRequest, seen: Seen, row: Sight, today: date) -> screens.Statement:
    s, url = row.statement, f"/organisation/{row.statement.id}/"
    project = seen.projects.get(s.id)
    source = ", ".join(filter(None, (s.source or "No source noted yet: it is quoted to nobody", _when(s.date))))
    served = [seen.records[r] for r in row.served_by if r in seen.records]
    acts = [Act(text="Edit", url=url, get=True, key="E", subject=s.quote[:60])]
    if project and project.goal:
        acts.append(Act(text="Make a goal of it", url=f"{url}goal/", subject=s.quote[:60]))
    acts.append(Act(text="Delete", url=f"{url}delete/", subject=s.quote[:60]))
    return screens.Statement(
        id=f"s-{s.id}",
        said=Said(words=plain(s.quote), whose="theirs", source=source, old=_old(s.date, today) if row.stale else ""),
        meets="Nothing of yours is linked to it yet." if not served else f"Served by “{'”, “'.join(served[:3])}”",
        known=_known(request, s),
        asks=project.questions if project else (),
        acts=tuple(acts),
    )


def _known(request: HttpRequest, s: Statement) -> str:
    if s.kind != "project":
        return ""
    owner = contact(journey(subject_of(request)), s.owner)
    rows = (
        f"Led by {owner.name}" if owner else "",
        f"asks for {', '.join(s.skills)}" if s.skills else "",
        s.window,
        s.visibility,
    )
    text = "; ".join(row for row in rows if row)
    return text[:1].upper() + text[1:]


def _proposals(request: HttpRequest) -> tuple[screens.Proposal, ...]:
    left = draft(subject_of(request), READ)
    if left is None:
        return ()
    source = ", ".join(filter(None, (left.fields.get("source", ""), _when(left.fields.get("date", "")))))
    rows = ((name[1:], text.partition(" ")) for name, text in left.fields.items() if name.startswith("p"))
    return tuple(
        screens.Proposal(
            id=f"read-{number}",
            said=Said(words=plain(quote), whose="theirs", source=source),
            kinds=tuple((value, label, value == kind) for value, label in KINDS),
            acts=(
                Act(
                    text="Keep it",
                    url=f"/organisation/read/{number}/keep/",
                    key="C",
                    icon="check",
                    subject=quote[:60],
                ),
                Act(text="Leave it", url=f"/organisation/read/{number}/leave/", key="D", subject=quote[:60]),
            ),
        )
        for number, (kind, _, quote) in rows
    )


def _framework(seen: Seen) -> str:
    if not seen.framework:
        return "Competencies: none brought in. That stops nothing."
    shown, of = seen.covered
    return f"{seen.framework}: something is noted for {shown} of {of} lines. Not noted is not the same as not done."


def _loose(number: int) -> str:
    if not number:
        return ""
    facts = "One more fact stands" if number == 1 else f"{number} more facts stand"
    return f"{facts} without a source or a year, and {'is' if number == 1 else 'are'} not shown."


def _old(when: str, today: date) -> str:
    first = earliest(when)
    months = (today.year - first.year) * 12 + today.month - first.month
    return f"{months} months old. Still true?"


def _when(when: str) -> str:
    if len(when) < 7:
        return when
    first = earliest(when)
    return f"{first:%B %Y}" if len(when) == 7 else f"{first.day} {first:%B %Y}"
