"""F1: a trait, and nothing that was done."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.recap.repair import ask, present
from talktrack.engine.story import Feedback
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.words import word_set

_TRAITS = word_set(
    """communication communicator leadership attitude confidence confident maturity mature professionalism
    professional unprofessional aggressive assertive quiet shy loud abrasive passive emotional bossy difficult
    negative positive disorganised disorganized unreliable reliable creative creativity analytical empathy
    empathetic driven lazy intense blunt direct personality character teamwork collaborative enthusiasm
    enthusiastic charisma energy commitment dedication smart brilliant helpful supportive friendly impatient
    patient stubborn defensive perfectionist proactive strategic ambitious arrogant rude polite careless
    careful sloppy loyal motivated talented rigid flexible resilient judgement judgment"""
)


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    feedback = piece.value if isinstance(piece.value, Feedback) else None
    if "behaviour" in present(prose, feedback):
        return
    at = next(i for i, word in enumerate(prose.words) if word in _TRAITS)
    yield piece.hit(at, at + 1, f"Ask back: “{ask(prose, 'behaviour')}”")


F1 = Rule(
    id="F1",
    title="A trait without an act",
    reads=("feedback",),
    triggers=_TRAITS,
    find=find,
    message="This names a trait, and not what was done.",
    why="A trait cannot be practised; one thing that was done can be done again or otherwise.",
    suggestion="Ask back: “What did I do or say there?”",
    grade="C",
    source="Practice of feedback: situation, behaviour, impact.",
    fires=(
        "Needs a better attitude.",
        "You are a bit passive.",
        Feedback(id="f", conversation="autumn", text="Very professional and reliable."),
    ),
    passes=(
        "You interrupted Ingrid twice in the board meeting, and she dropped her point.",
        "You were quiet in the pitch: you left both questions to Sofia.",
        Feedback(id="f", conversation="autumn", text="A bit passive.", behaviour="Left both questions to Sofia"),
    ),
)
