"""Why the organisation gains: the business case of a goal (R29)."""

from __future__ import annotations

from dataclasses import dataclass

from talktrack.engine.story import Goal

PARTS = ("skill", "change", "result")
"""The chain: what the person will be able to do, what that changes, what comes of it."""


@dataclass(frozen=True)
class BusinessCase:
    """The chain of one goal, and what is missing in it."""

    goal: str
    skill: str
    change: str
    result: str
    missing: tuple[str, ...]
    """Of `PARTS`, in order; all three where nothing has been said."""
    question: str
    """What to ask oneself about the gap; "" where there is none, or nothing to start from."""

    @property
    def middle_missing(self) -> bool:
        """Whether it jumps from the skill to the result, and leaves the reader to believe it."""
        return self.missing == ("change",)


def business_case(goal: Goal) -> BusinessCase:
    """The case as far as it goes. Without a skill of its own the benefit takes the first skill of the goal."""
    skill = goal.benefit.skill or next(iter(goal.skills), "")
    change, result = goal.benefit.change, goal.benefit.result
    missing = tuple(part for part, said in zip(PARTS, (skill, change, result), strict=True) if not said)
    return BusinessCase(goal.id, skill, change, result, missing, _question(skill, change, result))


def _question(skill: str, change: str, result: str) -> str:
    if change and not skill:
        return f"Which skill of yours brings it about that “{change}”?"
    if change and not result:
        return f"What does it bring the organisation that “{change}”?"
    if skill and result and not change:
        return f"What changes at work between “{skill}” and “{result}”?"
    if skill and not change:
        return f"What will change at work with “{skill}”?"
    if result and not change:
        return f"What has to change at work before “{result}”?"
    return ""
