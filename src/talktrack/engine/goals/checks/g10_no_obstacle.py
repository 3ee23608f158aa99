"""G10: no obstacle foreseen, or one without an answer."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.goals.horizons import horizon
from talktrack.engine.story import Goal
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import shortened


def find(piece: Piece) -> Iterator[Hit]:
    goal = piece.value
    if not isinstance(goal, Goal) or horizon(goal, piece.today) not in ("near", "mid"):
        return
    if not goal.obstacles:
        yield Hit(field="obstacles")
    for obstacle in goal.obstacles:
        if not obstacle.response:
            yield Hit(
                message="An obstacle is named, and no answer to it yet.",
                suggestion=f"“If this happens: {shortened(obstacle.what)}, then I ___.”",
                field="obstacles",
            )


G10 = Rule(
    id="G10",
    title="No obstacle and no answer to it",
    reads=("goal",),
    find=find,
    message="Nothing says yet what may get in the way, and what you would do then.",
    why="Picturing the goal together with the obstacle, and planning the answer, helps people get there.",
    suggestion="“What may get in the way is ___. If it does, then I ___.”",
    grade="A−",
    source="Wang and others 2021: meta-analysis of mental contrasting with implementation intentions.",
    fires=(
        Goal(id="guide", what="Write the host guide", target="2027-03"),
        Goal(id="team", what="Lead a team of three", target="2028-11"),
        Goal.model_validate(
            {"id": "guide", "what": "Write it", "target": "2027-03", "obstacles": [{"what": "No quiet hour"}]}
        ),
    ),
    passes=(
        Goal(id="unit", what="Own a business unit", target="2033-03"),
        Goal(id="idea", what="Write a book"),
        Goal.model_validate(
            {
                "id": "guide",
                "what": "Write it",
                "target": "2027-03",
                "obstacles": [{"what": "No quiet hour", "response": "Book the small room on Fridays"}],
            }
        ),
    ),
)
