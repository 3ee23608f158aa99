"""What a meeting came to: advice, feedback, agreements, reactions, open questions."""

from __future__ import annotations

from typing import Literal

from .note import Span
from .value import Id, Value, When, Words


class Advice(Value):
    """The manager's advice, with where it stands in the notes (R44)."""

    id: Id
    conversation: Id
    text: Words
    source: Span | None = None
    decision: Literal["", "act", "later", "decline"] = ""
    reason: Words = ""


class Feedback(Value):
    """Feedback as situation, behaviour, impact (R46–R49)."""

    id: Id
    conversation: Id
    text: Words
    category: Literal["leadership", "interpersonal", "technical", "personal effectiveness", ""] = ""
    situation: Words = ""
    behaviour: Words = ""
    impact: Words = ""
    better: Words = ""
    """What good would look like."""
    said_by: Words = ""
    source: Span | None = None


class Agreement(Value):
    """Where the manager stands on one goal. Silence is never agreement (R32)."""

    id: Id
    conversation: Id
    goal: Id | None = None
    """None while the person has not said which goal it is about: until then nobody else is told of it."""
    state: Literal["agreed", "conditional", "disagreed", "not discussed"] = "not discussed"
    words: Words = ""
    condition: Words = ""
    review_on: When = ""
    source: Span | None = None


class Reaction(Value):
    """An observed act and two readings of it (R45, method §4). Private always."""

    id: Id
    conversation: Id
    act: Words
    my_reading: Words = ""
    another_reading: Words = ""
    reading: Literal["", "support", "conditional", "neutral", "deflecting", "discouraging", "unsafe"] = ""
    on: When = ""
    source: Span | None = None


class OpenQuestion(Value):
    """Something left open."""

    id: Id
    conversation: Id
    text: Words
    source: Span | None = None
