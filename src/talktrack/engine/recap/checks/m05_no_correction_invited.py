"""M5: no invitation to correct."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases
from talktrack.kit.words import word_set

_INVITES = word_set(
    """correct correction corrections wrong missed missing misheard misread misunderstood mistaken forgot forgotten
    differently amiss otherwise"""
)
_TELL_ME = Phrases(
    "let me know", "tell me", "say so", "put me|it right", "feel free to add|change", "please add|change",
    "anything i|i've", "if i left|mixed|got", "if i've left|got", "does this|that match|fit|sound|reflect",
    "is that|this right", "did i miss|get|understand", "have i understood|got", "your additions",
    "any additions|changes",
    "if anything|something is|looks|seems|reads", "anything|something different|off",
)  # fmt: skip


def find(piece: Piece) -> Iterator[Hit]:
    if piece.prose.words and _INVITES.isdisjoint(piece.prose.have) and not piece.prose.holds(_TELL_ME):
        yield Hit()


M5 = Rule(
    id="M5",
    title="No invitation to correct",
    reads=("recap",),
    find=find,
    message="Nothing invites the reader to put it right.",
    why="Two people remember one talk in two ways. Who may correct the record also stands by it.",
    suggestion="Add: “If I misheard or left something out, please tell me.”",
    grade="C",
    source="Practice of minutes and of negotiation.",
    fires=(
        "Thank you for today. I'll send the plan by Friday.",
        "Thanks. As I understood it, Denmark is open. We check in on 3 May.",
        "Here are our next steps. Best wishes, Nathan",
    ),
    passes=(
        "Thank you for today. I'll send the plan by Friday. If I missed something, please tell me.",
        "Denmark is open, as I understood it. Is that right?",
        "Here are our next steps. Let me know if you remember it differently.",
    ),
)
