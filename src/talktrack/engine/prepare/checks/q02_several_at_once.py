"""Q2: several questions in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import shortened
from talktrack.kit.words import word_set

_ASKS = word_set("what how who whom which where when why whose")
_JOINS = word_set("and or also plus then ,")
_BACK = word_set("they it he she that")
"""Where one of these follows, the second part asks on about the first: "and what did they do?"."""
_TAIL = 4
"""Words up to which a joined part is a mere addition: "and by when", "and what for"."""


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    marks = [i for i, word in enumerate(prose.words) if word == "?"]
    if len(marks) > 1:
        first = prose.sentence(marks[0]).start
        own = prose.written(first, marks[0] + 1)
        yield piece.hit(
            marks[0] + 1, marks[1] + 1, f"Ask this alone and wait: “{shortened(own, 120)}?” Keep the rest for later."
        )
        return
    for sentence in prose.sentences:
        at = _joined(prose.tokens(sentence))
        if at:
            own = prose.written(sentence.start, sentence.start + at).rstrip(" ,")
            yield piece.hit(sentence.start + at, sentence.stop, f"Ask this alone and wait: “{shortened(own, 120)}?”")


def _joined(words: Sequence[str]) -> int:
    """Where a second question begins in the sentence; 0 where there is none."""
    if words[0] not in _ASKS:
        return 0
    asks = [i for i in range(3, len(words) - _TAIL) if words[i] in _ASKS and words[i - 1] in _JOINS]
    for i in asks:
        if words[i - 1] != "," and (len(asks) > 1 or _BACK.isdisjoint(words[i : i + 4])):
            return i - 1
    return 0


Q2 = Rule(
    id="Q2",
    title="Several questions at once",
    reads=("question",),
    triggers=word_set("?") | _ASKS,
    find=find,
    message="Several questions stand here as one.",
    why="People answer the easiest of several questions, mostly the last.",
    suggestion="Ask one, wait, then ask the next.",
    grade="C",
    source="Practice of interviewing and of surveys.",
    fires=(
        "What should I learn next? Who could teach me?",
        "What skills do I lack for the role and who in the team could help me with them?",
        "How is the budget decided, and why was the last proposal turned down by the board?",
    ),
    passes=(
        "What should I learn next?",
        "What would you need to see from me, and by when?",
        "Who decides about the budget and the team?",
        "Who was the best deputy you have had, and what did they do?",
    ),
)
