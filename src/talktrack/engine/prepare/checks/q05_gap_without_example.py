"""Q5: asks about a gap, and no question asks for an example."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Journey, Question
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, Prose

_GAP = Phrases(
    "gap|gaps", "weakness|weaknesses", "blind spot|spots", "holding|holds me back", "hold me back",
    "what|where am|do i missing|lack|lacking", "am i missing", "i'm missing", "do i lack", "i lack", "not ready",
    "not yet ready", "improve", "do better", "struggle|struggled|struggling", "fall|fell|falling short",
    "shortcoming|shortcomings", "get in my way", "stands in my way", "work on most", "need to work on",
    "should i work on", "need to develop", "get better at", "be better at", "handled better", "mishandled",
)  # fmt: skip
_EXAMPLE = Phrases(
    "example|examples", "instance", "moment|moments", "situation|situations", "a time", "time when",
    "for instance",
    "when did", "occasion|occasions", "case where", "meeting where", "specific", "specifically",
    "in the|my|our|that|last|next", "when i", "which assignment|project|task|meeting|moment", "did i", "have i",
)  # fmt: skip


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    if prose.holds(_EXAMPLE) or _asked_elsewhere(piece):
        return
    for first, after in piece.found(_GAP):
        if prose.words[prose.sentence(first).stop - 1] != "?" and len(prose.sentences) > 1:
            continue
        own = prose.written(first, after)
        yield piece.hit(
            first,
            after,
            f"Follow it with: “Could you think of a moment when you noticed that (“{own}”)? What did I do?”",
        )
        return


def _asked_elsewhere(piece: Piece) -> bool:
    """Whether another question of the same conversation asks for an example."""
    if not isinstance(piece.value, Question) or not isinstance(piece.whole, Journey):
        return False
    here = piece.record.split("/")[1]
    others = (q for c in piece.whole.conversations if c.id == here for q in c.questions)
    return any(q.id != piece.value.id and "example" in Prose(q.text).have for q in others)


def _conversation(*questions: str) -> Journey:
    asked = [{"id": f"q{i}", "text": text} for i, text in enumerate(questions)]
    return Journey.model_validate({"conversations": [{"id": "autumn", "questions": asked}]})


Q5 = Rule(
    id="Q5",
    title="A gap, and no example",
    reads=("question",),
    triggers=_GAP.triggers,
    find=find,
    message="This asks about a gap, and nothing asks for an example of it.",
    why="“Communication” can mean ten things. One moment that both remember shows which.",
    suggestion="Follow it with: “Could you think of a moment when you noticed that? What did I do?”",
    grade="C",
    source="Practice of feedback: situation, behaviour, impact.",
    fires=(
        "What gaps do you see?",
        "What is holding me back?",
        _conversation("What should I improve?", "Who decides about courses?"),
    ),
    passes=(
        "What gaps do you see, and could you give me an example of one?",
        "Which skills does the region lead use every week?",
        _conversation("What should I improve?", "Could you give me an example from this year?"),
    ),
)
