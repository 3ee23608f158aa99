"""Verbs on the suggested next step."""

from __future__ import annotations

from datetime import date

from talktrack.engine.story import Decision
from talktrack.web.people.subject import Subject

from . import finding
from .done import Done


def refuse(*, subject: Subject, step: str, today: date) -> Done[Decision]:
    """Not this one: it is not suggested again for a week."""
    return finding.dismiss(subject=subject, rule="step", about=f"steps/{step}", today=today)
