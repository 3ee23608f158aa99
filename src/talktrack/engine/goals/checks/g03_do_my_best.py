"""G3: "do my best" instead of a goal."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, shortened

_BEST = Phrases(
    "try|trying my|our best|hardest", "do|doing my|our|the best|utmost",
    "as * as possible", "as much|many * as possible|i", "as * as i|we can|could", "try|trying|tried hard|harder",
    "as best i|we can", "if possible", "where|whenever|wherever possible", "give|giving it my|our all|best",
    "give my best|all",
    "to the best of my", "at some point", "one day",
)  # fmt: skip


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    for first, after in piece.found(_BEST):
        sentence = prose.sentence(first)
        own = shortened(f"{prose.written(sentence.start, first)} ___ {prose.written(after, sentence.stop)}", 90)
        yield piece.hit(first, after, f"Put a mark there that you could miss: “{own}”.")


G3 = Rule(
    id="G3",
    title="“Do my best”",
    reads=("goal",),
    triggers=_BEST.triggers,
    find=find,
    message="“As well as I can” is true of any outcome.",
    why="A specific, demanding goal leads to more than “do your best”: it says when to go on and when to stop.",
    suggestion="Put a mark there that you could miss: ___.",
    grade="A",
    source="Locke & Latham 2002: specific, difficult goals against “do your best”.",
    fires=(
        "Learn as much as possible about the Danish market by May 2027.",
        "I will do my best to pass the exam in June.",
        "Keep the error rate as low as I can in 2027.",
        "Present to the board as often as I can next year.",
    ),
    passes=(
        "Learn the ten largest partners in the Danish market by May 2027.",
        "Pass the exam in June 2027.",
        "Find the best of three partners for the launch by March 2027.",
    ),
)
