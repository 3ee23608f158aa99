"""O1: two sentences in, and no purpose yet."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases
from talktrack.kit.words import word_set

_PURPOSE = Phrases(
    "purpose", "i'd like|love|want", "i would|should like|love", "i want|wanted|hope|hoped|plan to", "i hope",
    "i asked|requested for", "i'm here to|because", "i'm hoping|asking",
    "my aim|goal|hope|plan|wish|question|idea",
    "talk|talking about|through|over", "talk with you about", "speak|speaking about|with", "discuss|discussing",
    "today|this|it is about", "it's|that's about", "as i wrote|mentioned",
    "asked for this|the|a|half|thirty|some|your",
    "this meeting|conversation|talk is", "my career|future|development|path|way|next",
    "about becoming|moving|my", "i wish|need", "next step|steps|role|year",
    "let's", "get|have|hear your view|feedback|advice|thoughts|opinion", "what i|we", "walk|take you through",
    "come|came|here to", "to ask", "ask for|you", "came to", "agree on|with|what|how", "the reason i|for|we",
    "here's what",
    "we could talk|discuss|look|agree|plan", "use this|the|our|today", "where i|i'm|we|my",
)  # fmt: skip

_TOPIC = word_set(
    """role roles post promotion career path goal goals future plan plans advice topic agenda purpose decision
    development training transfer raise salary pay position proposal opportunity progress ahead forward"""
)
"""What such a meeting is about: where one of these is named, the listener knows what to listen for."""


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    if not prose.sentences:
        return
    end = prose.sentences[:2][-1].stop
    if _TOPIC.isdisjoint(prose.words[:end]) and not prose.holds(_PURPOSE, range(end)):
        yield piece.hit(
            0,
            end,
            "Begin with it: “I asked for this half hour because ___, and would like to leave with ___.”",
        )


O1 = Rule(
    id="O1",
    title="No purpose in the first two sentences",
    reads=("opening",),
    find=find,
    message="The first two sentences do not say what the meeting is for.",
    why="A listener who knows the purpose can listen for it; without it, they wait for the catch.",
    suggestion="“I asked for this half hour because ___, and would like to leave with ___.”",
    grade="D",
    source="The method itself: the conversation opens with its purpose (R38).",
    fires=(
        "Thank you for your time. It has been a busy quarter for all of us.",
        "So, two years went by quickly. The office has changed a lot. I'd like to talk about my next step.",
        "How was the board meeting? Everyone seems happy with the launch.",
    ),
    passes=(
        "Thank you for your time. I'd like to talk about where my work could go over the next years.",
        "I asked for this half hour because the path from here is not clear to me.",
        "My aim today is to agree one next step towards the Nordic launch.",
    ),
)
