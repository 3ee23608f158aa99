"""What is said and asked, one card at a time, in the order of the agenda."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from talktrack.engine.prepare import say
from talktrack.engine.prepare.agenda import Segment
from talktrack.engine.prepare.basis import Basis
from talktrack.engine.prepare.questions import Choice
from talktrack.engine.prepare.sheets import spoken_in
from talktrack.kit.blocks import Passage

Paragraph = tuple[Passage, ...]


@dataclass(frozen=True)
class Card:
    """One thing to say or to ask."""

    part: int
    """The place of its part in the agenda, from 0."""
    kind: Literal["say", "ask"]
    words: Paragraph
    then: str = ""
    """What to ask where the answer stays vague."""
    spare: bool = False
    """Whether it goes first when time is short: a second example, the detail of far years, a question in reserve."""

    @property
    def text(self) -> str:
        """The words as one reads them."""
        return " ".join(passage.text for passage in self.words)


def cards(basis: Basis) -> tuple[Card, ...]:
    """Every card of the meeting, part after part. The spare minutes have none."""
    return tuple(card for at, part in enumerate(basis.agenda.segments) for card in _of(basis, at, part))


def _of(basis: Basis, at: int, part: Segment) -> Iterator[Card]:
    match part.name:
        case "questions":
            yield from (_question(at, choice) for choice in basis.questions.included)
            yield from (_question(at, choice, spare=True) for choice in basis.questions.reserve)
        case "agreement" | "next steps":  # asked one by one: after each comes an answer
            yield from (Card(at, "ask", (p,)) for paragraph in spoken_in(basis, part.name) for p in paragraph)
        case "buffer":
            return
        case _:
            paragraphs = spoken_in(basis, part.name)
            spare = _spare(basis, part.name, paragraphs)
            yield from (Card(at, "say", p, spare=s) for p, s in zip(paragraphs, spare, strict=True) if p)


def _question(at: int, choice: Choice, *, spare: bool = False) -> Card:
    return Card(at, "ask", (choice.text,), then=choice.follow_ups[0] if choice.follow_ups else "", spare=spare)


def _spare(basis: Basis, name: str, paragraphs: tuple[Paragraph, ...]) -> list[bool]:
    if name == "accomplishments":
        told = [_accomplishments(paragraph) for paragraph in paragraphs]
        first = next((one for some in told for one in some), "")
        return [bool(some) and first not in some for some in told]
    if name == "vision":
        core = say.goal_lines(basis)
        return [bool(core) and paragraph != core for paragraph in paragraphs]
    return [False] * len(paragraphs)


def _accomplishments(paragraph: Paragraph) -> list[str]:
    return [s.record for passage in paragraph for s in passage.sources if s.record.startswith("accomplishments/")]
