"""What the coach says of a record, as it is kept or as it is being typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError

from talktrack.engine import coach
from talktrack.engine.story import Journey
from talktrack.kit.checks import Finding
from talktrack.web.people.subject import Subject

from ..models.nouns import noun_of
from .journey import journey

TYPED = "being-typed"
"""What a record is called that was never kept."""


@dataclass(frozen=True)
class Advice:
    """A finding, with what its rule looks for and rests on."""

    finding: Finding
    title: str
    source: str


def kept(subject: Subject, today: date, *references: str) -> tuple[Advice, ...]:
    """What the coach says of these records ("goals/nordic"), or of a whole list ("goals")."""
    whole = journey(subject)
    return tuple(a for reference in references for a in _advice(coach.check(whole, today=today, only=reference)))


def typed(
    subject: Subject, noun: type[Any], fields: Mapping[str, object], today: date, *, name: str = ""
) -> tuple[Advice, ...]:
    """What the coach says of a record with these fields, beside the rest of the journey; nothing while it is no
    record yet. `name` is that of the record which is being changed."""
    kind = noun_of(noun)
    whole = journey(subject)
    before = next((r for r in getattr(whole, kind.kind) if name and r.id == name), None)
    start = dict(before) if before else {"id": TYPED}
    try:
        value = kind.adapter.validate_python({**start, **fields, "id": name or TYPED})
    except ValidationError:
        return ()
    others = tuple(r for r in getattr(whole, kind.kind) if r.id != value.id)
    there: Journey = whole.model_copy(update={kind.kind: (*others, value)})
    return _advice(coach.check(there, today=today, only=f"{kind.kind}/{value.id}"))


def _advice(findings: tuple[Finding, ...]) -> tuple[Advice, ...]:
    rules = ((f, coach.rule(f.rule)) for f in findings)
    return tuple(Advice(f, r.title, r.source) for f, r in rules if r)


def holds_back(rule: str) -> bool | None:
    """Whether a rule holds files back until the person confirms; None where there is no rule of that id."""
    found = coach.rule(rule)
    return found.blocks if found and found.id == rule else None
