"""The person's own check-ins and due dates for their calendar program: at a private address, or as a file."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from talktrack.web.people.rules import ANYONE, OWNER, allow
from talktrack.web.people.subject import Subject, subject_of
from talktrack.web.post import feeds

from ..queries import feed as dates


@allow(ANYONE)
def feed(request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG001
    """The feed that the secret word opens: calendar programs cannot sign in. Any other word finds nothing here."""
    found = feeds.opened(token, timezone.now())
    if found is None:
        raise Http404
    return _sent(found[0], full=found[1])


@allow(OWNER)
def file(request: HttpRequest) -> HttpResponse:
    """The same as a file, once, with names and words."""
    answer = _sent(subject_of(request), full=True)
    answer["Content-Disposition"] = 'attachment; filename="talktrack.ics"'
    return answer


def _sent(subject: Subject, *, full: bool) -> HttpResponse:
    made = dates.feed_of(subject, timezone.now(), full=full)
    answer = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "no-store, private"
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex"
    return answer
