"""Goals in columns by horizon, and curves for what leads where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .parts import State
from .text import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalCard:
    """A goal, drawn by the tag `goals`."""

    id: str
    url: str
    words: Runs
    when: str
    """"August 2027, 9 months", or "no month yet"."""
    state: State | None = None
    because: str = ""
    note: str = ""
    """A line above: "Between mid and long"."""
    thin: bool = False
    """Drawn with a dashed edge: a draft, or a goal between two horizons."""
    leads_to: tuple[str, ...] = ()
    """Ids of goals further out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A goal that another one leads to, by name; `drawn` where a curve shows it too."""

    text: str
    url: str
    drawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A goal with the names of those it leads to."""

    goal: GoalCard
    leads: tuple[Lead, ...]

    @property
    def all_drawn(self) -> bool:
        """Whether every lead has a curve, so that the words may step back where curves are shown."""
        return all(lead.drawn for lead in self.leads)


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """One column of goals, and the curves from it to the next one, in a box of 100 by 1000."""

    name: str
    range: str
    cards: tuple[Card, ...]
    curves: tuple[str, ...] = ()
    empty: str = ""


def chains(columns: Sequence[tuple[str, str, Sequence[GoalCard]]]) -> tuple[Horizon, ...]:
    """Goals by horizon (name, range, goals), with a curve for each lead from one column to the next.

    A goal may lead to several and be led to by several. A lead that skips a column is told in words only.
    """
    place = {g.id: (c, row) for c, (_, _, goals) in enumerate(columns) for row, g in enumerate(goals)}
    named = {g.id: g for _, _, goals in columns for g in goals}
    found: list[Horizon] = []
    for c, (name, span, goals) in enumerate(columns):
        cards: list[Card] = []
        curves: list[str] = []
        for row, goal in enumerate(goals):
            leads: list[Lead] = []
            for target in goal.leads_to:
                if target not in place:
                    continue
                column, target_row = place[target]
                drawn = column == c + 1
                text = "".join(run.text for run in named[target].words).rstrip(".")
                leads.append(Lead(text=text, url=named[target].url, drawn=drawn))
                if drawn:
                    a, b = _middle(row, len(goals)), _middle(target_row, len(columns[column][2]))
                    curves.append(f"M0 {a}C50 {a} 50 {b} 100 {b}")
            cards.append(Card(goal=goal, leads=tuple(leads)))
        found.append(Horizon(name=name, range=span, cards=tuple(cards), curves=tuple(curves)))
    return tuple(found)


def _middle(row: int, of: int) -> int:
    return round(1000 * (row + 0.5) / of)
