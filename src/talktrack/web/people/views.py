"""The few pages outside the workbook: letting in, turning away, not there, out of order."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from .launch import recognise, redeem, remember
from .rules import ANYONE, allow


@allow(ANYONE)
def launch(request: HttpRequest) -> HttpResponse:
    """Exchange the token of the terminal for a cookie, once."""
    # Some programs ask for the head of an address first: that must not use the token up.
    subject = redeem(request.GET.get("token", "")) if request.method == "GET" else None
    if subject or recognise(request):
        # A page, not a redirect: a strict cookie is not sent along a redirect that began at another site or a file.
        response = plain(200, "Opening your workbook", "One moment.", "/", "Go on", at_once=True)
        if subject:
            remember(response, subject)
        return response
    return refused("This link has been used or is too old.")


def refused(sentence: str, *, typed: tuple[str, ...] = ()) -> HttpResponse:
    """For someone who may not, whatever they asked for."""
    words = f"{sentence} To open your workbook, run “talktrack start” in a terminal."
    return plain(403, "Not open", words, typed=typed)


def wrong_host() -> HttpResponse:
    """For a request under another name than this server's own."""
    ours = settings.ORIGIN
    # Under the other name the style sheet would be refused too.
    return plain(421, "Another address", "The workbook answers at this address only:", ours, ours, base=ours)


def not_there(_request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  Django calls it by name
    """What is not there and what is not yours look alike."""
    return plain(404, "Nothing here", "There is nothing at this address.", "/", "Back to your workbook")


def broken(_request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return plain(500, "That did not work", "The fault is ours. What you kept is safe.", "/", "Back to your workbook")


def typed_in(request: HttpRequest) -> tuple[str, ...]:
    """The words of a form that could not be kept, to give them back: whoever sent them may copy them."""
    if request.method != "POST":
        return ()
    return tuple(text for _, texts in request.POST.lists() for text in texts if isinstance(text, str) and " " in text)


def plain(
    status: int,
    title: str,
    sentence: str,
    way_on: str = "",
    label: str = "",
    *,
    at_once: bool = False,
    typed: tuple[str, ...] = (),
    base: str = "",
) -> HttpResponse:
    """A page with one sentence and one way on, taken by itself where `at_once`. Needs no database.

    `typed`: what the person typed and what was not kept, to be copied. `base`: where its styles lie, if not here.
    """
    words = {"title": title, "sentence": sentence, "way_on": way_on, "label": label, "at_once": at_once}
    return HttpResponse(render_to_string("plain.html", {**words, "typed": typed, "base": base}), status=status)
