"""What bringing in a journey would change: shown before, then done exactly so."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic_core import to_jsonable_python

from talktrack.engine.story import Value

from .models import Record
from .models.nouns import BY_KIND


@dataclass(frozen=True)
class FieldChange:
    """One field that would read otherwise, both ways as JSON values."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Change:
    """What would happen to one record."""

    what: Literal["new", "changed", "same"]
    kind: str
    name: str
    title: str
    body: str
    """The value as it would be kept, as JSON."""
    fields: tuple[FieldChange, ...] = ()

    @property
    def key(self) -> str:
        """What tells the changes of one preview apart: "goals/nordic"."""
        return f"{self.kind}/{self.name}"


def compare(mine: Iterable[Record], incoming: Iterable[Record]) -> tuple[Change, ...]:
    """One change for each incoming row, in its order. What is only in the workbook stays, and is not listed.

    A record takes the place of the one of the same id. Where a journey has one only (the person, pay), what the
    incoming one leaves empty stays as it is.
    """
    known = {(row.kind, row.name): row for row in mine}
    return tuple(_change(known.get((row.kind, row.name)), row) for row in incoming)


def _change(mine: Record | None, incoming: Record) -> Change:
    if mine is None:
        return Change("new", incoming.kind, incoming.name, incoming.title, incoming.body)
    before, after = json.loads(mine.body), json.loads(incoming.body)
    noun = BY_KIND[incoming.kind]
    if noun.single and issubclass(noun.type, Value):
        empty = {name: to_jsonable_python(f.default) for name, f in noun.type.model_fields.items()}
        after = {name: before[name] if text == empty.get(name, ...) else text for name, text in after.items()}
    if before == after:
        return Change("same", incoming.kind, incoming.name, incoming.title, mine.body)
    body = json.dumps(after, ensure_ascii=False)
    return Change("changed", incoming.kind, incoming.name, incoming.title, body, _fields(before, after))


def _fields(before: Any, after: Any) -> tuple[FieldChange, ...]:
    if not isinstance(before, dict) or not isinstance(after, dict):
        return (FieldChange("", before, after),)
    return tuple(
        FieldChange(name, before.get(name), text) for name, text in after.items() if before.get(name) != text
    )
