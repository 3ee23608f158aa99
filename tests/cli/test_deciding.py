"""The days that a promise without one is offered."""

from __future__ import annotations

from datetime import date

import pytest

from talktrack.cli.deciding import offered


@pytest.mark.parametrize(
    ("on", "days"),
    [
        (date(2026, 12, 8), ["2026-12-11", "2026-12-18", "2026-12-31", "2027-01-29"]),  # 31 January is a Sunday
        (date(2027, 1, 29), ["2027-02-05", "2027-02-12", "2027-02-26"]),  # this month's last working day is today
        (date(2026, 7, 30), ["2026-07-31", "2026-08-07", "2026-08-31"]),
    ],
)
def test_a_promise_is_offered_working_days_and_each_once(on: date, days: list[str]) -> None:
    assert list(offered(on).values()) == days
