"""Verbs on one finding of the coach."""

from __future__ import annotations

from datetime import date
from typing import Literal

from talktrack.engine.story import Decision
from talktrack.web.people.subject import Subject

from . import record
from .done import Done


def decide(
    *,
    subject: Subject,
    rule: str,
    about: str,
    verdict: Literal["confirmed", "dismissed"],
    today: date,
    reason: str = "",
) -> Done[Decision]:
    """Remember what the person decided about a rule's finding on the record `about` ("accomplishments/welcome")."""
    decision = Decision(about=rule, record=about, verdict=verdict, reason=reason, on=today.isoformat())
    return record.put(subject=subject, value=decision)


def dismiss(*, subject: Subject, rule: str, about: str, today: date, reason: str = "") -> Done[Decision]:
    """The person has read it and thinks otherwise."""
    return decide(subject=subject, rule=rule, about=about, verdict="dismissed", today=today, reason=reason)


def confirm(*, subject: Subject, rule: str, about: str, today: date) -> Done[Decision]:
    """The person says that what the rule holds back is right as it stands."""
    return decide(subject=subject, rule=rule, about=about, verdict="confirmed", today=today)
