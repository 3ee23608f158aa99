"""Alignment: where goals and evidence meet what the organisation says, and what is in it for them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from talktrack.engine.story import Link
from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import alignment as acting
from ..actions.done import Done
from ..forms.organisation import BenefitForm, WhyForm
from ..queries import alignment as linking
from ..queries import closeness, findings, records
from ..queries.alignment import DISTANT, BusinessCase
from ..queries.journey import journey
from ..screens import alignment as screens
from ..screens.evidence import Record
from ..screens.parts import Act, Empty, Head, Said
from ..screens.parts import Link as Way
from ..screens.text import Mark, Run, Runs, marked, plain
from . import clock, keeping, margin, page

_BOTH = ("GET", "POST")
HOME = "/alignment/"
SHOWN = 4
"""Proposals on the page at once: more is a list, not a question."""
PAGE = 30
"""Settled links on one page."""
_SAID = {
    "confirm": ("confirmed", "Confirmed."),
    "dismiss": ("dismissed", "Dismissed."),
    "tension": ("tension", "Kept as a tension."),
    "reopen": ("proposed", "Open again."),
}
_WHOSE = {
    "goals": "Your goal",
    "accomplishments": "Your evidence",
    "answers": "Your own words",
    "skills": "Your skill",
}
_KINDS = {
    "mission": "What it is for",
    "value": "Values",
    "strategy": "Strategy",
    "growth": "Growth",
    "project": "Projects",
    "problem": "Problems",
    "role": "Your role",
}


@allow(OWNER)
def alignment(request: HttpRequest) -> HttpResponse:
    """The page. Comparing takes a moment, so it is asked for once the page is there."""
    return _page(request, _form(request))


@allow(OWNER, methods=("POST",))
def look(request: HttpRequest) -> HttpResponse:
    """Compare both sides, and keep what is close as proposals. htmx gets the list, a plain form the page."""
    subject = subject_of(request)
    try:
        number = acting.renew(subject=subject, links=linking.proposals(subject, closeness.engine))
    except UserError as error:
        return page.went(request, HOME, said=error.message)
    linking.remember(subject)
    said = f"{number} new." if number else "Nothing new."
    if getattr(request, "htmx", None):
        return page.part(
            request, "pages/alignment.html#proposed", said=said, rail=True, page=_screen(request, _form(request))
        )
    return page.went(request, HOME, said=said)


@allow(OWNER, methods=("POST",))
def decide(request: HttpRequest, kind: str, record: str, statement: str, verb: str) -> HttpResponse:
    """The person's word on one link."""
    if verb not in _SAID:
        raise Http404
    state, said = _SAID[verb]
    done = acting.decide(subject=subject_of(request), name=f"{kind}/{record}>{statement}", state=state)  # type: ignore[arg-type]
    linking.remember(subject_of(request))  # a word on one link brings no new ones
    if getattr(request, "htmx", None):
        undone = {"undone": page.undone(said, done.undo)}
        line = render_to_string("parts/_undone.html", undone, request=request)
        rest = page.part(request, "", said=f"{said} Z to undo.", undo=done.undo, rail=True)
        return HttpResponse(line + rest.content.decode())
    return page.went(request, HOME, said=said, undo=done.undo)


@allow(OWNER, methods=_BOTH)
def edit(request: HttpRequest, kind: str, record: str, statement: str) -> HttpResponse:
    """A link in the person's own words, which confirms it."""
    subject, name = subject_of(request), f"{kind}/{record}>{statement}"
    kept = records.one(subject, Link, name)
    form = WhyForm(initial={"why": kept.value.why})
    if request.method == "POST":
        form = WhyForm(data=request.POST)
        done = keeping.attempt(form, lambda: acting.word(subject=subject, name=name, why=form.cleaned_data["why"]))
        if isinstance(done, Done):
            linking.remember(subject)
            return page.went(request, HOME, said="Confirmed, in your words.", undo=done.undo)
    screen = Record(
        head=Head(
            stage="Alignment",
            title="Why the two belong together",
            lede=plain(f"“{'” … “'.join(kept.value.mine)}”, and “{'” … “'.join(kept.value.theirs)}”."),
        ),
        action=f"{_url(kept.value)}edit/",
        button="It fits",
    )
    return page.page(
        request, "pages/record.html", screen, current="alignment", form=form, status=422 if form.errors else 200
    )


