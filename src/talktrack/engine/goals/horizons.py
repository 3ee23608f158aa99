"""Near, mid, between, long: where a goal lies, seen from today (R16–R19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import get_args

from talktrack.engine.story import Goal, Horizon, Journey

HORIZONS: tuple[Horizon, ...] = get_args(Horizon)
ASPECTS = ("skills", "experiences", "exposure", "mentors")
COVER = ("near", "mid", "long")
"""The columns of the 4 × 3 grid; what lies between 3 and 5 years is shown in the long column."""


@dataclass(frozen=True)
class Cell:
    """One cell of the grid: an aspect on a horizon, and what the goals there hold for it."""

    aspect: str
    horizon: str
    entries: tuple[tuple[str, str], ...]
    """Goal id and text."""


def months_until(target: str, today: date) -> int:
    """Whole months from the month of `today` to the month `target` ("2027-08")."""
    year, month = (int(part) for part in target.split("-"))
    return (year - today.year) * 12 + month - today.month


def horizon(goal: Goal, today: date) -> Horizon | None:
    """Where the goal lies: from its target month, else what the person said; None where neither is known.

    Near is up to 12 months, mid to 36, between up to 60, long from 60 on. A month gone by still counts as near.
    """
    if not goal.target:
        return goal.horizon
    months = months_until(goal.target, today)
    if months <= 12:
        return "near"
    if months <= 36:
        return "mid"
    return "between" if months < 60 else "long"


def by_horizon(journey: Journey, today: date) -> tuple[tuple[Horizon | None, tuple[Goal, ...]], ...]:
    """The goals of each horizon, nearest first; last those without any, under None. Empty ones are left out."""
    rows = [(h, tuple(g for g in journey.goals if horizon(g, today) == h)) for h in (*HORIZONS, None)]
    return tuple((h, tuple(sorted(goals, key=lambda g: g.target or "9999"))) for h, goals in rows if goals)


def grid(journey: Journey, today: date) -> tuple[Cell, ...]:
    """All twelve cells, row by row, the empty ones too (R19)."""
    column = {"between": "long"}
    placed = [(g, column.get(h, h)) for g in journey.goals if (h := horizon(g, today))]
    return tuple(
        Cell(aspect, name, tuple((g.id, text) for g, at in placed if at == name for text in getattr(g, aspect)))
        for aspect in ASPECTS
        for name in COVER
    )
