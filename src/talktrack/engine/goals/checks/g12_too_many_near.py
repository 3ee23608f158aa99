"""G12: more near goals than one can carry."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.goals.horizons import horizon
from talktrack.engine.story import Goal, Journey
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import shortened

_MOST = 3


def find(piece: Piece) -> Iterator[Hit]:
    journey = piece.whole
    if not isinstance(journey, Journey):
        return
    near = [goal for goal in journey.goals if horizon(goal, piece.today) == "near" and not _over(goal)]
    if len(near) > _MOST:
        names = "; ".join(f"“{shortened(goal.what, 40)}”" for goal in near[:6])
        yield Hit(
            message=f"{len(near)} goals are to be reached within a year.",
            suggestion=f"Which three come first, and which may wait until ___? You have {names}.",
        )


def _over(goal: Goal) -> bool:
    return bool(goal.actions) and all(action.status in ("done", "dropped") for action in goal.actions)


def _near(count: int) -> Journey:
    return Journey(goals=tuple(Goal(id=f"g{i}", what=f"Finish part {i}", target="2027-05") for i in range(count)))


G12 = Rule(
    id="G12",
    title="More than three near goals",
    reads=("goals",),
    find=find,
    message="More than three goals are to be reached within a year.",
    why="With many goals at once, each gets less time and the listener does not know which one matters.",
    suggestion="Which three come first, and which may wait until ___?",
    grade="C",
    source="Practice of coaching.",
    fires=(_near(4), _near(5), _near(7)),
    passes=(_near(3), Journey(), Goal(id="far", what="Own a business unit", target="2033-03")),
)
