"""M5: no invitation to correct."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases

_INVITES = Phrases(
    "correct me", "please correct|add|change|tell|let", "let me know", "tell me",
    "if i got|misunderstood|missed|forgot|misheard|left|mixed",
    "if i've got|misunderstood|missed|forgot|misheard|left", "if anything|something is|looks|seems|reads",
    "anything wrong|missing|different|amiss|off", "anything i|i've", "say so", "put me|it right",
    "something wrong|missing|different|amiss|off",
    "does this|that match|fit|sound|reflect", "did i miss|get|understand|forget",
    "feel free to correct|add|change",
    "is that|this right|correct", "your corrections|additions", "have i missed|understood|got|forgotten",
    "see it differently", "remember it differently", "any corrections|additions|changes",
)  # fmt: skip


def find(piece: Piece) -> Iterator[Hit]:
    if piece.prose.words and not piece.prose.holds(_INVITES):
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
