"""Verbs on a piece of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction

from talktrack.engine.evidence import spoken
from talktrack.engine.story import Accomplishment, Decision
from talktrack.web.people.subject import Subject

from .. import access, bridge
from ..models import Record
from ..models.nouns import noun_of
from . import draft, finding, once, record
from .done import Done

DRAFT = "accomplishments/new"


@transaction.atomic
def log(
    *, subject: Subject, fields: Mapping[str, object], today: date, quiet: Iterable[str] = ()
) -> Done[Accomplishment]:
    """Keep a line of the pad, dated today unless it says otherwise; what was dismissed while typing stays so."""
    done = once.create(
        subject=subject, noun=Accomplishment, fields={**fields, "date": fields.get("date") or today.isoformat()}
    )
    for rule in quiet:
        finding.dismiss(subject=subject, rule=rule, about=done.kept.reference, today=today)
    draft.drop(subject=subject, place=DRAFT)
    return done


@transaction.atomic
def word(*, subject: Subject, name: str) -> Done[Accomplishment]:
    """Keep the proposed wording as the person's own, to be changed like any other. Raises Http404."""
    access.queue(subject)
    kind = noun_of(Accomplishment)
    kept = bridge.kept(kind, access.row(subject, kind, name))
    whole = bridge.to_journey(Record.for_subject(subject).live().only("kind", "body"))
    said = " ".join(line.passage.text for line in spoken(kept.value, whole))
    return record.edit(subject=subject, noun=Accomplishment, name=name, fields={"spoken": said}, version=kept.version)


def unword(*, subject: Subject, name: str, today: date) -> Done[Decision]:
    """The proposed wording is not wanted. Raises Http404."""
    access.row(subject, noun_of(Accomplishment), name)
    return finding.dismiss(subject=subject, rule="spoken", about=f"accomplishments/{name}", today=today)
