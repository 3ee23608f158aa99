"""O5: a claim that ends by asking whether it may stand."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases

_TAGS = Phrases(
    "right ?", "isn't|wasn't|aren't|don't|didn't|doesn't it|i|we|you|they|he|she ?",
    "won't|haven't|hasn't|weren't|can't|couldn't|wouldn't it|i|we|you|they|he|she ?", "ain't it ?", "innit ?",
    "is|was|am|are|do|did|does|will it|i|we|you|they ?", "you know ?", "okay|ok|yeah|yes|no|eh|huh|correct ?",
    "don't|wouldn't you think|agree|say ?", "isn't that so|right|true ?", "if that makes sense",
    "does that make sense ?",
)  # fmt: skip


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    for first, after in piece.found(_TAGS):
        sentence = prose.sentence(first)
        words = prose.tokens(sentence)
        makes_sense = "sense" in prose.words[first:after]
        if makes_sense or (first - sentence.start >= 3 and prose.words[first - 1] == ","):
            claim = prose.written(sentence.start, first).rstrip(" ,") if len(words) < 60 else "___"
            end = f"End with a full stop: “{claim}.” If you want a view, ask for it: “How do you see it?”"
            yield piece.hit(first, after, end if first > sentence.start else "Ask for a view: “How do you see it?”")


O5 = Rule(
    id="O5",
    title="A tag question after a claim",
    reads=("opening",),
    triggers=_TAGS.triggers,
    find=find,
    message="This claim ends by asking whether it may stand.",
    why="A tag invites a nod and closes the subject. A claim, and then an open question, gets you a real answer.",
    suggestion="End with a full stop. If you want a view, ask for it: “How do you see it?”",
    grade="B",
    source="In some places a tag is plain courtesy, so judge by your own.",
    fires=(
        "I want to talk about the launch, which went well, didn't it?",
        "The members are happier now, right? I'd like to talk about what comes next.",
        "I'd like to lead the next one, if that makes sense.",
    ),
    passes=(
        "I want to talk about the launch. How did you see it?",
        "I'd like to ask what went right.",
        "Did it go well from your side?",
    ),
)
