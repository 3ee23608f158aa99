"""A11, which blocks: a number that has not been looked up would leave as a fact."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.evidence.numbers import plain
from talktrack.engine.story import Accomplishment, Measure
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases
from talktrack.kit.words import quantities

_DOUBT = Phrases(
    "to check", "to be confirmed|checked|verified", "need|needs to check|verify|confirm", "tbc", "tbd",
    "unverified", "not verified|confirmed|checked", "if i remember", "from memory", "have|need to look up",
    "look it|that|this up", "exact figure|number", "i think it was|is",
    "not sure about|of|if", "must check", "double check", "verify this|that", "check this|that",
    "check number|figure", "? ?",
)  # fmt: skip


def find(piece: Piece) -> Iterator[Hit]:
    record = piece.value
    if isinstance(record, Accomplishment):
        if record.private:
            return
        for measure in record.measures:
            if not measure.verified:
                yield _unsure(measure, told=not _numbers(measure).isdisjoint(piece.prose.have))
    prose = piece.prose
    for first, after in piece.found(_DOUBT):
        sentence = prose.sentence(first)
        if quantities(prose.tokens(sentence)):
            yield piece.hit(first, after)


def _unsure(measure: Measure, *, told: bool) -> Hit:
    """A number that stands in the words would leave with them; one that stands only in the record stays out."""
    where = "stands in your words" if told else "is kept out of every file"
    return Hit(
        message=f"The number for “{measure.what}” has not been looked up yet, and {where}.",
        suggestion=f"Look up “{measure.what}” and mark it as verified, leave it out, or confirm it.",
        field="measures",
        holds=told,
    )


def _numbers(measure: Measure) -> frozenset[str]:
    """The numbers of a measure as one writes them, with and without the comma of thousands."""
    known = (n for n in (measure.change, measure.value, measure.baseline, measure.result) if n is not None)
    return frozenset(form for n in known for form in (plain(abs(n)), plain(abs(n)).replace(",", "")))


A11 = Rule(
    id="A11",
    title="An unverified number, told as a fact",
    reads=("accomplishment",),
    find=find,
    message="This number is marked as not looked up yet.",
    why="One number that does not hold costs the others their weight.",
    suggestion="Look it up, leave it out, or confirm it as it is.",
    grade="D",
    source="The method itself: nothing unbacked is told as a fact.",
    blocks=True,
    triggers=None,
    fires=(
        "Raised sign-ups by 30 a week (to check).",
        "Cut the cost by 4,000 pounds, if I remember.",
        Accomplishment.model_validate(
            {
                "id": "signups",
                "did": "Ran the fair",
                "measures": [{"what": "sign-ups", "value": 30, "verified": False}],
            }
        ),
    ),
    passes=(
        "Raised sign-ups by 30 a week.",
        "Wrote the list of what to check before each release.",
        Accomplishment.model_validate(
            {
                "id": "signups",
                "did": "Ran the fair",
                "private": True,
                "measures": [{"what": "sign-ups", "value": 30, "verified": False}],
            }
        ),
    ),
)
