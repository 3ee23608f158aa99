"""G15: a goal without a need of the organisation, or with a benefit that would fit any goal."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Goal, Journey, links_of
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, Prose, shortened

_GENERIC = Phrases(
    "add|adds|adding|bring|brings|bringing|create|creates more|great|real|much|some value",
    "add|adds|adding|bring|brings|bringing|create|creates value",
    "help|helps|helping|benefit|benefits|benefiting the company|business|team",
    "help|helps|helping|benefit|benefits|benefiting the organisation|organization|firm",
    "support|supports|strengthen|strengthens the company|business|team|organisation|organization|firm",
    "good|great|useful|valuable|better for the company|business|team",
    "good|great|useful|valuable|better for the organisation|organization|firm|everyone", "help|helps us grow|all",
    "win win", "grow the business", "make the company|team better|stronger", "more value",
)  # fmt: skip
_CONCRETE = 4
"""Words beyond the generic phrase from which on a benefit counts as said."""


def find(piece: Piece) -> Iterator[Hit]:
    goal = piece.value
    if isinstance(goal, Goal):
        yield from _of_record(goal, piece.whole)
        return
    for first, after in piece.found(_GENERIC):
        if piece.prose.sentence(first).stop - after <= _CONCRETE:
            own = piece.prose.written(first, after)
            yield piece.hit(
                first, after, f"Say which problem or plan it serves: not “{own}” but “so that ___ can ___”."
            )


def _of_record(goal: Goal, journey: object) -> Iterator[Hit]:
    if goal.serves or not isinstance(journey, Journey):
        return
    mine = f"goals/{goal.id}"
    if any(link.state in ("proposed", "confirmed") for link in links_of(journey.links, mine)):
        return
    benefit = Prose(" ".join(filter(None, (goal.benefit.change, goal.benefit.result))))
    if benefit.words and not _is_generic(benefit):
        return
    stated = next((statement.quote for statement in journey.statements), "")
    of = f"Does it serve this: “{shortened(stated, 80)}”? " if stated else ""
    yield Hit(
        suggestion=f"{of}“{shortened(goal.what)}, so that ___ (who) can ___ (do what).”",
        message="The benefit named would fit any goal." if benefit.words else "",
        field="benefit" if benefit.words else "serves",
    )


def _is_generic(benefit: Prose) -> bool:
    found = next(iter(benefit.find(_GENERIC)), None)
    return found is not None and len(benefit.words) - (found[1] - found[0]) <= _CONCRETE


G15 = Rule(
    id="G15",
    title="Serves no need, or any",
    reads=("goal",),
    find=find,
    message="Nothing says which need of the organisation this serves.",
    why="A manager can back a goal that solves something they answer for; a general good is hard to put in a plan.",
    suggestion="“… so that ___ (who) can ___ (do what).”",
    grade="D",
    source="The method itself: common themes of own and company goals (R27–R31).",
    fires=(
        "Take the course on pricing by May 2027, which will add value to the company.",
        "Lead the launch in 2027; it would be good for the business.",
        Goal(id="pricing", what="Take the course on pricing"),
        Goal.model_validate({"id": "pricing", "what": "Take it", "benefit": {"result": "It helps the company."}}),
    ),
    passes=(
        "Take the course on pricing by May 2027, so that the spring offers no longer wait for finance.",
        Goal(id="pricing", what="Take the course on pricing", serves=("offers",)),
        Goal.model_validate(
            {"id": "pricing", "what": "Take it", "benefit": {"result": "Spring offers leave two weeks earlier"}}
        ),
    ),
)
