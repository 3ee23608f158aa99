"""K5: "I deserve it" without a criterion. Never on a complaint about unequal treatment: that has its own route."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.prepare.complaint import complaint
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases
from talktrack.kit.words import any_in, quantities, word_set

_CLAIM = Phrases(
    "deserve|deserves|deserved|deserving", "unfair|unfairly", "not|isn't|wasn't fair", "they|he|she got",
    "everyone|everybody else got|gets|has|earns", "others|people|colleagues got|get|earn",
    "earn|earns|get|gets|got|paid|makes more than me|i", "it's my turn", "only fair",
    "the same as the others|rest", "same as everyone|everybody",
    "owe|owes me", "entitled to", "my colleague|colleagues|peer|peers got|gets|get|earn|earns",
    "i've earned it|this",
)  # fmt: skip
_CRITERION = word_set(
    """criteria criterion framework ladder level levels band bands market benchmark benchmarks median survey
    scale requirements description expectations rubric results target targets kpi kpis measured standard
    competencies competency policy rule rules agreed promised"""
)


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    if complaint(prose):
        return
    for first, after in piece.found(_CLAIM):
        words = prose.tokens(prose.sentence(first))
        if any_in(words, _CRITERION) or quantities(words):
            continue
        own = prose.written(first, after)
        yield piece.hit(
            first,
            after,
            f"Instead of “{own}”: “Measured by ___ (level, market, result), I have ___; so I ask for ___.”",
        )
        return


K5 = Rule(
    id="K5",
    title="A claim without a criterion",
    reads=("ask", "opening", "pay"),
    triggers=_CLAIM.triggers,
    find=find,
    message="This claims something, and does not say by which measure.",
    why="A measure that both accept can be discussed; a comparison with others puts the listener on the defence.",
    suggestion="“Measured by ___ (level, market, result), I have ___; so I ask for ___.”",
    grade="C",
    source="Practice of negotiation: objective criteria.",
    fires=(
        "I deserve a raise.",
        "It is unfair that I still do the rota.",
        "They got the senior title last year, so it is my turn.",
    ),
    passes=(
        "By the criteria for level 4, which I meet in all six areas, I ask for the senior title by May.",
        "I have been paid less because of my age, and that is unfair.",
        "I deserve a second look: I closed 52 cases against a target of 40.",
    ),
)
