"""G11: no way to follow progress."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.goals.horizons import horizon
from talktrack.engine.story import Goal
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import shortened
from talktrack.kit.words import quantities


def find(piece: Piece) -> Iterator[Hit]:
    goal = piece.value
    if not isinstance(goal, Goal) or horizon(goal, piece.today) not in ("near", "mid") or goal.progress:
        return
    if not quantities(piece.prose.words) and not any(action.done_test for action in goal.actions):
        yield Hit(
            suggestion=f"“{shortened(goal.what)}: I count ___ every ___, and note it in ___.”", field="progress"
        )


G11 = Rule(
    id="G11",
    title="No measure of progress",
    reads=("goal",),
    find=find,
    message="Nothing says yet how you will see that you are getting there.",
    why="Following one's progress helps people reach goals, more so when it is written down or shared.",
    suggestion="“I count ___ every ___, and note it in ___.”",
    grade="A−",
    source="Harkin and others 2016: meta-analysis of monitoring goal progress.",
    fires=(
        Goal(id="guide", what="Write the host guide", target="2027-03"),
        Goal(id="team", what="Lead a regional team", target="2028-11"),
        Goal(id="near", what="Learn to plan a budget", horizon="near"),
    ),
    passes=(
        Goal(id="guide", what="Write the host guide", target="2027-03", progress="Chapters read by a host"),
        Goal(id="members", what="Gain 500 Danish members", target="2027-08"),
        Goal(id="unit", what="Own a business unit", target="2033-03"),
    ),
)
