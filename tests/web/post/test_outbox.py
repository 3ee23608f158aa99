"""A mail is written with the change that it tells of, once for each matter, and only its owner sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cast import emily
from django.db import transaction
from django.http import Http404
from django.utils import timezone

from talktrack.kit.documents import Mailbox, Message
from talktrack.kit.errors import InternalError, UserError
from talktrack.web.post import connections, outbox
from talktrack.web.post.models import Outgoing

KEY = "recap/december"


def make_message(**changes: object) -> Message:
    whole = Message(
        sender=Mailbox("nathan@example.com", "Nathan Reyes"),
        to=(Mailbox("jocelyn@example.com", "Jocelyn Park"),),
        subject="Thank you for yesterday",
        body="Two things stay with me.",
        message_id="recap-one@talktrack.invalid",
        date=datetime(2026, 12, 4, 9, 0, tzinfo=UTC),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def put(subject, key=KEY, wait=timedelta(0), **changes):
    with transaction.atomic():
        return outbox.put(subject=subject, key=key, message=make_message(**changes), not_before=timezone.now() + wait)


def test_a_mail_waits_until_its_time(nathan):
    letter = put(nathan, wait=timedelta(seconds=10))
    assert letter.state == "waiting"
    assert letter.to == letter.missing == ("jocelyn@example.com",)
    assert outbox.of(nathan, KEY, "request/december") == {KEY: letter}


def test_it_is_written_with_the_change_or_not_at_all(nathan):
    @transaction.atomic
    def change() -> None:
        outbox.put(subject=nathan, key=KEY, message=make_message(), not_before=timezone.now())
        raise RuntimeError("the change that the mail would tell of goes wrong")

    with pytest.raises(RuntimeError):
        change()
    assert outbox.of(nathan, KEY) == {}


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_put():
    from cast import owner

    with pytest.raises(InternalError):
        outbox.put(subject=owner(), key=KEY, message=make_message(), not_before=timezone.now())


@pytest.mark.parametrize("state", ["waiting", "failed", "withdrawn"])
def test_the_same_matter_again_replaces_what_was_not_sent_and_keeps_its_id(nathan, state):
    put(nathan)
    Outgoing.for_subject(nathan).update(state=state, attempts=3, trouble="No answer.", recipients=[])
    letter = put(nathan, message_id="another@talktrack.invalid", body="Three things stay with me.")
    assert (letter.state, letter.attempts, letter.trouble) == ("waiting", 0, "")
    assert letter.message_id == "recap-one@talktrack.invalid"
    mail = outbox.file(nathan, KEY)
    assert b"Message-ID: <recap-one@talktrack.invalid>" in mail
    assert b"Three things" in mail
    assert letter.missing == ("jocelyn@example.com",)


@pytest.mark.parametrize("state", ["sending", "sent"])
def test_what_is_on_its_way_is_not_replaced_stopped_or_sent_twice(nathan, state):
    put(nathan)
    Outgoing.for_subject(nathan).update(state=state)
    with pytest.raises(UserError):
        put(nathan)
    with pytest.raises(UserError, match="Too late to stop it"):
        outbox.withdraw(subject=nathan, key=KEY)
    if state == "sent":
        with pytest.raises(UserError, match="sent already"):
            outbox.retry(subject=nathan, key=KEY)
    assert outbox.of(nathan, KEY)[KEY].state == state


def test_within_its_seconds_it_can_be_stopped_and_is_not_sent_by_trying_again(nathan):
    put(nathan, wait=timedelta(seconds=10))
    assert outbox.withdraw(subject=nathan, key=KEY).state == "withdrawn"
    with pytest.raises(UserError, match="was stopped"):
        outbox.retry(subject=nathan, key=KEY)


def test_what_failed_is_tried_again_at_once(nathan):
    put(nathan)
    Outgoing.for_subject(nathan).update(state="failed", attempts=12, doubtful=2, trouble="No answer.")
    letter = outbox.retry(subject=nathan, key=KEY)
    assert (letter.state, letter.trouble) == ("waiting", "")
    assert letter.due_at <= timezone.now()


def test_the_file_is_the_mail_as_a_draft(nathan):
    put(nathan)
    mail = outbox.file(nathan, KEY)
    assert mail.startswith(b"X-Unsent: 1\r\nFrom: Nathan Reyes <nathan@example.com>\r\n")
    assert b"X-Unsent" not in bytes(Outgoing.for_subject(nathan).get().content)


def test_a_mail_without_both_addresses_is_refused(nathan):
    for lacking in ({"sender": None}, {"to": ()}):
        with pytest.raises(UserError, match="Add both addresses"):
            put(nathan, **lacking)
    with pytest.raises(UserError, match="not one mail address"):
        put(nathan, to=(Mailbox("a@b.example, e@x.example"),))


def test_another_owner_sees_and_stops_nothing(nathan):
    put(nathan)
    assert outbox.of(emily(), KEY) == {}
    for verb in (outbox.withdraw, outbox.retry):
        with pytest.raises(Http404):
            verb(subject=emily(), key=KEY)
    with pytest.raises(Http404):
        outbox.file(emily(), KEY)
    put(emily())
    assert Outgoing.for_subject(nathan).count() == 1


def test_sending_is_offered_once_the_account_worked(nathan):
    assert not outbox.can_send(nathan)
    row = connections.keep(subject=nathan, purpose="smtp", address="nathan@example.com", secret="canary")
    assert not outbox.can_send(nathan)
    connections.tried(row, "The mail server does not know this password.")
    assert not outbox.can_send(nathan)
    connections.tried(row)
    assert outbox.can_send(nathan)
    assert not outbox.can_send(emily())
    assert "canary" not in repr(row) + str(row)


def test_a_connection_is_changed_and_removed_by_its_owner_only(nathan):
    row = connections.keep(subject=nathan, purpose="ics", address="https://calendar.example/a.ics", secret="s")
    with pytest.raises(Http404):
        connections.keep(subject=emily(), purpose="ics", address="https://x.example", number=row.pk)
    with pytest.raises(Http404):
        connections.remove(subject=emily(), number=row.pk)
    kept = connections.keep(subject=nathan, purpose="ics", address="https://calendar.example/b.ics", number=row.pk)
    assert (kept.pk, kept.secret) == (row.pk, "s")
    connections.remove(subject=nathan, number=row.pk)
    with pytest.raises(Http404):
        connections.one(nathan, row.pk)
