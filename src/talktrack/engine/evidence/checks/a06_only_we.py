"""A6: the team is in it, and the person's own part is not."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Accomplishment
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, Prose, shortened
from talktrack.kit.verbs import is_past

_WE = frozenset({"we", "we've"})
_OURS = Phrases("our|the team|department|group|unit|shift|crew", "as a team")
_I = frozenset({"i", "i've", "i'm", "i'd", "i'll", "me", "my", "mine", "myself"})


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    record = piece.value
    if not prose.have.isdisjoint(_I) or (isinstance(record, Accomplishment) and record.my_part):
        return
    at, after = _doer(prose)
    if at < 0:
        return
    sentence = prose.sentence(at)
    own = shortened(prose.written(sentence.start, sentence.stop), 120)
    yield piece.hit(at, after, f"Keep the team in it and add your part: “{own}. My part was ___.”")


def _doer(prose: Prose) -> tuple[int, int]:
    """Where "we" stands, or where the piece begins with what "our team" did; (-1, -1) where neither does."""
    at = next((i for i, word in enumerate(prose.words) if word in _WE), -1)
    if at >= 0 and is_past(prose.words[0]):
        return -1, -1  # "Doubled the tests we do": the deed is told as one's own
    if at >= 0:
        return at, at + 1
    length = _OURS.length_at(prose.words, 0)
    follows = prose.words[length : length + 1]
    return (0, length) if length and follows and (is_past(follows[0]) or follows[0] in ("has", "have")) else (-1, -1)


A6 = Rule(
    id="A6",
    title="Your own part is not visible",
    reads=("accomplishment",),
    triggers=_WE | _OURS.triggers,
    find=find,
    message="The team is here, and your own part is not.",
    why="Credit to the team is good to hear. It does not yet tell the listener what they could trust you with.",
    suggestion="Keep the team in it and add your part: “… My part was ___.”",
    grade="C",
    source="Practice of interviewing: ask for the speaker's own part; team credit stays.",
    fires=(
        "We launched the Nordic shop in 2026.",
        "We've cut the queue from 40 to 12 cases, together with the service desk.",
        "Our team won the 2025 safety award.",
        Accomplishment(id="shop", did="We opened the Nordic shop"),
    ),
    passes=(
        "We launched the Nordic shop in 2026; I ran the test with 40 members.",
        "Launched the Nordic shop with our team.",
        "Doubled the number of tests that we do, to two a month.",
        Accomplishment(id="shop", did="We opened the Nordic shop", my_part="Planned the first month"),
    ),
)
