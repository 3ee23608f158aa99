"""Keeping a new record once, however often its form arrives: two clicks, a page sent again, a phone that retries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TypeVar

from django.db import transaction
from django.utils import timezone
from pydantic import ValidationError

from talktrack.web.people.subject import Subject

from .. import access, bridge
from ..models import Record
from ..models.nouns import noun_of
from . import record
from .done import Done

T = TypeVar("T")

WITHIN = timedelta(minutes=2)


@transaction.atomic
def create(*, subject: Subject, noun: type[T], fields: Mapping[str, object]) -> Done[T]:
    """Keep a new record of these fields; where the same was kept within two minutes, that one, and no second.

    Raises UserError as `record.create` does.
    """
    access.queue(subject)
    kind = noun_of(noun)
    since = timezone.now() - WITHIN
    for row in Record.for_subject(subject).of(kind).live().filter(made_at__gte=since, version=1):
        same = bridge.kept(kind, row)
        try:
            again = kind.adapter.validate_python({**fields, "id": row.name})
        except ValidationError:
            break
        if again == same.value:
            return Done(same, "create", record.undo_of(row))
    return record.create(subject=subject, noun=noun, fields=fields)
