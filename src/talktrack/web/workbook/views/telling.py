"""The letter that tells the other side of a changed time: looked at, sent from here, or taken along as files."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of
from talktrack.web.post import connections, outbox

from ..actions import telling
from ..queries import letters
from ..queries.letters import Letter
from ..screens.parts import Act, Head, Link, Seal
from ..screens.prepare import Request
from ..screens.text import plain
from . import clock, margin, outgoing, page
from .packing import mail_hint, sent
from .sourcing import sourced

_HINTS = {"eml": "the mail, with what both calendars need", "txt": "the same words, to copy", "ics": "for calendars"}


@allow(OWNER)
def letter(request: HttpRequest, name: str) -> HttpResponse:
    """The letter, as the other side would read it."""
    return _page(request, name, _letter(request, name))


@allow(OWNER, methods=("POST",))
def send(request: HttpRequest, name: str) -> HttpResponse:
    """Send it through the person's own mail. It can be stopped for ten seconds."""
    found = _letter(request, name)
    if found.held:
        return _page(request, name, found, status=409)
    try:
        telling.tell(
            subject=subject_of(request),
            key=found.key,
            basis=found.basis,
            words=found.words,
            message=found.message,
            now=clock.now(request),
        )
    except UserError as error:
        return _page(request, name, found, trouble=error.message, status=422)
    return page.went(request, _url(name), said="It goes out in ten seconds. Until then you can stop it.")


@allow(OWNER)
def file(request: HttpRequest, name: str, file: str) -> HttpResponse:
    """One of its files."""
    found = _letter(request, name)
    paper = next((p for p in found.papers if p.name == file), None)
    if paper is None:
        raise Http404
    return _page(request, name, found, status=409) if found.held else sent(file, paper.content)


def _letter(request: HttpRequest, name: str) -> Letter:
    found = letters.letter(subject_of(request), name, clock.today(request))
    if found is None:
        raise Http404
    return found


def _url(name: str) -> str:
    return f"/prepare/{name}/time/letter/"


def _page(request: HttpRequest, name: str, found: Letter, *, trouble: str = "", status: int = 200) -> HttpResponse:
    known, words, url = found.basis.manager, found.words, _url(name)
    mail = outbox.of(subject_of(request), found.key).get(found.key)
    on_its_way = mail is not None and mail.state != "withdrawn"
    hint = None if on_its_way else mail_hint(connections.mail(subject_of(request)), found.made)
    go = Act(text=f"Send it to {found.made.who or 'your manager'}", url=f"{url}send/", go=True, icon="send")
    what = "called off" if found.off else "moved"
    screen = Request(
        head=Head(
            stage="Prepare",
            title=f"Say that it is {what}",
            seal=Seal("Only you, until you send it"),
            lede=plain("The calendars of both follow the invitation that goes with it."),
        ),
        back=Link("Back to the preparation" if found.off else "Back to the times", _back(name, found)),
        to=f"{known.name} <{known.email}>" if known and known.email else known.name if known else "",
        subject=sourced((words.subject,)),
        paragraphs=tuple(sourced((p,)) for p in words.before),
        topics=(),
        after=tuple(sourced((p,)) for p in (*words.after, *words.sign_off)),
        files=tuple(Link(p.name, f"{url}{p.name}", _HINTS[p.name.rpartition(".")[2]]) for p in found.papers),
        send=None if on_its_way or hint else go,
        out=outgoing.drawn(mail, clock.now(request)) if mail else None,
        mail=hint,
        trouble=trouble,
        notes=margin.notes(found.held),
    )
    return page.page(request, "pages/request.html", screen, current="prepare", status=status)


def _back(name: str, found: Letter) -> str:
    return f"/prepare/{name}/" if found.off else f"/prepare/{name}/time/"
