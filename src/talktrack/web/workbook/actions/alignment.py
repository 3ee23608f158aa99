"""Verbs on links and on what a goal brings the organisation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from django.db import transaction

from talktrack.engine.story import Goal, Link
from talktrack.web.people.subject import Subject

from .. import access, bridge
from ..models import Record
from ..models.nouns import noun_of
from . import record
from .done import Done

Verdict = Literal["proposed", "confirmed", "dismissed", "tension"]


@transaction.atomic
def renew(*, subject: Subject, links: Iterable[Link]) -> int:
    """Let these be what is proposed: those that no longer hold go, what was decided stays.

    Returns how many are new.
    """
    access.queue(subject)
    kind = noun_of(Link)
    new = {bridge.name_of(link): link for link in links}
    known = {row.name: row for row in Record.for_subject(subject).of(kind).live()}
    for name, row in known.items():
        if row.state == "proposed" and name not in new:
            record.delete(subject=subject, noun=Link, name=name)
    added = 0
    for name, link in new.items():
        if name not in known:
            record.add(subject=subject, value=link)
            added += 1
        elif known[name].state == "proposed" and bridge.kept(kind, known[name]).value != link:
            record.put(subject=subject, value=link)
    return added


@transaction.atomic
def decide(*, subject: Subject, name: str, state: Verdict) -> Done[Link]:
    """Keep the person's word on one link. Raises Http404."""
    access.queue(subject)
    kept = bridge.kept(noun_of(Link), access.row(subject, noun_of(Link), name))
    return record.put(subject=subject, value=kept.value.model_copy(update={"state": state}))


@transaction.atomic
def word(*, subject: Subject, name: str, why: str) -> Done[Link]:
    """Keep a link in the person's own words, which confirms it. Raises Http404."""
    access.queue(subject)
    kept = bridge.kept(noun_of(Link), access.row(subject, noun_of(Link), name))
    return record.put(subject=subject, value=kept.value.model_copy(update={"state": "confirmed", "why": why}))


@transaction.atomic
def benefit(*, subject: Subject, goal: str, fields: Mapping[str, str]) -> Done[Goal]:
    """Keep what the organisation gains from a goal. Raises Http404."""
    access.queue(subject)
    kind = noun_of(Goal)
    version = access.row(subject, kind, goal).version
    return record.edit(subject=subject, noun=Goal, name=goal, fields={"benefit": dict(fields)}, version=version)
