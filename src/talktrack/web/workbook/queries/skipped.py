"""What the person did not want just now: a prompt, a question, a next step. It is asked again some days later."""

from __future__ import annotations

from datetime import date

from talktrack.web.people.subject import Subject

from ..resting import PLACE, rests
from .drafts import draft


def skipped(subject: Subject, about: str, today: date) -> dict[str, date]:
    """What is resting today of one kind ("reflect", "start", "step"), each with the day on which it was set aside."""
    found = draft(subject, PLACE)
    named = [(key.partition("/"), day) for key, day in (found.fields if found else {}).items()]
    return {name: date.fromisoformat(day) for (kind, _, name), day in named if kind == about and rests(day, today)}
