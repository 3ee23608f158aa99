"""G2: no month by which, or one that does not fit the horizon."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.goals.horizons import horizon, months_until
from talktrack.engine.story import Goal
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import shortened
from talktrack.kit.when import names_a_day


def find(piece: Piece) -> Iterator[Hit]:
    goal = piece.value
    if isinstance(goal, Goal):
        yield from _of_record(goal, piece)
    elif piece.prose.words and not names_a_day(piece.prose, piece.today):
        yield Hit(0, len(piece.prose.text), f"“{shortened(piece.prose.text)}, by ___ (month and year).”")


def _of_record(goal: Goal, piece: Piece) -> Iterator[Hit]:
    if not goal.target:
        if goal.horizon is None:
            yield Hit(
                suggestion=f"“{shortened(goal.what)}, by ___ (month and year).” Roughly is fine.", field="target"
            )
        return
    if months_until(goal.target, piece.today) < 0:
        yield Hit(
            message=f"The month of this goal, {goal.target}, has gone by.",
            suggestion="Is it reached? If so, tell it as an accomplishment. If not, choose a new month: ___.",
            field="target",
        )
    elif goal.horizon and horizon(goal, piece.today) != goal.horizon:
        yield Hit(
            message=f"It is filed as “{goal.horizon}”, and its month, {goal.target}, lies on another horizon.",
            suggestion="Keep the one that you mean, and leave the other empty.",
            field="horizon",
        )


G2 = Rule(
    id="G2",
    title="No month, or one that does not fit",
    reads=("goal",),
    find=find,
    message="No month is named by which this should be reached.",
    why="A month turns a wish into something both of you can plan around, and shows whether it is near, mid or long.",
    suggestion="Add “by ___ (month and year)”. Roughly is fine.",
    grade="C",
    source="Practice of goal setting; the horizons are the method's own.",
    fires=(
        "Run the launch community in Denmark.",
        Goal(id="launch", what="Run the launch community"),
        Goal(id="launch", what="Run the launch community", target="2026-03"),
        Goal(id="launch", what="Run the launch community", target="2027-03", horizon="long"),
    ),
    passes=(
        "Run the launch community in Denmark by August 2027.",
        "Shadow two partner visits within the next nine months.",
        Goal(id="launch", what="Run the launch community", target="2027-03"),
        Goal(id="launch", what="Run the launch community", horizon="long"),
    ),
)
