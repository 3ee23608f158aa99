"""The coach's margin: findings as notes beside a text, waves in its copy, and the person's word on each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from talktrack.kit.checks import Finding
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import finding
from ..queries.margin import Advice, holds_back
from ..screens.parts import Act, Note
from ..screens.text import Mark, Runs, marked, plain
from . import clock, page

GRADES = {
    "A": "Well-tested (A)",
    "A−": "Well-tested, with open questions (A−)",
    "B": "Few or mixed studies (B)",
    "C": "Practitioners’ advice, not tested (C)",
    "D": "The method of this tool (D)",
}
_USABLE = ("did", "result", "what")
"""Fields whose text may be replaced by what the coach suggests."""
_PLACES = {
    "obstacles": "obstacles-0-what",
    "actions": "actions-0-what",
    "measures": "measures-0-what",
    "kpis": "kpis-0-name",
    "benefit": "benefit_change",
    "serves": "serves_0",
}
"""Where a field that holds several stands in the form."""
_QUOTED = re.compile(r"“([^”]*)”")


def numbered(advice: Iterable[Advice], fields: Mapping[str, int]) -> dict[int, str]:
    """The number of each piece of advice that has a wave, by its place; `fields` are those that the copy shows."""
    number, found = 0, {}
    for place, one in enumerate(advice):
        if one.finding.field in fields and one.finding.span[1]:
            number += 1
            found[place] = str(number)
    return found


def waves(text: str, advice: Collection[Advice], fields: Mapping[str, int]) -> Runs:
    """The text with a wave under what each note is about. `fields`: where in the text each field begins."""
    numbers = numbered(advice, fields)
    places = ((numbers[place], one.finding) for place, one in enumerate(advice) if place in numbers)
    return marked(
        text, [Mark(f.span[0] + fields[f.field], f.span[1] + fields[f.field], "find", number) for number, f in places]
    )


def notes(
    advice: Collection[Advice],
    *,
    numbers: Mapping[int, str] | None = None,
    form: str = "",
    unkept: bool = False,
    names: Mapping[str, str] | None = None,
) -> tuple[Note, ...]:
    """The notes of the margin, beside a list or beside the `form` (its address) of the one record they are about.

    `unkept`: the form takes what is dismissed too, since there is no record yet to remember it for. `names`: what
    the records of a list are called.
    """
    return tuple(
        _note(one, (numbers or {}).get(place, ""), form, unkept, (names or {}).get(one.finding.record, ""))
        for place, one in enumerate(advice)
    )


def _note(one: Advice, number: str, form: str, unkept: bool, name: str) -> Note:
    f = one.finding
    record = f.record.replace("/", "-")
    title = f.message.rstrip(".")
    return Note(
        id=f"{f.rule.lower()}-{number or record}",
        number=number,
        title=title,
        why=_why(f, name),
        tries=plain(tried(f.suggestion)),
        use=_use(one, form),
        dismiss=Act(
            text="It is right as it is" if f.blocks else "Dismiss",
            url=f"{form}dismiss/{f.rule}/" if unkept else f"/margin/{f.rule}/{f.record}/",
            key="D",
            subject=title,
        ),
        rule=f.rule,
        grade=GRADES.get(f.grade, ""),
        reason=f"{one.title}. {one.source}",
    )


def _why(f: Finding, name: str) -> str:
    """Why it matters, and what to do where no wording is offered."""
    why = f"“{name}”: {f.why[:1].lower()}{f.why[1:]}" if name else f.why
    return why if tried(f.suggestion) else f"{why} {f.suggestion}"


def _use(one: Advice, form: str) -> Act | None:
    f = one.finding
    words = "Fill it in" if "___" in f.suggestion else "Use this"
    if form:
        if f.span[1] and f.field in _USABLE and tried(f.suggestion):
            return Act(text=words, url=f"{form}use/{f.rule}/", key="U", subject=one.title)
        place = _PLACES.get(f.field, f.field)
        return Act(text="Fill it in", url=f"#id_{place}", get=True, key="U", subject=one.title) if place else None
    kind, _, name = f.record.partition("/")
    pages = {"goals": "goals", "accomplishments": "evidence"}
    if kind not in pages or not name:
        return None
    return Act(text="Look at it", url=f"/{pages[kind]}/{name.split('/')[0]}/", get=True, key="U", subject=one.title)


def tried(suggestion: str) -> str:
    """The wording that a suggestion offers, with its blanks; "" where it says what to do and offers none."""
    found = _QUOTED.findall(suggestion)
    return next((q for q in found if "___" in q), found[0] if found and suggestion.startswith("“") else "")


def used(text: str, one: Advice, begins: int) -> str:
    """The text with the suggestion in it: in the place of what it rewrites, else on a line of its own."""
    wording = tried(one.finding.suggestion)
    start, end = (n + begins for n in one.finding.span)
    old = text[start:end]
    if wording.startswith(old.rstrip(" .")) or one.finding.span == (0, len(text)):
        return text[:start] + wording + text[end:]
    return f"{text.rstrip()}\n{wording}"


@allow(OWNER, methods=("POST",))
def decide(request: HttpRequest, rule: str, about: str) -> HttpResponse:
    """The person's word on what a rule says of a kept record: dismissed, or confirmed where it holds files back."""
    blocks = holds_back(rule)
    if blocks is None or len(about) > 200:
        raise Http404
    act = finding.confirm if blocks else finding.dismiss
    done = act(subject=subject_of(request), rule=rule, about=about, today=clock.today(request))
    said = "Confirmed as it is." if blocks else "Dismissed."
    if getattr(request, "htmx", None):
        undone = {"undone": page.undone(said, done.undo)}
        line = render_to_string("parts/_undone.html", undone, request=request)
        return HttpResponse(line + page.part(request, "", said=f"{said} Z to undo.", undo=done.undo).content.decode())
    return page.went(request, page.back(request, "/today/"), said=said, undo=done.undo)
