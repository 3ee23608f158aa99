"""O4, off unless switched on: three hedges or more in fifty words of claims."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases

_HEDGES = Phrases(
    "maybe", "perhaps", "possibly", "probably", "somewhat", "sort|kind of", "i think|guess|suppose|feel",
    "a bit|little", "just", "might", "i was wondering", "i wonder", "hopefully", "fairly", "rather", "quite",
    "in a way", "more or less", "i'm not sure", "it seems", "seems to me", "to some extent",
)  # fmt: skip
_WINDOW = 50
_MOST = 3


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    asked = {sentence.start for sentence in prose.sentences if prose.words[sentence.stop - 1] == "?"}
    hedges = [span for span in piece.found(_HEDGES) if prose.sentence(span[0]).start not in asked]
    last = -1
    for i in range(len(hedges) - _MOST + 1):
        first, after = hedges[i][0], hedges[i + _MOST - 1][1]
        if after - first <= _WINDOW and first >= last:
            last = after
            yield piece.hit(first, after)


O4 = Rule(
    id="O4",
    title="Many hedges in claims",
    reads=("opening",),
    triggers=_HEDGES.triggers,
    find=find,
    message="Three softening words or more stand close together in what you claim.",
    why="Some listeners take many hedges for doubt; others take them for courtesy. Keep those that you mean.",
    suggestion="Keep the one that is true, and say the rest plainly: “I ___, and I would like ___.”",
    grade="B",
    source="Studies of tentative language; off unless you switch it on.",
    on=False,
    fires=(
        "I think I might perhaps be ready for more.",
        "I guess it was sort of a good year, and maybe I could do more.",
        "Maybe I'm wrong. I just feel that the launch went quite well.",
    ),
    passes=(
        "I am ready for more, and I would like to run the launch.",
        "I think I am ready for more.",
        "Might you perhaps have a view on that, maybe from the board?",
    ),
)
