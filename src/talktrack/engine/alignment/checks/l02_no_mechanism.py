"""L2: a benefit without the way that leads to it."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Goal
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, shortened
from talktrack.kit.words import by_doing

_BENEFIT = Phrases(
    "benefit|benefits|benefiting|help|helps|helping the|our|us|you|everyone",
    "support|supports|strengthen|strengthens|improve|improves the|our|us|you|everyone",
    "good|great|useful|valuable|better|helpful for the|our|us|you|everyone", "of * value|use|benefit",
    "of value|use|benefit to",
    "add|adds|bring|brings|create|creates * value", "add|adds|bring|brings|create|creates value", "pay|pays off",
    "make * difference", "make|makes us|you|the",
)  # fmt: skip
_HOW = Phrases(
    "so that", "which lets|let|means|frees|gives|saves|cuts|would|will|allows|makes|keeps|brings|helps",
    "that lets|means|would let|allow", "this|it lets|frees|saves|cuts|allows|enables",
    "so you|we|they|the|our|members|customers|clients|nobody|fewer|more|it|each|every|one|no", "because",
    "therefore", "as a result", "then", "instead of", "rather than", "without", "since", "in order to",
    "would|will save|free|cut|let|allow|reduce|shorten|end|raise|win|keep|mean",
    "i'd|i'll save|free|cut|bring|take",
    "i can|could|would|will then|bring|take|cover|train|teach|share|write|run|show|pass", "from * to",
)  # fmt: skip


def find(piece: Piece) -> Iterator[Hit]:
    goal, prose = piece.value, piece.prose
    if isinstance(goal, Goal):
        b = goal.benefit
        if b.result and not b.change:
            yield Hit(
                message="The benefit names a skill or a result, and not what changes in between.",
                suggestion=f"“{shortened(b.skill) or '___'}, which lets ___ do ___; so: {shortened(b.result)}”.",
                field="benefit",
            )
        return
    if piece.kind == "goal":
        return
    found = next(iter(piece.found(_BENEFIT)), None)
    if found and not prose.holds(_HOW) and not by_doing(prose.words):
        own = shortened(prose.written(found[0], prose.sentence(found[0]).stop))
        yield piece.hit(*found, f"Add the way there: “{own}, because it lets ___ (who) ___ (do what)”.")


L2 = Rule(
    id="L2",
    title="No “so that”",
    reads=("ask", "benefit", "goal"),
    find=find,
    message="This names a benefit, and not how it would come about.",
    why="The step in between is what the listener can check and pass on; without it, a benefit is a promise.",
    suggestion="Add the way there: “… which lets ___ (who) ___ (do what)”.",
    grade="C",
    source="Practice of business cases: skill, change, result.",
    fires=(
        "Could I do the course by June? It would be of great value to the department.",
        "Could I go to the fair in May? It would help the team.",
        "I'd like to take the course; that would be good for the company.",
        Goal.model_validate({"id": "pricing", "what": "Learn pricing", "benefit": {"result": "Higher margins"}}),
    ),
    passes=(
        "Could I go to the fair in May? It would help the team, because I can meet all four suppliers in one day.",
        "Could you introduce me to Ingrid by 14 March?",
        Goal.model_validate(
            {
                "id": "pricing",
                "what": "Learn pricing",
                "benefit": {"skill": "Pricing", "change": "which lets me quote at once", "result": "Higher margins"},
            }
        ),
    ),
)
