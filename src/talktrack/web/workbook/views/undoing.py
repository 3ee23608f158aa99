"""Undo: the opposite of what was done, for 30 days."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import undo as undoing
from ..actions.done import Conflict
from . import page

_SAID = {
    "edit": "Back to what it was.",
    "delete": "Taken back.",
    "restore": "Brought back.",
}


@allow(OWNER, methods=("POST",))
def undo(request: HttpRequest, token: str) -> HttpResponse:
    """Take one action back, and go where the person was. A record that changed since is left as it is."""
    to = page.back(request, "/today/")
    try:
        done = undoing.undo(subject=subject_of(request), token=token)
    except Conflict:
        return page.went(request, to, said="It has changed since, so it was left as it is. Its history holds both.")
    except UserError as error:
        return page.went(request, to, said=error.message)
    return page.went(request, to, said=_SAID[done.verb], undo=done.undo)
