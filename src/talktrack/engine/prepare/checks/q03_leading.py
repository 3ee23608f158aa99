"""Q3: a question that already holds its answer."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, shortened
from talktrack.kit.words import word_set

_LEADING = Phrases(
    "don't|wouldn't|won't you think|agree|say|find|feel|see|believe",
    "isn't|wasn't it true|obvious|clear|time|fair|odd|strange|better|about|right", "surely",
    "you|you'd|you'll agree that|with", "you would|will|do agree", "wouldn't it be",
    "aren't|haven't|didn't|shouldn't|wasn't|don't|can't i", "aren't|haven't|didn't|shouldn't|don't|can't we",
    "isn't there|this|that", "why don't|didn't|won't|can't you|they|we", "of course you",
    "you must admit|see|know",
    "as you know", "am i not", "did i not", "have i not", "do you not think|agree|see", "obviously",
    "everyone knows|agrees", "everybody knows|agrees",
)  # fmt: skip

_ASKS = word_set("what who whom which where when why how")
"""After these nothing is answered yet: "What am I not asking?"."""


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    for first, after in piece.found(_LEADING):
        if first and prose.words[first - 1] in _ASKS:
            continue
        own = shortened(prose.written(after, prose.sentence(first).stop))
        about = f" about “{own}”" if own else ""
        yield piece.hit(first, after, f"Leave the answer to them: “How do you see it{about}?”")
        return


Q3 = Rule(
    id="Q3",
    title="A leading question",
    reads=("question",),
    triggers=_LEADING.triggers,
    find=find,
    message="This question already holds the answer that it hopes for.",
    why="Led answers are polite and worth little. You learn more from a question that can surprise you.",
    suggestion="Leave the answer to them: “How do you see ___?”",
    grade="B",
    source="Studies of question wording in surveys and interviews.",
    fires=(
        "Don't you think I am ready for the next level?",
        "Surely there is a budget for one more course?",
        "Shouldn't I lead the next launch?",
    ),
    passes=(
        "How do you see my readiness for the next level?",
        "What budget is there for courses?",
        "What am I not asking you that I should?",
        "Who should lead the next launch, and what would speak for me?",
    ),
)
