"""Draft: what stands in a form that was not kept yet."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from talktrack.web.people.subject import Subject

from .workbook import Workbook


class Draft(models.Model):
    """The fields of one form as they were last typed."""

    workbook = models.ForeignKey(Workbook, on_delete=models.CASCADE)
    place = models.CharField(max_length=240)
    """Which form: "goals/nordic", "accomplishments/new"."""
    fields = models.TextField()
    """JSON: the name of each field and its text."""
    version = models.PositiveIntegerField(default=0)
    """The version of the record that was being edited; 0 for a new one."""
    saved_at = models.DateTimeField()

    _all = models.Manager["Draft"]()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("workbook", "place"), name="draft_place"),)

    @classmethod
    def keep(cls, *, workbook: Workbook, place: str, fields: str, version: int, saved_at: datetime) -> None:
        """Keep the fields of the form at that place, instead of those kept before."""
        changed = {"fields": fields, "version": version, "saved_at": saved_at}
        cls._all.update_or_create(workbook=workbook, place=place, defaults=changed)

    @classmethod
    def for_subject(cls, subject: Subject) -> models.QuerySet[Draft]:
        """The owner's own drafts."""
        return cls._all.filter(workbook=subject.account) if subject.role == "owner" else cls._all.none()
