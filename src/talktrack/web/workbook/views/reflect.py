"""Reflect: prompts one at a time, the vision, and what keeps coming back, in the person's own words."""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from talktrack.engine.story import Answer, Vision
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import record, skip
from ..actions import reflect as acting
from ..actions.done import Done
from ..forms.reflect import TOPICS, AnswerForm, PromptForm, VisionForm
from ..queries import reflect as looking
from ..queries.journey import journey
from ..queries.reflect import PROMPTS, STOPPED
from ..screens import reflect as screens
from ..screens.evidence import Record
from ..screens.parts import Act, Head, Note, Said, Seal
from ..screens.text import Mark, Runs, marked, plain
from . import clock, editing, keeping, page
from .editing import Opened, Sheet

_BOTH = ("GET", "POST")
_TOPIC = dict(TOPICS)
_ALWAYS = Seal("Only you, always")
_HORIZONS = (("one_year", "In a year"), ("three_years", "In three years"), ("five_years", "In five years"))

ANSWER: Sheet[Answer] = Sheet(Answer, AnswerForm, "reflect", "/reflect/", "this answer", lambda value: value.text)
VISION: Sheet[Vision] = Sheet(
    Vision, VisionForm, "reflect", "/reflect/vision/", "what you see", lambda value: value.one_year
)


@allow(OWNER)
def reflect(request: HttpRequest) -> HttpResponse:
    """The prompt of the moment, and what was written before."""
    return _page(request, PromptForm())


@allow(OWNER, methods=("POST",))
def answer(request: HttpRequest, prompt: str) -> HttpResponse:
    """Keep the answer to a prompt, and show the next."""
    known = next((p for p in PROMPTS if p.id == prompt), None)
    if known is None:
        raise Http404
    form = PromptForm(request.POST)
    done = keeping.attempt(
        form,
        lambda: acting.answer(
            subject=subject_of(request), prompt=known, text=form.cleaned_data["text"], today=clock.today(request)
        ),
    )
    if not isinstance(done, Done):
        return _page(request, form, about=prompt, status=422)
    return page.went(request, "/reflect/", said="Kept.", undo=done.undo)


@allow(OWNER, methods=("POST",))
def pass_by(request: HttpRequest, prompt: str) -> HttpResponse:
    """Skip a prompt for some days, or (as "enough") leave it for today."""
    if prompt not in {STOPPED, *(p.id for p in PROMPTS)}:
        raise Http404
    skip.skip(subject=subject_of(request), about="reflect", name=prompt, today=clock.today(request))
    return page.went(request, "/reflect/")


@allow(OWNER, methods=("POST",))
def more(request: HttpRequest) -> HttpResponse:
    """Go on today after all; what was skipped comes back too."""
    skip.wake(subject=subject_of(request), about="reflect")
    return page.went(request, "/reflect/")


@allow(OWNER, methods=("POST",))
def theme(request: HttpRequest, word: str, verb: str) -> HttpResponse:
    """That is me, or not."""
    subject = subject_of(request)
    if verb not in ("confirm", "dismiss") or word not in {t.word for t, _ in looking.returning(subject)}:
        raise Http404
    done = acting.settle(subject=subject, word=word, mine=verb == "confirm", today=clock.today(request))
    said = "Kept as yours." if verb == "confirm" else "Dismissed."
    return page.went(request, "/reflect/", said=said, undo=done.undo)


@allow(OWNER, methods=_BOTH)
def one(request: HttpRequest, name: str) -> HttpResponse:
    """One answer, to change."""
    if request.method == "POST":
        found = editing.keep(request, ANSWER, name)
        return found if isinstance(found, HttpResponse) else _record(request, ANSWER, found)
    return _record(request, ANSWER, editing.opened(request, ANSWER, name))


@allow(OWNER, methods=("POST",))
def draft(request: HttpRequest, name: str) -> HttpResponse:
    """While one types."""
    return keeping.saved(request, editing.save(request, ANSWER, name))


@allow(OWNER, methods=("POST",))
def delete(request: HttpRequest, name: str) -> HttpResponse:
    """Take an answer away. On the page its place keeps a line with undo."""
    if not getattr(request, "htmx", None):
        return editing.delete(request, ANSWER, name)
    done = record.delete(subject=subject_of(request), noun=Answer, name=name)
    line = render_to_string("parts/_undone.html", {"undone": page.undone("The answer is deleted.", done.undo)})
    around = page.part(request, "", said="The answer is deleted. Z to undo.", undo=done.undo, rail=True)
    return HttpResponse(f'<div class="answer">{line}</div>' + around.content.decode())


@allow(OWNER)
def history(request: HttpRequest, name: str) -> HttpResponse:
    """Every version of an answer."""
    return editing.past(request, ANSWER, name)


@allow(OWNER, methods=("POST",))
def again(request: HttpRequest, name: str, version: int) -> HttpResponse:
    """Make it what it was."""
    return editing.again(request, ANSWER, name, version)


@allow(OWNER, methods=_BOTH)
def vision(request: HttpRequest) -> HttpResponse:
    """One, three and five years on."""
    if request.method == "POST":
        found = editing.keep(request, VISION, "", to="/reflect/")
        return found if isinstance(found, HttpResponse) else _record(request, VISION, found)
    return _record(request, VISION, editing.opened(request, VISION, ""))


