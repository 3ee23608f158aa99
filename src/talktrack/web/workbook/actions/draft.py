"""Verbs on what stands in a form that was not kept yet."""

from __future__ import annotations

import json
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from talktrack.engine.story.value import LONGEST_TEXT
from talktrack.kit.errors import UserError
from talktrack.kit.text import clean
from talktrack.web.people.subject import Subject

from .. import access
from ..models import Draft

MOST_FIELDS = 200
MOST_DRAFTS = 500


@transaction.atomic
def save(*, subject: Subject, place: str, fields: Mapping[str, str], version: int = 0) -> None:
    """Keep the fields of the form at `place` as they stand. Raises UserError where they are absurdly large."""
    workbook = access.queue(subject)
    if len(place) > 240 or len(fields) > MOST_FIELDS or any(len(text) > LONGEST_TEXT for text in fields.values()):
        raise UserError("This is too much for one form. Keep the heart of it here, and the rest in a document.")
    mine = Draft.for_subject(subject)
    if not mine.filter(place=place).exists() and mine.count() >= MOST_DRAFTS:
        mine.order_by("saved_at").first().delete()  # type: ignore[union-attr]  # there are MOST_DRAFTS of them
    body = json.dumps({clean(name): clean(text) for name, text in fields.items()}, ensure_ascii=False)
    Draft.keep(workbook=workbook, place=place, fields=body, version=version, saved_at=timezone.now())


@transaction.atomic
def drop(*, subject: Subject, place: str) -> None:
    """Forget the draft at `place`, if there is one: it was kept, or is not wanted."""
    access.queue(subject)
    Draft.for_subject(subject).filter(place=place).delete()
