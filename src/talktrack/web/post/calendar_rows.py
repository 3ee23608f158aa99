"""Rows about calendars: what Talktrack writes into the person's own, and the address at which it can be read."""

from __future__ import annotations

from django.db import models

from talktrack.web.people.models import Account
from talktrack.web.people.subject import Subject

from .models import Connection


class Entry(models.Model):
    """One event in the person's own calendar: how it should lie there, and how it does."""

    class State(models.TextChoices):
        """How it stands."""

        WAITING = "waiting"
        WRITING = "writing"
        WRITTEN = "written"
        FAILED = "failed"
        CONFLICT = "conflict"
        LEFT = "left"

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    key = models.CharField(max_length=255)
    """The record that it shows: "conversations/december"."""
    connection = models.ForeignKey(Connection, on_delete=models.CASCADE)
    calendar = models.TextField()
    """The address of the calendar that it is written to."""
    uid = models.CharField(max_length=255)
    content = models.BinaryField(default=b"")
    """The event as it should lie there (RFC 5545); empty where it should not be there any more."""
    starts = models.DateTimeField(null=True, default=None)
    """When the event that lies there begins, and ends: one's own talk does not stand in its own way."""
    ends = models.DateTimeField(null=True, default=None)
    etag = models.TextField(null=True, default=None)
    """The server's name for the version that was written last; null where none was, "" where it may be replaced."""
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    due_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    lease = models.CharField(max_length=32, default="")
    leased_until = models.DateTimeField(null=True, default=None)
    trouble = models.TextField(default="")
    """Why the last attempt failed, in plain words."""
    written_at = models.DateTimeField(null=True, default=None)

    _all = models.Manager["Entry"]()

    class Meta:
        app_label = "post"
        constraints = (models.UniqueConstraint(fields=("account", "key"), name="entry_key"),)
        indexes = (
            models.Index(fields=("due_at",), name="entry_due", condition=models.Q(state__in=("waiting", "writing"))),
        )

    def __str__(self) -> str:
        return f"entry {self.pk}"

    @classmethod
    def for_subject(cls, subject: Subject) -> models.QuerySet[Entry]:
        """The owner's own events."""
        return cls._all.filter(account=subject.account) if subject.role == "owner" else cls._all.none()


class Feed(models.Model):
    """The secret address at which calendar programs read check-ins and due dates. Only its hash is kept."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True)
    token_hash = models.CharField(max_length=64, unique=True)
    full = models.BooleanField(default=False)
    """Whether it tells names and words; else "A promise is due"."""
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, default=None)
    """When a program last read it."""

    _all = models.Manager["Feed"]()

    class Meta:
        app_label = "post"

    def __str__(self) -> str:
        return f"feed {self.pk}"

    @classmethod
    def for_subject(cls, subject: Subject) -> models.QuerySet[Feed]:
        """The owner's own."""
        return cls._all.filter(account=subject.account) if subject.role == "owner" else cls._all.none()
