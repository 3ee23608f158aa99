"""What of a record is read when it is laid beside the organisation's words."""

from __future__ import annotations

from talktrack.engine.story import Accomplishment, Answer, Goal, Journey, Skill

ABOUT_WORK = ("ambition", "strength", "interest", "energy", "where", "value")
"""Topics of answers that speak of the work one is good at or drawn to. Boundaries and drains are nobody's need."""
READ = 1_000
"""Characters of one text that are read: what a record is about stands in its first lines."""


def readings(journey: Journey) -> list[tuple[str, str]]:
    """Each record that can be linked, as reference and text, one field to a line; records without words left out.

    A goal's `why` stays out: it is private, and the overlap is quoted in files that need not be.
    """
    found = [(f"goals/{g.id}", goal_text(g)) for g in journey.goals]
    found += [(f"accomplishments/{a.id}", accomplishment_text(a)) for a in journey.accomplishments]
    found += [(f"skills/{s.id}", skill_text(s)) for s in journey.skills]
    found += [(f"answers/{a.id}", answer_text(a)) for a in journey.answers]
    return [(reference, text) for reference, text in found if text]


def goal_text(goal: Goal) -> str:
    """The goal, whom it helps, what draws the person to it, and the skills it builds."""
    benefit = goal.benefit
    return _lines(goal.what, benefit.change, benefit.result, goal.interest, goal.learning_goal, *goal.skills)


def accomplishment_text(accomplishment: Accomplishment) -> str:
    """What was done, what came of it, the problem it solved and the skills it took."""
    return _lines(accomplishment.did, accomplishment.result, accomplishment.problem, *accomplishment.skills)


def skill_text(skill: Skill) -> str:
    """The skill and where it would serve next."""
    return _lines(skill.name, skill.target)


def answer_text(answer: Answer) -> str:
    """The answer in the person's own words, where it speaks of the work."""
    return _lines(answer.text) if answer.topic in ABOUT_WORK else ""


def _lines(*fields: str) -> str:
    return "\n".join(field for field in fields if field)[:READ]
