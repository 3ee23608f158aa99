"""A12: a passive that hides who did it."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Accomplishment
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.passive import matches
from talktrack.kit.passive.words import BE, GET
from talktrack.kit.text import Prose
from talktrack.kit.verbs import is_past, may_start_small
from talktrack.kit.words import word_set

_STATES = word_set(
    """done promoted hired chosen selected invited asked named awarded recognised recognized nominated elected"""
)
"""A finished thing, or an honour: nobody's deed is hidden."""
_SHORT = 40
"""Characters up to which what something was done to is said back."""
_TOLD = frozenset({"i", "i've", "my", "me"})


def find(piece: Piece) -> Iterator[Hit]:
    record = piece.value
    if isinstance(record, Accomplishment) and record.my_part:
        return
    prose = piece.prose
    if not prose.have.isdisjoint(_TOLD):
        return
    for passive in matches(prose.words):
        if passive.agent or passive.placed or prose.words[passive.verb] in _STATES:
            continue
        if not _begins(prose, passive.auxiliary) and not _deed_first(prose, passive.auxiliary):
            sentence = prose.sentence(passive.auxiliary)
            own = prose.written(sentence.start, passive.auxiliary)
            what = own[0].lower() + own[1:] if may_start_small(own) and len(own) <= _SHORT else "___"
            verb = prose.words[passive.verb]
            told = f"{verb if is_past(verb) else '___'} {what}"
            yield piece.hit(passive.auxiliary, passive.verb + 1, f"Say who did it: “I (or ___) {told}”.")


def _begins(prose: Prose, at: int) -> bool:
    """Whether the auxiliary has a capital: it then begins a question or a name, and tells no deed."""
    return prose.written(at, at + 1)[0].isupper()


def _deed_first(prose: Prose, at: int) -> bool:
    """Whether the piece begins with a deed, so that one knows who is meant: "Mentored two; both were ..."."""
    return at > 0 and is_past(prose.words[0])


A12 = Rule(
    id="A12",
    title="A passive that hides who did it",
    reads=("accomplishment",),
    triggers=frozenset(BE) | frozenset(GET),
    find=find,
    message="This does not say who did it.",
    why="A listener cannot thank, trust or promote a passive. If others did it with you, name them.",
    suggestion="Say who did it: “I (or ___) ___”.",
    grade="C",
    source="Practice of plain writing; only passives without a doer are marked.",
    fires=(
        "The stock list was rebuilt in two weeks.",
        "Forty shops were moved to the new till in May.",
        "The dispute has been settled.",
    ),
    passes=(
        "I rebuilt the stock list in two weeks.",
        "The stock list was rebuilt by Marta and me in two weeks.",
        "The stock list is located on the shared drive and holds 900 lines.",
    ),
)
