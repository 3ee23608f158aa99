"""T1 and T2, short: what was said to be kept is kept. `make endure` runs them long."""

from __future__ import annotations

from bench import durability


def test_no_kept_record_is_lost_when_writers_are_killed():
    found = durability.run("kills", 12, 300)
    assert found.kills >= 12
    assert found.acknowledged >= 300
    assert (found.lost, found.errors, found.sound) == (0, 0, True)


def test_32_writers_at_once_meet_no_error():
    found = durability.run("writers", 32, 5)
    assert (found.acknowledged, found.lost, found.errors, found.sound) == (160, 0, 0, True)
