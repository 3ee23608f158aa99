"""What the organisation says it needs: only what has a source, and how old it is (R03, R26)."""

from __future__ import annotations

from datetime import date

from talktrack.engine.story import Journey, OpportunityFact, Statement, earliest

STALE_AFTER_MONTHS = 18
"""Strategy is usually restated once a year; half a year more, and it is worth asking whether it still holds."""


def is_stale(statement: Statement, today: date) -> bool:
    """Whether the statement is so old that one should ask "still true?". Without a date it is not known: False."""
    if not statement.date:
        return False
    said = earliest(statement.date)
    return (today.year - said.year) * 12 + today.month - said.month > STALE_AFTER_MONTHS


def is_sourced(statement: Statement) -> bool:
    """Whether a reader could look it up: it names its source."""
    return bool(statement.source)


def opportunity(journey: Journey) -> tuple[OpportunityFact, ...]:
    """The facts about opportunity that may be shown: those with claim, source and year (R03)."""
    return tuple(f for f in journey.opportunity_facts if f.claim and f.source and f.year)
