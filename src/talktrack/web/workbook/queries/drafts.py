"""What stood in a form when it was left."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from talktrack.web.people.subject import Subject

from ..models import Draft


@dataclass(frozen=True)
class Unkept:
    """The fields of one form as they were last typed."""

    fields: dict[str, str]
    version: int
    """The version of the record that was being edited; 0 for a new one."""
    saved_at: datetime


def draft(subject: Subject, place: str) -> Unkept | None:
    """The draft of the form at `place` ("goals/nordic", "accomplishments/new"), or None."""
    found = Draft.for_subject(subject).filter(place=place).first()
    return Unkept(json.loads(found.fields), found.version, found.saved_at) if found else None
