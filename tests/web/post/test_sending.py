"""Leased, handed over, marked: none is lost, none is sent by two, and the person sees how it stands (T8)."""

from __future__ import annotations

from datetime import timedelta

import mailserver
import pytest
from cast import emily
from django.db import OperationalError
from django.db.models import QuerySet
from django.utils import timezone
from mailserver import BUSY, REFUSED, hostile, real

from talktrack.kit.documents import Mailbox
from talktrack.outside.networks import networks
from talktrack.web.post import connections, outbox, sending

from .test_outbox import KEY, put

HERE = networks("127.0.0.0/8")


def account(subject, port: int):
    return connections.keep(
        subject=subject,
        purpose="smtp",
        address="nathan@example.com",
        settings={"host": "127.0.0.1", "port": port, "security": "none"},
    )


def work(now=None) -> int:
    """Send what is due, and say how many mails that were."""
    number, clock = 0, (lambda: now) if now else timezone.now
    while mail := sending.lease(clock()):
        sending.send(mail, allowed=HERE, now=clock)
        number += 1
    return number


def stand(subject, key=KEY):
    return outbox.of(subject, key)[key]


def test_a_mail_is_sent_once_and_marked(nathan):
    put(nathan, wait=timedelta(seconds=10))
    with real() as server:
        account(nathan, server.port)
        assert work() == 0
        assert work(timezone.now() + timedelta(seconds=11)) == 1
        assert work(timezone.now() + timedelta(days=9)) == 0
    assert server.inbox.ids == ["<recap-one@talktrack.invalid>"]
    letter = stand(nathan)
    assert (letter.state, letter.missing, letter.to) == ("sent", (), ("jocelyn@example.com",))
    assert letter.sent_at


def test_a_stopped_mail_is_not_sent(nathan):
    put(nathan)
    outbox.withdraw(subject=nathan, key=KEY)
    assert work(timezone.now() + timedelta(days=1)) == 0


def test_two_workers_never_hold_the_same_mail(nathan):
    put(nathan)
    put(nathan, key="other")
    now = timezone.now()
    first, second, third = sending.lease(now), sending.lease(now), sending.lease(now)
    assert first
    assert second
    assert first.number != second.number
    assert third is None


def test_a_worker_that_died_leaves_a_lease_that_runs_out(nathan):
    put(nathan)
    with real() as server:
        account(nathan, server.port)
        assert sending.lease(timezone.now())  # and dies
        assert stand(nathan).state == "sending"
        assert work() == 0
        assert work(timezone.now() + sending.LEASE + timedelta(seconds=1)) == 1
    assert stand(nathan).state == "sent"
    assert server.inbox.ids == ["<recap-one@talktrack.invalid>"]


def test_the_only_worker_takes_up_at_once_what_was_left_behind(nathan):
    put(nathan)
    assert sending.lease(timezone.now())
    sending.release()
    assert sending.lease(timezone.now())


def test_a_lease_from_a_clock_that_was_set_back_is_no_lease(nathan):
    put(nathan)
    assert sending.lease(timezone.now() + timedelta(hours=5))
    assert sending.lease(timezone.now())


def test_a_worker_that_lost_its_lease_gives_nothing_away_and_marks_nothing(nathan):
    put(nathan)
    with real() as server:
        account(nathan, server.port)
        slow = sending.lease(timezone.now())
        quick = sending.lease(timezone.now() + sending.LEASE * 2)
        assert slow
        assert quick
        sending.send(slow, allowed=HERE)
        assert server.inbox.mails == []
        assert stand(nathan).state == "sending"
        sending.send(quick, allowed=HERE)
    assert len(server.inbox.mails) == 1
    assert stand(nathan).state == "sent"


