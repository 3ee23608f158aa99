"""What was computed from a whole workbook, remembered until the workbook changes."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from talktrack.web.people.subject import Subject

from ..models import Workbook

T = TypeVar("T")

MOST_OWNERS = 16


class Memory(Generic[T]):
    """One value for each of the last few owners. It lives in this process only and is never written anywhere."""

    def __init__(self, compute: Callable[[Subject], T]) -> None:
        self._compute = compute
        self._kept: dict[int, tuple[int, T]] = {}
        self._lock = Lock()

    def of(self, subject: Subject) -> T:
        """The value for the workbook as it stands. One query where it is remembered."""
        # Read before computing: a write in between makes the value too new for its number, never too old.
        revision = Workbook.revision_of(subject)
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
