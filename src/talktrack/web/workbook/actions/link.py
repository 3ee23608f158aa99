"""Verbs on one link between a record of the person and a need of the organisation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from django.db import transaction

from talktrack.engine.story import Link
from talktrack.web.people.subject import Subject

from .. import access, bridge
from ..models import Record
from ..models.nouns import noun_of
from . import record
from .done import Done


def decide(
    *, subject: Subject, link: Link, state: Literal["proposed", "confirmed", "dismissed", "tension"]
) -> Done[Link]:
    """Keep what the person decided about a proposed link; the latest decision on a pair takes the place of others."""
    return record.put(subject=subject, value=link.model_copy(update={"state": state}))


def confirm(*, subject: Subject, link: Link) -> Done[Link]:
    """It fits."""
    return decide(subject=subject, link=link, state="confirmed")


def dismiss(*, subject: Subject, link: Link) -> Done[Link]:
    """It does not fit."""
    return decide(subject=subject, link=link, state="dismissed")


def keep_tension(*, subject: Subject, link: Link) -> Done[Link]:
    """The two pull apart, and that is worth remembering."""
    return decide(subject=subject, link=link, state="tension")


@transaction.atomic
def propose(*, subject: Subject, links: Iterable[Link]) -> int:
    """Keep proposals for pairs that nothing is known of yet; what was decided before stays. Returns how many."""
    access.queue(subject)
    known = set(Record.for_subject(subject).of(noun_of(Link)).values_list("name", flat=True))
    new = {name: link for link in links if (name := bridge.name_of(link)) not in known}
    for link in new.values():
        record.add(subject=subject, value=link)
    return len(new)
