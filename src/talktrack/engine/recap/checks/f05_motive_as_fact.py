"""F5: a motive, noted as if it had been seen."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases
from talktrack.kit.when import names_a_month
from talktrack.kit.words import word_set

_MOTIVE = Phrases(
    "doesn't|didn't|don't like|trust|respect|care|believe|want|value me|about|my|in|us",
    "doesn't|didn't|don't want me|us to", "wants|wanted me|us to fail|leave|quit|look",
    "is|was|feels|feel|felt|seems|seem|are|were jealous|threatened|envious|insecure|intimidated",
    "is|was|are|were afraid|scared of|that",
    "wants|wanted to humiliate|punish|embarrass|block|undermine|control|keep",
    "to punish|humiliate|embarrass|spite|undermine me|us",
    "trying|tries|tried to undermine|block|punish|humiliate|embarrass|sabotage|control|protect", "on purpose",
    "deliberately", "playing favourites|favorites", "has|have|had it in for", "to make me look|feel",
    "hates|hate|dislikes|dislike|resents|resent me|my", "out to get", "looking|look down on me",
    "because he|she|they hates|dislikes|likes|resents|hate|dislike|like|resent",
    "only said|says|did|does it|that|this to", "just wants|wanted to", "secretly",
    "pretended|pretends|pretending to", "never really wanted|cared|meant", "doesn't|didn't care",
)  # fmt: skip
_REPORTED = word_set(
    """said says told wrote asked explained mentioned admitted may might perhaps maybe guess suppose think
    wonder seems"""
)


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    for first, after in piece.found(_MOTIVE):
        before = prose.words[prose.sentence(first).start : first]
        if (_REPORTED - {"may"} if names_a_month(prose) else _REPORTED).isdisjoint(before):
            own = prose.written(first, after)
            yield piece.hit(
                first,
                after,
                f"Note what was said or done: “___”. Keep “{own}” as your reading, and add another reading: ___.",
            )


F5 = Rule(
    id="F5",
    title="A motive noted as seen",
    reads=("feedback",),
    triggers=_MOTIVE.triggers,
    find=find,
    message="This tells a motive, which nobody can see.",
    why="An act can be talked about; a motive can only be denied. Your reading may be right, and there is mostly a "
    "second one.",
    suggestion="Note what was said or done: “___”. Keep the motive as your reading, and add another: ___.",
    grade="C",
    source="Practice of mediation: observation apart from interpretation.",
    fires=(
        "She doesn't want me to succeed.",
        "He gave the project to Sofia on purpose.",
        "They are jealous of the launch.",
    ),
    passes=(
        "He gave the project to Sofia and did not say why.",
        "She said she doesn't want me to lead two teams at once.",
        "You moved the meeting twice, so the plan was late.",
    ),
)
