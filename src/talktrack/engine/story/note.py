"""What was jotted down in a meeting."""

from __future__ import annotations

from typing import Literal

from .value import Id, Value, WallTime, Words


class Note(Value):
    """One note, typed, tapped or pasted."""

    id: Id
    conversation: Id
    speaker: Literal["me", "manager", "other", ""] = ""
    form: Literal["words", "paraphrase", "mark"] = "paraphrase"
    kind: Literal["advice", "feedback", "promise", "agreement", "reaction", "question", "other"] = "other"
    text: Words = ""
    at: WallTime | None = None
    """Local wall time in the conversation's time zone."""


class Span(Value):
    """Where in the notes a taking stands."""

    note: Id
    start: int
    end: int
