"""How a view answers: a page in its shell, a part of one for htmx, or the way to another page with what happened."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from talktrack.web.people.subject import subject_of

from ..queries import rail
from ..queries.rail import Rail
from ..screens.parts import Undone
from ..screens.shell import NAMES, Shell, Talk, groups
from . import clock

_TOLD = "just-now"
_LASTS = 60
"""Seconds for which a page may still say what happened on the one before."""


def page(
    request: HttpRequest,
    template: str,
    screen: object,
    *,
    current: str = "",
    place: str = "",
    status: int = 200,
    **more: object,
) -> HttpResponse:
    """A whole page. `current` is its stage, or `place` its place in the dock; `more` goes to the template."""
    said, token = _heard(request)
    context: dict[str, Any] = {"page": screen, "shell": shell(request, current=current, place=place), **more}
    context.setdefault("said", said)
    context.setdefault("undo", undone(said, token) if token else None)
    response = HttpResponse(render_to_string(template, context, request=request), status=status)
    if said:
        response.delete_cookie(_cookie(), samesite="Strict")
    return response


def part(
    request: HttpRequest,
    template: str,
    *,
    said: str = "",
    undo: str = "",
    status: int = 200,
    rail: bool = False,
    **context: object,
) -> HttpResponse:
    """A part of a page for htmx ("pages/reflect.html#prompt"), with the words for the live region.

    `undo` is the token of an action; `rail` sends the rail along where a count may have changed.
    """
    html = render_to_string(template, context, request=request) if template else ""
    around: dict[str, Any] = {"said": said, "undo": undone(said, undo) if undo else None}
    if rail:
        around["shell"] = shell(request)
    html += render_to_string("parts/_answer.html", around, request=request)
    return HttpResponse(html, status=status)


def went(request: HttpRequest, to: str, *, said: str = "", undo: str = "") -> HttpResponse:
    """On to another page, which says what happened and, given the token of an action, offers to undo it."""
    htmx = getattr(request, "htmx", None)
    response = HttpResponseClientRedirect(to) if htmx else HttpResponseRedirect(to)
    if said:
        response.set_cookie(
            _cookie(),
            signing.dumps([said, undo], salt=_TOLD, compress=True),
            max_age=_LASTS,
            httponly=True,
            samesite="Strict",
            secure=settings.ORIGIN.startswith("https:"),
        )
    return response


def back(request: HttpRequest, otherwise: str) -> str:
    """The page of ours that the person came from, else `otherwise`. Never an address elsewhere."""
    came = urlsplit(request.headers.get("Referer", ""))
    ours = f"{came.scheme}://{came.netloc}" == settings.ORIGIN and came.path.startswith("/")
    if not ours or came.path.startswith("//") or came.path == request.path:
        return otherwise
    return came.path + (f"?{came.query}" if came.query else "")


def number(request: HttpRequest) -> int:
    """Which page of a list is asked for, from 1."""
    asked = request.GET.get("page", "1")
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1


def undone(said: str, token: str) -> Undone:
    """The bar that says what happened and takes it back."""
    return Undone(text=said, undo=reverse("undo", args=[token]))


def shell(request: HttpRequest, *, current: str = "", place: str = "") -> Shell:
    """What stands around the page."""
    around = glance(request)
    urls = {stage: f"/{stage.replace('_', '-')}/" for stage in NAMES}
    who = around.manager
    talk = None
    if around.conversation or around.last or who:
        talk = Talk(
            title="Last conversation" if around.last else "Next conversation",
            who=who.first_name if who and who.name else "Your manager",
            when=rail.held(around.last) if around.last else around.when or "no date yet",
            url=f"/recap/{around.last.id}/" if around.last else urls["prepare"],
        )
    named = groups(
        urls,
        around.counts,
        suggested=around.suggested,
        current=current,
        words=around.words,
        summaries=around.summaries,
    )
    word = NAMES.get(current) or place.capitalize()
    return Shell(groups=named, account=around.name or "You", current=word, place=place, talk=talk)


def glance(request: HttpRequest) -> Rail:
    """The journey at a glance, looked up once for each page."""
    found: Rail | None = getattr(request, "glance", None)
    if found is None:
        found = rail.rail(subject_of(request), clock.today(request))
        request.glance = found  # type: ignore[attr-defined]
    return found


def _heard(request: HttpRequest) -> tuple[str, str]:
    try:
        said, token = signing.loads(request.COOKIES.get(_cookie(), ""), salt=_TOLD, max_age=_LASTS)
    except signing.BadSignature:
        return "", ""
    return said, token


def _cookie() -> str:
    return f"{_TOLD}-{urlsplit(settings.ORIGIN).port or 'home'}"
