"""Q1: a question that can be answered with yes or no, where an open one would learn more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, shortened
from talktrack.kit.words import is_time, word_set

_CLOSED = word_set(
    """do does did is are was were am can could will would have has had should isn't aren't wasn't don't doesn't
    didn't hasn't haven't shall may might"""
)
_ALLOWED = Phrases(
    "can|could|would|will|might you", "can|could|may|shall|should|would we|i",
    "are|were you willing|able|prepared|ready|happy|comfortable to", "are|were you open|ok|okay|free",
    "do|did we agree|have|still", "do you agree|commit|support|promise|approve|mind|mean",
    "is|are that|it|we|you|this|friday|monday|both agreed|ok|okay|right|correct|clear|settled|fine",
    "have we|i understood|heard|agreed|missed|got|covered", "would it be|help|work|suit",
    "is it possible|ok|okay|all", "does that|this|it match|work|suit|sound|fit", "did i understand|hear|get|miss",
    "have i understood|got|missed|heard",
)  # fmt: skip
_COMMITS = word_set("by date when deadline")
_OPENED = {
    ("do", "you", "think"): "What makes you think that",
    ("is", "there"): "Which",
    ("are", "there"): "Which",
    ("do", "you", "see"): "Where do you see",
}


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    for sentence in prose.sentences:
        words = prose.tokens(sentence)
        lead = next((i for i, word in enumerate(words) if word not in ("and", "so", "also", "but", ",")), 0)
        if words[-1] != "?" and len(prose.sentences) > 1:
            continue
        if words[lead] in _CLOSED and not _checks_a_commitment(words[lead:]):
            first = sentence.start + lead
            yield piece.hit(first, first + 1, _opened(prose.written(first, sentence.stop), words[lead:]))


def _checks_a_commitment(words: Sequence[str]) -> bool:
    return bool(_ALLOWED.length_at(words, 0)) or any(
        (is_time(word) and words[i - 1] not in ("this", "last", "the", "past")) or word in _COMMITS
        for i, word in enumerate(words)
    )


def _opened(own: str, words: Sequence[str]) -> str:
    rest = own.rstrip("? ").split()
    for start, opener in _OPENED.items():
        if tuple(words[: len(start)]) == start:
            return f"Open it: “{opener} {shortened(' '.join(rest[len(start) :]))}, and what do you base that on?”"
    return f"Open it: “What ___?” or “How ___?”, instead of “{shortened(own)}?”"


Q1 = Rule(
    id="Q1",
    title="A closed question where you want to explore",
    reads=("question",),
    triggers=_CLOSED,
    find=find,
    message="This can be answered with yes or no.",
    why="An open question gets you the reasons. Closed ones serve well at the end, to check what was agreed.",
    suggestion="Open it: “What ___?” or “How ___?”",
    grade="C",
    source="Practice of interviewing and coaching.",
    fires=(
        "Do you think I am ready for the next level?",
        "Is there room to grow in this team?",
        "Have I done well this year?",
    ),
    passes=(
        "What would you need to see from me before the next level?",
        "Could you introduce me to Ingrid?",
        "Are we agreed that I start in May?",
        "Is there a date by which the budget is decided?",
    ),
)
