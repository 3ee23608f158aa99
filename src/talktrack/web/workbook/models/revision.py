"""Revision: what a record was. Only ever added to, until the person wipes everything."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models

from talktrack.kit.errors import InternalError
from talktrack.web.people.subject import Subject

from .record import Record


class Revision(models.Model):
    """One version of one record, as it stood after one action."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE)
    version = models.PositiveIntegerField()
    action = models.CharField(max_length=12)
    """What made it so: "create", "edit", "delete", "restore"."""
    body = models.TextField()
    at = models.DateTimeField()

    _all = models.Manager["Revision"]()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("record", "version"), name="revision_version"),)

    @classmethod
    def for_subject(cls, subject: Subject) -> models.QuerySet[Revision]:
        """The history of the owner's own records."""
        return cls._all.filter(record__in=Record.for_subject(subject))

    @staticmethod
    def write_all(written: Iterable[tuple[Record, str]], at: datetime) -> None:
        """Add the present version of each record, with the verb that made it so."""
        Revision._all.bulk_create(
            [Revision(record=row, version=row.version, action=verb, body=row.body, at=at) for row, verb in written],
            batch_size=500,
        )

    def save(self, **options: Any) -> None:
        """Add it. Raises InternalError where it is there already: history does not change."""
        if self.pk:
            raise InternalError("a revision cannot be changed")
        super().save(**options)
