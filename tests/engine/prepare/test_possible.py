"""Days and hours at which nobody can meet are said so (R33)."""

from __future__ import annotations

from datetime import datetime

import pytest
from makers import TODAY, make_conversation, make_journey, make_person
from pydantic import ValidationError

from talktrack.engine.evidence import tenure
from talktrack.engine.prepare.basis import gather
from talktrack.engine.prepare.pack import prepare
from talktrack.engine.prepare.possible import possible
from talktrack.kit.errors import UserError


@pytest.mark.parametrize(
    ("at", "zone", "words"),
    [
        (datetime(1000, 1, 1), "Europe/London", "1 January 1000, which no calendar reaches"),
        (datetime(9000, 12, 31, 23, 59), "Pacific/Apia", "31 December 9000, which no calendar reaches"),
        (datetime(2027, 3, 28, 1, 30), "Europe/London", "On 28 March 2027 the clocks of Europe/London skip 01:30"),
        (datetime(2011, 12, 30, 10), "Pacific/Apia", "On 30 December 2011 the clocks of Pacific/Apia skip 10:00"),
    ],
)
def test_a_time_that_no_clock_shows_is_said_and_no_pack_is_made(at: datetime, zone: str, words: str) -> None:
    journey = make_journey(conversations=(make_conversation(at=at, timezone=zone),))
    with pytest.raises(UserError, match=words):
        prepare(journey, today=TODAY, closeness=lambda: pytest.fail("nothing is compared"))


@pytest.mark.parametrize("at", [datetime(2027, 10, 31, 1, 30), datetime(2027, 3, 28, 2, 0)])
def test_an_hour_that_comes_twice_or_after_the_gap_is_a_time(at: datetime) -> None:
    journey = make_journey(conversations=(make_conversation(at=at, timezone="Europe/London"),))
    possible(gather(journey, today=TODAY).moment.start)


def test_no_minutes_are_not_the_usual_minutes() -> None:
    with pytest.raises(UserError, match="A meeting of 0 minutes"):
        gather(make_journey(), today=TODAY, minutes=0)


def test_a_thousand_years_at_a_place_are_not_told() -> None:
    assert tenure(make_person(started="1000"), TODAY) == ""


@pytest.mark.parametrize("year", [1, 999, 9001, 9999])
def test_a_time_or_a_day_that_cannot_be_counted_from_is_refused_at_the_border(year: int) -> None:
    with pytest.raises(ValidationError, match="no such year"):
        make_conversation(at=datetime(year, 6, 1, 10))
    with pytest.raises(ValidationError, match="no such year"):
        make_person(started=f"{year:04}-06-01")
