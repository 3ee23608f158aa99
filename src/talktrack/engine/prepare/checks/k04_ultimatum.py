"""K4: an ultimatum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases
from talktrack.kit.words import word_set

_GO = Phrases(
    "i'll|i'd leave|quit|resign|walk", "i will|would|must|shall leave|quit|resign|walk",
    "i'm|am leaving|quitting|resigning|gone|out", "i'm|am going to leave|quit|resign|look",
    "i have|need|want to leave|quit|resign", "i leave|quit|resign|walk", "i might|may|can|could leave|quit|resign",
    "hand|handing|handed in my notice|resignation", "give|giving my notice", "i'm|am off",
    "look|looking elsewhere", "go|going elsewhere",
    "find|take|accept for|another|a|the other|another|new|different job|offer|employer|company",
    "get|look|looking for|another|a|the other|another|new|different job|offer|employer|company",
    "accept|take another|the|my|an|other offer",
    "find|take|accept|get another|new|different job|offer|employer|company", "start|begin looking",
    "find something else", "look around", "work somewhere|elsewhere else",
)  # fmt: skip
_IF = word_set("or otherwise unless if else")
_LEAVES_SOMETHING = word_set("""it that this you them some enough early open room time space behind out a my on""")


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    for first, after in piece.found(_GO):
        sentence = prose.sentence(first)
        words = prose.tokens(sentence)
        if _IF.isdisjoint(words) or _is_other_leaving(prose.words, after):
            continue
        own = prose.written(first, after)
        yield piece.hit(
            first, after, f"Leave out “{own}”, and say what you need: “To stay and do this well, I need ___ by ___.”"
        )


def _is_other_leaving(words: Sequence[str], after: int) -> bool:
    """Whether something is left to somebody, or a room is left, and not the job."""
    if words[after - 1] not in ("leave", "leaving"):
        return False
    rest = words[after : after + 2]
    if rest[:1] == ["the"]:
        return rest[1:2] not in (["company"], ["team"], ["firm"], ["organisation"], ["organization"], ["job"])
    return bool(rest) and rest[0] in _LEAVES_SOMETHING


K4 = Rule(
    id="K4",
    title="An ultimatum",
    reads=("ask", "opening", "pay"),
    triggers=_GO.triggers,
    find=find,
    message="This reads as an ultimatum.",
    why="A threat turns the talk to your leaving and away from your ask. Whether you weigh leaving is yours to keep.",
    suggestion="Say what you need: “To stay and do this well, I need ___ by ___.”",
    grade="C",
    source="Practice of negotiation.",
    fires=(
        "I need the senior post by May or I'll leave.",
        "Unless you raise my pay by 5 %, I will look elsewhere.",
        "If this doesn't happen, I'm going to quit.",
    ),
    passes=(
        "I would like the senior post by May, or a plan that leads there.",
        "If you agree, I'll leave the newsletter to Sofia from June.",
        "May I leave the duty rota in May, or hand it over step by step?",
    ),
)
