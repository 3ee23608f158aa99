"""Verbs on the beginning: the one sentence, and the answers that fill the first agenda."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from talktrack.engine.prepare.first import Fills
from talktrack.engine.story import Accomplishment, Contact, Goal, Person
from talktrack.kit.text import clean
from talktrack.web.people.subject import Subject

from .. import access
from ..bridge import kept
from ..models import Record
from ..models.nouns import noun_of
from . import record
from .done import Done


def begin(*, subject: Subject, sentence: str) -> Done[str]:
    """Keep the sentence it begins with, which may be empty: the agenda then asks what could come next."""
    return record.put(subject=subject, value=clean(sentence))


@transaction.atomic
def answer(*, subject: Subject, question: Fills, text: str, today: date) -> Done[Any]:
    """Keep what a question of the first agenda was answered with, where it belongs. Raises UserError."""
    access.queue(subject)
    match question:
        case "did":
            fields = {"did": text, "date": today.isoformat()}
            return record.create(subject=subject, noun=Accomplishment, fields=fields)
        case "result":
            return _result(subject, text, today)
        case "manager":
            return record.create(subject=subject, noun=Contact, fields={"name": text, "relation": "manager"})
        case "started":
            row = Record.for_subject(subject).of(noun_of(Person)).live().first()
            version = row.version if row else 0
            return record.edit(subject=subject, noun=Person, fields={"started": text}, version=version)
        case "goal":
            return record.create(subject=subject, noun=Goal, fields={"what": text, "horizon": "near"})


def _result(subject: Subject, text: str, today: date) -> Done[Accomplishment]:
    """To the first entry that says nothing yet of what came of it; else as an entry of its own."""
    noun = noun_of(Accomplishment)
    for row in Record.for_subject(subject).of(noun).live():
        value = kept(noun, row)
        if not value.value.result:
            fields = {"result": text}
            return record.edit(
                subject=subject, noun=Accomplishment, name=row.name, fields=fields, version=row.version
            )
    return record.create(subject=subject, noun=Accomplishment, fields={"did": text, "date": today.isoformat()})
