"""Records as lists and one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, Literal, TypeVar

from django.db.models import Case, When
from django.http import Http404
from django.utils import timezone

from talktrack.engine.story import Framework
from talktrack.web.people.subject import Subject

from .. import access, bridge
from ..bridge import Kept
from ..models import Record, Revision
from ..models.nouns import BY_KIND, noun_of

T = TypeVar("T")

PAGE = 50
KEPT_AFTER_DELETE = timedelta(days=30)


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page of a list."""

    items: tuple[Kept[T], ...]
    number: int
    """From 1."""
    of: int
    """How many pages there are; at least 1."""
    total: int
    """How many records there are on all pages."""


def listed(
    subject: Subject,
    noun: type[T],
    *,
    order: Literal["journey", "latest", "earliest"] = "journey",
    state: str = "",
    parent: str = "",
    page: int = 1,
    size: int = PAGE,
) -> Page[T]:
    """Records of one noun; two queries, whatever their number.

    `order`: as they stand in the journey, or by day ("latest": the newest first; "earliest": undated last).
    A page beyond the last one is the last one.
    """
    kind = noun_of(noun)
    rows = Record.for_subject(subject).of(kind).live()
    if state:
        rows = rows.filter(state=state)
    if parent:
        rows = rows.filter(parent=parent)
    total = rows.count()
    pages = max(1, -(-total // size))
    number = min(max(page, 1), pages)
    if order == "latest":
        rows = rows.order_by("-day", "-position", "-pk")
    elif order == "earliest":
        rows = rows.order_by(Case(When(day="", then=1), default=0), "day", "position", "pk")
    rows = rows.only(*bridge.SHOWN)[(number - 1) * size : number * size]
    items = tuple(bridge.kept(kind, row) for row in rows)
    return Page(items, number, pages, total)


def one(subject: Subject, noun: type[T], name: str) -> Kept[T]:
    """One live record. Raises Http404 where there is none, exactly as where it is another's."""
    kind = noun_of(noun)
    return bridge.kept(kind, access.row(subject, kind, name))


def single(subject: Subject, noun: type[T]) -> Kept[T]:
    """The one record of a noun that a journey has once (the person, pay); empty and version 0 where unfilled.

    Raises Http404 for a framework that was never brought in: an empty one means nothing.
    """
    kind = noun_of(noun)
    row = Record.for_subject(subject).of(kind).live().first()
    if row:
        return bridge.kept(kind, row)
    if noun is Framework:
        raise Http404
    return Kept(noun(), kind.kind, kind.kind, 0, timezone.now())


@dataclass(frozen=True)
class Past(Generic[T]):
    """What a record was after one action."""

    value: T
    version: int
    verb: str
    at: datetime


def history(subject: Subject, noun: type[T], name: str = "") -> tuple[Past[T], ...]:
    """Every version of one record, the latest first; of a deleted one too. Raises Http404."""
    kind = noun_of(noun)
    row = access.row(subject, kind, name or kind.kind, deleted=None)
    revisions = Revision.for_subject(subject).filter(record=row).order_by("-version")
    return tuple(Past(kind.adapter.validate_json(r.body), r.version, r.action, r.at) for r in revisions)


@dataclass(frozen=True)
class Deleted:
    """Something that can still be brought back."""

    kept: Kept[Any]
    title: str
    deleted_at: datetime
    until: datetime


def deleted(subject: Subject) -> tuple[Deleted, ...]:
    """What was deleted in the last 30 days, the latest first."""
    rows = Record.for_subject(subject).deleted(timezone.now() - KEPT_AFTER_DELETE)
    return tuple(
        Deleted(bridge.kept(BY_KIND[row.kind], row), row.title, row.deleted_at, row.deleted_at + KEPT_AFTER_DELETE)
        for row in rows
        if row.deleted_at
    )


@dataclass(frozen=True)
class Happened:
    """One action on one record, as the history of everything tells it."""

    kind: str
    name: str
    title: str
    verb: str
    version: int
    at: datetime
    number: int
    """Give it as `before` to see what happened earlier."""


def happened(subject: Subject, *, before: int | None = None, size: int = PAGE) -> tuple[Happened, ...]:
    """What was done in the whole workbook, the latest first; one query."""
    revisions = Revision.for_subject(subject).select_related("record").order_by("-pk")
    if before is not None:
        revisions = revisions.filter(pk__lt=before)
    return tuple(
        Happened(r.record.kind, r.record.name, r.record.title, r.action, r.version, r.at, r.pk)
        for r in revisions[:size]
    )
