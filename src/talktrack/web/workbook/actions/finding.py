"""Verbs on one finding of the coach."""

from __future__ import annotations

from datetime import date

from talktrack.engine import coach
from talktrack.engine.story import Decision, Journey
from talktrack.web.people.subject import Subject

from .. import bridge
from ..models import Record
from . import record
from .done import Done


def dismiss(*, subject: Subject, rule: str, about: str, today: date, reason: str = "") -> Done[Decision]:
    """The person has read what a rule says of the record `about` ("goals/nordic"), and thinks otherwise."""
    decision = Decision(about=rule, record=about, verdict="dismissed", reason=reason, on=today.isoformat())
    return record.put(subject=subject, value=decision)


def confirm(*, subject: Subject, rule: str, about: str, today: date) -> Done[Decision]:
    """The person says that what the rule holds back is right as it stands; a later edit asks again."""
    rows = Record.for_subject(subject).live().only("kind", "body")
    whole = bridge.to_journey(rows) if rule in coach.BLOCKING else Journey()
    return record.put(subject=subject, value=coach.confirmed(whole, rule, about, today=today))
