"""Words for others that follow a talk: about a promise that is over its day, about a talk that was put off."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of
from talktrack.web.post import outbox

from ..actions import follow_through as acting
from ..queries import follow_through as following
from ..screens.follow_through import Word
from ..screens.parts import Act, Head, Link, Seal
from . import clock, outgoing, page
from .promised import HOME, file, url
from .sourcing import sourced


@allow(OWNER)
def word(request: HttpRequest, name: str) -> HttpResponse:
    """One friendly word to send, copy or save, or what to do in its place."""
    return _word_page(request, name)


@allow(OWNER, methods=("POST",))
def send(request: HttpRequest, name: str) -> HttpResponse:
    """Send it through the person's own mail. It can be stopped for ten seconds."""
    try:
        acting.send_word(subject=subject_of(request), name=name, now=clock.now(request))
    except UserError as error:
        return _word_page(request, name, trouble=error.message, status=422)
    said = "It goes out in ten seconds. Until then you can stop it."
    return page.went(request, f"{url(name)}word/", said=said)


def _word_page(request: HttpRequest, name: str, *, trouble: str = "", status: int = 200) -> HttpResponse:
    subject = subject_of(request)
    made = following.word(subject, name, clock.today(request))
    who, promise = made.entry.who, made.entry.commitment
    out = outgoing.shown(request, acting.word_key(promise, len(promise.nudged) or 1))
    sends = made.ready and bool(who and who.email) and outbox.can_send(subject)
    noted, sending = f"{url(name)}do/nudged/", f"{url(name)}word/send/"
    acts = (
        *((Act(text=f"Send it to {made.entry.name}", url=sending, go=True, icon="send"),) if sends else ()),
        Act(text="It went out otherwise" if sends else "It went out", url=noted, go=not sends, icon="check"),
        Act(text="Save it as a mail", url=f"{url(name)}word.eml", get=True, icon="download"),
    )
    screen = Word(
        head=Head(
            stage="Follow through",
            title="A friendly word" if made.ready else "No word today",
            seal=Seal("Only you, until you send it"),
        ),
        back=Link("Back to the promises", f"{HOME}#p-{name}"),
        to=f"{who.name} <{who.email}>" if who and who.email else made.entry.name,
        subject=sourced((made.subject,)) if made.subject else (),
        paragraphs=tuple(sourced((p,)) for p in made.paragraphs),
        instead=made.instead.text if made.instead else "",
        acts=acts if made.ready else (),
        hint="One word is enough; nobody is reminded twice in a week. To put it otherwise, copy it into your mail.",
        out=out,
        trouble=trouble,
    )
    return page.page(request, "pages/word.html", screen, current="follow_through", place="promises", status=status)


@allow(OWNER)
def word_mail(request: HttpRequest, name: str) -> HttpResponse:
    """The same as a mail file. Raises Http404 where none is drafted."""
    return file(
        f"word-{name}.eml", "message/rfc822", following.word_mail(subject_of(request), name, clock.today(request))
    )


@allow(OWNER, methods=("POST",))
def put_off(request: HttpRequest, name: str) -> HttpResponse:
    """The talk did not take place. The way on is a page with a kind word. Raises Http404."""
    url_ = f"{HOME}put-off/{name}/word/"
    try:
        done = acting.put_talk_off(subject=subject_of(request), name=name, today=clock.today(request))
    except UserError as error:
        return page.went(request, f"/prepare/{name}/", said=error.message)
    return page.went(request, url_, said="Noted. All that you prepared stays as it is.", undo=done.undo)


@allow(OWNER)
def put_off_word(request: HttpRequest, name: str) -> HttpResponse:
    """What to write about a talk that was put off, and two ways to read it."""
    made = following.talk_put_off(subject_of(request), name, clock.today(request))
    if made is None:
        raise Http404
    screen = Word(
        head=Head(stage="Follow through", title="Another day", seal=Seal("Only you, until you send it")),
        back=Link("Find another time", f"/prepare/{name}/#arrange"),
        subject=sourced((made.subject,)),
        paragraphs=tuple(sourced((p,)) for p in made.paragraphs),
        hint=made.reading.text,
    )
    return page.page(request, "pages/word.html", screen, current="follow_through", place="promises")
