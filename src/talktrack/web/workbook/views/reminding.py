"""What Today reminds of: one quiet line each, which can be left; and mail that could not be sent."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse

from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import Subject, subject_of
from talktrack.web.post import outbox

from ..actions import reminding
from ..queries.reminders import Reminder, of_today
from ..screens.parts import Act, Link
from ..screens.today import Reminded
from . import clock, page

_MAIL = {
    "request": ("The request", "/prepare/{}/request/"),
    "change": ("The word that the time has changed", "/prepare/{}/time/letter/"),
    "recap": ("The recap", "/recap/{}/mail/"),
    "reminders": ("A mail with reminders to yourself", "/you/mail/"),
}


def lines(subject: Subject, day: date) -> tuple[Reminded, ...]:
    """What is due, and before it what was not sent. One query."""
    failed = (_unsent(key) for key in outbox.failed(subject))
    return (*failed, *(_line(r) for r in of_today(subject, day)))


def _unsent(key: str) -> Reminded:
    kind, name, *_ = key.split("/")
    if kind not in _MAIL:
        return Reminded(text="A mail was not sent.", way=Link("Save it as a file", f"/outbox/file/{quote(key)}/"))
    what, where = _MAIL[kind]
    return Reminded(text=f"{what} was not sent.", way=Link("See why, and try again", where.format(name)))


def _line(reminder: Reminder) -> Reminded:
    name = reminder.record.partition("/")[2]
    way = {
        "meeting": Link("Open the preparation", f"/prepare/{name}/"),
        "recap": Link("Write the recap", f"/recap/{name}/"),
        "check_in": Link("Prepare the check-in", f"/follow-through/check-ins/{name}/sheet/"),
        "theirs": Link("Ask kindly", f"/follow-through/promises/{name}/word/"),
    }.get(reminder.kind, Link("All promises", "/follow-through/"))
    leave = Act(text="Leave it", url=f"/today/leave/{reminder.key}/", subject=reminder.line.text)
    return Reminded(text=reminder.line.text, way=way, below=tuple(p.text for p in reminder.below), leave=leave)


@allow(OWNER, methods=("POST",))
def leave(request: HttpRequest, key: str) -> HttpResponse:
    """Do not remind of this one any more."""
    subject, day = subject_of(request), clock.today(request)
    if key not in {r.key for r in of_today(subject, day)}:
        raise Http404
    done = reminding.leave(subject=subject, key=key, today=day)
    return page.went(request, "/today/", said="You are not reminded of it any more.", undo=done.undo)
