"""K2: an ask without who decides or does it, or by when."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Ask, Conversation
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.dates import due_date
from talktrack.kit.text import Phrases, shortened
from talktrack.kit.words import is_time, word_set

_LISTENER = word_set("you your you'd you'll you've")
_MAY_I = Phrases(
    "can|could|may|might|shall i|we", "let|allow|give me|us", "please", "your approval|agreement|decision",
)  # fmt: skip
_WHEN = word_set("tomorrow today tonight spring summer autumn winter")


def find(piece: Piece) -> Iterator[Hit]:
    prose, ask = piece.prose, piece.value
    if not prose.words:
        return
    missing = []
    if not (isinstance(ask, Ask) and ask.decider) and not _names_someone(piece):
        missing.append("who decides or does it")
    if not (isinstance(ask, Ask) and ask.by) and not _dated(piece):
        missing.append("by when")
    if missing:
        own = shortened(prose.text)
        add = " and ".join(f"{what}: ___" for what in missing)
        yield Hit(0, len(prose.text), f"Add {add}. “{own}”", f"It does not say {' or '.join(missing)}.")


def _names_someone(piece: Piece) -> bool:
    prose = piece.prose
    if not prose.have.isdisjoint(_LISTENER) or prose.holds(_MAY_I):
        return True
    starts = {sentence.start for sentence in prose.sentences}
    spans = (prose.span(i, i + 1) for i, word in enumerate(prose.words) if i not in starts and word[:2] != "i'")
    return any(prose.text[start].isupper() and end - start > 1 for start, end in spans)


def _dated(piece: Piece) -> bool:
    words = piece.prose.words
    if any(is_time(word) or word in _WHEN for word in words):
        return True
    return due_date(piece.prose.text, today=piece.today) is not None


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
        _asking(by="2027-01-15"),
    ),
)
