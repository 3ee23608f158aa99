"""Telling the other side of a changed time: the letter is written with its sealed copy, and sent by the worker."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from talktrack.engine.prepare.basis import Basis
from talktrack.engine.prepare.request import Request
from talktrack.kit.documents import Message
from talktrack.web.people.subject import Subject
from talktrack.web.post import outbox
from talktrack.web.post.outbox import Letter

from .. import access
from . import record, sending


@transaction.atomic
def tell(*, subject: Subject, key: str, basis: Basis, words: Request, message: Message, now: datetime) -> Letter:
    """Send the letter in ten seconds. Raises UserError where an address is missing or it is on its way already."""
    access.queue(subject)
    sending.ready(subject, basis.journey.person.email, basis.manager)
    dated = replace(message, date=now)
    made = outbox.put(subject=subject, key=key, message=dated, not_before=now + sending.SECONDS)
    record.put(subject=subject, value=sending.sealed(basis, words, now.date()))
    return made