def test_a_server_that_is_down_is_tried_again_less_and_less_often_then_given_up(nathan):
    put(nathan)
    account(nathan, mailserver.free_port())
    now, waits = timezone.now(), []
    for _ in range(sending.MOST_ATTEMPTS):
        assert work(now) == 1
        letter = stand(nathan)
        waits.append((letter.due_at - now).total_seconds())
        now = letter.due_at
    assert letter.state == "failed"
    assert "is down at port" in letter.trouble
    assert waits[0] < waits[3] < waits[6]
    assert max(waits) <= sending.LONGEST_PAUSE * 1.25
    assert work(now + timedelta(days=9)) == 0


def test_down_for_a_while_then_up_loses_nothing(nathan):
    put(nathan)
    row = account(nathan, mailserver.free_port())
    assert work() == 1
    assert stand(nathan).state == "waiting"
    with real() as server:
        row.settings["port"] = server.port
        row.save()
        assert outbox.retry(subject=nathan, key=KEY).state == "waiting"
        assert work() == 1
    assert stand(nathan).state == "sent"


def test_no_for_good_is_told_at_once(nathan):
    put(nathan)
    with hostile("MAIL", mailserver.saying(b"554 5.7.1 You may not\r\n")) as server:
        account(nathan, server.port)
        assert work() == 1
    assert stand(nathan).state == "failed"
    assert "You may not" in stand(nathan).trouble


def test_without_an_account_it_says_what_to_do(nathan):
    put(nathan)
    assert work() == 1
    assert stand(nathan).state == "failed"
    assert stand(nathan).trouble == "No mail account is set up. Set yours up, then try again."


@pytest.mark.parametrize("behave", [mailserver.cut, mailserver.garbage])
def test_what_may_have_arrived_is_sent_again_once_and_then_asked_about(nathan, behave):
    put(nathan)
    with hostile("end", behave) as server:
        account(nathan, server.port)
        assert work() == 1
        assert stand(nathan).state == "waiting"
        assert work(stand(nathan).due_at) == 1
    assert stand(nathan).doubtful
    assert server.got == 2
    assert stand(nathan).state == "failed"
    assert "It may have arrived" in stand(nathan).trouble


def test_who_has_it_is_not_sent_it_again_with_those_who_have_not(nathan):
    to = tuple(Mailbox(one) for one in ("jocelyn@example.com", REFUSED, BUSY))
    put(nathan, to=to)
    with real() as server:
        account(nathan, server.port)
        assert work() == 1
        letter = stand(nathan)
        assert (letter.state, letter.missing) == ("waiting", (BUSY, REFUSED))
        assert letter.to == ("jocelyn@example.com", BUSY, REFUSED)
        assert work(letter.due_at) == 1
    assert [to for _, to, _ in server.inbox.mails] == [("jocelyn@example.com",)]
    assert "No such mailbox here" in stand(nathan).trouble


def test_a_fault_of_ours_keeps_the_mail(nathan, monkeypatch, caplog):
    put(nathan)
    account(nathan, 1)

    def broken(*_: object, **__: object) -> None:
        raise KeyError("canarybird")

    monkeypatch.setattr(sending.smtp, "deliver", broken)
    assert work() == 1
    assert stand(nathan).state == "waiting"
    assert "The fault is ours" in stand(nathan).trouble


def test_a_mail_that_was_taken_is_marked_even_where_the_database_is_busy_at_that_moment(nathan, monkeypatch):
    put(nathan)
    update, refused = QuerySet.update, []

    def busy(rows, **changes):
        if "sent_at" in changes and len(refused) < 3:
            refused.append(changes)
            raise OperationalError("database is locked")
        return update(rows, **changes)

    monkeypatch.setattr(QuerySet, "update", busy)
    with real() as server:
        account(nathan, server.port)
        assert work() == 1
    assert len(refused) == 3
    assert stand(nathan).state == "sent"
    assert len(server.inbox.mails) == 1


def test_everybody_sends_through_an_account_of_their_own(nathan):
    put(nathan)
    put(emily())
    with real() as server:
        account(nathan, server.port)
        assert work() == 2
    assert stand(nathan).state == "sent"
    assert stand(emily()).state == "failed"
    assert len(server.inbox.mails) == 1
