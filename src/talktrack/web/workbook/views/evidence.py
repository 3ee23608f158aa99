"""Evidence: one line with the coach beside it, how it could sound, and the log."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from talktrack.engine.story import Accomplishment, earliest
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import evidence as acting
from ..actions.done import Done
from ..actions.evidence import DRAFT
from ..forms.evidence import EvidenceForm, figure, split
from ..queries import evidence as log
from ..queries import margin as coach
from ..queries.margin import Advice
from ..screens import evidence as screens
from ..screens.parts import Act, Empty, Head
from ..screens.text import Run, Runs, plain
from . import clock, editing, keeping, margin, page
from .sounding import spoken

_BOTH = ("GET", "POST")
_PROMPTS = (
    ("What did someone thank you for?", "Nothing here yet. One remembered sentence is enough, and it may be rough."),
    ("What runs by itself now that did not before?", "A list, a habit, a handover: whatever you set going."),
    ("What would have gone wrong without you?", "The quiet things count. Nobody else has written them down."),
)


@allow(OWNER, methods=_BOTH)
def evidence(request: HttpRequest) -> HttpResponse:
    """The pad and the log. A post keeps the line; the note of the dock posts here too."""
    if request.method != "POST":
        found = keeping.unkept(subject_of(request), DRAFT)
        saved = f"Not kept yet. {clock.saved(found.saved_at)}" if found else ""
        return _page(request, EvidenceForm(initial=found.fields if found else {}), saved=saved)
    form = EvidenceForm(request.POST)
    done = keeping.attempt(
        form,
        lambda: acting.log(
            subject=subject_of(request),
            fields=form.story(),
            today=clock.today(request),
            quiet=[rule for rule in form.cleaned_data["quiet"].split() if coach.holds_back(rule) is False],
        ),
    )
    if isinstance(done, Done):
        return page.went(request, "/evidence/", said="Kept.", undo=done.undo)
    return _page(request, form, status=422)


@allow(OWNER, methods=("POST",))
def draft(request: HttpRequest) -> HttpResponse:
    """While one types: the draft is kept, and the margin, the waves and the question about the number come back."""
    saved = keeping.save_draft(request, DRAFT)
    form = EvidenceForm(request.POST)
    screen = _screen(request, form, saved=saved)
    # What is being typed into is never swapped: the question about the number comes once, then only its answer.
    asked = "baseline" in request.POST
    pieces = ["margin", "copy", "sounds", *(["measured"] if asked else ["measure"] if screen.measure else [])]
    context = {"page": screen, "form": form, "oob": True, "whole": not asked}
    html = [render_to_string(f"pages/evidence.html#{piece}", context, request=request) for piece in pieces]
    return keeping.saved(request, saved, *html)


@allow(OWNER, methods=("POST",))
def use(request: HttpRequest, rule: str) -> HttpResponse:
    """Put what the coach suggests into the pad. Nothing is kept by it."""
    form = EvidenceForm(request.POST)
    text = str(form.typed().get("text") or "")
    one = next((a for a in _advice(request, form) if a.finding.rule == rule), None)
    if one is None:
        raise Http404
    begins = _begins(text).get(one.finding.field, 0)
    editing.put(request, DRAFT, "text", margin.used(text, one, begins))
    return page.went(request, "/evidence/?typing", said="It is in your line. Fill in what only you know.")


@allow(OWNER, methods=("POST",))
def dismiss(request: HttpRequest, rule: str) -> HttpResponse:
    """Leave one note out while this line is typed; once it is kept, the word on it is remembered."""
    if coach.holds_back(rule) is None:
        raise Http404
    quiet = f"{request.POST.get('quiet', '')} {rule}".strip()[:200]
    editing.put(request, DRAFT, "quiet", quiet)
    return page.went(request, "/evidence/?typing", said="Dismissed for this line.")


@allow(OWNER, methods=("POST",))
def say(request: HttpRequest, name: str, verb: str) -> HttpResponse:
    """The proposed wording of an entry: use it, or not."""
    subject = subject_of(request)
    if verb == "use":
        done = acting.word(subject=subject, name=name)
        return page.went(request, page.back(request, "/evidence/"), said="It is your wording now.", undo=done.undo)
    if verb == "dismiss":
        left = acting.unword(subject=subject, name=name, today=clock.today(request))
        return page.went(request, page.back(request, "/evidence/"), said="Dismissed.", undo=left.undo)
    raise Http404


def _typed(form: EvidenceForm) -> dict[str, Any]:
    if form.is_bound:
        return form.typed()
    return EvidenceForm({**form.initial}).typed() if form.initial else {}


def _begins(text: str) -> dict[str, int]:
    """Where in the line each field of the record begins."""
    _, result = split(text)
    return {"did": 0, **({"result": text.rindex(result)} if result else {})}


def _advice(request: HttpRequest, form: EvidenceForm) -> tuple[Advice, ...]:
    typed = _typed(form)
    if not typed.get("text"):
        return ()
    fields = EvidenceForm.record_of(typed)
    found = coach.typed(subject_of(request), Accomplishment, fields, clock.today(request))
    quiet = str(typed.get("quiet") or "").split()
    return tuple(a for a in found if a.finding.rule not in quiet)


def _page(request: HttpRequest, form: EvidenceForm, *, saved: str = "", status: int = 200) -> HttpResponse:
    screen = _screen(request, form, saved=saved)
    return page.page(request, "pages/evidence.html", screen, current="evidence", form=form, status=status)


def _screen(request: HttpRequest, form: EvidenceForm, saved: str = "") -> screens.Evidence:
    subject, typed = subject_of(request), _typed(form)
    text = str(typed.get("text") or "")
    advice = _advice(request, form)
    begins = _begins(text)
    asked = request.GET.get("only", "")
    only, number = asked if asked in ("loose", "told") else "", page.number(request)
    found = log.log(subject, only=only, page=number)
    shown, _, _ = figure(text)
    sound = log.sound(subject, EvidenceForm.record_of(typed)) if text else log.latest_sound(subject)
    return screens.Evidence(
        head=Head(stage="Evidence", title="What you did, and what came of it", saved=saved, keys=bool(advice)),
        action="/evidence/",
        autosave="/evidence/draft/",
        marks=margin.waves(text, advice, begins),
        dated=_dated(request, typed),
        measure=shown or ("number" if any(typed.get(f) for f in ("baseline", "result", "period")) else ""),
        measured=_measured(typed),
        notes=margin.notes(advice, numbers=margin.numbered(advice, begins), form="/evidence/", unkept=True),
        spoken=spoken(request, sound, kept=not text) if sound else None,
        filters=_filters(found, only) if found.all else (),
        entries=tuple(_entry(e) for e in found.entries),
        more=Act(text="Earlier ones", url=f"?only={only}&page={number + 1}", get=True) if found.more else None,
        empty=_prompt(request) if not found.all else None,
        focus="typing" in request.GET or status_of(form),
    )


def status_of(form: EvidenceForm) -> bool:
    """Whether the form came back with something wrong in it."""
    return form.is_bound and not form.is_valid()


def _prompt(request: HttpRequest) -> Empty:
    asked = request.GET.get("prompt", "0")
    number = int(asked) % len(_PROMPTS) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
    title, text = _PROMPTS[number]
    another = Act(text="Another prompt", url=f"/evidence/?prompt={(number + 1) % len(_PROMPTS)}", get=True)
    return Empty(title=title, text=text, act=another)


def _dated(request: HttpRequest, typed: dict[str, Any]) -> Runs:
    if typed.get("date"):
        return plain(f"Dated {_when(typed['date'])}")
    return (Run(f"Dated today, {clock.said(clock.today(request))}"),)


def _measured(typed: dict[str, Any]) -> str:
    """What from, to and the number of the line say together."""
    start, end = typed.get("baseline"), typed.get("result")
    shown, amount, unit = figure(str(typed.get("text") or ""))
    if not isinstance(start, Decimal) or not isinstance(end, Decimal) or not start:
        return ""
    change = (end - start) / start * 100
    way = "more" if change >= 0 else "less"
    said = f"From {log.numeral(start)} to {log.numeral(end)} is {log.numeral(round(abs(change), 1))} % {way}"
    if amount is None or unit != "%":
        return f"{said}."
    close = abs(abs(change) - abs(amount)) < 1 or abs(abs(end - start) - abs(amount)) < Decimal("0.05")
    return f"{said}, so “{shown}” holds." if close else f"{said}, and the line says {shown}. Which one is right?"


def _filters(found: log.Log, only: str) -> tuple[Act, ...]:
    rows = (
        ("", "All", found.all),
        ("loose", "No objective yet", found.loose),
        ("told", "In your talk track", found.told),
    )
    return tuple(
        Act(
            text=f"{name} {number}",
            url=f"/evidence/{f'?only={value}' if value else ''}",
            get=True,
            pressed=only == value,
        )
        for value, name, number in rows
    )


def _entry(entry: log.Logged) -> screens.Entry:
    a = entry.value
    period = next((m.period for m in a.measures if m.period), "")
    return screens.Entry(
        id=f"e-{a.id}",
        url=f"/evidence/{a.id}/",
        figure=entry.figure,
        when=period or _when(a.date),
        words=plain(" ".join(part for part in (_stopped(a.did), a.result) if part)),
        facts=tuple(
            fact
            for fact in (
                f"Proof: {a.proof}" if a.proof else "",
                "In the talk track" if entry.told else "",
                "Kept out of every file" if a.private else "",
            )
            if fact
        ),
        serves="”, “".join(entry.serves),
        ask="" if entry.serves else f"/evidence/{a.id}/#id_serves_0",
    )


def _stopped(text: str) -> str:
    return text if not text or text[-1] in ".!?…" else f"{text}."


def _when(when: str) -> str:
    if len(when) < 7:
        return when
    first = earliest(when)
    return f"{first:%B %Y}" if len(when) == 7 else f"{first.day} {first:%b %Y}"
