"""The question bank: data files, one for each purpose (method §6)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal, get_args

from pydantic import Field, ValidationError

from talktrack.engine.prepare.agenda import SegmentName
from talktrack.engine.story import Id, Value
from talktrack.kit.errors import InternalError

from .filling import SLOT, SLOTS
from .given import GIVEN
from .missing import MISSING

Purpose = Literal[
    "skills",
    "exposure",
    "training and mentoring",
    "feedback",
    "examples",
    "blind spots",
    "leadership",
    "interpersonal",
    "technical",
    "personal effectiveness",
    "alignment",
    "next steps",
    "pay",
]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)

Category = Literal["direction", "growth", "opportunity", "feedback", "commitment", "reward"]
"""What kind of answer one gets: where things are going, what to learn, what one may try, how the work is seen,
a promise, pay."""


class BankQuestion(Value):
    """One question, with what the picker needs to know of it."""

    id: Id
    purpose: Purpose
    category: Category
    phase: SegmentName
    """The segment of the agenda in which it is best asked."""
    wordings: Annotated[tuple[str, ...], Field(min_length=2, max_length=3)]
    """In order of preference; one whose slots no record fills is passed over. At least one has no slot."""
    gap: str
    """What is missing in the person's notes that the answer would fill (`missing.py`)."""
    prerequisites: tuple[str, ...] = ()
    """What must be given for it to be asked at all (`given.py`)."""
    exclusions: tuple[str, ...] = ()
    """What must not be given."""
    manager_only: Annotated[int, Field(ge=0, le=3)]
    decision_impact: Annotated[int, Field(ge=0, le=3)]
    elsewhere: Annotated[int, Field(ge=0, le=3)]
    """How easily the answer can be found elsewhere."""
    minutes: Annotated[int, Field(ge=1, le=4)]
    """With its answer and one follow-up."""
    follow_ups: Annotated[tuple[str, ...], Field(min_length=1)]
    trust_risk: Annotated[int, Field(ge=0, le=2)]
    """How much trust it asks for."""


@cache
def bank() -> tuple[BankQuestion, ...]:
    """Every question, by purpose in the order of `PURPOSES`. Raises InternalError where a file breaks the rules."""
    found = tuple(question for purpose in PURPOSES for question in _file(purpose))
    if len({q.id for q in found}) < len(found):
        raise InternalError("the question bank has an id twice")
    return found


def _file(purpose: Purpose) -> tuple[BankQuestion, ...]:
    name = f"{purpose.replace(' ', '-')}.toml"
    rows = tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))
    try:
        questions = tuple(
            BankQuestion.model_validate(row | {"purpose": rows["purpose"]}) for row in rows["questions"]
        )
    except (KeyError, ValidationError) as error:
        raise InternalError(f"question bank, {name}: {error}") from error
    for question in questions:
        if fault := _fault(question):
            raise InternalError(f"question bank, {name}, {question.id}: {fault}")
    return questions


def _fault(question: BankQuestion) -> str:
    """What the types cannot say; "" where all is well."""
    if question.gap not in MISSING:
        return f"unknown gap {question.gap!r}"
    if unknown := {*question.prerequisites, *question.exclusions} - set(GIVEN):
        return f"unknown condition {min(unknown)!r}"
    slots = [set(SLOT.findall(wording)) for wording in question.wordings]
    if unknown := set().union(*slots) - set(SLOTS):
        return f"unknown slot {min(unknown)!r}"
    return "" if set() in slots else "no wording without slots"