@allow(OWNER, methods=("POST",))
def benefit(request: HttpRequest, goal: str) -> HttpResponse:
    """Keep what the organisation gains from a goal."""
    form = BenefitForm(request.POST)
    done = keeping.attempt(
        form, lambda: acting.benefit(subject=subject_of(request), goal=goal, fields=form.cleaned_data)
    )
    if isinstance(done, Done):
        linking.remember(subject_of(request))
        return page.went(request, f"{HOME}?goal={goal}#benefit", said="Kept.", undo=done.undo)
    return _page(request, form, goal=goal, status=422)


@allow(OWNER, methods=("POST",))
def benefit_draft(request: HttpRequest, goal: str) -> HttpResponse:
    """The sentence as it is being typed. Nothing is kept by it."""
    if linking.case(subject_of(request), goal) is None:
        raise Http404
    form = BenefitForm(request.POST)
    form.is_valid()
    return page.part(request, "parts/_benefit_said.html", benefit={"sentence": _sentence(form.cleaned_data)})


def _form(request: HttpRequest) -> BenefitForm:
    found = linking.case(subject_of(request), request.GET.get("goal", ""))
    case = found[1] if found else None
    return BenefitForm(initial={f: getattr(case, f) for f in ("skill", "change", "result")} if case else {})


def _page(request: HttpRequest, form: BenefitForm, *, goal: str = "", status: int = 200) -> HttpResponse:
    screen = _screen(request, form, goal=goal)
    return page.page(request, "pages/alignment.html", screen, current="alignment", form=form, status=status)


def _screen(request: HttpRequest, form: BenefitForm, *, goal: str = "") -> screens.Alignment:
    subject = subject_of(request)
    whole, sides = journey(subject), linking.pairs(subject)
    where = whole.person.organisation or "the organisation"
    able = linking.comparable(subject)
    settled, number = (*sides.confirmed, *sides.tension), page.number(request)
    return screens.Alignment(
        head=Head(stage="Alignment", title=f"Where you and {where} meet", keys=bool(sides.proposed)),
        pairs=tuple(map(_pair, range(1, SHOWN + 1), sides.proposed)),
        more=_more(len(sides.proposed)),
        look=Act(text="Look for links", url=f"{HOME}look/", icon="search", go=not sides.proposed) if able else None,
        load=able and not linking.looked(subject),
        settled=tuple(_settled(p) for p in settled[(number - 1) * PAGE : number * PAGE]),
        further=Act(text="Further ones", url=f"?page={number + 1}", get=True)
        if len(settled) > number * PAGE
        else None,
        notes=margin.notes(findings.about(subject, clock.today(request), "links")),
        says=tuple(
            Way(name, f"/organisation/#k{place}", str(count))
            for place, (kind, name) in enumerate(_KINDS.items(), start=1)
            if (count := sides.said.get(kind))
        ),
        by_hand=f"{sides.by_hand} more stand in your goals and entries themselves." if sides.by_hand else "",
        bring=Act(text="Bring in more", url="/organisation/", get=True),
        benefit=_benefit(request, form, where, goal or request.GET.get("goal", "")),
        empty=None if able else _empty(bool(whole.statements)),
    )


