"""G4: a skill that is still new, and a goal that names only an outcome."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Goal, Journey
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases
from talktrack.kit.words import any_in, quantities, word_set

_LEARN = word_set(
    """learn learning study studying practise practice practising practicing course training shadow class"""
)
_NEW = Phrases(
    "new to", "never done|used|led|held|managed|run|written|sold|coded|presented|hired", "first time",
    "no experience", "from scratch", "as a beginner", "complete beginner", "a novice", "little experience",
    "without any experience", "don't know how", "do not know how",
)  # fmt: skip


def find(piece: Piece) -> Iterator[Hit]:
    prose, goal, journey = piece.prose, piece.value, piece.whole
    if any_in(prose.words, _LEARN):
        return
    if isinstance(goal, Goal):
        if goal.learning_goal or not isinstance(journey, Journey) or any(a.kind == "education" for a in goal.actions):
            return
        new = {skill.name.casefold() for skill in journey.skills if skill.level == "novice"}
        for name in goal.skills:
            if name.casefold() in new:
                yield Hit(
                    message=f"“{name}” is still new to you, and the goal names only the outcome.",
                    suggestion=f"Add a goal for learning first: “Find and try ___ ways to do {name}, by ___”.",
                    field="learning_goal",
                )
                return
    found = next(iter(piece.found(_NEW)), None)
    if found and quantities(prose.words):
        yield piece.hit(*found)


G4 = Rule(
    id="G4",
    title="An outcome before the skill is there",
    reads=("goal",),
    find=find,
    message="The skill is still new, and the goal names only the outcome.",
    why="While a complex skill is new, a goal for learning tends to serve better than a goal for the result alone.",
    suggestion="Add a goal for learning first: “Find and try ___ ways to ___, by ___”.",
    grade="B",
    source="Locke & Latham 2019: learning goals where the task is complex and new.",
    fires=(
        "Bring in 12 partners by June 2027, though I am new to sales.",
        "Hold a budget of 40,000 pounds for the first time in 2027.",
        Journey.model_validate(
            {
                "skills": [{"id": "budget", "name": "Budgeting", "level": "novice"}],
                "goals": [{"id": "launch", "what": "Run the launch within 30,000 pounds", "skills": ["budgeting"]}],
            }
        ),
    ),
    passes=(
        "Learn to plan a yearly budget before June 2027.",
        "Bring in 12 partners by June 2027.",
        Journey.model_validate(
            {
                "skills": [{"id": "budget", "name": "Budgeting", "level": "novice"}],
                "goals": [
                    {
                        "id": "launch",
                        "what": "Run the launch within 30,000 pounds",
                        "skills": ["budgeting"],
                        "learning_goal": "Follow one launch budget month by month",
                    }
                ],
            }
        ),
    ),
)
