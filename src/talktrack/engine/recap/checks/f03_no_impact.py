"""F3: no impact."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.recap.repair import ask, present
from talktrack.engine.story import Feedback
from talktrack.kit.checks import Hit, Piece, Rule


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    feedback = piece.value if isinstance(piece.value, Feedback) else None
    if prose.words and "impact" not in present(prose, feedback):
        yield Hit(0, len(prose.text), f"Ask back: “{ask(prose, 'impact')}”")


F3 = Rule(
    id="F3",
    title="No impact",
    reads=("feedback",),
    find=find,
    message="It does not say what this led to.",
    why="The impact shows how much it matters, and to whom; it tells you where a change would be noticed.",
    suggestion="Ask back: “What did that lead to, for you or for others?”",
    grade="C",
    source="Practice of feedback: situation, behaviour, impact.",
    fires=(
        "You spoke very fast in the March presentation.",
        "Good slides yesterday.",
        Feedback(id="f", conversation="autumn", text="You answered members late in May."),
    ),
    passes=(
        "You spoke fast in the March presentation, and the board asked everything twice.",
        "Your summary on Friday saved us a second meeting.",
        Feedback(id="f", conversation="autumn", text="You answered late in May.", impact="Two members left"),
    ),
)
