"""Verbs on a conversation that is being held: notes as they come in from a device, the counters, the end.

A device writes without a network and sends later, perhaps twice, perhaps in another order, perhaps after the note
was changed elsewhere. Each writing carries a number that only grows (its turn); of those of one note the highest
counts, and what it would write over is kept beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.http import Http404

from talktrack.engine.story import Conversation, Listening, Note
from talktrack.kit.errors import UserError
from talktrack.web.people.subject import Subject

from .. import access, bridge
from ..models import Arrival, Record
from ..models.nouns import noun_of
from . import record
from .done import Done, valid

_MOST = 9_999
"""As often as anybody could tap in one meeting."""


@dataclass(frozen=True)
class Sent:
    """One note as a device holds it."""

    id: str
    turn: int
    fields: Mapping[str, object]
    gone: bool = False
    """Whether it was taken back."""
    after: int = 0
    """The version that the device had seen; 0 for a note that it made itself."""


@dataclass(frozen=True)
class Answer:
    """What became of one writing. The device may forget it where `why` is empty."""

    id: str
    turn: int
    version: int = 0
    why: str = ""
    """Why it could not be kept, in plain words."""


def take(*, subject: Subject, name: str, sent: tuple[Sent, ...]) -> tuple[Answer, ...]:
    """Keep these notes of the conversation of that name, each for itself. Raises Http404 where there is none."""
    return tuple(_answer(subject, name, one) for one in sent)


def _answer(subject: Subject, name: str, sent: Sent) -> Answer:
    try:
        return Answer(sent.id, sent.turn, _arrive(subject, name, sent))
    except UserError as error:
        told = error.problems[0].what if error.problems else error.message
        return Answer(sent.id, sent.turn, why=told)


@transaction.atomic
def _arrive(subject: Subject, name: str, sent: Sent) -> int:
    """Keep one note, and remember that it came; the version that it has now."""
    workbook = access.queue(subject)
    access.row(subject, noun_of(Conversation), name)
    reference = f"notes/{sent.id}"
    before = Arrival.for_subject(subject).filter(reference=reference).first()
    if before and sent.turn <= before.turn:
        return before.version
    version = _keep(subject, name, sent, max(before.version if before else 0, sent.after))
    Arrival.keep(workbook=workbook, reference=reference, turn=sent.turn, version=version)
    return version


def _keep(subject: Subject, name: str, sent: Sent, known: int) -> int:
    kind = noun_of(Note)
    row = Record.for_subject(subject).of(kind).filter(name=sent.id).first()
    fields = {**sent.fields, "id": sent.id, "conversation": name}
    if row is None or row.deleted_at:
        if sent.gone:
            return row.version if row else 0
        return record.create(subject=subject, noun=Note, fields=fields).kept.version
    if row.parent != name:
        raise UserError("A note of this name belongs to another conversation. Copy its words from here.")
    if not sent.gone and kind.adapter.validate_json(row.body) == valid(kind, fields):
        return row.version
    if row.version != known:  # changed elsewhere meanwhile: that stays as it is
        _beside(subject, {**fields, "id": f"{sent.id[:70]}-again"}, gone=sent.gone)
        return known
    if sent.gone:
        return record.delete(subject=subject, noun=Note, name=sent.id).kept.version
    return record.edit(subject=subject, noun=Note, name=sent.id, fields=fields, version=row.version).kept.version


def _beside(subject: Subject, fields: Mapping[str, object], *, gone: bool) -> None:
    """Keep what the device has to say in a note of its own, or take that away."""
    note = valid(noun_of(Note), fields)
    if not gone:
        record.put(subject=subject, value=note)
    elif Record.for_subject(subject).of(noun_of(Note)).live().filter(name=note.id).exists():
        record.delete(subject=subject, noun=Note, name=note.id)


@transaction.atomic
def stand(
    *, subject: Subject, name: str, turn: int, held: bool, counted: Mapping[str, object]
) -> Done[Conversation] | None:
    """Say from a device whether the meeting is over, with what was counted; None where that is no news.

    Raises Http404, UserError.
    """
    workbook, kind = access.queue(subject), noun_of(Conversation)
    row = access.row(subject, kind, name)
    reference = f"conversations/{name}"[:200]
    before = Arrival.for_subject(subject).filter(reference=reference).first()
    if before and turn <= before.turn:
        return None
    done = _stand(subject, name, held, counted)
    version = done.kept.version if done else row.version
    Arrival.keep(workbook=workbook, reference=reference, turn=turn, version=version)
    return done


@transaction.atomic
def end(*, subject: Subject, name: str, held: bool = True) -> Done[Conversation] | None:
    """Say that the meeting is over, or that it is not; None where that is no news. Raises Http404."""
    access.queue(subject)
    return _stand(subject, name, held, {})


def _stand(subject: Subject, name: str, held: bool, counted: Mapping[str, object]) -> Done[Conversation] | None:
    kind = noun_of(Conversation)
    meeting = bridge.kept(kind, access.row(subject, kind, name))
    was = meeting.value.state
    state = "held" if held else "booked" if was == "held" else was
    listening = {**dict(meeting.value.listening), **counted}
    if state == was and listening == dict(meeting.value.listening):
        return None
    fields = {"state": state, "listening": listening}
    return record.edit(subject=subject, noun=Conversation, name=name, fields=fields, version=meeting.version)


@transaction.atomic
def count(*, subject: Subject, name: str, what: str) -> Done[Conversation]:
    """One more of what the person counts while listening. Raises Http404."""
    access.queue(subject)
    kind = noun_of(Conversation)
    meeting = bridge.kept(kind, access.row(subject, kind, name))
    if what not in Listening.model_fields:
        raise Http404
    counted = {**dict(meeting.value.listening), what: min(getattr(meeting.value.listening, what) + 1, _MOST)}
    return record.edit(
        subject=subject, noun=Conversation, name=name, fields={"listening": counted}, version=meeting.version
    )
