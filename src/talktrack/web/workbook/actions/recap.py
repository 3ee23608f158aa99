"""Verbs on the notes of a talk and on what is taken out of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any, Literal

from django.db import transaction
from django.utils import timezone

from talktrack.engine.recap.notes import notes_from
from talktrack.engine.recap.talk import day_in
from talktrack.engine.story import Conversation, Decision, Note, OpenQuestion, Snapshot, Value
from talktrack.kit.documents import Message
from talktrack.kit.errors import UserError
from talktrack.web.people.subject import Subject
from talktrack.web.post import outbox

from .. import access, bridge
from ..models import Record
from ..models.nouns import BY_KIND, Noun, noun_of
from . import record
from .done import Done, valid
from .sending import SECONDS


@transaction.atomic
def paste(*, subject: Subject, name: str, text: str, today: date) -> Done[Note]:
    """Keep a page of notes of that conversation, which was held then. Raises UserError for an empty one, Http404."""
    access.queue(subject)
    meeting = bridge.kept(noun_of(Conversation), access.row(subject, noun_of(Conversation), name)).value
    whole = bridge.to_journey(Record.for_subject(subject).of(noun_of(Note)).live())
    made = notes_from(text, meeting, kept=whole.notes)
    if not made:
        raise UserError("There is nothing to read yet. Half sentences are enough.")
    done = [record.add(subject=subject, value=note) for note in made]
    _held(subject, meeting, day_in(text, meeting.at.date() if meeting.at else today))
    return done[-1]


def _held(subject: Subject, meeting: Conversation, day: date | None) -> None:
    """Note that it was held, on the day that the notes name where they name one: whoever was there knows it best."""
    at = meeting.at
    if day and (at is None or at.date() != day):
        at = datetime.combine(day, at.time() if at else time())
    held = meeting.model_copy(update={"state": "held", "at": at})
    if held != meeting:
        record.put(subject=subject, value=held)


@transaction.atomic
def confirm(*, subject: Subject, proposed: Value, today: date, fields: Mapping[str, Any] | None = None) -> Done[Any]:
    """Keep what was proposed, as it is or with these fields changed, with the person's word. Raises UserError."""
    noun: Noun[Any] = noun_of(type(proposed))
    value = valid(noun, {**dict(proposed), **(fields or {})})
    _word(subject, noun.kind, bridge.name_of(value), "confirmed", today)
    return record.put(subject=subject, value=value)


@transaction.atomic
def dismiss(*, subject: Subject, kind: str, id: str, today: date) -> Done[Any]:
    """It is none: a record that came of it goes. It is not proposed again, and can be brought back."""
    noun = BY_KIND[kind]
    done = _word(subject, kind, id, "dismissed", today)
    if Record.for_subject(subject).of(noun).live().filter(name=id).exists():
        record.delete(subject=subject, noun=noun.type, name=id)
    return done


def _word(
    subject: Subject, kind: str, id: str, verdict: Literal["confirmed", "dismissed"], today: date
) -> Done[Decision]:
    decision = Decision(about="taking", record=f"{kind}/{id}", verdict=verdict, on=today.isoformat())
    return record.put(subject=subject, value=decision)


def reopen(*, subject: Subject, kind: str, id: str) -> Done[Decision]:
    """Propose it again. Raises Http404."""
    return record.delete(subject=subject, noun=Decision, name=f"taking:{kind}/{id}")


@transaction.atomic
def ask_next_time(*, subject: Subject, name: str, text: str) -> Done[OpenQuestion]:
    """Keep a question for the next talk. Raises Http404."""
    access.queue(subject)
    access.row(subject, noun_of(Conversation), name)
    return record.create(subject=subject, noun=OpenQuestion, fields={"conversation": name, "text": text})


@transaction.atomic
def begin(*, subject: Subject, today: date, contact: str | None) -> Done[Conversation]:
    """A talk that was held without having been prepared here."""
    # The day alone is known; without it "by Friday" would mean another Friday each week.
    fields = {"id": f"talk-{today}", "state": "held", "contact": contact, "at": datetime.combine(today, time())}
    taken = Record.for_subject(subject).of(noun_of(Conversation)).filter(name=fields["id"]).exists()
    return record.create(subject=subject, noun=Conversation, fields={**fields, "id": ""} if taken else fields)


def right(*, subject: Subject, name: str, rule: str, of: str, today: date) -> Done[Decision]:
    """The words of the mail that a rule holds back are right as they stand; other words are asked about again."""
    decision = Decision(about=rule, record=f"conversations/{name}", verdict="confirmed", on=today.isoformat(), of=of)
    return record.put(subject=subject, value=decision)


@transaction.atomic
def seal(*, subject: Subject, snapshots: tuple[Snapshot, ...], superseded: tuple[str, ...] = ()) -> None:
    """Keep the sealed copies of what leaves; those of the same day that were not sent make room."""
    access.queue(subject)
    rows = Record.for_subject(subject).of(noun_of(Snapshot)).live()
    known = set(rows.values_list("name", flat=True))
    for id in superseded:
        if id in known:
            record.delete(subject=subject, noun=Snapshot, name=id)
    for snapshot in snapshots:
        if snapshot.id not in known:
            record.put(subject=subject, value=snapshot)


@transaction.atomic
def send(
    *, subject: Subject, key: str, message: Message, snapshots: tuple[Snapshot, ...], superseded: tuple[str, ...]
) -> None:
    """Put the recap into the outbox, and with it the sealed copies of what it says. Raises UserError."""
    access.queue(subject)
    now = timezone.now()
    message = replace(message, date=now, draft=False)
    outbox.put(subject=subject, key=key, message=message, not_before=now + SECONDS)
    seal(subject=subject, snapshots=snapshots, superseded=superseded)
