"""Taking an action back: a signed note of what was done, good for 30 days."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core import signing
from django.db import transaction
from django.http import Http404

from talktrack.kit.errors import UserError
from talktrack.web.people.subject import Subject

from .. import access, bridge
from ..models.nouns import BY_KIND
from . import record
from .done import Conflict, Done

LASTS = timedelta(days=30)


@transaction.atomic
def undo(*, subject: Subject, token: str) -> Done[Any]:
    """Do the opposite of what `token` stands for; the answer can be undone too.

    Raises Conflict where the record has changed since, UserError where the token is older than 30 days or not ours,
    Http404 where it is another's.
    """
    try:
        owner, kind, name, version = signing.loads(token, salt=record.UNDO_SALT, max_age=LASTS)
    except signing.SignatureExpired:
        raise UserError("That was more than 30 days ago and can no longer be taken back.") from None
    except signing.BadSignature:
        raise UserError("That cannot be taken back from here. Open the record and look at its history.") from None
    if owner != subject.account:
        raise Http404
    access.queue(subject)
    noun = BY_KIND[kind]
    row = access.row(subject, noun, name, deleted=None)
    if row.version != version:
        raise Conflict(bridge.kept(noun, row))
    verb = access.revision(subject, row, version).action
    if verb == "delete":
        return record.restore(subject=subject, noun=noun.type, name=name)
    if verb == "edit":
        return record.revert(subject=subject, noun=noun.type, name=name, to=version - 1, version=version)
    return record.delete(subject=subject, noun=noun.type, name=name)
