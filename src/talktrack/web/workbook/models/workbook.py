"""The workbook itself: the row that writers of one owner queue for."""

from __future__ import annotations

from django.db import models

from talktrack.web.people.models import Account
from talktrack.web.people.subject import Subject


class Workbook(models.Model):
    """One owner's workbook. Its key is the owner's, so a row's owner is known without a join."""

    owner = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True)
    revision = models.PositiveBigIntegerField(default=0)
    """Grows with every write, so that whatever was computed from the rows knows whether it still holds."""

    _all = models.Manager["Workbook"]()

    @classmethod
    def revision_of(cls, subject: Subject) -> int:
        """How many writes the subject's workbook has seen; 0 where there is none yet."""
        return cls._all.filter(pk=subject.account).values_list("revision", flat=True).first() or 0
