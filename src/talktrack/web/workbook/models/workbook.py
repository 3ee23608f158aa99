"""The workbook itself: the row that writers of one owner queue for."""

from __future__ import annotations

import secrets
from collections.abc import Collection

from django.db import models

from talktrack.web.people.models import Account
from talktrack.web.people.subject import Subject


class Workbook(models.Model):
    """One owner's workbook. Its key is the owner's, so a row's owner is known without a join."""

    owner = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True)
    revision = models.PositiveBigIntegerField(default=0)
    """Another number after every write, so that whatever was computed from the rows knows whether it still holds.

    Drawn by lot, not counted: a count would repeat after a rollback or a restored backup.
    """

    _all = models.Manager["Workbook"]()

    @classmethod
    def revision_of(cls, subject: Subject) -> int:
        """The number of the subject's workbook as it stands; 0 where nothing was ever written."""
        return cls._all.filter(pk=subject.account).values_list("revision", flat=True).first() or 0

    @classmethod
    def revisions(cls, accounts: Collection[int]) -> dict[int, int]:
        """The numbers of these accounts' workbooks."""
        return dict(cls._all.filter(pk__in=accounts).values_list("pk", "revision"))

    def touch(self) -> None:
        """Say that something in it has changed."""
        self.revision = secrets.randbits(63)
        self.save(update_fields=["revision"])
