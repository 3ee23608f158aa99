"""What was computed from a whole workbook, remembered until the workbook changes."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from threading import Lock
from typing import Generic, TypeVar

from django.http import HttpRequest, HttpResponseBase

from talktrack.web.people.subject import Subject

from ..models import Workbook

T = TypeVar("T")

MOST_OWNERS = 16

_seen: ContextVar[dict[int, int] | None] = ContextVar("_seen", default=None)
"""The revision of each workbook as a page that only reads found it first; None outside such a page."""


def one_look(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: everything on a page that only reads is of one state of the workbook, asked for once."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD"):
            return get_response(request)  # after a write its state is another
        token = _seen.set({})
        try:
            return get_response(request)
        finally:
            _seen.reset(token)

    return middleware


class Memory(Generic[T]):
    """One value for each of the last few owners. It lives in this process only and is never written anywhere."""

    def __init__(self, compute: Callable[[Subject], T]) -> None:
        self._compute = compute
        self._kept: dict[int, tuple[int, T]] = {}
        self._lock = Lock()

    def of(self, subject: Subject) -> T:
        """The value for the workbook as it stands. One query where it is remembered."""
        # Read before computing: a write in between makes the value too new for its number, never too old.
        revision = _revision(subject)
        found = self._kept.get(subject.account)
        if found is not None and found[0] == revision:
            return found[1]
        value = self._compute(subject)
        with self._lock:
            self._kept.pop(subject.account, None)
            self._kept[subject.account] = (revision, value)
            while len(self._kept) > MOST_OWNERS:
                del self._kept[next(iter(self._kept))]
        return value


def _revision(subject: Subject) -> int:
    seen = _seen.get()
    if seen is None:
        return Workbook.revision_of(subject)
    if subject.account not in seen:
        seen[subject.account] = Workbook.revision_of(subject)
    return seen[subject.account]
