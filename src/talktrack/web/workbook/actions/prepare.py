"""Verbs on one conversation that is being prepared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from django.db import transaction

from talktrack.engine.story import Conversation, Lens, manager
from talktrack.web.people.subject import Subject

from .. import access, bridge
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
def arrange(*, subject: Subject, name: str, at: str, setting: Mapping[str, object]) -> Done[Conversation]:
    """Keep the time ("2026-12-03T10:00:00"; "" leaves it as it is) and what of the setting is given."""
    kept = _locked(subject, name)
    whole = {**dict(kept.value.setting), **setting}
    return _edit(subject, kept, {"setting": whole, **({"at": at} if at else {})})


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
