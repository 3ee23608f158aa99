"""W4: the manager's side, made of guesses only."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Lens, LensFact, LensGuess
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import shortened


def find(piece: Piece) -> Iterator[Hit]:
    lens = piece.value
    if isinstance(lens, Lens) and lens.guesses and not lens.facts:
        own = shortened(lens.guesses[0].text)
        yield Hit(
            suggestion=f"You suppose: “{own}”. What have they said or done that speaks for it, or against it: ___?"
        )


def _lens(facts: int, guesses: int) -> Lens:
    return Lens(
        id="manager",
        facts=tuple(LensFact(id=f"f{i}", text="She moved our review forward twice.") for i in range(facts)),
        guesses=tuple(LensGuess(id=f"g{i}", text="She may fear to lose me.") for i in range(guesses)),
    )


W4 = Rule(
    id="W4",
    title="Only guesses about the manager",
    reads=("lens",),
    find=find,
    message="All you have noted about their side is supposed.",
    why="A guess that is taken for a fact steers the whole talk. One thing that they said or did keeps it honest.",
    suggestion="What have they said or done that speaks for it, or against it: ___?",
    grade="C",
    source="Practice of negotiation: facts apart from suppositions.",
    fires=(_lens(0, 1), _lens(0, 3), _lens(0, 2)),
    passes=(_lens(1, 2), _lens(0, 0), _lens(2, 0)),
)
