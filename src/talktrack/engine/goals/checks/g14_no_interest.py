"""G14: nothing says what draws the person to it."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Goal, Journey
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import shortened


def find(piece: Piece) -> Iterator[Hit]:
    goal, journey = piece.value, piece.whole
    if not isinstance(goal, Goal) or goal.interest or goal.why:
        return
    liked = ""
    if isinstance(journey, Journey):
        liked = next((a.text for a in journey.answers if a.topic in ("interest", "energy", "motivator")), "")
    if liked:
        yield Hit(suggestion=f"You wrote: “{shortened(liked, 80)}”. Has it to do with that: ___?", field="interest")
    else:
        yield Hit(suggestion=f"“What I would enjoy about ‘{shortened(goal.what)}’ is ___.”", field="interest")


G14 = Rule(
    id="G14",
    title="No link to an interest",
    reads=("goal",),
    find=find,
    message="Nothing says what draws you to this.",
    why="Goals that fit one's own interests are kept up longer, and enthusiasm that is true is heard.",
    suggestion="“What I would enjoy about it is ___.”",
    grade="B",
    source="Studies of goals that fit one's own interests.",
    fires=(
        Goal(id="guide", what="Write the host guide", target="2027-03"),
        Goal(id="unit", what="Own a business unit", target="2033-03"),
        Journey.model_validate(
            {
                "answers": [{"id": "energy", "topic": "energy", "text": "Writing the handbook with Marta."}],
                "goals": [{"id": "guide", "what": "Write the host guide"}],
            }
        ),
    ),
    passes=(
        Goal(id="guide", what="Write the host guide", interest="Building what others can run"),
        Goal(id="unit", what="Own a business unit", why="I want to show myself that I can"),
        Journey(),
    ),
)
