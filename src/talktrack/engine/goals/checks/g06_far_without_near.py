"""G6: a long goal that nothing near supports."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.goals.chains import unsupported
from talktrack.engine.story import Goal, Journey
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import shortened


def find(piece: Piece) -> Iterator[Hit]:
    journey = piece.whole
    if isinstance(journey, Journey):
        for goal in unsupported(journey, piece.today):
            own = shortened(goal.what)
            yield Hit(
                message=f"No goal of the next twelve months leads to “{own}”.",
                suggestion=f"Name one step of this year towards it: “___, which leads to: {own}”.",
                record=f"goals/{goal.id}",
            )


def _journey(*leads_to: str) -> Journey:
    return Journey(
        goals=(
            Goal(id="far", what="Shape how we open markets", target="2033-01"),
            Goal(id="mid", what="Lead a team of three", target="2028-06", leads_to=("far",)),
            Goal(id="near", what="Run the Danish launch", target="2027-08", leads_to=leads_to),
        )
    )


G6 = Rule(
    id="G6",
    title="A far goal with nothing near",
    reads=("goals",),
    find=find,
    message="No goal of the next twelve months leads to this one.",
    why="A far goal moves when something near serves it; it is also the part that a manager can act on now.",
    suggestion="Name one step of this year that leads there: ___.",
    grade="B",
    source="Studies of near subgoals of far goals.",
    fires=(
        Goal(id="far", what="Shape how we open markets", target="2033-01"),
        Goal(id="far", what="Own a business unit", horizon="long"),
        _journey(),
    ),
    passes=(
        _journey("far"),
        _journey("mid"),
        Goal(id="near", what="Run the Danish launch", target="2027-08"),
    ),
)
