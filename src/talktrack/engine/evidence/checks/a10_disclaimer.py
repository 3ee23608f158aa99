"""A10: an achievement made small, or wrapped in a complaint."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases

_DISCLAIMER = Phrases(
    "nothing special", "not|no|isn't|wasn't a big|huge|great deal|thing", "no big deal",
    "nothing big|great|huge", "i only did|made|helped", "it's|it|was just|only a small",
    "just a small|little|minor", "anyone|anybody|everyone could|can|would have",
    "got|was|were just|simply|only lucky", "i got lucky", "just|simply|only got|was lucky", "i was lucky",
    "pure luck", "by luck", "just luck",
    "it was luck", "i'm no expert", "i'm not an expert", "i'm not sure if|whether this|it|that counts",
    "for what it's worth", "not perfect but", "not perfect , but", "don't want to brag|boast", "not to brag|boast",
    "i hate to brag|boast", "not trying to brag|boast", "it isn't|wasn't much", "it's not much", "not much but",
    "not much , but", "it may not sound", "this is probably nothing", "i guess", "if that counts",
    "in my humble opinion",
)  # fmt: skip
_COMPLAINT = Phrases(
    "no thanks to", "without any help|support from", "nobody else would|wanted|bothered|cared|could|did",
    "no one else would|wanted|bothered|cared|could|did", "had to do everything", "had to do it all",
    "do everything myself", "despite the lack of", "even though nobody|management|my",
    "of|despite useless|incompetent|lazy|hopeless", "although nobody|management",
    "nobody ever thanked|noticed|thanks|notices", "no one ever thanked|noticed|thanks|notices", "clean up after",
    "cleaned up the mess", "fix everyone|everybody else's", "as usual nobody", "as always nobody",
)  # fmt: skip


def find(piece: Piece) -> Iterator[Hit]:
    for first, after in piece.found(_DISCLAIMER):
        own = piece.prose.written(first, after)
        yield piece.hit(first, after, f"Say what you did and stop there: leave out “{own}”.")
    for first, after in piece.found(_COMPLAINT):
        own = piece.prose.written(first, after)
        instead = f"Tell the deed on its own, and keep “{own}” for a talk about how the work is set up."
        yield piece.hit(first, after, instead, "A complaint travels with this achievement.")


A10 = Rule(
    id="A10",
    title="An achievement with a disclaimer or a complaint",
    reads=("accomplishment",),
    triggers=_DISCLAIMER.triggers | _COMPLAINT.triggers,
    find=find,
    message="A disclaimer makes this achievement smaller than it was.",
    why="Listeners tend to remember the discount or the grievance and lose the deed. Credit to others is no "
    "discount: keep it.",
    suggestion="Say what you did and stop there.",
    grade="B",
    source="Studies of self-presentation.",
    fires=(
        "I guess I cut the queue from 40 to 12.",
        "It was nothing special, but I wrote the guide that all hosts use.",
        "Closed the audit in May, no thanks to finance.",
        "Rebuilt the stock list because nobody else would.",
    ),
    passes=(
        "Cut the queue from 40 to 12 with two colleagues from the service desk.",
        "Finished in just three weeks.",
        "I was the only one on shift, and kept all 30 stations open.",
    ),
)
