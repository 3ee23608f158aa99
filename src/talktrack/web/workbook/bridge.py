"""Rows and the journey: one made of the other, without loss. Given fetched rows, it never fetches."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Generic, TypeVar

from talktrack.engine.story import Decision, Journey, Link
from talktrack.kit.errors import UserError

from .models import Record
from .models.nouns import BY_KIND, NOUNS, Noun, noun_of, texts
from .models.record import LONGEST_NAME

T = TypeVar("T")

SHOWN = ("kind", "name", "body", "version", "changed_at")
"""The columns that `kept` reads."""


@dataclass(frozen=True)
class Kept(Generic[T]):
    """A value with what is known of its row. This is what leaves the database, never the row."""

    value: T
    kind: str
    name: str
    version: int
    changed_at: datetime

    @property
    def reference(self) -> str:
        """How the story points at it: "goals/nordic", "person"."""
        return self.kind if BY_KIND[self.kind].single else f"{self.kind}/{self.name}"


def kept(noun: Noun[T], row: Record) -> Kept[T]:
    """The row's value, validated again by the story's own model."""
    return Kept(_value(noun.kind, row.body), row.kind, row.name, row.version, row.changed_at)


@lru_cache(maxsize=16_384)
def _value(kind: str, body: str) -> Any:
    """The value of a body. Values are frozen, so whoever reads the same words may share one.

    Room for more than a full workbook: with less, none of it would be left for the next reading.
    """
    return BY_KIND[kind].adapter.validate_json(body)


def to_journey(rows: Iterable[Record]) -> Journey:
    """The journey of these rows, in their order. Of some rows: the journey as far as they tell it."""
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.kind, []).append(_value(row.kind, row.body))
    fields = {kind: values[0] if BY_KIND[kind].single else tuple(values) for kind, values in found.items()}
    return Journey(**fields)


def to_rows(journey: Journey) -> list[Record]:
    """Rows that hold this journey, in its order, not yet anyone's; what was never filled in has none.

    Raises UserError where two records of one kind have the same id.
    """
    rows: list[Record] = []
    empty = Journey()
    for noun in NOUNS:
        value = getattr(journey, noun.kind)
        if value == getattr(empty, noun.kind):
            continue
        taken: set[str] = set()
        for position, item in enumerate((value,) if noun.single else value, start=1):
            row = Record(kind=noun.kind, name=_free(noun, name_of(item), taken), position=position)
            taken.add(row.name)
            rows.append(fill(row, item))
    return rows


def fill(row: Record, value: object) -> Record:
    """The row with this value in it, and with the columns that repeat some of it. Returns the same row."""
    noun: Noun[Any] = noun_of(type(value))
    row.body = noun.adapter.dump_json(value).decode()
    row.title = _column(value, noun.title)[:200]
    row.day = _column(value, noun.day)[:10]
    row.state = _column(value, noun.state)
    row.parent = _column(value, noun.parent)[:LONGEST_NAME]
    row.words = "\n".join(text for text in texts(value) if text)
    return row


def name_of(value: object) -> str:
    """What a row of this value is called: its id, what it is about, or its kind where a journey has one only."""
    if isinstance(value, Link):
        name = f"{value.record}>{value.statement}"
    elif isinstance(value, Decision):
        name = f"{value.about}:{value.record}"
    else:
        name = str(getattr(value, "id", noun_of(type(value)).kind))
    return name if len(name) <= LONGEST_NAME - 8 else "sha256:" + hashlib.sha256(name.encode()).hexdigest()


def _free(noun: Noun[Any], name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    if "id" in noun.type.model_fields:
        raise UserError(f"Two of the {noun.kind.replace('_', ' ')} have the id “{name}”. Give one another id.")
    # Links and decisions have no id: the same thing may be said twice, and both are kept.
    return next(other for n in range(2, len(taken) + 3) if (other := f"{name}~{n}") not in taken)


def _column(value: object, field: str) -> str:
    found = getattr(value, field) if field else None
    if isinstance(found, date):  # a datetime too: the day is enough to sort by
        return found.isoformat()[:10]
    if isinstance(found, bool):
        return field if found else ""
    return "" if found is None else str(found)
