"""Subject: who is asking. Everything that reads or writes a row takes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest

from .models import Account

LOCAL = "local"
"""The label of the one account of local mode."""


@dataclass(frozen=True)
class Subject:
    """Someone who has shown who they are. Today an owner; a coach or a guest will be another `role`."""

    account: int
    role: str = "owner"


def local_owner() -> Subject:
    """The one owner of local mode; made where there is none yet."""
    account, _ = Account._all.get_or_create(label=LOCAL)
    return Subject(account.pk)


def subject_of(request: HttpRequest) -> Subject:
    """Who is asking, in a view that only someone known can reach."""
    return cast(Subject, request.subject)  # type: ignore[attr-defined]
