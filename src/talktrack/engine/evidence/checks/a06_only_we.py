"""A6: the team is in it, and the person's own part is not."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Accomplishment
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import shortened

_WE = frozenset({"we", "we've"})
_I = frozenset({"i", "i've", "i'm", "i'd", "i'll", "me", "my", "mine", "myself"})


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    record = piece.value
    if not prose.have.isdisjoint(_I) or (isinstance(record, Accomplishment) and record.my_part):
        return
    at = next(i for i, word in enumerate(prose.words) if word in _WE)
    sentence = prose.sentence(at)
    own = shortened(prose.written(sentence.start, sentence.stop), 120)
    yield piece.hit(at, at + 1, f"Keep the team in it and add your part: “{own}. My part was ___.”")


A6 = Rule(
    id="A6",
    title="Your own part is not visible",
    reads=("accomplishment",),
    triggers=_WE,
    find=find,
    message="“We” is here, and your own part is not.",
    why="Credit to the team is good to hear. It does not yet tell the listener what they could trust you with.",
    suggestion="Keep the team in it and add your part: “… My part was ___.”",
    grade="C",
    source="Practice of interviewing: ask for the speaker's own part; team credit stays.",
    fires=(
        "We launched the Nordic shop in 2026.",
        "We've cut the queue from 40 to 12 cases, together with the service desk.",
        Accomplishment(id="shop", did="We opened the Nordic shop"),
    ),
    passes=(
        "We launched the Nordic shop in 2026; I ran the test with 40 members.",
        "Launched the Nordic shop with our team.",
        Accomplishment(id="shop", did="We opened the Nordic shop", my_part="Planned the first month"),
    ),
)
