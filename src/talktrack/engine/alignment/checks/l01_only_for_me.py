"""L1: a benefit that names only oneself."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, shortened
from talktrack.kit.words import any_in, word_set

_FOR_ME = Phrases(
    "so|because that i", "so i can", "because i", "it|that|this helps|help me", "would|will help me|my",
    "good|great|better|useful for me|my", "for my career|cv|resume|growth", "my career|cv|resume",
    "help|helps|boost|boosts my", "benefit|benefits me", "for my own", "for myself",
    "i would|will gain|learn|grow|earn", "i'd gain|learn|grow|earn", "let|lets me learn|grow|earn|advance",
)  # fmt: skip
_OTHERS = word_set(
    """we us our you your team teams company business customers customer clients client members member users
    user colleagues department organisation organization firm project launch market patients students partners
    partner suppliers product service they them their him her his everyone others people group board shop shops region
    revenue cost costs quality hosts guests residents readers pupils citizens public community unit plant office
    desk"""
)


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    for first, _ in piece.found(_FOR_ME):
        sentence = prose.sentence(first)
        rest = prose.words[first : sentence.stop]
        before = prose.words[sentence.start : first]
        others = any_in(rest, _OTHERS) or (piece.kind == "benefit" and any_in(before, _OTHERS))
        if not others:
            own = shortened(prose.written(first, sentence.stop))
            yield piece.hit(
                first, sentence.stop, f"Keep it, and add the other side: “{own}, so that ___ (who) gets ___”."
            )
            return


L1 = Rule(
    id="L1",
    title="A benefit for oneself only",
    reads=("ask", "benefit"),
    triggers=_FOR_ME.triggers,
    find=find,
    message="The benefit named here is only your own.",
    why="Your own growth is a fair reason. The manager also needs the one that they can pass on.",
    suggestion="Keep it, and add the other side: “… so that ___ (who) gets ___”.",
    grade="B",
    source="Studies of requests that name a gain for both sides.",
    fires=(
        "Could I join the planning group, so that I can build my CV?",
        "I would like to take the course because it would help my career.",
        "Could you send me to the conference in May? It would be great for me.",
    ),
    passes=(
        "Could I join the planning group by May, so that members are heard before the plan is fixed?",
        "Could you send me to the conference in May? I would bring back three partners for the launch.",
        "Could I take the course, because it would help me answer our suppliers without waiting for finance?",
    ),
)