def _empty(said: bool) -> Empty:
    if said:
        return Empty(
            title="Nothing of yours to lay beside it yet",
            text="One goal, or one thing that you did, is enough.",
            act=Act(text="Add a goal", url="/goals/new/", get=True),
        )
    return Empty(
        title="Nothing from their side yet",
        text="Paste one sentence in which they say what they need. Or take a question along: "
        "“What is the one thing that has to go well for us next year?”",
        act=Act(text="Bring in what they say", url="/organisation/", get=True),
    )


def _more(number: int) -> str:
    return f"{number - SHOWN} more wait behind these." if number > SHOWN else ""


def _url(link: Link) -> str:
    return f"{HOME}link/{link.record}/{link.statement}/"


def _pair(number: int, pair: linking.Pair) -> screens.Pair:
    url, link = _url(pair.link), pair.link
    near = f" Closeness {link.closeness:.2f} of 1{_far(link.closeness)}." if link.closeness is not None else ""
    source = ", ".join(filter(None, (pair.theirs.source, pair.theirs.date[:4])))
    return screens.Pair(
        id=f"l{number}",
        name=f"Proposed link {number}",
        mine=Said(
            words=_underlined(pair.mine, link.mine, "mine"),
            whose="mine",
            who=_WHOSE.get(link.record.split("/")[0], "Yours"),
        ),
        theirs=Said(
            words=_underlined(pair.theirs.quote, link.theirs, "theirs"), whose="theirs", who="They say", source=source
        ),
        why=plain(link.why + near),
        acts=(
            Act(text="It fits", url=f"{url}confirm/", key="C", icon="check", go=number == 1),
            Act(text="Edit", url=f"{url}edit/", get=True, key="E"),
            Act(text="Dismiss", url=f"{url}dismiss/", key="D"),
            Act(text="They pull apart", url=f"{url}tension/"),
        ),
    )


def _far(near: float) -> str:
    return ", which is distant" if near < DISTANT else ""


def _underlined(text: str, words: tuple[str, ...], whose: str) -> Runs:
    places = ((text.find(word), word) for word in words if word)
    return marked(text, [Mark(at, at + len(word), whose) for at, word in places if at >= 0])  # type: ignore[arg-type]


def _settled(pair: linking.Pair) -> screens.Settled:
    tension = pair.link.state == "tension"
    return screens.Settled(
        title="They pull apart" if tension else "It fits",
        words=(
            *_underlined(pair.mine, pair.link.mine, "mine"),
            Run(" beside " if tension else " meets "),
            *_underlined(f"“{pair.theirs.quote}”", pair.link.theirs, "theirs"),
        ),
        hint=pair.link.why,
        tension=tension,
        reopen=Act(text="Open it again", url=f"{_url(pair.link)}reopen/"),
    )


def _benefit(request: HttpRequest, form: BenefitForm, where: str, goal: str) -> screens.Benefit | None:
    found = linking.case(subject_of(request), goal)
    if found is None:
        return None
    value, case = found
    url = f"{HOME}benefit/{value.id}/"
    shown = {f: getattr(case, f) for f in ("skill", "change", "result")}
    if form.is_bound:
        shown = {f: str(form.cleaned_data.get(f) or "") for f in shown}
    return screens.Benefit(
        organisation=where,
        action=url,
        autosave=f"{url}draft/",
        goal=value.what,
        missing=_gap(case),
        hint=case.question,
        sentence=_sentence(shown),
    )


def _gap(case: BusinessCase) -> str:
    return case.missing[0] if case.missing else ""


def _sentence(fields: dict[str, str]) -> Runs:
    def part(name: str, before: tuple[str, ...]) -> Run:
        text = (fields.get(name) or "").strip().rstrip(".,")
        for word in before:
            text = text.removeprefix(f"{word} ")
        if not text:
            return Run("___", "gap", url=f"#id_{name}")
        return Run(text[:1].lower() + text[1:] if text[1:2].islower() else text)

    return (
        Run("With "),
        part("skill", ()),
        Run(", "),
        part("change", ("then",)),
        Run(", so that "),
        part("result", ("so that",)),
        Run("."),
    )
