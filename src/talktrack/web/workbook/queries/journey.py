"""The whole journey of a subject, parsed once for each state of the workbook."""

from __future__ import annotations

from talktrack.engine.story import Journey
from talktrack.web.people.subject import Subject

from .. import bridge
from ..models import Record
from .memory import Memory


def journey(subject: Subject) -> Journey:
    """Everything that is kept and not deleted. One query where nothing has changed since the last time, else two."""
    return _journeys.of(subject) if subject.role == "owner" else Journey()


_journeys = Memory(lambda subject: bridge.to_journey(Record.for_subject(subject).live().only("kind", "body")))
