"""G9: a near goal without a plan of when, where and how."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.goals.horizons import horizon
from talktrack.engine.story import Goal
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import shortened


def find(piece: Piece) -> Iterator[Hit]:
    goal = piece.value
    if not isinstance(goal, Goal) or horizon(goal, piece.today) != "near" or goal.if_then:
        return
    todo = [action for action in goal.actions if action.status in ("open", "doing")]
    if any(action.by for action in todo):
        return
    own = shortened(todo[0].what if todo else goal.what)
    yield Hit(suggestion=f"“If it is ___ (day, place), then I ___ towards: {own}.”", field="if_then")


G9 = Rule(
    id="G9",
    title="No when, where or if–then",
    reads=("goal",),
    find=find,
    message="Nothing says yet when and where you will work on this.",
    why="People who plan “if this happens, then I do that” reach their goals more often than those who only intend.",
    suggestion="“If it is ___ (day, place), then I ___.”",
    grade="A",
    source="Gollwitzer & Sheeran 2006: meta-analysis of implementation intentions.",
    fires=(
        Goal(id="guide", what="Write the host guide", target="2027-03"),
        Goal(id="guide", what="Write the host guide", horizon="near"),
        Goal.model_validate(
            {
                "id": "guide",
                "what": "Write the host guide",
                "target": "2027-03",
                "actions": [{"id": "talk", "what": "Ask five hosts", "kind": "experience"}],
            }
        ),
    ),
    passes=(
        Goal(id="guide", what="Write the host guide", target="2027-03", if_then="If it is Friday at ten, I write."),
        Goal(id="guide", what="Write the host guide", target="2029-03"),
        Goal.model_validate(
            {
                "id": "guide",
                "what": "Write the host guide",
                "target": "2027-03",
                "actions": [{"id": "talk", "what": "Ask five hosts", "kind": "experience", "by": "2026-12-01"}],
            }
        ),
    ),
)
