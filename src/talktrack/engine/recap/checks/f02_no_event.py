"""F2: no event, date or place."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.recap.repair import ask, present
from talktrack.engine.story import Feedback
from talktrack.kit.checks import Hit, Piece, Rule


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    feedback = piece.value if isinstance(piece.value, Feedback) else None
    if prose.words and "situation" not in present(prose, feedback):
        yield Hit(0, len(prose.text), f"Ask back: “{ask(prose, 'situation')}”")


F2 = Rule(
    id="F2",
    title="No event behind it",
    reads=("feedback",),
    find=find,
    message="It does not say when or where this was noticed.",
    why="Without an event, you cannot tell what was meant, nor whether it was once or always.",
    suggestion="Ask back: “When did you last notice it: which meeting, piece of work or day?”",
    grade="C",
    source="Practice of feedback: situation, behaviour, impact.",
    fires=(
        "Be more strategic.",
        "You explain things well.",
        Feedback(id="f", conversation="autumn", text="Good with members."),
    ),
    passes=(
        "In the March planning meeting you explained the budget so that everyone could follow.",
        "When you present, you begin with the detail, so people lose the thread.",
        Feedback(id="f", conversation="autumn", text="Good with members.", situation="The repair evening in May"),
    ),
)
