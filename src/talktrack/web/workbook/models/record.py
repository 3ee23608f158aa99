"""Record: one value of the story as a row.

All nouns share one table. A value is deep (a goal has actions, obstacles, a benefit) and the story's own model
already says what is valid, so the row keeps it whole, as JSON, and repeats beside it only what lists sort, filter
and search by. A page that needs the whole journey asks once, whatever the number of nouns.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.db import models

from talktrack.web.people.subject import Subject

from .nouns import Noun
from .workbook import Workbook

LONGEST_NAME = 200
CHANGING = ("body", "title", "day", "state", "parent", "words", "version", "changed_at", "deleted_at")
"""The columns that an edit may change."""
LIVE = models.Q(deleted_at=None)


class Records(models.QuerySet["Record"]):
    """Rows of one owner."""

    def of(self, *nouns: Noun[Any]) -> Self:
        """Those of these nouns."""
        return self.filter(kind__in=[noun.kind for noun in nouns])

    def live(self) -> Self:
        """Those that are not deleted, each noun in the order of the journey."""
        return self.filter(LIVE).order_by("kind", "position", "pk")

    def deleted(self, since: datetime) -> Self:
        """Those deleted since then, the latest first."""
        return self.filter(deleted_at__gte=since).order_by("-deleted_at", "-pk")


class Record(models.Model):
    """One value of the story."""

    workbook = models.ForeignKey(Workbook, on_delete=models.CASCADE)
    kind = models.CharField(max_length=32)
    name = models.CharField(max_length=LONGEST_NAME)
    """What the story calls it: its id, or what it is about where it has none. Never a database key."""
    position = models.IntegerField()
    body = models.TextField()
    """The value as JSON: the truth. What follows is derived from it."""
    title = models.CharField(max_length=200, default="")
    day = models.CharField(max_length=10, default="")
    state = models.CharField(max_length=32, default="")
    parent = models.CharField(max_length=LONGEST_NAME, default="")
    words = models.TextField(default="")
    """Every text of the person's own in it, for searching."""
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True, default=None)

    _all = Records.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("workbook", "kind", "name"), name="record_name"),)
        indexes = (
            models.Index(fields=("workbook", "kind", "position"), name="record_place", condition=LIVE),
            models.Index(fields=("workbook", "kind", "day", "position"), name="record_day", condition=LIVE),
            models.Index(fields=("workbook", "parent"), name="record_parent", condition=LIVE),
        )

    @classmethod
    def for_subject(cls, subject: Subject) -> Records:
        """The rows that this subject may read and write: the owner's own."""
        return cls._all.filter(workbook=subject.account) if subject.role == "owner" else cls._all.none()

    @classmethod
    def write_all(cls, rows: list[Self]) -> None:
        """Add those that are new and change the others, in a few statements."""
        known = [row for row in rows if row.pk is not None]
        cls._all.bulk_create([row for row in rows if row.pk is None], batch_size=500)
        cls._all.bulk_update(known, CHANGING, batch_size=200)

    @classmethod
    def forget(cls, before: datetime) -> None:
        """Erase what was deleted before then, whoever owned it, with its history."""
        cls._all.filter(deleted_at__lt=before).delete()
