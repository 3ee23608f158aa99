"""G5: a title, without the work or what draws one to it."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Goal
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import shortened
from talktrack.kit.words import MONTHS, is_year, word_set

_TITLES = word_set(
    """director manager head vp president vice chief officer ceo cto cfo coo executive supervisor partner
    principal lead leader senior associate specialist expert consultant engineer analyst coordinator
    administrator architect superintendent foreman chair professor controller secretary level grade band
    promotion"""
)
_AROUND = word_set(
    """i i'd i'll i'm we want to would like become becoming be being get reach make move up into hold have as a
    an the of in on at by for my our next level title position role job and or one day year years within from
    now promoted promotion end soon before after this is goal will please aim . , ; : ! it same year's rank q1
    q2 q3 q4"""
)
_AREA = 2
"""Words of a field of work that may stand beside a title: "Director of Community Marketing"."""


def find(piece: Piece) -> Iterator[Hit]:
    goal, prose = piece.value, piece.prose
    if isinstance(goal, Goal) and (goal.why or goal.interest or goal.experiences):
        return
    for sentence in prose.sentences:
        words = prose.tokens(sentence)
        titles = [i for i, word in enumerate(words) if word in _TITLES]
        rest = [w for w in words if not (w in _TITLES or w in _AROUND or w in MONTHS or is_year(w) or w[0].isdigit())]
        if titles and len(rest) <= _AREA and _is_noun(words, titles[-1]):
            own = shortened(prose.written(sentence.start, sentence.stop))
            yield piece.hit(
                sentence.start,
                sentence.stop,
                f"“{own}, because I would like to spend my days on ___ and decide about ___.”",
            )
            return


def _is_noun(words: list[str], at: int) -> bool:
    """Whether the title stands as a noun: "lead" and "chair" are verbs more often than not."""
    return words[at] not in ("lead", "chair", "head", "level", "grade", "band") or (
        at > 0 and words[at - 1] not in ("to", "will", "and", "i") and len(words) - at <= 4
    )


G5 = Rule(
    id="G5",
    title="A title without the work",
    reads=("goal", "vision"),
    triggers=_TITLES,
    find=find,
    message="This names a title, and not yet the work or what draws you to it.",
    why="Titles mean other things elsewhere. The work is what a manager can help you to, under any title.",
    suggestion="Add the work: “… because I would like to spend my days on ___ and decide about ___.”",
    grade="D",
    source="The method itself: do not chase titles or mismatches (R06).",
    fires=(
        "Director",
        "Become a senior manager by 2029.",
        "I want to be Head of Marketing.",
        Goal(id="up", what="Director of Operations", target="2031-05"),
    ),
    passes=(
        "Lead a team of three that opens shops in Denmark and Sweden.",
        "Become a senior manager, so that I decide which markets we open first.",
        Goal(id="up", what="Director of Operations", target="2031-05", interest="Making a plant run by itself"),
        "Coach new hosts in every city that we open.",
    ),
)
