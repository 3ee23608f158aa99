"""The whole journey of a subject, parsed once for each state of the workbook."""

from __future__ import annotations

from threading import Lock

from talktrack.engine.story import Journey
from talktrack.web.people.subject import Subject

from .. import bridge
from ..models import Record, Workbook

_MOST_KEPT = 16
_kept: dict[int, tuple[int, Journey]] = {}
_lock = Lock()


def journey(subject: Subject) -> Journey:
    """Everything that is kept and not deleted. One query where nothing has changed since the last time, else two."""
    if subject.role != "owner":
        return Journey()
    now = Workbook.revision_of(subject)
    found = _kept.get(subject.account)
    if found is None or found[0] != now:
        found = (now, bridge.to_journey(Record.for_subject(subject).live().only("kind", "body")))
        with _lock:
            _kept.pop(subject.account, None)
            _kept[subject.account] = found
            while len(_kept) > _MOST_KEPT:
                del _kept[next(iter(_kept))]
    return found[1]
