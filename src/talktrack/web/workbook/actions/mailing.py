"""Verbs on the person's own mail account."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from talktrack.engine.story import Person
from talktrack.web.people.subject import Subject
from talktrack.web.post import connections, trial
from talktrack.web.post.connections import MAIL
from talktrack.web.post.models import Connection

from .. import bridge
from ..models import Record
from ..models.nouns import noun_of
from . import record


def keep(*, subject: Subject, given: Mapping[str, object]) -> str:
    """Keep the account and try it with a mail to oneself; returns why that did not work, in plain words, or "".

    `given`: address, host, port, security, user and password; an empty password leaves the one that is there.
    """
    row = _keep(subject, given)
    return trial.send(row)


@transaction.atomic
def _keep(subject: Subject, given: Mapping[str, object]) -> Connection:
    own = connections.mail(subject)
    kept = {**(own.settings if own else {}), **{name: given[name] for name in ("host", "port", "security")}}
    secret = str(given["password"] or "")
    there = secret or (own.secret if own else "")
    row = connections.keep(
        subject=subject,
        purpose=MAIL,
        address=str(given["address"]),
        user=str(given["user"] or given["address"]) if there else "",
        secret=secret or None,
        settings=kept,
        number=own.pk if own else None,
    )
    kind = noun_of(Person)
    person = Record.for_subject(subject).of(kind).live().first()
    if person is None or not bridge.kept(kind, person).value.email:  # what is sent from here comes from this address
        version = person.version if person else 0
        record.edit(subject=subject, noun=Person, fields={"email": row.address}, version=version)
    return row


def again(*, subject: Subject) -> str:
    """Try the account that is there; returns the trouble, or "". Raises Http404 where there is none."""
    return trial.send(connections.own_mail(subject))


def remove(*, subject: Subject) -> None:
    """Forget the account with its password. Raises Http404 where there is none."""
    connections.remove(subject=subject, number=connections.own_mail(subject).pk)


def mail_reminders(*, subject: Subject, on: bool, hour: int, today: date) -> None:
    """Whether reminders come by mail too, and at which hour. Those of days before this one do not come any more."""
    own = connections.own_mail(subject)
    was = bool(own.settings.get("reminders"))
    since = own.settings.get("since") if was else today.isoformat()
    connections.wish(own, {"reminders": on, "hour": hour, "since": since or today.isoformat()})
