"""M4, which blocks: "you agreed", where nobody said so."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Agreement, Journey
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, Prose, shortened

_CLAIM = Phrases(
    "you agreed", "we agreed", "as agreed", "you've agreed", "we've agreed", "you both agreed", "you promised",
    "you approved", "you accepted", "you confirmed", "we have an agreement", "you committed to", "it was agreed",
    "you agree that|to", "your agreement to|that",
)  # fmt: skip

_AS_TAKEN = Phrases(
    "i understood|understand|took|heard|see|saw|recall|remember", "my understanding", "if i", "is that right",
)  # fmt: skip


def find(piece: Piece) -> Iterator[Hit]:
    record = piece.value
    if isinstance(record, Agreement):
        if record.state == "agreed" and not record.words:
            yield Hit(
                message="“Agreed” is noted here without the words that say so.",
                suggestion="Note what was said: “___”. If nothing was said, choose “conditional” or “not discussed”.",
                field="words",
            )
        return
    if piece.kind != "recap":
        return
    told = _explicit(piece.whole) if isinstance(piece.whole, Journey) else []
    for first, after in piece.found(_CLAIM):
        sentence = piece.prose.sentence(first)
        if piece.prose.holds(_AS_TAKEN, sentence):
            continue
        words = set(piece.prose.words[first : sentence.stop])
        if not any(len({w for w in words & known if len(w) > 3}) >= 2 for known in told):
            rest = shortened(piece.prose.written(after, sentence.stop)) or "___"
            yield piece.hit(first, after, f"Say how you took it: “As I understood it, {rest}. Is that right?”")


def _explicit(journey: Journey) -> list[frozenset[str]]:
    """The words of each agreement and promise that was said aloud, with the words of its goal."""
    goals = {goal.id: goal.what for goal in journey.goals}
    said = [f"{a.words} {goals.get(a.goal or '', '')}" for a in journey.agreements if a.state == "agreed" and a.words]
    said += [c.action for c in journey.commitments if c.owner and c.owner != "me" and c.source]
    return [Prose(text).have for text in said]


M4 = Rule(
    id="M4",
    title="“You agreed”, without words that say so",
    reads=("recap", "agreement"),
    find=find,
    message="The ledger holds no explicit agreement to this.",
    why="Silence is not agreement. A claim that the other does not remember costs more trust than an open question.",
    suggestion="Say how you took it: “As I understood it, ___. Is that right?”",
    grade="D",
    source="The method itself: silence is never “agreed” (R32).",
    blocks=True,
    fires=(
        "Thank you. You agreed that I lead the Danish launch.",
        "As agreed, the course is paid by the team.",
        Agreement(id="a", conversation="autumn", goal="denmark", state="agreed"),
    ),
    passes=(
        "As I understood it, the Danish launch is open to me. Is that right?",
        "We did not get to the course; may I bring it up in May?",
        Agreement(id="a", conversation="autumn", goal="denmark", state="agreed", words="Yes, you lead it."),
        Agreement(id="a", conversation="autumn", goal="denmark", state="not discussed"),
    ),
)
