"""The pack of one conversation: each file, all of them in one archive, the page to print, the request."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of
from talktrack.web.post import connections
from talktrack.web.post.models import Connection

from ..actions import sending
from ..queries import pack as packs
from ..queries import prepare as preparing
from ..queries.pack import FILES, NAME, Pack
from ..queries.prepare import Prepared
from ..screens.parts import Act, Head, Link, Seal
from ..screens.prepare import Request
from . import clock, outgoing, page
from .prepare import minutes_of, show
from .sourcing import sourced

_TYPES = {
    "pdf": "application/pdf",
    "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "eml": "message/rfc822",
    "ics": "text/calendar; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "zip": "application/zip",
}


@allow(OWNER)
def file(request: HttpRequest, name: str, file: str) -> HttpResponse:
    """One file of the pack."""
    if file not in FILES:
        raise Http404
    made = _pack(request, name)
    if made.held:
        return show(request, name, held=packs.held(made), status=409)
    return sent(file, next(f.content for f in made.files if f.name == file))


@allow(OWNER)
def everything(request: HttpRequest, name: str) -> HttpResponse:
    """The whole pack as one archive."""
    made = _pack(request, name)
    if made.held:
        return show(request, name, held=packs.held(made), status=409)
    return sent(NAME, packs.zipped(made, clock.today(request)))


@allow(OWNER)
def printed(request: HttpRequest, name: str) -> HttpResponse:
    """The one page for the pocket, ready to print: for a browser without scripts."""
    made = _pack(request, name)
    if made.held:
        return show(request, name, held=packs.held(made), status=409)
    answer = sent("brief.pdf", next(f.content for f in made.files if f.name == "brief.pdf"))
    answer["Content-Disposition"] = 'inline; filename="brief.pdf"'
    return answer


@allow(OWNER)
def request(request: HttpRequest, name: str) -> HttpResponse:
    """The words that ask for the meeting, as the manager would read them."""
    return _request_page(request, name)


@allow(OWNER, methods=("POST",))
def send(request: HttpRequest, name: str) -> HttpResponse:
    """Send the request through the person's own mail. It can be stopped for ten seconds."""
    subject, url = subject_of(request), f"/prepare/{name}/request/"
    packed = _pack(request, name)
    if packed.held:
        return show(request, name, held=packs.held(packed), status=409)
    made = preparing.prepared(subject, name, clock.today(request))
    try:
        sending.ask(subject=subject, name=name, basis=made.basis, words=made.asking, now=clock.now(request))
    except UserError as error:
        return _request_page(request, name, trouble=error.message, status=422)
    return page.went(request, url, said="It goes out in ten seconds. Until then you can stop it.")


def _request_page(request: HttpRequest, name: str, *, trouble: str = "", status: int = 200) -> HttpResponse:
    subject, url = subject_of(request), f"/prepare/{name}/"
    made = preparing.prepared(subject, name, clock.today(request))
    words, known = made.asking, made.basis.manager
    to = f"{known.name} <{known.email}>" if known and known.email else known.name if known else ""
    out = outgoing.shown(request, sending.key_of(name))
    open_still = made.meeting.state == "planned"
    anew = out is not None and out.state.text == outgoing.NOT_SENT  # what it says may have changed since
    hint = mail_hint(connections.mail(subject), made) if open_still or anew else None
    sends = (open_still or anew) and hint is None
    text = "Send it anew, as it reads here" if anew else f"Send it to {made.who or 'your manager'}"
    sent = Act(text="It is sent otherwise" if sends else "It is sent", url=f"{url}asked/", go=not sends, icon="check")
    screen = Request(
        head=Head(stage="Prepare", title="The request", seal=Seal("Only you, until you send it")),
        back=Link("Back to the preparation", url),
        to=to,
        subject=sourced((words.subject,)),
        paragraphs=tuple(sourced((p,)) for p in words.before),
        topics=tuple(sourced((p,)) for p in words.topics),
        after=tuple(sourced((p,)) for p in (*words.after, *words.sign_off)),
        files=tuple(Link(f, f"{url}files/{f}", FILES[f]) for f in ("request.eml", "request.txt", "invite.ics")),
        send=Act(text=text, url=f"{url}request/send/", go=True, icon="send") if sends else None,
        asked=sent if open_still else None,
        change=Act(text="Change time, place or aim", url=f"{url}edit/", get=True),
        out=out,
        mail=hint,
        trouble=trouble,
    )
    return page.page(request, "pages/request.html", screen, current="prepare", status=status)


def mail_hint(own: Connection | None, made: Prepared) -> Link | None:
    """What is missing before a mail can be sent from here; None where nothing is."""
    known, mine = made.basis.manager, made.basis.journey.person.email
    otherwise = "to send it from here; or copy the text, or open the file."
    if own is None or own.tried_at is None or own.trouble:
        return Link("Set up your mail", "/you/mail/", otherwise)
    if known is None or not known.email:
        return Link("Add their mail address", "/paths/people/", otherwise)
    if mine.casefold() != own.address.casefold():
        return Link("Make your address the same", "/you/", f"as that of your mail, {own.address}, {otherwise}")
    return None


def _pack(request: HttpRequest, name: str) -> Pack:
    return packs.pack(subject_of(request), name, clock.today(request), minutes_of(request))


def sent(name: str, content: bytes) -> HttpResponse:
    """The file, to keep; nothing between here and there remembers it."""
    answer = HttpResponse(content, content_type=_TYPES[name.rpartition(".")[2]])
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
