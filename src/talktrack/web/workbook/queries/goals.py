"""Goals by horizon: what leads where, what each stretch gives, and how each one stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from talktrack.engine.goals import Cell, grid, horizon, months_until
from talktrack.engine.story import Agreement, Goal, Horizon, Journey
from talktrack.web.people.subject import Subject

from .journey import journey
from .memory import Memory


@dataclass(frozen=True)
class Placed:
    """A goal where it lies."""

    goal: Goal
    horizon: Horizon | None
    months: int | None
    """Whole months from now; None where no month is known."""
    agreement: Agreement | None
    """The latest that the manager said of it."""


@dataclass(frozen=True)
class Map:
    """All goals, the nearest first, and the 4 × 3 grid."""

    goals: tuple[Placed, ...]
    grid: tuple[Cell, ...]


def goals(subject: Subject, today: date) -> Map:
    """The subject's goals on that day."""
    known = _days.of(subject)
    if today not in known:
        known[today] = _map(journey(subject), today)
    return known[today]


_days: Memory[dict[date, Map]] = Memory(lambda _: {})


def _map(whole: Journey, today: date) -> Map:
    said = {a.goal: a for a in whole.agreements}
    placed = tuple(
        Placed(g, horizon(g, today), months_until(g.target, today) if g.target else None, said.get(g.id))
        for g in whole.goals
    )
    return Map(tuple(sorted(placed, key=lambda p: p.goal.target or "9999")), grid(whole, today) if placed else ())
