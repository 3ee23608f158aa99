"""O3: an apology or disclaimer that nobody asked for."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases
from talktrack.kit.words import word_set

_APOLOGY = Phrases(
    "sorry", "apologise|apologize|apologies", "forgive me", "i hate to bother|ask|bring|be",
    "don't|not want|mean to bother|disturb|waste|impose|complain|seem", "don't|not want|mean to be a|difficult",
    "to bother you", "waste your time", "take up your time", "i know you're busy|very|so|really",
    "may|might sound stupid|silly|odd|strange", "stupid|silly|dumb question|idea|thing",
    "it's|this's probably stupid|silly|nothing|not", "i'm probably|maybe not|the|wrong", "who am i to",
    "i'm|am no expert", "if it's not too much", "this won't take long", "i just wanted to",
    "you probably don't|won't|have", "i don't want to take",
)  # fmt: skip
_OWED = word_set(
    """late delay delayed missed missing cancelled canceled postponed mistake error forgot hear loss noise"""
)


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    told = -1
    for first, after in piece.found(_APOLOGY):
        sentence = prose.sentence(first)
        if sentence.start != told and _OWED.isdisjoint(prose.words[first : min(first + 12, sentence.stop)]):
            told = sentence.start
            own = prose.written(first, after)
            yield piece.hit(
                first, after, f"Leave out “{own}”, or thank instead: “Thank you for making time for ___.”"
            )


O3 = Rule(
    id="O3",
    title="A needless apology or disclaimer",
    reads=("opening",),
    triggers=_APOLOGY.triggers,
    find=find,
    message="This apologises, or makes itself small, where nothing happened.",
    why="An apology for the talk makes it sound smaller than it is. Thanks do the same work better.",
    suggestion="Leave it out, or thank instead: “Thank you for making time for ___.”",
    grade="B",
    source="What counts as polite differs between places, so judge by your own.",
    fires=(
        "Sorry to bother you with this. I'd like to talk about my next step.",
        "This may be a stupid question, but I'd like to discuss the launch.",
        "I know you're busy, so I want to be quick about my plans.",
    ),
    passes=(
        "Sorry I'm late. I'd like to talk about my next step.",
        "Thank you for making time. I'd like to talk about the launch.",
        "I'd like your advice on how to say no without seeming rude.",
    ),
)
