"""You: the person, this device, what is yours to take away, who can see what, erasing everything."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from talktrack.engine.story import Pay, Person, upcoming
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import record, wipe
from ..actions.done import Conflict, Done
from ..forms.around import PayForm, PersonForm, WipeForm
from ..queries import device, findings, records
from ..queries.journey import journey
from ..screens import parts
from ..screens.evidence import Record
from ..screens.parts import Act, Head, Link
from ..screens.text import plain
from ..screens.you import Erase, Sharing, You
from . import clock, keeping, margin, page

_BOTH = ("GET", "POST")
HOME = "/you/"
_LOOKS = (("light", "Light"), ("dark", "Dark"), ("device", "As the device"))


@allow(OWNER, methods=_BOTH)
def you(request: HttpRequest) -> HttpResponse:
    """The page."""
    subject = subject_of(request)
    kept = records.single(subject, Person)
    if request.method != "POST":
        return _page(request, PersonForm(initial={**PersonForm.initial_of(kept.value), "version": kept.version}))
    if "theirs" in request.GET:
        return page.went(request, HOME, said="Left as it is there.")
    form = PersonForm(data=request.POST)
    done = keeping.attempt(
        form,
        lambda: record.edit(
            subject=subject, noun=Person, fields=form.story(), version=keeping.version_of(request, form)
        ),
    )
    if isinstance(done, Done):
        return page.went(request, HOME, said="Kept.", undo=done.undo)
    if isinstance(done, Conflict):
        return _page(
            request, form, conflict=keeping.both(form, done, what="what you said of yourself", url=HOME), status=409
        )
    return _page(request, form, status=422)


@allow(OWNER, methods=_BOTH)
def pay(request: HttpRequest) -> HttpResponse:
    """What is behind the wish for pay, the case and the ask. Apart, because most of it stays with the person."""
    subject, url = subject_of(request), f"{HOME}pay/"
    kept = records.single(subject, Pay)
    form, conflict, status = PayForm(initial={**PayForm.initial_of(kept.value), "version": kept.version}), None, 200
    if request.method == "POST" and "theirs" in request.GET:
        return page.went(request, url, said="Left as it is there.")
    if request.method == "POST":
        form = PayForm(data=request.POST)
        done = keeping.attempt(
            form,
            lambda: record.edit(
                subject=subject, noun=Pay, fields=form.story(), version=keeping.version_of(request, form)
            ),
        )
        if isinstance(done, Done):
            return page.went(request, url, said="Kept.", undo=done.undo)
        status = 409 if isinstance(done, Conflict) else 422
        conflict = keeping.both(form, done, what="this", url=url) if isinstance(done, Conflict) else None
    screen = Record(
        head=Head(
            stage="Prepare",
            title="Pay, and what it has to make possible",
            lede=plain("Why you need it stays with you. The case and the ask are said only where you say so."),
        ),
        action=url,
        notes=margin.notes(findings.about(subject, clock.today(request), "pay")),
        also=(Act(text="Back to the preparation", url="/prepare/", get=True),),
    )
    return page.page(
        request, "pages/record.html", screen, current="prepare", form=form, conflict=conflict, status=status
    )


@allow(OWNER, methods=("POST",))
def look(request: HttpRequest, name: str) -> HttpResponse:
    """Light, dark, or as the device is: for a browser without scripts too."""
    if name not in dict(_LOOKS):
        raise Http404
    answer = page.went(request, f"{HOME}#look", said=f"Now {'as the device' if name == 'device' else name}.")
    if name == "device":
        answer.delete_cookie("theme", samesite="Strict")
    else:
        answer.set_cookie("theme", name, max_age=31536000, samesite="Strict")
    return answer


@allow(OWNER)
def sharing(request: HttpRequest) -> HttpResponse:
    """Who can see what: nobody, and why."""
    meeting = upcoming(journey(subject_of(request)))
    pack = f"/prepare/{meeting.id}/" if meeting else "/prepare/"
    screen = Sharing(
        head=Head(
            stage="Who can see what",
            title="Nobody but you" if device.is_local() else "You, and whoever runs this installation",
            lede=plain(
                ("There is no account and no server. " if device.is_local() else "Your manager sees nothing. ")
                + "Nothing was sent to anyone, and nothing is sent by itself."
            ),
        ),
        sections=(
            (
                "What lies where",
                (
                    Link(
                        "Everything that you keep",
                        "",
                        f"in {device.where()}, readable by your account on this machine",
                    ),
                    Link("What you have not kept yet", "", "in the same place, until you keep it or clear the field"),
                    Link("Text held by this browser", f"{HOME}", "only where you allowed it under “On this device”"),
                ),
            ),
            (
                "What leaves, and only when you carry it out",
                (
                    Link(
                        "request.eml, request.txt, invite.ics",
                        f"{pack}request/",
                        "for your manager, once you send them",
                    ),
                    Link("plan.pdf, plan.docx", pack, "for your manager, once you hand them over"),
                    Link(
                        "The time of your talk",
                        "/you/calendars/",
                        "in the one calendar that you choose, as a private event; nowhere unless you choose one",
                    ),
                    Link(
                        "Your check-ins and due dates",
                        "/you/calendars/#feed",
                        "at a secret address on this machine, where you made one",
                    ),
                    Link("brief.pdf, talk-track.md, agenda.md, readiness.md, pack.json", pack, "for you alone"),
                ),
            ),
            (
                "What is in no file for others",
                (
                    Link("Your reflection, your reasons, your boundaries", "/reflect/"),
                    Link("The other side, with its facts and guesses", pack),
                    Link("What drives a goal, and what you think about pay", "/goals/"),
                    Link("Whatever you marked as private", "/evidence/"),
                ),
            ),
            (
                "Who else could look",
                (
                    Link("Whoever uses your account on this machine", "", "lock the screen when you leave it"),
                    Link(
                        "Whoever runs this machine",
                        "",
                        "on a work laptop that is your employer; a machine of your own is better",
                    ),
                ),
            ),
        ),
    )
    return page.page(request, "pages/sharing.html", screen, place="sharing")


@allow(OWNER, methods=_BOTH)
def erase(request: HttpRequest) -> HttpResponse:
    """Everything, with its history, after a second step. There is no way back from here."""
    form = WipeForm(request.POST or None)
    if request.method == "POST":
        form = WipeForm(request.POST)
        if form.is_valid():
            number = wipe.wipe(subject=subject_of(request))
            return page.went(
                request, "/start/", said=f"{number} records are erased, with everything that they ever were."
            )
    screen = Erase(
        head=Head(
            stage="You",
            title="Erase everything?",
            lede=plain(
                "Every record, its history, what was deleted, every draft. Nobody can bring it back, nor can you."
            ),
        ),
        action=f"{HOME}erase/",
        take=Act(text="Take it along first", url=f"{HOME}archive.json", get=True, icon="download"),
        back=Act(text="Leave it as it is", url=HOME, get=True),
    )
    return page.page(request, "pages/erase.html", screen, place="you", form=form, status=422 if form.errors else 200)


def _page(
    request: HttpRequest, form: PersonForm, *, conflict: parts.Conflict | None = None, status: int = 200
) -> HttpResponse:
    meeting = upcoming(journey(subject_of(request)))
    chosen = request.COOKIES.get("theme", "device")
    take = [Link("Everything, as an archive", f"{HOME}archive.json", "JSON; it can be brought in again without loss")]
    if meeting:
        take.append(
            Link("The pack of your conversation", f"/prepare/{meeting.id}/pack.zip", "every file in one archive")
        )
    screen = You(
        head=Head(stage="You", title="You, and what is yours"),
        action=HOME,
        where=plain(f"Everything lies in {device.where()}. {_opened_by()}, and nothing is sent."),
        take=tuple(take),
        bring=Act(text="Bring something in", url="/bring-in/", get=True, icon="upload"),
        erase=Act(text="Erase everything", url=f"{HOME}erase/", get=True, danger=True, icon="trash-2"),
        looks=tuple(Act(text=text, url=f"{HOME}look/{name}/", pressed=name == chosen) for name, text in _LOOKS),
        help=(
            Link("The journey", "/journey/", "eleven stages; begin anywhere, nothing has to be finished"),
            Link("More that you can say", "/more/", "skills, wishes, learning, facts about opportunity"),
            Link("Calendars", "/you/calendars/", "when both of you have time; your dates to subscribe to"),
            Link("Your mail, and reminders", "/you/mail/", "send requests and recaps from here; or leave it"),
            Link("Pay", "/you/pay/", "the reason stays with you; the case and the ask may be said"),
            Link("Who can see what", "/sharing/", "nobody, and why"),
            Link("From a file to a pack", "/bring-in/", "the command line and the browser make the same pack"),
        ),
    )
    return page.page(request, "pages/you.html", screen, place="you", form=form, conflict=conflict, status=status)


def _opened_by() -> str:
    """Who can open it, true for the installation at hand."""
    if device.is_local():
        return "It is opened by nobody but you"
    return "You can open it, and so can whoever runs this installation"
