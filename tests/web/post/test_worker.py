"""The worker goes on whatever happens, stops when it is told to, and several of them share the work."""

from __future__ import annotations

import logging.config
import threading
from collections import Counter
from datetime import timedelta

import pytest
from cast import owner
from django.db import DatabaseError, connection
from django.utils import timezone
from mailserver import real

from talktrack.kit.errors import UserError
from talktrack.outside.networks import networks
from talktrack.web import posting
from talktrack.web.home import Home
from talktrack.web.post import sending, worker

from .test_outbox import KEY, put
from .test_sending import account, stand

HERE = networks("127.0.0.0/8")


@pytest.fixture
def within(monkeypatch):
    """A worker in the test's own transaction, which it must not end."""
    monkeypatch.setattr(worker, "LOOKS", 0.02)
    monkeypatch.setattr(worker, "_AFTER_TROUBLE", 0.02)
    monkeypatch.setattr(worker, "CHORES", 0.0)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(type(connection._connections[connection._alias]), "close", lambda _: None)


class Until:
    """A chore that stops the worker once something holds, or it has looked often enough."""

    def __init__(self, holds, most: int = 400) -> None:
        self.stop, self._holds, self.left = threading.Event(), holds, most

    def __call__(self, _now) -> None:
        self.left -= 1
        if self._holds() or not self.left:
            self.stop.set()


def test_it_sends_what_becomes_due_and_stops(nathan, within):
    put(nathan, wait=timedelta(seconds=0.2))
    until = Until(lambda: stand(nathan).state == "sent")
    with real() as server:
        account(nathan, server.port)
        worker.run(until.stop, allowed=HERE, chores=(until,))
    assert until.left
    assert len(server.inbox.mails) == 1


def test_it_survives_a_database_that_is_away(nathan, within, monkeypatch):
    put(nathan)
    lease, failures = sending.lease, []

    def away(now):
        if len(failures) < 3:
            failures.append(now)
            raise DatabaseError("gone")
        return lease(now)

    monkeypatch.setattr(sending, "lease", away)
    until = Until(lambda: stand(nathan).state == "sent")
    with real() as server:
        account(nathan, server.port)
        worker.run(until.stop, allowed=HERE, chores=(until,))
    assert len(failures) == 3
    assert len(server.inbox.mails) == 1


def test_a_chore_that_fails_is_tried_again(nathan, within):
    put(nathan)
    fails = [ZeroDivisionError] * 3
    until = Until(lambda: stand(nathan).state == "sent")

    def broken(_now) -> None:
        if fails:
            raise fails.pop()

    with real() as server:
        account(nathan, server.port)
        worker.run(until.stop, allowed=HERE, chores=(broken, until))
    assert fails == []
    assert len(server.inbox.mails) == 1


def test_no_word_of_a_mail_reaches_the_log(nathan, capsys, monkeypatch, settings):
    logging.config.dictConfig(settings.LOGGING)
    put(nathan, body="canarybird")
    account(nathan, 1)

    def broken(*_: object, **__: object) -> None:
        raise KeyError("canarybird")

    monkeypatch.setattr(sending.smtp, "deliver", broken)
    mail = sending.lease(timezone.now())
    assert mail
    sending.send(mail, allowed=HERE)
    said = capsys.readouterr()
    assert "KeyError" in said.err
    assert not any(word in said.out + said.err for word in ("canarybird", KEY, "example.com"))


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("postgresql" not in connection.settings_dict["ENGINE"], reason="test_endurance does it elsewhere")
def test_several_workers_at_a_server_send_each_mail_once(monkeypatch):
    monkeypatch.setattr(worker, "LOOKS", 0.02)
    me = owner()
    for number in range(40):
        put(me, key=f"matter/{number}", message_id=f"mail-{number}@talktrack.invalid")
    stop = threading.Event()
    with real() as server:
        account(me, server.port)
        workers = [threading.Thread(target=worker.run, args=(stop,), kwargs={"allowed": HERE}) for _ in range(4)]
        for one in workers:
            one.start()
        for _ in range(600):
            if sending.next_due() is None:
                break
            stop.wait(0.05)
        stop.set()
        for one in workers:
            one.join()
    assert Counter(server.inbox.ids) == Counter({f"<mail-{n}@talktrack.invalid>": 1 for n in range(40)})


@pytest.mark.skipif("sqlite" not in connection.settings_dict["ENGINE"], reason="a server may have several")
def test_one_home_has_one_worker(tmp_path, monkeypatch):
    monkeypatch.setattr(worker, "run", lambda stop, **_: stop.wait(20))
    home = Home(tmp_path)
    with posting.working(home), pytest.raises(UserError, match="another program"), posting.working(home):
        pass
    with posting.working(home):
        pass
