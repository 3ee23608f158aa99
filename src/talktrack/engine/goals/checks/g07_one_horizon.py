"""G7: every goal on the same horizon."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.goals.horizons import horizon
from talktrack.engine.story import Goal, Journey
from talktrack.kit.checks import Hit, Piece, Rule

_SAID = {
    "near": ("within a year", "Where could that lead in one to three years: ___, and in the long run: ___?"),
    "mid": ("between one and three years away", "What could you begin this year: ___, and where might it lead: ___?"),
    "between": ("between three and five years away", "What could you begin this year: ___?"),
    "long": ("five years away or more", "What could you begin this year: ___, and reach in one to three years: ___?"),
}


def find(piece: Piece) -> Iterator[Hit]:
    journey = piece.whole
    if not isinstance(journey, Journey):
        return
    found = {horizon(goal, piece.today) for goal in journey.goals} - {None}
    if len(found) == 1:
        where, ask = _SAID[str(found.pop())]
        yield Hit(message=f"All your goals are {where}.", suggestion=ask)


G7 = Rule(
    id="G7",
    title="Goals on one horizon only",
    reads=("goals",),
    find=find,
    message="All your goals lie on one horizon.",
    why="The conversation covers near, mid and long. With only one of them, it stays a task list or a dream.",
    suggestion="Add a line for the horizons that are empty: ___. A long goal may be vague.",
    grade="D",
    source="The method itself: near goals support far ones (R16–R20).",
    fires=(
        Goal(id="near", what="Run the Danish launch", target="2027-08"),
        Journey(goals=(Goal(id="a", what="A", target="2027-01"), Goal(id="b", what="B", target="2027-06"))),
        Goal(id="far", what="Own a business unit", horizon="long"),
    ),
    passes=(
        Journey(),
        Journey(goals=(Goal(id="a", what="A", target="2027-01"), Goal(id="b", what="B", target="2029-06"))),
        Goal(id="some", what="Write more"),
    ),
)
