"""Verbs on one path."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from talktrack.engine.story import Decision, Goal, Path
from talktrack.web.people.subject import Subject

from .. import access, bridge
from ..models.nouns import noun_of
from . import finding, once
from .done import Done


def pick(*, subject: Subject, name: str, today: date) -> Done[Decision]:
    """This one, for now. Raises Http404."""
    access.row(subject, noun_of(Path), name)
    return finding.confirm(subject=subject, rule="path", about=f"paths/{name}", today=today)


def set_aside(*, subject: Subject, name: str, today: date) -> Done[Decision]:
    """Not this one; it stays on the page. Raises Http404."""
    access.row(subject, noun_of(Path), name)
    return finding.dismiss(subject=subject, rule="path", about=f"paths/{name}", today=today)


@transaction.atomic
def to_goal(*, subject: Subject, name: str) -> Done[Goal]:
    """A goal with what the path has: its name, its skills to build, its first test. Raises Http404."""
    path = bridge.kept(noun_of(Path), access.row(subject, noun_of(Path), name)).value
    fields = {
        "what": path.name,
        "horizon": "near",
        "interest": path.attracts,
        "skills": path.build,
        "actions": [{"what": path.first_test, "kind": "experience"}] if path.first_test else [],
        "private": not path.internal,
    }
    return once.create(subject=subject, noun=Goal, fields=fields)
