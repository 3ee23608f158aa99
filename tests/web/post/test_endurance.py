"""T8, short: workers are killed while they send through a real server. `make endure` runs it long."""

from __future__ import annotations

from bench import post


def test_no_mail_is_lost_when_workers_are_killed():
    found = post.run("kills", 6)
    assert found.kills == 6
    assert found.mails == 36
    assert (found.lost, found.strange, found.untold) == (0, 0, 0)
    assert found.doubled <= found.kills


def test_workers_at_one_embedded_database_send_each_mail_once():
    found = post.run("together", 4)
    assert found.mails == 40
    assert (found.lost, found.doubled, found.strange, found.untold) == (0, 0, 0, 0)
