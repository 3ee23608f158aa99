"""Line of sight: from what the organisation says down to what the person does (R26)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from talktrack.engine.organisation import is_sourced, is_stale
from talktrack.engine.story import Journey, Statement

from .settled import linked


@dataclass(frozen=True)
class Sight:
    """One statement with its source and date, and the person's records that serve it."""

    statement: Statement
    sourced: bool
    """False where a reader could not look it up."""
    stale: bool
    """True where it was said over `organisation.STALE_AFTER_MONTHS` months ago: does it still hold?"""
    served_by: tuple[str, ...]
    """References, as "goals/nordic"; empty shows as such."""


def line_of_sight(journey: Journey, *, today: date) -> tuple[Sight, ...]:
    """Every statement in the order of the journey."""
    serving: dict[str, list[str]] = {}
    for record, statement in linked(journey):
        serving.setdefault(statement, []).append(record)
    return tuple(
        Sight(s, is_sourced(s), is_stale(s, today), tuple(serving.get(s.id, ()))) for s in journey.statements
    )
