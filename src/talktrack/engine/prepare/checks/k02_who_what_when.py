"""K2: an ask without who decides or does it, or by when."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from talktrack.engine.story import Ask, Conversation
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, shortened
from talktrack.kit.when import names_a_day
from talktrack.kit.words import word_set

_LISTENER = word_set("you your you'd you'll you've")
_MAY_I = Phrases(
    "can|could|may|might|shall i|we", "let|allow|give me|us", "please", "your approval|agreement|decision",
    "my request|ask",
)  # fmt: skip

_ASKED_DAY = Phrases("by which|what day|date|month|week", "by when", "until when")

_WHO, _WHEN = "who decides or does it", "by when"


def find(piece: Piece) -> Iterator[Hit]:
    prose, ask = piece.prose, piece.value
    if not prose.words:
        return
    missing = []
    if not (isinstance(ask, Ask) and ask.decider) and not _names_someone(piece):
        missing.append(_WHO)
    if not (isinstance(ask, Ask) and ask.by) and not (prose.holds(_ASKED_DAY) or names_a_day(prose, piece.today)):
        missing.append(_WHEN)
    if missing:
        own = shortened(prose.text, 120)
        who = ", decided or done by ___ (who)" if _WHO in missing else ""
        day = ", by ___ (day)" if _WHEN in missing else ""
        end = "?" if prose.words[-1] == "?" else "."
        quoting = "“" in prose.text and own != prose.text  # a quotation is never cut in its middle
        instead = f"At its end: “{(who + day).removeprefix(', ')}{end}”" if quoting else f"“{own}{who}{day}{end}”"
        yield Hit(0, len(prose.text), instead, f"It does not say {', or '.join(missing)}.")


def _names_someone(piece: Piece) -> bool:
    prose = piece.prose
    if not prose.have.isdisjoint(_LISTENER) or prose.holds(_MAY_I):
        return True
    written = prose.text.split()
    return any(
        word[:1].isupper() and word[:2] not in ("I", "I'", "I’", "I,") and before[-1] not in ".!?:"
        for before, word in pairwise(written)
    )


def _asking(**known: str) -> Conversation:
    return Conversation(id="autumn", asks=(Ask(id="seat", what="Could you put me on the planning group?", **known),))


K2 = Rule(
    id="K2",
    title="Who, what, by when",
    reads=("ask",),
    find=find,
    message="It does not say who decides or by when.",
    why="An ask with one person, one action and one date can be kept. Without a date, “yes” costs nothing and moves "
    "nothing.",
    suggestion="“Could you (or ___) ___ by ___?”",
    grade="C",
    source="Practice of negotiation: actor, action, date.",
    fires=(
        "Could you put me on the planning group for the Nordic launch?",
        "It would be good to join the planning group.",
        _asking(decider="ingrid"),
    ),
    passes=(
        "Could you put me on the planning group by 14 March?",
        "May I shadow Ingrid in the first week of May?",
        "Could you still put me on the planning group, and by which day?",
        _asking(by="2027-01-15"),
    ),
)
