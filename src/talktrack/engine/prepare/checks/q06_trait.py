"""Q6: asks what one is, not what one does."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, shortened
from talktrack.kit.words import word_set

_TRAITS = word_set(
    """player fit leader person manager confident smart intelligent strategic creative assertive aggressive
    quiet loud shy nice likeable likable emotional sensitive ambitious talented gifted good bad weak strong
    charismatic introverted extroverted lazy difficult mature professional reliable tough soft capable competent
    natural material type"""
)
_IDENTITY = Phrases(
    "am|was i", "do|did|would you see|consider|think|find|call|regard me", "you see|think|find me",
    "what|which kind|sort|type of person|leader|manager|colleague|employee",
    "my personality|character|nature|temperament", "do i seem|come|look|have", "see me as", "think of me as",
    "as a person", "who i am", "you think i'm", "you think i'm",
    "leadership|director|management|executive material",
)  # fmt: skip
_SURE = word_set("personality character nature temperament person material")
_DOES = word_set("""when in at during with on how while what ready good doing missing""")


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    for first, after in piece.found(_IDENTITY):
        rest = prose.words[after : prose.sentence(first).stop]
        trait = next((word for word in rest[:5] if word in _TRAITS), "")
        sure = not _SURE.isdisjoint(prose.words[first:after])
        if sure or (trait and _DOES.isdisjoint(rest[rest.index(trait) + 1 :])):
            own = shortened(prose.written(first, prose.sentence(first).stop))
            yield piece.hit(
                first,
                after,
                f"Ask what you do, instead of “{own}?”: “What do I do in ___ that works, and what gets in the way?”",
            )
            return


Q6 = Rule(
    id="Q6",
    title="Asks what you are",
    reads=("question",),
    triggers=_IDENTITY.triggers,
    find=find,
    message="This asks what you are, and not what you do.",
    why="Feedback about the person draws attention away from the work; feedback on what one does can be used.",
    suggestion="Ask for behaviour: “What do I do in ___ that works, and what gets in the way?”",
    grade="A",
    source="Kluger & DeNisi 1996: meta-analysis; feedback that turns attention to the self helps less, or harms.",
    fires=(
        "Am I a good leader?",
        "Do you see me as strategic?",
        "What is it about my personality that people find hard?",
    ),
    passes=(
        "What do I do in planning meetings that helps, and what slows them down?",
        "Am I on the list for the May course?",
        "How did I handle the dispute in March?",
    ),
)
