"""Q4: "any feedback?" """

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases
from talktrack.kit.words import word_set

_GENERIC = Phrases(
    "any|some|general|your|more feedback|advice|thoughts|comments|tips|suggestions",
    "have feedback|advice|thoughts|comments|tips", "give|gives me feedback|advice|tips", "how am i|i'm doing",
    "how did i do", "how have i done", "how do you see me", "think|thinking of|about my performance|me|work",
    "am i doing well|ok|okay|fine|good", "what do you think of|about me|my",
    "what could|can|should i improve|better", "what can i do better", "how can|could i improve|better|grow",
)  # fmt: skip
_POINTS = word_set("""on about regarding concerning in when during with as at for before after to""")
_VAGUE = word_set(
    """me my work performance myself us it this that doing year general overall the so far now ? . , you"""
)


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    for first, after in piece.found(_GENERIC):
        rest = prose.words[after : prose.sentence(first).stop]
        if rest and rest[0] in _POINTS and any(word not in _VAGUE and word not in _POINTS for word in rest[1:]):
            continue
        if not rest or not any(word not in _VAGUE and word not in _POINTS and word != "for" for word in rest):
            yield piece.hit(first, after)
            return


Q4 = Rule(
    id="Q4",
    title="“Any feedback?”",
    reads=("question",),
    triggers=_GENERIC.triggers,
    find=find,
    message="This is so general that “you're doing fine” answers it.",
    why="People who are asked for advice on what comes next tend to say more that can be used than when asked for "
    "feedback.",
    suggestion="Ask forward: “What is one thing I could do differently in ___ (the next time), so that ___?”",
    grade="B",
    source="Studies of asking for advice instead of feedback (Yoon and others, working paper, 2019).",
    fires=(
        "Do you have any feedback?",
        "How am I doing?",
        "Any thoughts on my performance?",
    ),
    passes=(
        "What is one thing I could do differently in the next partner meeting?",
        "Do you have any advice on how I present the budget in May?",
        "Any feedback on the March workshop, above all the opening?",
    ),
)
