"""What has no page of its own among the stages: skills, wants, learning, facts about opportunity."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from talktrack.engine.story import Learning, OpportunityFact, Skill, Want
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..forms.more import FactForm, LearningForm, SkillForm, WantForm, of_accomplishments, of_statements
from ..queries.journey import journey
from ..screens.more import More, Section
from ..screens.parts import Act, Head, Link
from ..screens.text import plain
from . import page
from .editing import Sheet
from .filing import Filed

HOME = "/more/"
MOST = 200
"""Records of one kind that are listed here; search finds the others."""


def _skill(request: HttpRequest) -> Sheet[Skill]:
    form = partial(SkillForm, choices=of_accomplishments(journey(subject_of(request)).accomplishments))
    return Sheet(Skill, form, "evidence", f"{HOME}skills/", "this skill", lambda value: value.name)


def _want(request: HttpRequest) -> Sheet[Want]:
    form = partial(WantForm, choices=of_statements(journey(subject_of(request)).statements))
    return Sheet(Want, form, "goals", f"{HOME}wants/", "this wish", lambda value: value.what)


def _learning(_request: HttpRequest) -> Sheet[Learning]:
    return Sheet(Learning, LearningForm, "goals", f"{HOME}learning/", "this", lambda value: value.what)


def _fact(_request: HttpRequest) -> Sheet[OpportunityFact]:
    return Sheet(OpportunityFact, FactForm, "organisation", f"{HOME}facts/", "this fact", lambda value: value.claim)


FILED = (
    Filed(
        sheet=_skill, home=f"{HOME}skills/", new_title="Something that you can do", after=lambda _: f"{HOME}#skills"
    ),
    Filed(sheet=_want, home=f"{HOME}wants/", new_title="Something that you want", after=lambda _: f"{HOME}#wants"),
    Filed(sheet=_learning, home=f"{HOME}learning/", new_title="What you learn", after=lambda _: f"{HOME}#learning"),
    Filed(
        sheet=_fact, home=f"{HOME}facts/", new_title="What is known of opportunity", after=lambda _: f"{HOME}#facts"
    ),
)


@allow(OWNER)
def more(request: HttpRequest) -> HttpResponse:
    """The four lists."""
    whole = journey(subject_of(request))
    screen = More(
        head=Head(
            stage="More",
            title="More that you can say",
            lede=plain("None of it is needed. What is here makes questions, links and paths more exact."),
        ),
        sections=(
            _section(
                "skills",
                "What you can do",
                "Where a skill is shown today, and where it would serve next.",
                tuple((s.id, s.name, s.level) for s in whole.skills),
            ),
            _section(
                "wants",
                "What you want to learn or live through",
                "Tied to a problem of the work, it is easier to say yes to.",
                tuple((w.id, w.what, w.kind) for w in whole.wants),
            ),
            _section(
                "learning",
                "What you are learning",
                "A class counts, paid by whom it may be.",
                tuple((one.id, one.what, one.status) for one in whole.learning),
            ),
            _section(
                "facts",
                "What is known of opportunity here",
                "Only what has a source and a year is ever shown.",
                tuple(
                    (f.id, f.claim, f"{f.source}, {f.year}" if f.year else "no year yet")
                    for f in whole.opportunity_facts
                ),
            ),
        ),
    )
    return page.page(request, "pages/more.html", screen)


@allow(OWNER)
def listed(_request: HttpRequest, kind: str) -> HttpResponse:
    """A list stands on the page with the others."""
    return HttpResponseRedirect(f"{HOME}#{kind}")


def _section(name: str, title: str, hint: str, rows: tuple[tuple[str, str, str], ...]) -> Section:
    return Section(
        id=name,
        name=title,
        hint=hint,
        total=len(rows),
        links=tuple(Link(text, f"{HOME}{name}/{one}/", note) for one, text, note in rows[:MOST]),
        add=Act(text="Add one", url=f"{HOME}{name}/new/", get=True, icon="plus", subject=title),
    )
