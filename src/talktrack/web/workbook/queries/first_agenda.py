"""The first agenda of a subject, and the question that fills it best."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from talktrack.engine.prepare.first import QUESTIONS, Fills, First, FirstQuestion, Gap, first
from talktrack.web.people.subject import Subject

from .journey import journey
from .skipped import skipped

__all__ = ["QUESTIONS", "STOPPED", "Asked", "Fills", "First", "FirstQuestion", "Gap", "agenda"]

STOPPED = "enough"
"""What is set aside by someone who wants no more questions today."""


@dataclass(frozen=True)
class Asked:
    """The agenda, with the question of the moment."""

    agenda: First
    question: FirstQuestion | None
    number: int
    """Which of the five it is, from 1."""
    of: int = len(QUESTIONS)


def agenda(subject: Subject, today: date, *, about: str = "") -> Asked:
    """The agenda as it stands; the question is the one `about` a gap, else the first that was not skipped today."""
    found = first(journey(subject), today=today)
    resting = skipped(subject, "start", today)
    asked = next((q for q in found.open if q.id == about), None)
    if asked is None and resting.get(STOPPED) != today:
        asked = next((q for q in found.open if resting.get(q.id) != today), None)
    gone = {*found.answered, *(name for name, day in resting.items() if day == today)} - {STOPPED}
    return Asked(found, asked, min(len(gone) + 1, len(QUESTIONS)))