@allow(OWNER, methods=("POST",))
def vision_draft(request: HttpRequest) -> HttpResponse:
    """While one types."""
    return keeping.saved(request, editing.save(request, VISION, ""))


def _record(
    request: HttpRequest, sheet: Sheet[Answer] | Sheet[Vision], found: Opened[Answer] | Opened[Vision]
) -> HttpResponse:
    is_answer = isinstance(found.kept.value, Answer)
    title = found.kept.value.prompt if isinstance(found.kept.value, Answer) else "Where you see yourself"
    acts = (
        Act(text="History", url=f"{found.url}history/", get=True, icon="history"),
        Act(text="Delete", url=f"{found.url}delete/", danger=True, subject="this answer"),
    )
    screen = Record(
        head=Head(stage="Reflect", title=title or "An answer of yours", seal=_ALWAYS, saved=found.saved),
        action=found.url,
        autosave=f"{found.url}draft/",
        also=acts if is_answer else (),
    )
    return page.page(
        request,
        "pages/record.html",
        screen,
        current=sheet.stage,
        status=found.status,
        form=found.form,
        conflict=found.conflict,
    )


def _page(request: HttpRequest, form: PromptForm, *, about: str = "", status: int = 200) -> HttpResponse:
    subject = subject_of(request)
    now, whole = looking.moment(subject, clock.today(request)), journey(subject)
    shown = next((p for p in PROMPTS if p.id == about), now.prompt)
    screen = screens.Reflect(
        head=Head(stage="Reflect", title="What the work is like from inside", seal=_ALWAYS, keys=bool(whole.answers)),
        prompt=_prompt(shown, now) if shown else None,
        more=Act(text="Go on today", url="/reflect/more/") if now.left else None,
        vision=tuple(_vision(name, getattr(whole.vision, field)) for field, name in _HORIZONS),
        themes=tuple(_theme(t, mine, whole.answers) for t, mine in looking.returning(subject)),
        answers=tuple(_answer(request, a) for a in whole.answers),
    )
    if status == 422 and getattr(request, "htmx", None):
        return page.part(request, "pages/reflect.html#prompt", page=screen, form=form, status=status)
    return page.page(request, "pages/reflect.html", screen, current="reflect", form=form, status=status)


def _prompt(prompt: looking.Prompt, now: looking.Moment) -> screens.Prompt:
    return screens.Prompt(
        text=prompt.text,
        topic=_TOPIC[prompt.topic],
        number=now.number,
        of=max(now.of, 1),
        hint="Skip whatever does not speak to you. Nothing here is shared with anyone.",
        action=f"/reflect/prompt/{prompt.id}/",
        skip=Act(text="Skip", url=f"/reflect/prompt/{prompt.id}/skip/", key="S"),
        stop=Act(text="Enough for today", url=f"/reflect/prompt/{STOPPED}/skip/"),
    )


def _vision(horizon: str, text: str) -> screens.Vision:
    act = Act(text="Change" if text else "Write it", url="/reflect/vision/", get=True, subject=horizon)
    return screens.Vision(horizon=horizon, words=plain(text), edit=act)


def _theme(found: looking.Theme, mine: bool, answers: tuple[Answer, ...]) -> screens.Theme:
    topics = {a.id: _TOPIC[a.topic] for a in answers}
    url = f"/reflect/theme/{found.word}/"
    return screens.Theme(
        id=f"theme-{found.word}",
        title=f"“{found.word.capitalize()}” comes back",
        quotes=tuple(
            Said(words=_with(q.words, found.word), whose="mine", who=topics.get(q.answer, "")) for q in found.quotes
        ),
        acts=()
        if mine
        else (
            Act(text="That is me", url=f"{url}confirm/", key="C", icon="check", subject=found.word),
            Act(text="Dismiss", url=f"{url}dismiss/", key="D", subject=found.word),
        ),
        done=mine,
    )


def _with(text: str, word: str) -> Runs:
    found = re.search(rf"\b{re.escape(word.removesuffix('s'))}\w*", text, re.IGNORECASE)
    return marked(text, [Mark(*found.span(), "mine")]) if found else plain(text)


def _answer(request: HttpRequest, value: Answer) -> screens.Answer:
    url = f"/reflect/{value.id}/"
    return screens.Answer(
        id=f"a-{value.id}",
        topic=_TOPIC[value.topic],
        prompt=value.prompt,
        words=plain(value.text),
        acts=(
            Act(text="Change", url=url, get=True, key="E", subject=value.prompt),
            Act(text="Delete", url=f"{url}delete/", subject=value.prompt),
        ),
        notes=tuple(
            Note(
                id=f"pull-{value.id}-{goal.id}",
                title="Does it pull against a goal?",
                why=f"Your goal “{goal.what.rstrip('.')}” comes back to the same words. How do the two sit together?",
                use=Act(text="Look at it", url=f"/goals/{goal.id}/", get=True, key="U", subject=goal.what),
                reason="A drain or a boundary that a goal would bring along is easier to weigh before it is agreed.",
            )
            for goal in looking.pulls(subject_of(request), value)
        ),
    )
