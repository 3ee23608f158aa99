"""The only way to a row. What is not yours answers exactly like what is not there."""

from __future__ import annotations

from typing import Any

from django.http import Http404

from talktrack.web.people.subject import Subject

from .models import Record, Revision, Workbook
from .models.nouns import Noun


def row(subject: Subject, noun: Noun[Any], name: str, *, deleted: bool | None = False) -> Record:
    """The subject's record of that noun and name: a live one, a `deleted` one, or (None) either.

    Raises Http404 where there is none, and where it is another's.
    """
    found = Record.for_subject(subject).of(noun).filter(name=name).first()
    if found is None or deleted not in (None, found.deleted_at is not None):
        raise Http404
    return found


def revision(subject: Subject, row: Record, version: int) -> Revision:
    """One past version of a record. Raises Http404 where there was none."""
    found = Revision.for_subject(subject).filter(record=row, version=version).first()
    if found is None:
        raise Http404
    return found


def queue(subject: Subject) -> Workbook:
    """The subject's workbook, locked until the transaction ends: two writers of one owner take turns.

    Call inside `transaction.atomic`. Raises Http404 for a subject who owns none.
    """
    if subject.role != "owner":
        raise Http404
    found = Workbook._all.select_for_update().filter(pk=subject.account).first()
    if found is None:
        Workbook._all.get_or_create(pk=subject.account)
        found = Workbook._all.select_for_update().get(pk=subject.account)
    return found
