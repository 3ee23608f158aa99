"""Which nouns of the story have rows, and what a row shows of its value without opening it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, TypeVar, get_type_hints

from pydantic import TypeAdapter

from talktrack.engine import story
from talktrack.engine.story import Value, Words

T = TypeVar("T")


@dataclass(frozen=True)
class Noun(Generic[T]):
    """One kind of row. The last four name the fields that lists sort, filter and show; "" where there is none."""

    kind: str
    """The field of the journey that holds it: "goals"."""
    type: type[T]
    title: str = ""
    day: str = ""
    state: str = ""
    parent: str = ""
    """The field that names the record it belongs to."""
    single: bool = False
    """Whether a journey has at most one."""
    adapter: TypeAdapter[T] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A bare string is cleaned like every other text of a person's.
        object.__setattr__(self, "adapter", TypeAdapter(Words if self.type is str else self.type))


NOUNS: tuple[Noun[Any], ...] = (
    Noun("sentence", str, single=True),
    Noun("person", story.Person, "name", single=True),
    Noun("answers", story.Answer, "text", state="topic"),
    Noun("vision", story.Vision, "one_year", single=True),
    Noun("accomplishments", story.Accomplishment, "did", "date", "kind"),
    Noun("skills", story.Skill, "name", state="level"),
    Noun("wants", story.Want, "what", state="kind"),
    Noun("learning", story.Learning, "what", "date", "status"),
    Noun("pay", story.Pay, "ask", single=True),
    Noun("statements", story.Statement, "quote", "date", "kind"),
    Noun("opportunity_facts", story.OpportunityFact, "claim", "year"),
    Noun("framework", story.Framework, "name", "date", single=True),
    Noun("contacts", story.Contact, "name", state="relation"),
    Noun("interviews", story.Interview, "finding", "date", parent="contact"),
    Noun("paths", story.Path, "name", state="direction"),
    Noun("goals", story.Goal, "what", "target"),
    Noun("links", story.Link, "why", state="state", parent="record"),
    Noun("lenses", story.Lens, parent="contact"),
    Noun("conversations", story.Conversation, "aim", "at", "state", "contact"),
    Noun("notes", story.Note, "text", "at", "kind", "conversation"),
    Noun("advice", story.Advice, "text", state="decision", parent="conversation"),
    Noun("feedback", story.Feedback, "text", state="category", parent="conversation"),
    Noun("agreements", story.Agreement, "words", "review_on", "state", "conversation"),
    Noun("reactions", story.Reaction, "act", "on", "reading", "conversation"),
    Noun("open_questions", story.OpenQuestion, "text", parent="conversation"),
    Noun("commitments", story.Commitment, "action", "due", "status", "conversation"),
    Noun("check_ins", story.CheckIn, "about", "on", "held", "conversation"),
    Noun("reviews", story.Review, "note", "on", "state", "contact"),
    Noun("snapshots", story.Snapshot, "", "sealed_on", "kind"),
    Noun("decisions", story.Decision, "reason", "on", "verdict", "record"),
)
"""In the order of the journey; every field of it has one."""

BY_KIND = {noun.kind: noun for noun in NOUNS}
_BY_TYPE = {noun.type: noun for noun in NOUNS}


def noun_of(type_: type[T]) -> Noun[T]:
    """The noun whose rows hold values of that type. KeyError for a type that has no rows of its own."""
    return _BY_TYPE[type_]


def texts(value: object) -> Iterator[str]:
    """Every text of a person's own in the value and below it; ids, dates and choices are not among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, Value):
        for name in _fields_with_text(type(value)):
            yield from texts(getattr(value, name))


@cache
def _fields_with_text(type_: type[Value]) -> tuple[str, ...]:
    # A tuple of ids and a tuple of words look alike at run time, so the annotation decides.
    hints = get_type_hints(type_, include_extras=True)
    return tuple(name for name, hint in hints.items() if name in type_.model_fields and _may_hold_text(hint))


def _may_hold_text(hint: Any) -> bool:
    if hint in (Words, tuple[Words, ...]):
        return True
    inside = (hint, *getattr(hint, "__args__", ()))
    return any(isinstance(part, type) and issubclass(part, Value) for part in inside)
