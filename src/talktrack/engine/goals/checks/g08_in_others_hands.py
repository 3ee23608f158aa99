"""G8: a goal that only others can reach."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Goal
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases
from talktrack.kit.words import by_doing, word_set

_GIVEN = Phrases(
    "be|being|get|getting promoted", "be|being|get|getting given",
    "be|being|get selected|chosen|offered|picked|appointed",
    "be|being|get recognised|recognized|noticed|rewarded|considered", "receive a|the promotion|raise|bonus|award",
    "get a|the|my promotion|raise|rise|bonus|award", "get a pay rise|raise", "be made a|the",
    "be made head|lead|manager",
)  # fmt: skip
_DO = Phrases("i will", "i'll", "for which i", "to get there", "so i")
_FINITE = word_set("if once when after")


def find(piece: Piece) -> Iterator[Hit]:
    goal, prose = piece.value, piece.prose
    if isinstance(goal, Goal) and any(action.status != "dropped" for action in goal.actions):
        return
    for first, after in piece.found(_GIVEN):
        sentence = prose.sentence(first)
        words = prose.tokens(sentence)
        if not prose.holds(_DO, sentence) and not by_doing(words) and _FINITE.isdisjoint(words):
            own = prose.written(first, after)
            yield piece.hit(first, after, f"Keep it, and add what lies with you: “{own}, by doing ___ until ___”.")


G8 = Rule(
    id="G8",
    title="In the hands of others",
    reads=("goal",),
    triggers=_GIVEN.triggers,
    find=find,
    message="Others decide this one, and no step that you control stands beside it.",
    why="A goal you can act on keeps you moving whatever is decided, and gives the manager something to support.",
    suggestion="Keep it, and add what lies with you: “… by doing ___ until ___”.",
    grade="C",
    source="Practice of coaching: controllable actions beside outcomes.",
    fires=(
        "Be promoted in 2027.",
        "I want to be given the Nordic region by June 2027.",
        Goal(id="up", what="Get promoted to senior analyst", target="2027-09"),
    ),
    passes=(
        "Be promoted in 2027 by leading two launches to their end.",
        "Lead the Nordic region from June 2027.",
        Goal.model_validate(
            {
                "id": "up",
                "what": "Get promoted to senior analyst",
                "actions": [{"id": "model", "what": "Own the pricing model", "kind": "experience"}],
            }
        ),
    ),
)
