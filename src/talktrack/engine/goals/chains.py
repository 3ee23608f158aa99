"""How near goals support far ones (R20). A goal may support many, and rest on many."""

from __future__ import annotations

from datetime import date

from talktrack.engine.story import Goal, Journey

from .horizons import horizon


def supports(journey: Journey, goal: Goal) -> tuple[Goal, ...]:
    """The goals that lead to this one, directly."""
    return tuple(g for g in journey.goals if goal.id in g.leads_to and g.id != goal.id)


def chains(journey: Journey) -> tuple[tuple[Goal, ...], ...]:
    """Every way from a goal that nothing leads to up to one that leads nowhere further; loops are cut.

    At most 200 chains: beyond that nobody reads them, and the number can grow without bound.
    """
    goals = {g.id: g for g in journey.goals}
    targets = {n for g in journey.goals for n in g.leads_to if n != g.id}
    found: list[tuple[Goal, ...]] = []
    stack: list[tuple[Goal, ...]] = [(g,) for g in reversed(journey.goals) if g.id not in targets and g.leads_to]
    while stack and len(found) < 200:
        way = stack.pop()
        onward = [goals[n] for n in way[-1].leads_to if n in goals and goals[n] not in way]
        if onward:
            stack += [(*way, g) for g in reversed(onward)]
        elif len(way) > 1:
            found.append(way)
    return tuple(found)


def unsupported(journey: Journey, today: date) -> tuple[Goal, ...]:
    """Long goals without a near goal anywhere below them."""
    below: dict[str, set[str]] = {g.id: set() for g in journey.goals}
    for goal in journey.goals:
        for name in goal.leads_to:
            if name in below:
                below[name].add(goal.id)
    near = {g.id for g in journey.goals if horizon(g, today) == "near"}
    return tuple(g for g in journey.goals if horizon(g, today) == "long" and not near & _reach(below, g.id))


def _reach(below: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    stack = [start]
    while stack:
        for name in below[stack.pop()] - seen:
            seen.add(name)
            stack.append(name)
    return seen
