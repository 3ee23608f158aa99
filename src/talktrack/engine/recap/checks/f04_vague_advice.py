"""F4: "be more strategic", without a next behaviour."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.recap.repair import ask, present, vague
from talktrack.engine.story import Feedback
from talktrack.kit.checks import Hit, Piece, Rule


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    feedback = piece.value if isinstance(piece.value, Feedback) else None
    if "better" in present(prose, feedback):
        return
    for first, after in piece.found(vague()):
        own = prose.written(first, after)
        yield piece.hit(first, after, f"Ask back: “You said ‘{own}’. {ask(prose, 'better')}”")
        return


F4 = Rule(
    id="F4",
    title="Advice that could mean anything",
    reads=("feedback",),
    triggers=vague().triggers,
    find=find,
    message="This could mean many things, and names nothing to do next.",
    why="Two people rarely mean the same by it. Vague feedback leaves you guessing what would count as better.",
    suggestion="Ask back: “If I did it well next time, what would you see?”",
    grade="B",
    source="Studies of vague against specific feedback at work.",
    fires=(
        "Be more strategic.",
        "You need more executive presence.",
        Feedback(id="f", conversation="autumn", text="Not ready yet; work on visibility."),
    ),
    passes=(
        "Be more strategic: next time, open the plan with two options and what each would cost.",
        "Present the plan to the board in May.",
        Feedback(id="f", conversation="autumn", text="More presence.", better="Begin with the decision needed"),
    ),
)
