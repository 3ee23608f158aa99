"""The recap mail: read as the manager would, put in one's own words, checked, sent or taken along; plan versions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse

from talktrack.engine.story import Contact, Goal, earliest
from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of
from talktrack.web.post import outbox

from ..actions import draft as drafting
from ..actions import recap as acting
from ..actions import sending
from ..forms.recap import WordsForm
from ..queries import closing as closings
from ..queries import recap as reading
from ..queries.closing import Closing, Row
from ..queries.journey import journey
from ..screens import recap as screens
from ..screens.parts import Act, Change, Empty, Head, Link, Seal, State, Step
from ..screens.text import Run, Runs, plain
from . import clock, margin, outgoing, page
from .packing import sent
from .sourcing import sourced

_STAYS = {
    "reactions": "How you read their reaction",
    "confidence": "Your confidence before the talk",
    "pay": "What you noted about pay",
    "paths": "Ways out of here that you look at",
    "notes": "Your notes themselves",
}
_CHECKS = {
    "M1": "Thanks, agreements, next steps, a day to look again",
    "M4": "Nothing says “agreed” that was not",
    "M3": "No private word is in it",
    "M5": "It invites a correction",
}


@allow(OWNER, methods=("GET", "POST"))
def mail(request: HttpRequest, name: str) -> HttpResponse:
    """The mail as the manager would read it; posting keeps the person's own words for it."""
    form = WordsForm(request.POST) if request.method == "POST" else WordsForm()
    if request.method == "POST" and form.is_valid():
        subject, body = subject_of(request), form.cleaned_data["body"]
        reading.conversation(subject, name)
        if body.strip():
            drafting.save(subject=subject, place=closings.place(name), fields={"body": body})
        else:
            drafting.drop(subject=subject, place=closings.place(name))
        said = "Your words are kept." if body.strip() else "Back to the words as drafted."
        return page.went(request, f"/recap/{name}/mail/", said=said)
    return _show(request, name, form=form, status=422 if form.errors else 200)


@allow(OWNER, methods=("POST",))
def right(request: HttpRequest, name: str, rule: str) -> HttpResponse:
    """What a rule holds back is right as it stands; other words are asked about again."""
    subject, today = subject_of(request), clock.today(request)
    made = closings.closing(subject, name, today)
    if rule not in {a.finding.rule for a in (*made.held, *made.advice)}:
        raise Http404
    done = acting.right(subject=subject, name=name, rule=rule, of=made.mark, today=today)
    return page.went(request, f"/recap/{name}/mail/", said="Kept as it is.", undo=done.undo)


@allow(OWNER, methods=("POST",))
def send(request: HttpRequest, name: str) -> HttpResponse:
    """Send it through the person's own mail. It can be stopped for ten seconds."""
    subject = subject_of(request)
    try:
        made = _free(closings.closing(subject, name, clock.today(request)))
        about = reading.recap(subject, name, clock.today(request))
        sending.ready(subject, journey(subject).person.email, about.who)
        acting.send(
            subject=subject,
            key=made.key,
            message=made.message,
            snapshots=made.closed.snapshots,
            superseded=made.closed.superseded,
        )
    except UserError as error:
        return _show(request, name, trouble=error.message, status=422)
    return page.went(request, f"/recap/{name}/mail/", said="It goes out in ten seconds. Until then you can stop it.")


@allow(OWNER, methods=("POST",))
def sealed(request: HttpRequest, name: str) -> HttpResponse:
    """It went another way: keep the sealed copies of what was said."""
    subject = subject_of(request)
    try:
        closed = _free(closings.closing(subject, name, clock.today(request))).closed
    except UserError as error:
        return _show(request, name, trouble=error.message, status=422)
    acting.seal(subject=subject, snapshots=closed.snapshots, superseded=closed.superseded)
    return page.went(request, "/follow-through/", said="Noted. A sealed copy of what you said is kept.")


@allow(OWNER)
def file(request: HttpRequest, name: str, file: str) -> HttpResponse:
    """One file of the recap."""
    made = closings.closing(subject_of(request), name, clock.today(request))
    content = made.file(file)
    if content is None:
        raise Http404
    if made.held and file != "takings.md":
        return _show(request, name, status=409)
    return sent(file, content)


@allow(OWNER)
def versions(request: HttpRequest) -> HttpResponse:
    """Every version of the plan that was sealed."""
    subject = subject_of(request)
    goals = journey(subject).goals
    rows = tuple(
        screens.Version(
            title=f"Version {v.snapshot.version}",
            when=_day(earliest(v.snapshot.sealed_on)),
            files=tuple(
                Link(f"plan-v{v.snapshot.version}.{kind}", f"/goals/versions/{v.snapshot.version}/plan.{kind}", hint)
                for kind, hint in (("pdf", "to read"), ("docx", "to edit"))
            ),
            changes=_changes(v.changes, goals),
        )
        for v in closings.versions(subject)
    )
    empty = Empty(
        title="No version was sealed yet",
        text="The first is kept when a recap leaves the house, with the plan as it was and as it is since.",
        act=Act(text="To the recap", url="/recap/", get=True, go=True),
    )
    screen = screens.Versions(
        head=Head(stage="Goals", title="Your plan, version by version"), versions=rows, empty=None if rows else empty
    )
    return page.page(request, "pages/versions.html", screen, current="goals")


