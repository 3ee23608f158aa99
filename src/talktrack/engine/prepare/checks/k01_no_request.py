"""K1: nothing is asked for, or nothing in particular."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.requests import has_request
from talktrack.kit.text import Phrases, Prose, shortened
from talktrack.kit.verbs import is_base
from talktrack.kit.words import word_set

_ASKED = Phrases(
    "could|can|would|will|might you", "could|can|may|might i|we",
    "i'd like|love|appreciate|want|ask|propose|suggest|need",
    "i would like|love|appreciate|want|ask|propose|suggest", "i want|need|ask|request|propose|suggest|hope",
    "please", "i am|was asking|requesting|proposing|hoping", "i'm asking|requesting|proposing|hoping",
    "be possible", "is it possible", "if you|we could|can|would|might",
    "allow|let|grant|permit|give|send me|us", "kindly",
    "if you approved|agreed|gave|let|put|sent|named|took|made|signed|supported|introduced|backed", "let's",
    "my request|ask", "shall we", "do you mind", "you to",
)  # fmt: skip
_EMPTY = word_set(
    """could can would will might may you i we i'd like love appreciate want ask propose suggest need please my
    me help support some any more your a the to with for in on get getting grow growing develop career
    development growth out be it this that is possible have give us our of and just really bit little something
    think about move forward further next step ahead opportunity opportunities chance . , ? ! ; :"""
)

_MAY_ASK = word_set(
    """you your you'd you'll we let should need needs must ask asking request suggest recommend propose wish hope
    grateful glad thankful kindly wondering consider ?"""
)


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    if not prose.words:
        return
    if all(word in _EMPTY for word in prose.words):
        yield Hit(
            0,
            len(prose.text),
            f"Say what exactly: “{shortened(prose.text)}: could you ___ (do what) with ___, by ___?”",
            "This asks for something, and not yet for anything in particular.",
        )
    elif (
        "?" not in prose.have
        and not prose.holds(_ASKED)
        and not any(_asks(prose, sentence) for sentence in prose.sentences)
    ):
        yield Hit(0, len(prose.text), f"Turn it into a request: “{shortened(prose.text)}. Could you ___ by ___?”")


def _asks(prose: Prose, sentence: range) -> bool:
    """Whether a sentence that has a word of asking in it, or begins as an order, reads as a request."""
    words = prose.tokens(sentence)
    if _MAY_ASK.isdisjoint(words) and not is_base(words[0]):
        return False
    return has_request(prose.written(sentence.start, sentence.stop))


K1 = Rule(
    id="K1",
    title="No request",
    reads=("ask",),
    find=find,
    message="Nothing is asked for yet.",
    why="A hint leaves the listener to guess what you want of them. A clear request can be answered.",
    suggestion="Turn it into a request: “Could you ___ by ___?”",
    grade="C",
    source="Practice of negotiation and of requests at work.",
    fires=(
        "The planning group for the Nordic launch is interesting.",
        "I have been here for two years.",
        "Could you help me with my career?",
    ),
    passes=(
        "Could you put me on the planning group for the Nordic launch by 14 March?",
        "I'd like to lead the March workshop.",
        "It would help us both if you approved the second scanner by Easter.",
        "Please introduce me to Ingrid before the budget round.",
    ),
)
