"""Arrival: how far something that was written on a device has come."""

from __future__ import annotations

from django.db import models

from talktrack.web.people.subject import Subject

from .workbook import Workbook


class Arrival(models.Model):
    """The last writing of one record that a device sent. What comes again, or too late, is known by it.

    It holds no word of a person's: a reference and two numbers.
    """

    workbook = models.ForeignKey(Workbook, on_delete=models.CASCADE)
    reference = models.CharField(max_length=200)
    """"notes/live-…", or "conversations/december" for how the meeting stands."""
    turn = models.PositiveBigIntegerField()
    """The number that the device gave its writing; later ones are higher."""
    version = models.PositiveIntegerField()
    """The version of the record once that was kept; 0 where there was nothing to keep."""

    _all = models.Manager["Arrival"]()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("workbook", "reference"), name="arrival_reference"),)

    @classmethod
    def for_subject(cls, subject: Subject) -> models.QuerySet[Arrival]:
        """What came from the owner's own devices."""
        return cls._all.filter(workbook=subject.account) if subject.role == "owner" else cls._all.none()

    @classmethod
    def keep(cls, *, workbook: Workbook, reference: str, turn: int, version: int) -> None:
        """Remember that this writing has arrived."""
        changed = {"turn": turn, "version": version}
        cls._all.update_or_create(workbook=workbook, reference=reference, defaults=changed)
