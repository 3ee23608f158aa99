"""Verbs on one record, whatever its noun: create, edit, delete, restore."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.core import signing
from django.db import transaction
from django.db.models import Count, Max, Q
from django.utils import timezone

from talktrack.engine.story import Conversation
from talktrack.engine.story.value import MOST_RECORDS
from talktrack.kit.errors import UserError
from talktrack.web.people.subject import Subject

from .. import access, bridge
from ..models import Record, Revision, Workbook
from ..models.nouns import Noun, noun_of
from . import naming
from .done import Conflict, Done, valid

T = TypeVar("T")

UNDO_SALT = "talktrack.workbook.undo"


@transaction.atomic
def create(*, subject: Subject, noun: type[T], fields: Mapping[str, object]) -> Done[T]:
    """Keep a new record of these fields. Without an `id` it gets a free one made of its own first words.

    Raises UserError where a field cannot be right, or the id is taken.
    """
    workbook, kind = access.queue(subject), noun_of(noun)
    return _add(workbook, subject, kind, valid(kind, _named(subject, kind, fields)))


@transaction.atomic
def add(*, subject: Subject, value: T) -> Done[T]:
    """Keep a value that is whole already. Raises UserError where there is one of that name."""
    kind = noun_of(type(value))
    return _add(access.queue(subject), subject, kind, valid(kind, value))


@transaction.atomic
def edit(*, subject: Subject, noun: type[T], fields: Mapping[str, object], version: int, name: str = "") -> Done[T]:
    """Change these fields of one record and leave its others; `name` may be left out where there is only one.

    `version` is the one that the person was looking at; 0 for a single record (the vision, pay) never filled in.
    Raises Conflict where it is not the current one, UserError where a field cannot be right, Http404.
    """
    workbook, kind = access.queue(subject), noun_of(noun)
    name = name or kind.kind
    if kind.single and not Record.for_subject(subject).of(kind).filter(deleted_at=None).exists():
        return _add(workbook, subject, kind, valid(kind, dict(fields)))
    row = access.row(subject, kind, name)
    _unchanged(kind, row, version)
    before = dict(bridge.kept(kind, row).value)  # type: ignore[call-overload]
    value = valid(kind, {**before, **naming.below(kind.type, fields)})  # type: ignore[arg-type]
    if "id" in fields and bridge.name_of(value) != name:
        raise UserError("A record keeps its id: others point at it.")
    return _write(workbook, row, kind, value, "edit")


@transaction.atomic
def put(*, subject: Subject, value: T) -> Done[T]:
    """Keep a value in place of the one of the same name, if there is one: the sentence, a decision, a link."""
    workbook, kind = access.queue(subject), noun_of(type(value))
    value = valid(kind, value)
    row = Record.for_subject(subject).of(kind).filter(name=bridge.name_of(value), deleted_at=None).first()
    return _write(workbook, row, kind, value, "edit") if row else _add(workbook, subject, kind, value)


@transaction.atomic
def delete(*, subject: Subject, noun: type[T], name: str = "") -> Done[T]:
    """Take one record away; it can be brought back for 30 days. Raises Http404."""
    workbook, kind = access.queue(subject), noun_of(noun)
    row = access.row(subject, kind, name or kind.kind)
    return _write(workbook, row, kind, bridge.kept(kind, row).value, "delete")


@transaction.atomic
def restore(*, subject: Subject, noun: type[T], name: str = "") -> Done[T]:
    """Bring a deleted record back to where it stood. Raises Http404; UserError where its place is full."""
    workbook, kind = access.queue(subject), noun_of(noun)
    row = access.row(subject, kind, name or kind.kind, deleted=True)
    _room(subject, kind)
    return _write(workbook, row, kind, bridge.kept(kind, row).value, "restore")


@transaction.atomic
def revert(*, subject: Subject, noun: type[T], name: str, to: int, version: int) -> Done[T]:
    """Make one record what it was at version `to`. Raises Conflict as `edit` does; Http404."""
    workbook, kind = access.queue(subject), noun_of(noun)
    row = access.row(subject, kind, name)
    _unchanged(kind, row, version)
    past = access.revision(subject, row, to)
    return _write(workbook, row, kind, kind.adapter.validate_json(past.body), "edit")


def _add(workbook: Workbook, subject: Subject, kind: Noun[T], value: T) -> Done[T]:
    name = bridge.name_of(value)
    last = _room(subject, kind)
    row = Record.for_subject(subject).of(kind).filter(name=name).first()
    if row and row.deleted_at is None:
        raise UserError(f"There is one called “{name}” already.")
    if row is None:
        row = Record(workbook=workbook, kind=kind.kind, name=name, position=last + 1, version=0)
        row.made_at = timezone.now()
    return _write(workbook, row, kind, value, "create")


def _write(workbook: Workbook, row: Record, kind: Noun[T], value: T, verb: str) -> Done[T]:
    row.version += 1
    row.changed_at = timezone.now()
    row.deleted_at = row.changed_at if verb == "delete" else None
    bridge.fill(row, value).save()
    Revision(record=row, version=row.version, action=verb, body=row.body, at=row.changed_at).save()
    workbook.touch()
    if isinstance(value, Conversation):
        from . import noting  # a line of evidence loads nothing that could open a connection

        noting.follow(subject=Subject(row.workbook_id), name=row.name, value=None if verb == "delete" else value)
    return Done(bridge.kept(kind, row), verb, undo_of(row))


def undo_of(row: Record) -> str:
    """The token that takes back what made the row what it is."""
    return signing.dumps([row.workbook_id, row.kind, row.name, row.version], salt=UNDO_SALT)


def _unchanged(kind: Noun[Any], row: Record, version: int) -> None:
    if row.version != version:
        raise Conflict(bridge.kept(kind, row))


def _room(subject: Subject, kind: Noun[Any]) -> int:
    """The last position that is taken. Raises UserError where no record more may be kept."""
    rows = Record.for_subject(subject).of(kind)
    found = rows.aggregate(last=Max("position", default=0), live=Count("pk", filter=Q(deleted_at=None)))
    if found["live"] >= MOST_RECORDS:
        raise UserError(f"There are {MOST_RECORDS:,} of these already, the most that a workbook holds.")
    return int(found["last"])


def _named(subject: Subject, kind: Noun[Any], fields: Mapping[str, object]) -> dict[str, object]:
    named = naming.below(kind.type, fields)
    if "id" in kind.type.model_fields and not named.get("id"):
        start = naming.start(kind.type, named)
        # Deleted ones too: they may come back.
        taken = Record.for_subject(subject).of(kind).filter(name__startswith=start).values_list("name", flat=True)
        named["id"] = naming.free(start, set(taken))
    return named
