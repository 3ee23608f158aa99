"""N3: no way to tell that it is done."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Commitment
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, shortened
from talktrack.kit.words import by_doing, quantities, word_set

_OPEN_ENDED = Phrases(
    "look|looks|looking into|at|after", "think|thinks|thinking about|over", "work|works|working on|with|towards",
    "explore|explores|exploring", "consider|considers|considering", "improve|improves|improving",
    "support|supports|supporting", "help|helps|helping", "follow|follows up", "keep|keeps|keeping",
    "continue|continues|continuing", "try|tries|trying", "focus|focuses|focusing", "be|become more",
    "engage|engages", "investigate|investigates", "learn|learns|learning about|more", "monitor|monitors",
    "get|gets|getting better", "develop|develops", "push|pushes for", "be|stay aware", "see|sees if|whether|what",
    "be involved", "reflect|reflects",
)  # fmt: skip
_DONE = Phrases(
    "done when", "so that", "until i|we|you|they|it|the|all|he|she", "done once", "finished when",
    "which is done", "result :",
    "and send|share|tell|show|report|write|present|come", "then send|share|tell|show|report",
    "with a list|note|page|plan|draft|decision|proposal",
)  # fmt: skip

_NOUN_AFTER = word_set("our the a an my your this that next first s their his her")
"""After these it is a thing, and not what somebody does: "our follow-up"."""


def find(piece: Piece) -> Iterator[Hit]:
    prose, record = piece.prose, piece.value
    if isinstance(record, Commitment) and record.done_test:
        return
    if prose.holds(_DONE) or by_doing(prose.words):
        return
    for first, after in piece.found(_OPEN_ENDED):
        if prose.words[first - 1 : first] and prose.words[first - 1] in _NOUN_AFTER:
            continue
        if not _counts(prose.tokens(prose.sentence(first))):
            own = shortened(prose.text)
            yield piece.hit(first, after, f"“{own}; done when ___.”")
            return


def _counts(words: list[str]) -> bool:
    """Whether a number of things is named: "three partners", but not a number in a date."""
    return any(words[i].isalpha() for i in quantities(words))


N3 = Rule(
    id="N3",
    title="No test for done",
    reads=("next-step",),
    triggers=_OPEN_ENDED.triggers,
    find=find,
    message="One could not tell when this is done.",
    why="A promise with an end can be kept, thanked for and closed; one without stays open in both heads.",
    suggestion="“___; done when ___.”",
    grade="A",
    source="Locke & Latham 2002: specific goals; here applied to next steps.",
    fires=(
        "Jocelyn will look into the budget by 14 March.",
        "I work on my presentation skills by May.",
        Commitment(id="budget", action="Think about the budget", owner="jocelyn", due="2027-03-14"),
    ),
    passes=(
        "Jocelyn sends me the budget by 14 March.",
        "Jocelyn looks into the budget by 14 March; done when I know the amount.",
        Commitment(id="budget", action="Think about the budget", owner="jocelyn", done_test="I know the amount"),
    ),
)
