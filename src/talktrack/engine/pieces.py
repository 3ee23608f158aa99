"""What stands in a journey, as pieces: which words are read together, as what, beside which record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from talktrack.engine.story import (
    Accomplishment,
    Agreement,
    Ask,
    Commitment,
    Conversation,
    Feedback,
    Goal,
    Journey,
    Lens,
    Note,
    Pay,
    Question,
    Snapshot,
    Value,
    Vision,
    Want,
    walk,
)
from talktrack.kit.checks import Field, Piece
from talktrack.kit.text import Prose

_READ: tuple[tuple[type[Value], str, tuple[str, ...]], ...] = (
    (Vision, "vision", ("one_year", "three_years", "five_years")),
    (Accomplishment, "accomplishment", ("did", "result", "spoken")),
    (Want, "benefit", ("benefit",)),
    (Pay, "pay", ("ask", "case")),
    (Goal, "goal", ("what",)),
    (Lens, "lens", ()),
    (Conversation, "conversation", ()),
    (Conversation, "aim", ("aim", "setting.remote_reason")),
    (Conversation, "opening", ("opening",)),
    (Conversation, "closing", ("closing",)),
    (Ask, "ask", ("what",)),
    (Question, "question", ("text",)),
    (Note, "reply", ("text",)),
    (Feedback, "feedback", ("text", "behaviour", "impact")),
    (Agreement, "agreement", ("words",)),
    (Commitment, "next-step", ("action",)),
    (Snapshot, "snapshot", ()),
)
"""Record, what its words are read as, and the fields that hold them; without fields the record is looked at."""


def pieces(journey: Journey, today: date, only: str = "") -> Iterator[Piece]:
    """Every piece of the journey, in its order; `only` keeps to one record, such as "goals/nordic"."""
    if only.split("/")[0] in ("", "goals"):
        yield Piece("goals", Prose(""), today, "goals", value=journey.goals, whole=journey)
    for record, value in walk(journey):
        if not only or record == only:
            for type_, kind, fields in _READ:
                if isinstance(value, type_) and _speaks(value, kind):
                    yield _piece(kind, fields, record, value, journey, today)


def _speaks(value: Value, kind: str) -> bool:
    """Whether the record is to be read as that at all."""
    match value:
        case Conversation():
            return kind in ("conversation", "aim") or bool(getattr(value, kind))
        case Want():
            return bool(value.benefit)
        case Pay():
            return value.discuss
        case Commitment():
            return value.status == "open"
        case Note():
            return value.speaker == "me"
        case _:
            return True


def _piece(kind: str, names: tuple[str, ...], record: str, value: Value, journey: Journey, today: date) -> Piece:
    fields: list[Field] = []
    text = ""
    for name in names:
        if part := attrgetter(name)(value):
            text += "\n" if text else ""
            fields.append(Field(name, len(text), len(text) + len(part)))
            text += part
            text += "" if part[-1] in ".!?…" else "."
    return Piece(kind, Prose(text), today, record, tuple(fields), value=value, whole=journey)
