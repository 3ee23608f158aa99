"""Accounts, and the one-time tokens by which a browser is let in."""

from __future__ import annotations

from django.db import models


class Account(models.Model):
    """Someone who owns a workbook. Local mode has exactly one."""

    label = models.CharField(max_length=80, unique=True)
    """What tells accounts apart; "local" for the owner of this machine's workbook."""
    made_at = models.DateTimeField(auto_now_add=True)

    _all = models.Manager["Account"]()


class Launch(models.Model):
    """A token that `talktrack start` handed out and nobody has used yet. Only its hash is kept."""

    token_hash = models.CharField(max_length=64, unique=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    made_at = models.DateTimeField()

    _all = models.Manager["Launch"]()
