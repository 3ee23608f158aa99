"""A mail on its way: looked at, stopped, tried again, saved as a file; the same for every mail of the workbook."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import Subject, subject_of
from talktrack.web.post import outbox
from talktrack.web.post.outbox import Letter

from ..actions import sending
from ..screens.outgoing import Outgoing
from ..screens.parts import Act, State
from . import clock, page

OVERDUE = timedelta(seconds=45)
"""After which it is worth saying that nothing seems to send it."""
NOT_SENT = "Not sent"
"""How a mail stands that is given up."""
_SAID = {"sent": "The mail is sent.", "failed": "The mail was not sent."}


def shown(request: HttpRequest, key: str) -> Outgoing | None:
    """The mail of that matter as a page draws it; None where there is none. One query."""
    letter = outbox.of(subject_of(request), key).get(key)
    return drawn(letter, clock.now(request)) if letter else None


def drawn(letter: Letter, now: datetime) -> Outgoing:
    """How the mail stands, in words. `now` is the time on the person's wall."""
    state, text, names = _words(letter, now)
    moving = letter.state in ("waiting", "sending")
    soon = letter.state == "sending" or letter.due_at - now < timedelta(minutes=1)
    return Outgoing(
        id=f"mail-{hashlib.sha256(letter.key.encode()).hexdigest()[:12]}",
        state=state,
        text=text,
        acts=tuple(_act(name, letter) for name in names),
        look=f"{_url('look', letter.key)}?as={_mark(letter)}" if moving else "",
        every="2s" if soon else "20s",
    )


def _words(letter: Letter, now: datetime) -> tuple[State, str, tuple[str, ...]]:
    to, zone = " and ".join(letter.to), now.tzinfo
    due = letter.due_at.astimezone(zone)
    if letter.state == "sent":
        at = (letter.sent_at or letter.due_at).astimezone(zone)
        return State("sent", "Sent"), f"To {to}, {_day(at, now)} at {at:%H:%M}.", ("file",)
    if letter.state == "withdrawn":
        none = "No further attempt is made; it may have arrived already." if letter.doubtful else "It was not sent."
        return State("declined", "Stopped"), f"{none}{_have(letter)}", ()
    if letter.state == "sending":
        return State("due", "Being handed over"), f"To {to}, at this moment.", ()
    if letter.state == "failed":
        return State("open", NOT_SENT), f"{letter.trouble}{_have(letter)}", ("again", "file")
    if letter.attempts:
        when = f"at {due:%H:%M}" if due.date() == now.date() else f"{_day(due, now)} at {due:%H:%M}"
        text = f"{letter.trouble}{_have(letter)} It is tried again {when}."
        return State("open", "Not sent yet"), text, ("again", "stop", "file")
    if now - due > OVERDUE:
        text = f"To {to}. It waits for the program that sends: Talktrack itself, or “talktrack post” on a server."
        return State("open", "Not sent yet"), text, ("stop", "file")
    return State("due", "On its way"), f"It goes to {to} at {due:%H:%M:%S}. Until then you can stop it.", ("stop",)


def _have(letter: Letter) -> str:
    """Who has it already, where only some do."""
    has = [address for address in letter.to if address not in letter.missing]
    return f" {' and '.join(has)} {'has' if len(has) == 1 else 'have'} it." if has else ""


def _day(at: datetime, now: datetime) -> str:
    return "today" if at.date() == now.date() else f"on {at:%A} {at.day} {at:%B}"


def _act(name: str, letter: Letter) -> Act:
    text, icon = {
        "stop": ("Stop", "x"),
        "again": ("Try again", "refresh-cw"),
        "file": ("Save as a file", "download"),
    }[name]
    return Act(text=text, url=_url(name, letter.key), get=name == "file", icon=icon, subject="the mail")


def _url(verb: str, key: str) -> str:
    return f"/outbox/{verb}/{quote(key)}/"


def _mark(letter: Letter) -> str:
    """Another one as soon as what is shown is another."""
    late = timezone.now() - letter.due_at > OVERDUE
    about = f"{letter.state} {letter.attempts} {letter.due_at.isoformat()} {late}"
    return hashlib.sha256(about.encode()).hexdigest()[:8]


@allow(OWNER)
def look(request: HttpRequest, key: str) -> HttpResponse:
    """How it stands now; nothing new is an empty answer."""
    letter = _letter(subject_of(request), key)
    if request.GET.get("as") == _mark(letter):
        return HttpResponse(status=204)
    return _part(request, letter)


@allow(OWNER, methods=("POST",))
def stop(request: HttpRequest, key: str) -> HttpResponse:
    """Do not send it."""
    return _done(request, key, sending.stop)


@allow(OWNER, methods=("POST",))
def again(request: HttpRequest, key: str) -> HttpResponse:
    """Try again now."""
    return _done(request, key, sending.again)


@allow(OWNER)
def file(request: HttpRequest, key: str) -> HttpResponse:
    """The mail as a file, to send it from a mail program."""
    answer = HttpResponse(outbox.file(subject_of(request), key), content_type="message/rfc822")
    answer["Content-Disposition"] = f'attachment; filename="{key.rpartition("/")[0] or "mail"}.eml"'
    answer["Cache-Control"] = "no-store"
    return answer


def _done(request: HttpRequest, key: str, verb: Callable[..., Letter]) -> HttpResponse:
    subject = subject_of(request)
    try:
        letter, said = verb(subject=subject, key=key), ""
    except UserError as error:
        letter, said = _letter(subject, key), error.message
    if getattr(request, "htmx", None):
        return _part(request, letter, said)
    told = said or _told(letter, clock.now(request)) or "It is tried now."
    return page.went(request, page.back(request, "/today/"), said=told)


def _letter(subject: Subject, key: str) -> Letter:
    found = outbox.of(subject, key).get(key)
    if found is None:
        raise Http404
    return found


def _part(request: HttpRequest, letter: Letter, said: str = "") -> HttpResponse:
    now = clock.now(request)
    return page.part(request, "parts/_outgoing.html", out=drawn(letter, now), said=said or _told(letter, now))


def _told(letter: Letter, now: datetime) -> str:
    """What is said aloud of a mail that moves no more; "" of one that does."""
    return f"Stopped. {_words(letter, now)[1]}" if letter.state == "withdrawn" else _SAID.get(letter.state, "")
