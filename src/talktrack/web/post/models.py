"""Connections, the outbox, and which reminders were given. None of it is part of a journey or of its archive."""

from __future__ import annotations

from django.db import models

from talktrack.web.people.models import Account
from talktrack.web.people.subject import Subject


class Connection(models.Model):
    """A server that the person lets Talktrack use, with what opens it. Erased with its secret when it is removed."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    purpose = models.CharField(max_length=16)
    """"smtp": own mail; "caldav": own calendar; "ics": a subscribed calendar; "theirs": someone's free/busy."""
    label = models.CharField(max_length=120, default="")
    """What the person calls it."""
    address = models.TextField()
    """A URL; for "smtp" the person's mail address."""
    user = models.CharField(max_length=320, default="")
    secret = models.TextField(default="")
    """The password. Shown to nobody, written into no log, no page and no archive."""
    settings = models.JSONField(default=dict)
    """What else belongs to it; for "smtp" host, port, security."""
    made_at = models.DateTimeField(auto_now_add=True)
    tried_at = models.DateTimeField(null=True, default=None)
    """When it was last tried."""
    trouble = models.TextField(default="")
    """Why that did not work, in plain words; "" where it did."""

    _all = models.Manager["Connection"]()

    class Meta:
        indexes = (models.Index(fields=("account", "purpose"), name="connection_purpose"),)

    def __str__(self) -> str:
        return f"connection {self.pk}"  # whatever prints it, prints no address and no secret

    @classmethod
    def for_subject(cls, subject: Subject) -> models.QuerySet[Connection]:
        """The owner's own connections."""
        return cls._all.filter(account=subject.account) if subject.role == "owner" else cls._all.none()


class Outgoing(models.Model):
    """One mail on its way. Written in the transaction of the change that it tells of."""

    class State(models.TextChoices):
        """How it stands."""

        WAITING = "waiting"
        SENDING = "sending"
        SENT = "sent"
        FAILED = "failed"
        WITHDRAWN = "withdrawn"

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    key = models.CharField(max_length=255)
    """The matter, as "recap/december": one mail for each."""
    message_id = models.CharField(max_length=340)
    """Stays the same over every attempt, so that mail programs show a repeated mail once."""
    sender = models.CharField(max_length=320)
    recipients = models.JSONField()
    """Those who do not have it yet, each one address."""
    delivered = models.JSONField(default=list)
    """Those whose server took it."""
    content = models.BinaryField()
    """The whole mail as it is sent (RFC 5322)."""
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    due_at = models.DateTimeField()
    """Not to be sent before; after a failed attempt, when the next one is due."""
    attempts = models.PositiveIntegerField(default=0)
    doubtful = models.PositiveIntegerField(default=0)
    """Attempts of which nobody knows whether they arrived: the line was cut after the whole mail was given."""
    lease = models.CharField(max_length=32, default="")
    """Whoever sends it holds this token; another token means that someone else took over."""
    leased_until = models.DateTimeField(null=True, default=None)
    trouble = models.TextField(default="")
    """Why the last attempt failed, in plain words."""
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, default=None)

    _all = models.Manager["Outgoing"]()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("account", "key"), name="outgoing_key"),)
        indexes = (
            models.Index(
                fields=("due_at",),
                name="outgoing_due",
                condition=models.Q(state__in=("waiting", "sending")),
            ),
        )

    def __str__(self) -> str:
        return f"outgoing {self.pk}"

    @classmethod
    def for_subject(cls, subject: Subject) -> models.QuerySet[Outgoing]:
        """The owner's own mail."""
        return cls._all.filter(account=subject.account) if subject.role == "owner" else cls._all.none()


class Reminder(models.Model):
    """A reminder that was given by mail. The row is what makes it happen once, whatever clocks and workers do."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    key = models.CharField(max_length=255)
    """What it was about and for which day: "due/commitments/plan/2026-12-03"."""
    given_at = models.DateTimeField()

    _all = models.Manager["Reminder"]()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("account", "key"), name="reminder_once"),)

    def __str__(self) -> str:
        return f"reminder {self.pk}"

    @classmethod
    def for_subject(cls, subject: Subject) -> models.QuerySet[Reminder]:
        """The reminders that the owner was given."""
        return cls._all.filter(account=subject.account) if subject.role == "owner" else cls._all.none()


from . import calendar_rows  # noqa: E402, F401  Django looks for rows in this module
