"""Start: one sentence, made into a first agenda, and at most five questions that fill it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import first, skip
from ..forms.start import AnswerForm, StartForm
from ..queries import first_agenda
from ..queries.first_agenda import QUESTIONS, STOPPED, Asked, Gap
from ..queries.journey import journey
from ..screens.parts import Act, Head, Seal, State
from ..screens.start import DocPart, FirstAgenda, Question, Start
from ..screens.text import Mark, Run, Runs, marked, plain
from . import clock, keeping, page

_BOTH = ("GET", "POST")
AGENDA = "/start/agenda/"


@allow(OWNER, methods=_BOTH)
def start(request: HttpRequest) -> HttpResponse:
    """One sentence. An empty one is as good: the agenda is then made of "what comes next for me here"."""
    subject = subject_of(request)
    form = StartForm(request.POST or None, initial={"sentence": journey(subject).sentence})
    if request.method == "POST":
        form = StartForm(request.POST)
        if keeping.attempt(form, lambda: first.begin(subject=subject, sentence=form.cleaned_data["sentence"])):
            return page.went(request, AGENDA)
    screen = Start(seal=Seal("Only you. There is no account, and nothing leaves this device"))
    html = render_to_string("pages/start.html", {"page": screen, "form": form}, request=request)
    return HttpResponse(html, status=422 if form.errors else 200)


@allow(OWNER)
def agenda(request: HttpRequest) -> HttpResponse:
    """The sheet with its gaps, and the question of the moment; `?ask=` names the gap that was pointed at."""
    asked = first_agenda.agenda(subject_of(request), clock.today(request), about=request.GET.get("ask", ""))
    return _sheet(request, asked, AnswerForm())


@allow(OWNER, methods=("POST",))
def answer(request: HttpRequest, question: str) -> HttpResponse:
    """Put an answer where it belongs, and show the sheet with it."""
    subject, today = subject_of(request), clock.today(request)
    known = next((q for q in QUESTIONS if q.id == question), None)
    if known is None:
        raise Http404
    form = AnswerForm(request.POST, question=question)
    asked = first_agenda.agenda(subject, today, about=question)
    if asked.question is None or asked.question.id != question:
        # Sent twice, or from a page that the back button brought: it is answered already.
        return page.went(request, AGENDA)
    done = keeping.attempt(
        form,
        lambda: first.answer(subject=subject, question=known.id, text=form.cleaned_data["answer"], today=today),
    )
    if done is None or isinstance(done, Exception):
        return _sheet(request, asked, form, status=422)
    return page.went(request, AGENDA, said="It is in your agenda.", undo=done.undo)


@allow(OWNER, methods=("POST",))
def pass_by(request: HttpRequest, question: str) -> HttpResponse:
    """Skip one question, or (as "enough") every other one of today."""
    if question not in {STOPPED, *(q.id for q in QUESTIONS)}:
        raise Http404
    skip.skip(subject=subject_of(request), about="start", name=question, today=clock.today(request))
    return page.went(request, AGENDA)


def _sheet(request: HttpRequest, asked: Asked, form: AnswerForm, status: int = 200) -> HttpResponse:
    found = asked.agenda
    screen = FirstAgenda(
        head=Head(
            stage="Prepare",
            title="A first agenda, from your sentence" if found.sentence else "A first agenda",
            quote=_quote(found.sentence, found.wish),
            states=(State("draft", "Draft"),),
            saved="Saved on this device",
        ),
        who=_run(found.who),
        minutes=found.minutes,
        parts=tuple(
            DocPart(
                name=p.title,
                minutes=p.minutes,
                lines=tuple(tuple(r for piece in line for r in _run(piece)) for line in p.lines),
            )
            for p in found.parts
        ),
        question=_question(asked),
        on=Act(text="Go on to today", url="/today/", get=True, go=True),
    )
    return page.page(request, "pages/first_agenda.html", screen, current="prepare", form=form, status=status)


def _quote(sentence: str, wish: tuple[int, int]) -> Runs:
    return marked(sentence, [Mark(*wish, "mine")]) if wish[1] else plain(sentence)


def _run(piece: str | Gap) -> Runs:
    if isinstance(piece, Gap):
        return (Run(piece.text, "gap", url=f"?ask={piece.question}#ask"),)
    return plain(piece)


def _question(asked: Asked) -> Question | None:
    if asked.question is None:
        return None
    q = asked.question
    part = next((p for p in asked.agenda.parts if p.name == q.part), None)
    where = "above the agenda" if q.id == "manager" else f"in minute {part.start + 1}" if part else "in the agenda"
    return Question(
        text=q.text,
        number=asked.number,
        of=asked.of,
        fills=f"It fills “{q.gap}”, {where}.",
        action=f"{AGENDA}{q.id}/",
        skip=Act(text="Skip", url=f"{AGENDA}{q.id}/skip/", key="S"),
        stop=Act(text="No more questions today", url=f"{AGENDA}{STOPPED}/skip/"),
    )
