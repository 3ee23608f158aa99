"""Verbs on promises, check-ins, reactions and what carries over: the engine's own, kept as records with an undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.http import Http404

from talktrack.engine.follow_through import carry, check_ins, nudges, put_off, verbs, viability
from talktrack.engine.follow_through.ledger import entry
from talktrack.engine.follow_through.signs import LINES
from talktrack.engine.story import CheckIn, Commitment, Conversation, Decision, Journey, Review, When
from talktrack.kit.errors import UserError
from talktrack.web.people.subject import Subject
from talktrack.web.post import outbox
from talktrack.web.post.outbox import Letter

from .. import access, bridge
from ..models import Record
from . import record, sending
from .done import Done

Verb = Callable[[Journey], Journey]


def _whole(subject: Subject) -> Journey:
    return bridge.to_journey(Record.for_subject(subject).live().only("kind", "body"))


@transaction.atomic
def _do(subject: Subject, name: str, verb: Verb) -> Done[Commitment]:
    """Do it to one promise; what shows that it was kept becomes a record of its own. Raises UserError, Http404."""
    access.queue(subject)
    before = _whole(subject)
    if not any(c.id == name for c in before.commitments):
        raise Http404
    after = verb(before)
    known = {a.id for a in before.accomplishments}
    for shown in (a for a in after.accomplishments if a.id not in known):
        record.add(subject=subject, value=shown)
    return record.put(subject=subject, value=next(c for c in after.commitments if c.id == name))


def keep(*, subject: Subject, name: str, today: date, on: When = "", shown_by: str = "") -> Done[Commitment]:
    """It is kept, on that day or today. Words that show it become evidence, where the promise was one's own."""
    return _do(subject, name, lambda j: verbs.keep(j, name, today=today, on=on, shown_by=shown_by))


def move(
    *, subject: Subject, name: str, to: When, today: date, by: str = "me", because: str = ""
) -> Done[Commitment]:
    """Another day; the old one stays in its history."""
    return _do(subject, name, lambda j: verbs.move(j, name, to, today=today, by=by or "me", because=because))


def snooze(*, subject: Subject, name: str, until: When, today: date) -> Done[Commitment]:
    """No reminder before that day."""
    return _do(subject, name, lambda j: verbs.snooze(j, name, until, today=today))


def decline(*, subject: Subject, name: str, today: date, because: str = "") -> Done[Commitment]:
    """Its owner will not do it."""
    return _do(subject, name, lambda j: verbs.decline(j, name, today=today, because=because))


def let_go(*, subject: Subject, name: str, today: date, because: str = "") -> Done[Commitment]:
    """It is no longer needed."""
    return _do(subject, name, lambda j: verbs.let_go(j, name, today=today, because=because))


def reopen(*, subject: Subject, name: str, today: date) -> Done[Commitment]:
    """It waits again."""
    return _do(subject, name, lambda j: verbs.reopen(j, name, today=today))


def take(*, subject: Subject, name: str, owner: str, today: date) -> Done[Commitment]:
    """Somebody takes it on."""
    return _do(subject, name, lambda j: verbs.take(j, name, owner, today=today))


def nudged(*, subject: Subject, name: str, today: date) -> Done[Commitment]:
    """A friendly word about it went out."""
    return _do(subject, name, lambda j: verbs.nudged(j, name, today=today))


@transaction.atomic
def send_word(*, subject: Subject, name: str, now: datetime) -> Letter:
    """Send the friendly word in ten seconds, seal what it shows, note that it went out.

    Raises UserError where none is due now, or where mail cannot leave; Http404.
    """
    access.queue(subject)
    whole, today = _whole(subject), now.date()
    found = entry(whole, name, today)
    if found is None:
        raise Http404
    made = nudges.nudge(whole, found, today)
    if made.instead:
        raise UserError(made.instead.text)
    sending.ready(subject, whole.person.email, found.who)
    message = replace(nudges.mail(whole, made, today), date=now)
    key = word_key(found.commitment)
    letter = outbox.put(subject=subject, key=key, message=message, not_before=now + sending.SECONDS)
    record.put(subject=subject, value=sending.sealed_of(whole, made.passages(), today))
    nudged(subject=subject, name=name, today=today)
    return letter


def word_key(made: Commitment, number: int = 0) -> str:
    """Under which the friendly word of that number, or the next one, stands in the outbox."""
    return f"{sending.WORD}/{made.id}/{number or len(made.nudged) + 1}"


@transaction.atomic
def agree_check_in(*, subject: Subject, on: str, today: date) -> Done[CheckIn]:
    """Make a check-in of a day to look again that stands in an agreement. Raises Http404."""
    access.queue(subject)
    found = next((c for c in check_ins.proposed(_whole(subject), today) if c.on == on), None)
    if found is None:
        raise Http404
    return record.add(subject=subject, value=found)


@transaction.atomic
def hold_check_in(*, subject: Subject, name: str) -> Done[CheckIn]:
    """It was held. Raises Http404."""
    access.queue(subject)
    found = next((c for c in _whole(subject).check_ins if c.id == name), None)
    if found is None:
        raise Http404
    return record.put(subject=subject, value=found.model_copy(update={"held": True}))


@transaction.atomic
def start_next(*, subject: Subject, today: date) -> Done[Conversation]:
    """The next conversation, made from what is open; the last one is marked as held."""
    access.queue(subject)
    before = _whole(subject)
    made = carry.start_next(before, today)
    known = {c.id: c for c in before.conversations}
    for other in made.journey.conversations:
        if other.id != made.conversation.id and known.get(other.id) != other:
            record.put(subject=subject, value=other)
    return record.put(subject=subject, value=made.conversation)


@transaction.atomic
def put_talk_off(*, subject: Subject, name: str, today: date) -> Done[Conversation]:
    """The talk did not take place; its day is noted, and it has no time any more. Raises UserError, Http404."""
    access.queue(subject)
    before = _whole(subject)
    if not any(c.id == name for c in before.conversations):
        raise Http404
    after = put_off.put_off(before, name, today=today)
    return record.put(subject=subject, value=next(c for c in after.conversations if c.id == name))


@transaction.atomic
def keep_reading(*, subject: Subject, today: date, note: str = "") -> Done[Review]:
    """Keep how it reads today, dated."""
    access.queue(subject)
    return record.put(subject=subject, value=viability.review(viability.viability(_whole(subject), today), note))


@transaction.atomic
def place(*, subject: Subject, reference: str, line: str, side: str, today: date) -> Done[Decision]:
    """Say what a fact about the manager speaks to; `side` "out" leaves it out. Raises UserError, Http404."""
    access.queue(subject)
    waiting = dict(viability.viability(_whole(subject), today).unplaced)
    if reference not in waiting:
        raise Http404
    if side == "out":
        given = Decision(about="viability", record=reference, verdict="dismissed", on=today.isoformat())
    elif line in LINES and side in ("for", "against"):
        about = f"viability/{line}/{side}"
        given = Decision(about=about, record=reference, verdict="confirmed", on=today.isoformat())
    else:
        raise UserError("Choose which line it speaks to, and how.")
    return record.put(subject=subject, value=given)
