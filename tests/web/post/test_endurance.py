"""T8, short: workers are killed while they send through a real server. `make endure` runs it long."""

from __future__ import annotations

from bench import post


def test_no_mail_is_lost_when_workers_are_killed():
    found = post.run("kills", 6)
    assert found.kills == 6
    assert found.mails == 36
    assert (found.lost, found.strange, found.untold) == (0, 0, 0)
    assert found.doubled <= found.kills
