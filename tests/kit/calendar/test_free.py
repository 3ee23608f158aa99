from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from talktrack.kit.calendar.free import Stretch, common, merged, near, open_hours, starts, without

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


def stretch(start: int, end: int) -> Stretch:
    return Stretch(NOON + timedelta(minutes=start), NOON + timedelta(minutes=end))


STRETCHES = st.lists(
    st.tuples(st.integers(0, 300), st.integers(1, 90)).map(lambda x: stretch(x[0], x[0] + x[1])), max_size=9
)


def minutes(stretches: tuple[Stretch, ...]) -> set[int]:
    """Each minute that lies in one of them."""
    return {
        minute
        for s in stretches
        for minute in range((s.start - NOON) // timedelta(minutes=1), (s.end - NOON) // timedelta(minutes=1))
    }


@given(STRETCHES, STRETCHES)
def test_what_is_free_is_what_is_there_and_not_taken(there: list[Stretch], taken: list[Stretch]) -> None:
    free = without(merged(there), taken)
    assert minutes(free) == minutes(tuple(there)) - minutes(tuple(taken))
    assert free == merged(free)


@given(STRETCHES, STRETCHES)
def test_what_both_have_lies_in_both(ours: list[Stretch], theirs: list[Stretch]) -> None:
    assert minutes(common(merged(ours), merged(theirs))) == minutes(tuple(ours)) & minutes(tuple(theirs))


@given(STRETCHES, STRETCHES)
def test_only_what_is_near_matters(there: list[Stretch], taken: list[Stretch]) -> None:
    for one in there:
        assert without([one], near(merged(taken), one)) == without([one], taken)


def test_a_breather_is_kept_around_what_is_taken() -> None:
    free = without([stretch(0, 120)], [stretch(60, 75)], around=timedelta(minutes=15))
    assert free == (stretch(0, 45), stretch(90, 120))


def test_T11_a_working_day_on_which_clocks_change_has_as_many_hours_as_it_has() -> None:
    hours, zone = {6: (time(0), time(6))}, ZoneInfo("Europe/London")
    (spring,) = open_hours(date(2026, 3, 29), hours, zone)
    (autumn,) = open_hours(date(2026, 10, 25), hours, zone)
    assert (spring.lasting, autumn.lasting) == (timedelta(hours=5), timedelta(hours=7))


def test_a_night_shift_ends_on_the_next_day() -> None:
    (night,) = open_hours(date(2026, 12, 1), {1: (time(22), time(6))}, ZoneInfo("UTC"))
    assert night.lasting == timedelta(hours=8)


def test_starts_stand_on_the_quarter_of_an_hour_and_leave_room() -> None:
    found = starts([stretch(5, 61)], timedelta(minutes=30), step=timedelta(minutes=15))
    assert [f"{s:%H:%M}" for s in found] == ["12:15", "12:30"]
