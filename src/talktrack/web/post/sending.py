"""Sending one mail so that none is lost: lease it, hand it over, mark it.

The lease and the mark are two transactions with the handing over between them. Whoever dies in between leaves a
lease that runs out, and the mail is sent again under the same Message-ID: a mail may arrive twice, never not at all.
A lease carries a token; whoever finds another token in the row has lost it, gives nothing away and marks nothing.
"""

from __future__ import annotations

import logging
import random
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import OperationalError, transaction
from django.db.models import Min, Q, QuerySet
from django.utils import timezone

from talktrack.outside import smtp
from talktrack.outside.networks import Networks
from talktrack.web.people.subject import Subject

from . import connections
from .models import Outgoing

LEASE = timedelta(seconds=smtp.SECONDS + 60)
"""Longer than handing over may take."""
MOST_ATTEMPTS = 12
"""Over eight hours or so; then the person has to look at it."""
FIRST_PAUSE, LONGEST_PAUSE = 30.0, 2 * 3600.0
_DOUBTS = 1
"""How often a mail is sent again of itself though it may have arrived."""
_MARKING = 8

State = Outgoing.State
log = logging.getLogger(__name__)


class Lost(Exception):
    """Somebody else holds the lease now."""


@dataclass(frozen=True)
class Leased:
    """A mail that is ours to send for a while."""

    number: int
    token: str
    account: int
    sender: str
    recipients: tuple[str, ...]
    content: bytes
    attempts: int
    doubtful: int


def lease(now: datetime) -> Leased | None:
    """The mail that has been due longest, held by us from now on; None where none is due.

    Any number of workers may ask at once: on PostgreSQL they skip what another is taking, on SQLite they take turns.
    """
    # A lease that ends much later than one taken now would is of a clock that has been set back since. Not a little
    # later: another worker may have taken it after our `now`, or have a clock that is ahead.
    stale = Q(state=State.SENDING) & (Q(leased_until__lte=now) | Q(leased_until__gt=now + 2 * LEASE))
    due = Q(state=State.WAITING, due_at__lte=now) | stale
    if not Outgoing._all.filter(due).exists():
        return None  # a look that finds nothing keeps no writer waiting
    with transaction.atomic():
        row = Outgoing._all.select_for_update(skip_locked=True).filter(due).order_by("due_at", "pk").first()
        if row is None:
            return None
        row.state, row.lease, row.leased_until = State.SENDING, secrets.token_hex(16), now + LEASE
        row.attempts += 1
        row.save(update_fields=["state", "lease", "leased_until", "attempts"])
    return Leased(
        number=row.pk,
        token=row.lease,
        account=row.account_id,
        sender=row.sender,
        recipients=tuple(row.recipients),
        content=bytes(row.content),
        attempts=row.attempts,
        doubtful=row.doubtful,
    )


def release() -> None:
    """End every lease: for a worker that knows to be the only one, what is leased was left by one that died."""
    Outgoing._all.filter(state=State.SENDING).update(leased_until=timezone.now())


def next_due() -> datetime | None:
    """When the next mail wants to be looked at."""
    waiting = Outgoing._all.filter(state=State.WAITING).aggregate(at=Min("due_at"))["at"]
    leased = Outgoing._all.filter(state=State.SENDING).aggregate(at=Min("leased_until"))["at"]
    return min((at for at in (waiting, leased) if at), default=None)


def send(mail: Leased, *, allowed: Networks, now: Callable[[], datetime] = timezone.now) -> None:
    """Hand the mail over and mark what became of it. Raises nothing but what stops the program."""
    try:
        changes = _handed_over(mail, allowed, now)
    except Lost:
        log.warning("mail %s: lost to another worker", mail.number)
        return
    except smtp.Trouble as trouble:
        changes = _after(mail, trouble, now())
    except Exception:
        log.exception("mail %s", mail.number)
        changes = _after(mail, smtp.Trouble("Talktrack could not send it. The fault is ours."), now())
    if not _marked(mail, changes):
        log.warning("mail %s: another worker took over", mail.number)


def _handed_over(mail: Leased, allowed: Networks, now: Callable[[], datetime]) -> dict[str, object]:
    own = connections.mail(Subject(mail.account))
    if own is None:
        raise smtp.Trouble("No mail account is set up. Set yours up, then try again.", lasting=True)
    made = smtp.deliver(
        connections.server(own),
        sender=own.address,
        recipients=mail.recipients,
        content=mail.content,
        allowed=allowed,
        seconds=smtp.SECONDS,
        go_on=lambda: _still_ours(mail, now()),
    )
    missing = (*made.later, *made.refused)
    delivered = [*_delivered(mail), *made.taken]
    changes: dict[str, object] = {"delivered": delivered, "recipients": [address for address, _ in missing]}
    if not missing:
        return {**changes, "state": State.SENT, "sent_at": now(), "trouble": "", "lease": ""}
    trouble = smtp.Trouble(" ".join(dict.fromkeys(words for _, words in missing)), lasting=not made.later)
    return {**changes, **_after(mail, trouble, now())}


def _after(mail: Leased, trouble: smtp.Trouble, now: datetime) -> dict[str, object]:
    """What a failed attempt changes: another one later, or none of itself."""
    doubtful = mail.doubtful + trouble.doubtful
    over = trouble.lasting or mail.attempts >= MOST_ATTEMPTS or doubtful > _DOUBTS
    return {
        "state": State.FAILED if over else State.WAITING,
        "trouble": trouble.words,
        "doubtful": doubtful,
        "due_at": now + pause(mail.attempts),
        "lease": "",
    }


def pause(attempts: int) -> timedelta:
    """How long to wait after that many attempts: twice as long each time, and not everybody at once."""
    return timedelta(seconds=min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempts - 1)) * random.uniform(0.75, 1.25))


def _ours(mail: Leased) -> QuerySet[Outgoing]:
    return Outgoing._all.filter(pk=mail.number, state=State.SENDING, lease=mail.token)


def _still_ours(mail: Leased, now: datetime) -> None:
    """Hold on to it for as long again. Raises Lost where it is another's."""
    if not _ours(mail).update(leased_until=now + LEASE):
        raise Lost


def _delivered(mail: Leased) -> list[str]:
    return next(iter(_ours(mail).values_list("delivered", flat=True)), [])


def _marked(mail: Leased, changes: dict[str, object]) -> bool:
    """Whether the mark was set. A database that is busy or away for a moment must not make a sent mail unsent."""
    for attempt in range(_MARKING):
        try:
            return bool(_ours(mail).update(**changes, leased_until=None))
        except OperationalError:
            if attempt == _MARKING - 1:
                raise
            time.sleep(min(10.0, 0.2 * 2**attempt))
    return False
