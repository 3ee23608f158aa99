"""The person's calendars: which there are, connect one, look at all again; and the feed of their own dates."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from talktrack.engine.story import Journey
from talktrack.kit.errors import UserError
from talktrack.outside.http import Login, address
from talktrack.outside.refusals import NotLetIn
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of
from talktrack.web.post import calendars as kept
from talktrack.web.post import feeds
from talktrack.web.post.calendars import CALDAV, SUBSCRIBED, THEIRS
from talktrack.web.post.models import Connection

from ..forms.calendars import AccountForm, AddressForm, FileForm, TheirsForm
from ..queries import calendars as looking
from ..queries.journey import journey
from ..screens.calendars import Calendars, Way
from ..screens.parts import Act, Head, Link
from ..screens.text import plain
from . import clock, page
from .connected import HOME, feed_of, row_of, sees

_WAYS: dict[str, type[forms.Form]] = {
    "account": AccountForm,
    "address": AddressForm,
    "file": FileForm,
    "theirs": TheirsForm,
}
_PURPOSES = {"account": CALDAV, "address": SUBSCRIBED, "file": SUBSCRIBED, "theirs": THEIRS}
_TEXTS = {
    "account": (
        "A calendar account (CalDAV)",
        "It can be looked at, and a talk can be noted in it. Outlook has none: read from an address instead.",
        "Try it",
    ),
    "address": ("An address to read from", "It can be looked at whenever you say so.", "Try it"),
    "file": ("A file from your calendar program", "It is read once; bring a newer one when it changed.", "Read it"),
    "theirs": ("Add their free and busy times", "As they publish them, or as a file that they sent you.", "Try it"),
}


@allow(OWNER)
def calendars(request: HttpRequest) -> HttpResponse:
    """The page."""
    return _page(request)


@allow(OWNER, methods=("POST",))
def add(request: HttpRequest, way: str) -> HttpResponse:
    """Connect a calendar; it is looked at at once, and kept only where that works."""
    if way not in _WAYS:
        raise Http404
    subject = subject_of(request)
    form = _form(way, journey(subject), request)
    if form.is_valid():
        try:
            row = _connected(request, way, form.cleaned_data)
        except UserError as error:
            beside = "password" if isinstance(error, NotLetIn) and way == "account" else "address"
            form.add_error("file" if way == "file" else beside, error.message)
        else:
            if row.purpose == CALDAV:
                return page.went(request, f"{HOME}{row.pk}/", said="It works. Say what of it counts.")
            return page.went(request, HOME, said=f"“{row.label}” was read.")
    return _page(request, wrong=way, form=form, status=422)


@allow(OWNER, methods=("POST",))
def look_all(request: HttpRequest) -> HttpResponse:
    """Look at all of them again, and go back to where one was."""
    subject = subject_of(request)
    looking.look_again(subject, kept.listed(subject), clock.today(request))
    trouble = sum(bool(row.trouble) for row in kept.listed(subject))
    told = "Looked at all of them." if not trouble else f"Looked again; {trouble} could not be reached."
    return page.went(request, page.back(request, HOME), said=told)


@allow(OWNER, methods=("POST",))
def feed(request: HttpRequest, verb: str) -> HttpResponse:
    """Make the private address, renew it, or switch it off. A new one stands on the page that answers, only there."""
    subject = subject_of(request)
    if verb == "off":
        feeds.switch_off(subject)
        return page.went(request, f"{HOME}#feed", said="Switched off. The address opens nothing any more.")
    if verb not in ("make", "make-full"):
        raise Http404
    word = feeds.make(subject, full=verb == "make-full")
    return _page(request, made=f"{settings.ORIGIN}/feed/{word}.ics")


def _form(way: str, whole: Journey, request: HttpRequest | None = None) -> forms.Form:
    given: dict[str, Any] = {"auto_id": f"{way}_%s", "label_suffix": ""}
    if way == "theirs":
        given["people"] = [(c.id, c.name) for c in looking.people(whole)]
    if request is None:
        return _WAYS[way](**given)
    return _WAYS[way](request.POST, request.FILES, **given)


def _connected(request: HttpRequest, way: str, given: dict[str, Any]) -> Connection:
    subject, today = subject_of(request), clock.today(request)
    whole, who = journey(subject), given.get("contact", "")
    upload, where = given.get("file"), given.get("address", "")
    named = next((f"{c.name}, free and busy" for c in whole.contacts if c.id == who), "Your manager, free and busy")
    label = given.get("label") or (named if way == "theirs" else "")
    return kept.connect(
        subject=subject,
        looking=looking.looking(whole, None, today, contact=who, login=given.get("user", "")),
        purpose=_PURPOSES[way],
        label=label or (address(where).host if where and not upload else "A file")[:120],
        address="" if upload else where,
        login=Login(given["user"], given["password"]) if way == "account" else None,
        file=upload.read() if upload else None,
        contact=who,
    )


def _page(
    request: HttpRequest, *, wrong: str = "", form: forms.Form | None = None, made: str = "", status: int = 200
) -> HttpResponse:
    subject = subject_of(request)
    rows, whole = kept.listed(subject), journey(subject)
    ways = {way: _way(way, form if way == wrong and form else _form(way, whole), wrong, not rows) for way in _WAYS}
    people = looking.people(whole)
    who = people[0].name.split()[0] if people and people[0].name else ""
    screen = Calendars(
        head=Head(
            stage="You",
            title="When you have time, and when they do",
            lede=plain(
                "A calendar is looked at when you say so. What is kept of it is which times are taken: "
                "no titles, no places, no people."
            ),
        ),
        mine=tuple(row_of(row) for row in rows if row.purpose != THEIRS),
        theirs=tuple(row_of(row) for row in rows if row.purpose == THEIRS),
        whose=f"{who}’s" if who else "Your manager’s",
        ways=tuple(ways[way] for way in ("account", "address", "file")),
        theirs_way=ways["theirs"],
        feed=feed_of(subject, made),
        sees=sees(),
        look=Act(text="Look at all again", url=f"{HOME}look/", go=True, icon="refresh-cw")
        if any(row.address for row in rows)
        else None,
        back=Link("You", "/you/"),
    )
    return page.page(request, "pages/calendars.html", screen, place="you", status=status)


def _way(way: str, form: forms.Form, wrong: str, empty: bool) -> Way:
    title, hint, button = _TEXTS[way]
    return Way(
        id=way,
        title=title,
        hint=hint,
        action=f"{HOME}add/{way}/",
        button=button,
        form=form,
        open=way == wrong or (empty and not wrong and way == "account"),
        go=way == wrong or (empty and not wrong and way == "account"),
    )