@allow(OWNER)
def version(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    """One version of the plan as a file."""
    made = closings.version(subject_of(request), number)
    if kind not in ("pdf", "docx"):
        raise Http404
    return sent(f"plan-v{number}.{kind}", made.pdf() if kind == "pdf" else made.docx())


def _free(made: Closing) -> Closing:
    if made.held:
        raise UserError("Something in it needs your word first. Change the words, or say that they are right.")
    return made


def _show(
    request: HttpRequest, name: str, *, form: WordsForm | None = None, trouble: str = "", status: int = 200
) -> HttpResponse:
    subject, today = subject_of(request), clock.today(request)
    whole, about = journey(subject), reading.recap(subject, name, today)
    made = closings.closing(subject, name, today)
    url, who = f"/recap/{name}/mail/", about.who
    called = who.first_name if who and who.name else "your manager"
    out = outgoing.shown(request, made.key)
    gone = out is not None and out.state.kind == "sent"
    able = outbox.can_send(subject) and bool(who and who.email)
    sends = able and not gone and (out is None or out.state.kind == "declined")
    papers = tuple(f for f in made.closed.files if f.for_others and f.name.startswith("plan"))
    if form is None or not form.is_bound:
        form = WordsForm(initial={"body": made.body})
    screen = screens.Mail(
        head=Head(
            stage="Recap",
            title=f"The mail {called} gets",
            seal=Seal(f"{called}, once you send it", out=True),
            states=() if out else (State("draft", "Draft, not sent"),),
        ),
        back=Link("Back to your notes", f"/recap/{name}/"),
        to=f"{who.name} <{who.email}>" if who and who.email else who.name if who else "Your manager",
        subject=made.message.subject,
        stretches=_stretches(made),
        url=url,
        attached=tuple(Link(f.name, f"/recap/{name}/files/{f.name}") for f in papers),
        files=tuple(
            Link(text, f"/recap/{name}/files/{text}", hint)
            for text, hint in (
                ("recap.eml", "the mail as a draft, the plan with it"),
                ("recap.txt", "the words to copy"),
                ("takings.md", "for you: every point with its source"),
            )
        ),
        held=margin.notes(made.held, form=url),
        notes=margin.notes(made.advice, form=url),
        checks=_checks(made),
        notices=made.closed.notices,
        stays=_stays(name, whole, about),
        changes=_changes(made.changes, whole.goals),
        version=_version(made),
        send=Act(text=f"Send it to {called}", url=f"{url}send/", go=True, icon="send") if sends else None,
        sealed=None if gone else Act(text="It went another way", url=f"{url}sealed/", go=not sends and not out),
        drafted=Act(text="Back to the words as drafted", url=url) if made.own else None,
        setup=None if able or out else _missing(who, called),
        trouble=trouble,
        out=out,
    )
    return page.page(request, "pages/recap_mail.html", screen, current="recap", form=form, status=status)


def _missing(who: Contact | None, called: str) -> Link:
    if who and who.email:
        return Link(
            "Set up your mail", "/you/mail/", "to send it from here; or save it as a file, or copy the words."
        )
    where = f"/paths/people/{who.id}/" if who else "/paths/people/"
    return Link(f"Add the mail address of {called}", where, "to send it from here; or copy the words.")


def _stretches(made: Closing) -> tuple[screens.Stretch, ...]:
    if made.own:
        parts = [part.split("\n") for part in made.body.strip().split("\n\n")]
        return tuple(
            stretch
            for part in parts
            for stretch in _grouped((t.startswith("- "), plain(t.removeprefix("- "))) for t in part)
        )
    return tuple(
        stretch
        for part in made.closed.letter.parts
        for stretch in _grouped((line.bullet, sourced(line.said)) for line in part)
    )


def _grouped(lines: Iterable[tuple[bool, Runs]]) -> tuple[screens.Stretch, ...]:
    """Lines that follow each other, bullets as one list."""
    made: list[tuple[bool, list[Runs]]] = []
    for listed, runs in lines:
        if made and made[-1][0] == listed:
            made[-1][1].append(runs)
        else:
            made.append((listed, [runs]))
    return tuple(screens.Stretch(lines=tuple(runs), listed=listed) for listed, runs in made)


def _checks(made: Closing) -> tuple[Step, ...]:
    found = {a.finding.rule for a in (*made.held, *made.advice)}
    return tuple(Step(text=text, done=rule not in found) for rule, text in _CHECKS.items())


def _stays(name: str, whole: object, about: reading.Recap) -> tuple[str, ...]:
    there = {
        "reactions": any(r.conversation == name for r in getattr(whole, "reactions", ())),
        "confidence": about.meeting.confidence is not None,
        "pay": bool(getattr(whole, "pay", None) and whole.pay.reason),  # type: ignore[attr-defined]
        "paths": bool(getattr(whole, "paths", ())),
        "notes": bool(about.notes),
    }
    return tuple(text for kind, text in _STAYS.items() if there[kind])


def _version(made: Closing) -> str:
    plans = [s for s in made.closed.snapshots if s.kind == "plan"]
    if len(plans) < 2:
        return ""
    return f"Your plan, version {plans[0].version} to {plans[-1].version}"


def _changes(rows: tuple[Row, ...], goals: tuple[Goal, ...]) -> tuple[Change, ...]:
    names = {goal.id: goal.what for goal in goals}
    made: list[Change] = []
    for place, row in enumerate(rows):
        why = " ".join(p.text for p in row.why)
        begins = not place or rows[place - 1].goal != row.goal
        made.append(
            Change(
                words=(Run(" ".join(p.text for p in row.what), "new"),),
                because=why,
                about=names.get(row.goal, "Your plan as a whole") if begins else "",
            )
        )
    return tuple(made)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
