"""Verbs on mail that leaves from the workbook: each writes the mail with the change that goes with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import transaction

from talktrack.engine.prepare.basis import Basis
from talktrack.engine.prepare.request import Request, invitation, mail
from talktrack.engine.story import Commitment, Contact, Conversation, Journey, Snapshot
from talktrack.engine.story.seal import seal, values
from talktrack.engine.story.share import sendable
from talktrack.kit.blocks import Passage
from talktrack.kit.errors import UserError
from talktrack.web.people.subject import Subject
from talktrack.web.post import connections, outbox
from talktrack.web.post.outbox import Letter

from .. import access, bridge
from ..models.nouns import noun_of
from . import prepare, record

SECONDS = timedelta(seconds=10)
"""In which a mail can be stopped."""
REQUEST, WORD = "request", "word"


def key_of(name: str) -> str:
    """Under which the mail that asks for that conversation stands in the outbox."""
    return f"{REQUEST}/{name}"


@transaction.atomic
def ask(*, subject: Subject, name: str, basis: Basis, words: Request, now: datetime) -> Letter:
    """Send the request with its invitation in ten seconds, seal what it shows, note that the meeting was asked for.

    Raises UserError where an address is missing, or where it is on its way already; Http404.
    """
    access.queue(subject)
    talk = bridge.kept(noun_of(Conversation), access.row(subject, noun_of(Conversation), name)).value
    ready(subject, basis.journey.person.email, basis.manager)
    message = replace(mail(basis, words, invitation(basis, words)), date=now)
    letter = outbox.put(subject=subject, key=key_of(name), message=message, not_before=now + SECONDS)
    record.put(subject=subject, value=sealed(basis, words, now.date()))
    if talk.state in ("planned", "postponed"):
        prepare.stand(subject=subject, name=name, state="asked")
    return letter


def ready(subject: Subject, sender: str, to: Contact | None) -> None:
    """Raise UserError where mail from that address to that person cannot leave from here, and say what is missing."""
    own = connections.mail(subject)
    if to is None or not to.email:
        raise UserError("There is no mail address of your manager yet. Add it, then send the mail.")
    if own is None:
        raise UserError("Your own mail is not set up yet. Set it up under You, or save the mail as a file.")
    if sender.casefold() != own.address.casefold():
        raise UserError(
            f"The mail would come from {sender or 'nobody'}, and your mail is set up for {own.address}. "
            "Make the two the same under You."
        )


def sealed(basis: Basis, words: Request, on: date) -> Snapshot:
    """A sealed copy of every field that stands in the request."""
    return sealed_of(basis.journey, words.passages(), on)


def sealed_of(whole: Journey, passages: Iterable[Passage], on: date) -> Snapshot:
    """A sealed copy of every field that those passages cite and that may be shown."""
    said = {f"{s.record}.{s.field.partition('.')[0]}" for passage in passages for s in passage.sources}
    known, shown = dict(values(whole)), dict(values(sendable(whole)))
    fields = tuple(path for path in sorted(said) if path in shown and shown[path] == known[path])
    return seal(whole, kind="share", fields=fields, on=on.isoformat())


@transaction.atomic
def stop(*, subject: Subject, key: str) -> Letter:
    """Do not send it; what it asked for is planned again. Raises UserError where it is too late, Http404."""
    access.queue(subject)
    letter = outbox.withdraw(subject=subject, key=key)
    kind, _, name = key.partition("/")
    if kind == WORD:
        _not_said(subject, name.partition("/")[0])
    if kind == REQUEST:
        row = access.row(subject, noun_of(Conversation), name)
        if bridge.kept(noun_of(Conversation), row).value.state == "asked":
            prepare.stand(subject=subject, name=name, state="planned")
    return letter


def _not_said(subject: Subject, name: str) -> None:
    """A friendly word was stopped: it is not noted as one that went out."""
    made = bridge.kept(noun_of(Commitment), access.row(subject, noun_of(Commitment), name)).value
    record.put(subject=subject, value=made.model_copy(update={"nudged": made.nudged[:-1]}))


def again(*, subject: Subject, key: str) -> Letter:
    """Try now. Raises UserError, Http404."""
    return outbox.retry(subject=subject, key=key)
