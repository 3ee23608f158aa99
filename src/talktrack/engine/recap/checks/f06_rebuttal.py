"""F6: a reply that begins with a rebuttal."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases

_REBUTTAL = Phrases(
    "but", "actually", "not fair", "that's|this's|it's not fair|true|right|correct",
    "that isn't|wasn't fair|true|right", "yes|yeah|ok|okay|well|sure|no but|actually",
    "yes|yeah|ok|okay|well|sure|no , but|actually", "i disagree", "that is|was not fair|true|right",
    "no , that|that's|it's|i|you", "that's|it's wrong|nonsense|rubbish",
    "with respect", "to be fair",
)  # fmt: skip
_MINE = Phrases(
    "me :", "i said", "i replied", "i answered", "my reply|answer :", "my reply|answer was", "i said :|,",
    "i replied :|,", "i answered :|,",
)  # fmt: skip


def find(piece: Piece) -> Iterator[Hit]:
    words = piece.prose.words
    first = _MINE.length_at(words, 0)
    if length := _REBUTTAL.length_at(words, first):
        yield piece.hit(first, first + length)


F6 = Rule(
    id="F6",
    title="A reply that begins with a rebuttal",
    reads=("feedback", "reply"),
    triggers=_REBUTTAL.triggers,
    find=find,
    message="This reply begins by pushing back.",
    why="Who is answered with “but” stops telling. Say back what you heard; you may still disagree.",
    suggestion="Begin with what you heard: “So what you saw is ___. Could you tell me more about ___?”",
    grade="D",
    source="The method itself: listen, clarify, stay undefensive (R43).",
    fires=(
        "But the numbers were late because of finance.",
        "Me: Actually, I did send the report.",
        "I said, that's not fair.",
    ),
    passes=(
        "Me: So the report came too late for your meeting. When would you have needed it?",
        "You finished on time, but the board had no page to read.",
        "I replied that I would send it on Mondays.",
    ),
)
