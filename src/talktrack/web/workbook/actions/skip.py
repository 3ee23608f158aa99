"""Setting something aside for some days: a prompt, a question, a next step."""

from __future__ import annotations

import json
from datetime import date

from django.db import transaction

from talktrack.web.people.subject import Subject

from .. import access
from ..models import Draft
from ..resting import PLACE, rests
from .draft import MOST_FIELDS, save


@transaction.atomic
def skip(*, subject: Subject, about: str, name: str, today: date) -> None:
    """Let `name` rest. What rested long enough is forgotten."""
    access.queue(subject)
    fields = {key: day for key, day in _resting(subject).items() if rests(day, today)}
    fields[f"{about}/{name}"] = today.isoformat()
    save(subject=subject, place=PLACE, fields=dict(list(fields.items())[-MOST_FIELDS:]))


@transaction.atomic
def wake(*, subject: Subject, about: str) -> None:
    """Ask for everything of that kind again now."""
    access.queue(subject)
    kept = {key: day for key, day in _resting(subject).items() if not key.startswith(f"{about}/")}
    save(subject=subject, place=PLACE, fields=kept)


def _resting(subject: Subject) -> dict[str, str]:
    found = Draft.for_subject(subject).filter(place=PLACE).first()
    return json.loads(found.fields) if found else {}
