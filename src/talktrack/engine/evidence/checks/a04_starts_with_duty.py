"""A4: begins with a duty, not with a deed."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, shortened
from talktrack.kit.words import word_set

_DUTY = Phrases(
    "responsible for", "responsibility for", "responsibilities include|included|were|are", "in charge of",
    "work|worked|working on", "help|helped|helping with|to|out", "assist|assisted with|in", "involved in|with",
    "participate|participated in", "tasked with", "duties include|included|were|are", "accountable for",
    "contribute|contributed to", "part of", "supported with", "took part in",
)  # fmt: skip
_BEFORE = word_set("""i i'm i've we my was were am is been have had also being the main key mostly mainly""")


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    first = 0
    while first < min(5, len(prose.words)) and prose.words[first] in _BEFORE:
        first += 1
    if length := _DUTY.length_at(prose.words, first):
        after, end = first + length, prose.sentence(first).stop
        rest = shortened(prose.written(after, end)) if after < end else "___"
        yield piece.hit(first, after, f"Begin with what you did: “I ___ {rest}, so that ___”.")


A4 = Rule(
    id="A4",
    title="Begins with a duty",
    reads=("accomplishment",),
    triggers=_DUTY.triggers,
    find=find,
    message="This begins with a duty; what you did comes later or not at all.",
    why="A duty says what the post expects of anyone; the listener wants to know what you did with it.",
    suggestion="Begin with what you did: “I ___, so that ___”.",
    grade="C",
    source="Practice of résumé and appraisal writing.",
    fires=(
        "Responsible for the weekly newsletter.",
        "I worked on the new booking system.",
        "Helped with the move to the new warehouse.",
        "I have been involved in hiring.",
        "I was part of the team responsible for the new tills.",
    ),
    passes=(
        "Wrote the weekly newsletter and doubled its readers in a year.",
        "I took over the newsletter when nobody was responsible for it.",
        "Helped twelve colleagues move to the new system in March.",
    ),
)
