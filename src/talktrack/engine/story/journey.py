"""The whole journey of one person, as one frozen value."""

from __future__ import annotations

from collections.abc import Iterator

from .accomplishment import Accomplishment
from .commitment import CheckIn, Commitment
from .contact import Contact, Interview
from .conversation import Conversation
from .decision import Decision
from .framework import Framework
from .goal import Goal
from .index import contacts_by_id
from .lens import Lens
from .link import Link
from .note import Note
from .outcome import Advice, Agreement, Feedback, OpenQuestion, Reaction
from .path import Path
from .pay import Pay
from .person import Person
from .reflection import Answer, Vision
from .review import Review
from .skill import Learning, Skill, Want
from .snapshot import Snapshot
from .statement import OpportunityFact, Statement
from .value import Records, Value, Words


class Journey(Value):
    """Everything that one person keeps. The TOML file, the JSON archive and the database hold exactly this."""

    sentence: Words = ""
    """The one sentence it began with."""
    person: Person = Person()
    answers: Records[Answer] = ()
    vision: Vision = Vision()
    accomplishments: Records[Accomplishment] = ()
    skills: Records[Skill] = ()
    wants: Records[Want] = ()
    learning: Records[Learning] = ()
    pay: Pay = Pay()
    statements: Records[Statement] = ()
    opportunity_facts: Records[OpportunityFact] = ()
    framework: Framework | None = None
    contacts: Records[Contact] = ()
    interviews: Records[Interview] = ()
    paths: Records[Path] = ()
    goals: Records[Goal] = ()
    links: Records[Link] = ()
    lenses: Records[Lens] = ()
    conversations: Records[Conversation] = ()
    notes: Records[Note] = ()
    advice: Records[Advice] = ()
    feedback: Records[Feedback] = ()
    agreements: Records[Agreement] = ()
    reactions: Records[Reaction] = ()
    open_questions: Records[OpenQuestion] = ()
    commitments: Records[Commitment] = ()
    check_ins: Records[CheckIn] = ()
    reviews: Records[Review] = ()
    snapshots: Records[Snapshot] = ()
    decisions: Records[Decision] = ()


def walk(journey: Journey) -> Iterator[tuple[str, Value]]:
    """Every record that can be pointed at, with its reference, in the order of the journey.

    References read as paths: "person", "vision", "pay", "goals/nordic", "goals/nordic/actions/course",
    "lenses/jocelyn/facts/hiring". Values without an id (a measure, an obstacle) belong to the record above them.
    """
    for name in type(journey).model_fields:
        yield from _below(name, getattr(journey, name))


def _below(path: str, value: object) -> Iterator[tuple[str, Value]]:
    if isinstance(value, tuple):
        for item in value:
            if isinstance(item, Value) and (name := getattr(item, "id", None)):
                yield from _below(f"{path}/{name}", item)
    elif isinstance(value, Value):
        yield path, value
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if isinstance(inner, tuple):
                yield from _below(f"{path}/{name}", inner)


def without(journey: Journey, reference: str) -> Journey:
    """The journey as it would be had that record never been written; references to it dangle, and mean nothing."""
    head, *rest = reference.split("/")
    return journey.model_copy(update={head: _without(getattr(journey, head), rest)})


def _without(value: object, rest: list[str]) -> object:
    if isinstance(value, tuple):
        if len(rest) == 1:
            return tuple(item for item in value if getattr(item, "id", None) != rest[0])
        return tuple(_without(v, rest[1:]) if getattr(v, "id", None) == rest[0] else v for v in value)
    if isinstance(value, Value) and rest:
        return value.model_copy(update={rest[0]: _without(getattr(value, rest[0]), rest[1:])})
    return type(value)() if isinstance(value, Value) else None


def contact(journey: Journey, name: str | None) -> Contact | None:
    """The contact with that id, or None."""
    return contacts_by_id(journey.contacts).get(name) if name else None


def manager(journey: Journey) -> Contact | None:
    """The manager of the next conversation: the one it names, else the first manager who has not moved on."""
    coming = upcoming(journey)
    named = contact(journey, coming.contact) if coming else None
    managers = [c for c in journey.contacts if c.relation == "manager"]
    return named or next((c for c in managers if not c.until), None) or next(iter(managers), None)


def upcoming(journey: Journey) -> Conversation | None:
    """The first conversation that is not over, or None."""
    return next((c for c in journey.conversations if c.state not in ("held", "cancelled")), None)
