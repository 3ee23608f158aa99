"""Verbs on one conversation that is being prepared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from django.db import transaction

from talktrack.engine.prepare import arrange as timing
from talktrack.engine.story import Conversation, Lens, manager
from talktrack.web.people.subject import Subject
from talktrack.web.post import outbox

from .. import access, bridge, matters
from ..bridge import Kept
from ..models import Record
from ..models.nouns import noun_of
from . import record
from .done import Done


def want(*, subject: Subject, name: str, question: str) -> Done[Conversation]:
    """Ask this question of the bank, whatever the ranking says. Raises Http404."""
    return _choose(subject, name, question, True)


def leave(*, subject: Subject, name: str, question: str) -> Done[Conversation]:
    """Do not ask it. Raises Http404."""
    return _choose(subject, name, question, False)


@transaction.atomic
def _choose(subject: Subject, name: str, question: str, wanted: bool) -> Done[Conversation]:
    kept = _locked(subject, name)
    lists = {
        "wanted": tuple(q for q in kept.value.wanted if q != question),
        "unwanted": tuple(q for q in kept.value.unwanted if q != question),
    }
    lists["wanted" if wanted else "unwanted"] += (question,)
    return _edit(subject, kept, lists)


@transaction.atomic
def arrange(*, subject: Subject, name: str, setting: Mapping[str, object]) -> Done[Conversation]:
    """Keep what is given of the setting."""
    kept = _locked(subject, name)
    return _edit(subject, kept, {"setting": {**dict(kept.value.setting), **setting}})


@transaction.atomic
def take(*, subject: Subject, name: str, start: datetime) -> Done[Conversation]:
    """Take a time (aware, in a named zone). One that was asked for or booked is moved, which counts as a change.

    Raises UserError where the conversation is over, Http404.
    """
    kept = _locked(subject, name)
    was = kept.value
    if was.at and was.state in ("asked", "booked"):
        now = timing.move(was, start)
        now = now.model_copy(
            update={"sequence": max(now.sequence, outbox.last(subject, matters.changes_of(name)) + 1)}
        )
    else:
        now = timing.take(was, start).model_copy(update={"state": "asked" if was.state == "asked" else "planned"})
    return _edit(subject, kept, _changed(was, now))


@transaction.atomic
def call_off(*, subject: Subject, name: str) -> Done[Conversation]:
    """Call it off. Raises UserError where there is nothing to call off, Http404."""
    kept = _locked(subject, name)
    return _edit(subject, kept, _changed(kept.value, timing.call_off(kept.value)))


def _changed(was: Conversation, now: Conversation) -> dict[str, object]:
    return {field: value for field, value in dict(now).items() if value != getattr(was, field)}


@transaction.atomic
def stand(
    *, subject: Subject, name: str, state: Literal["planned", "asked", "booked", "held", "postponed", "cancelled"]
) -> Done[Conversation]:
    """Say how the meeting stands: asked for, booked. Raises Http404."""
    return _edit(subject, _locked(subject, name), {"state": state})


@transaction.atomic
def order(*, subject: Subject, name: str, parts: tuple[tuple[str, int], ...]) -> Done[Conversation]:
    """Keep an agenda by hand, as parts with their minutes; () for the usual one. Raises UserError, Http404."""
    kept = _locked(subject, name)
    agenda = [{"part": part, "minutes": minutes} for part, minutes in parts]
    length = {"minutes": sum(minutes for _, minutes in parts)} if parts else {}
    return _edit(subject, kept, {"agenda": agenda, **length})


@transaction.atomic
def side(*, subject: Subject, name: str, fields: Mapping[str, object], version: int) -> Done[Lens]:
    """Keep the other side of a conversation: the lens that is there, else a new one.

    Raises Conflict, UserError, Http404.
    """
    meeting = _locked(subject, name).value
    whole = bridge.to_journey(Record.for_subject(subject).live().only("kind", "body"))
    known = manager(whole)
    who = meeting.contact or (known.id if known else None)
    found = next((x for x in whole.lenses if x.contact in (who, None)), None)
    if found is None:
        given = {"contact": who, **({} if who else {"id": f"side-{name}"[:80]})}
        return record.create(subject=subject, noun=Lens, fields={**fields, **given})
    return record.edit(subject=subject, noun=Lens, name=found.id, fields=fields, version=version)


def _locked(subject: Subject, name: str) -> Kept[Conversation]:
    access.queue(subject)
    kind = noun_of(Conversation)
    return bridge.kept(kind, access.row(subject, kind, name))


def _edit(subject: Subject, kept: Kept[Conversation], fields: Mapping[str, Any]) -> Done[Conversation]:
    return record.edit(subject=subject, noun=Conversation, name=kept.name, fields=fields, version=kept.version)
