"""R33: times that suit both, in both time zones, with notice, not stacked on the review, each with its reason."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import TODAY, make_contact, make_conversation, make_journey, make_person

from talktrack.engine.prepare.slots import Found, find_slots, window
from talktrack.engine.story import Journey, working_hours
from talktrack.kit.calendar import Block

LONDON = ZoneInfo("Europe/London")


def make_block(start: str, end: str, **changes: object) -> Block:
    def moment(said: str) -> datetime:
        return datetime.fromisoformat(said).replace(tzinfo=LONDON).astimezone(UTC)

    return Block(moment(start), moment(end), **changes)  # type: ignore[arg-type]


def journey_of(*, review: str = "", minutes: int = 30, mine: str = "", **contact: object) -> Journey:
    return make_journey(
        person=make_person(timezone="Europe/London", hours=mine),
        contacts=(make_contact(pronoun="she", **contact),),
        conversations=(make_conversation(review_on=review, minutes=minutes),),
    )


def found(journey: Journey | None = None, **changes: object) -> Found:
    whole = {"mine": (), "theirs": (), "today": TODAY, "zone": LONDON, **changes}
    return find_slots(journey or journey_of(), **whole)  # type: ignore[arg-type]


def test_R33_a_full_working_week_of_notice_and_at_most_five_on_different_days() -> None:
    slots = found().slots
    assert len(slots) == 5
    assert len({slot.start.date() for slot in slots}) == 5
    assert all(slot.start.date() >= date(2026, 11, 30) for slot in slots)  # today is Sunday the 22nd


def test_notice_can_be_less_and_the_first_day_can_be_named() -> None:
    assert found(notice=1).first == date(2026, 11, 24)
    assert found(since=date(2026, 12, 14), weeks=1).slots[0].start.date() >= date(2026, 12, 14)
    assert found(since=date(2020, 1, 1)).first == TODAY + timedelta(days=1)


def test_R33_not_on_the_day_of_the_review_nor_on_the_working_day_beside_it() -> None:
    slots = found(journey_of(review="2026-12-07"), since=date(2026, 12, 3), weeks=1).slots  # a Monday
    assert {slot.start.day for slot in slots} == {3, 9}


def test_a_review_of_which_only_the_month_is_known_is_told() -> None:
    assert "performance review is not known" in found(journey_of(review="2026-12")).notes[0]


def test_each_slot_says_when_it_is_for_both_and_why() -> None:
    hers = make_block("2026-12-01T09:00", "2026-12-01T10:00")
    slots = found(journey_of(timezone="America/New_York", hours="Mon-Fri 8-17"), theirs=(hers,)).slots
    said = slots[0].text
    assert (
        said == "Tue 1 Dec 14:00–14:30, 09:00 for Jocelyn. Both free; a quiet stretch of her day."
    )  # her Monday begins
    lone = found(journey_of(), theirs=(hers,), since=date(2026, 12, 1), weeks=1).slots
    assert (
        next(s for s in lone if s.start.day == 1).text
        == "Tue 1 Dec 11:00–11:30. Both free; an hour after her last meeting."
    )


def test_what_is_not_known_is_not_claimed() -> None:
    assert "You are free; her calendar is not known" in found(theirs=None).slots[0].text
    unknown = found(mine=None, theirs=None)
    assert unknown.slots[0].text.endswith("Within the working hours of both.")
    assert "Your own calendar is not known" in unknown.notes[0]


def test_a_breather_is_kept_beside_her_meetings() -> None:
    full = (make_block("2026-12-01T09:00", "2026-12-01T11:00"), make_block("2026-12-01T11:45", "2026-12-01T16:45"))
    week = {"since": date(2026, 12, 1), "weeks": 1}
    assert {s.start.day for s in found(theirs=full, **week).slots} == {2, 3, 4, 7}
    assert {s.start.day for s in found(mine=full, **week).slots} == {1, 2, 3, 4, 7}


def test_holidays_and_leave_of_either_are_left_out() -> None:
    holiday = make_block("2026-12-01T00:00", "2026-12-02T00:00", shows="holiday", all_day=True, name="A feast")
    leave = make_block("2026-12-02T00:00", "2026-12-04T00:00", shows="away", all_day=True)
    days = {s.start.day for s in found(mine=(holiday,), theirs=(leave,), weeks=1).slots}
    assert days == {30, 4}


def test_something_tentative_gives_way_only_where_nothing_else_is_free() -> None:
    weeks = [make_block(f"2026-12-{d:02}T08:00", f"2026-12-{d:02}T18:00", shows="tentative") for d in range(1, 32)]
    monday = make_block("2026-11-30T08:00", "2026-11-30T18:00", shows="tentative")
    assert {s.start.date() for s in found(mine=tuple(weeks)).slots} == {date(2026, 11, 30)}
    slots = found(mine=(monday, *weeks)).slots
    assert len(slots) == 5
    assert all(s.tentative and "something tentative" in s.text for s in slots)


def test_where_nothing_fits_the_next_days_to_ask_about_and_why() -> None:
    full = tuple(make_block(f"2026-12-{d:02}T08:00", f"2026-12-{d:02}T18:00") for d in range(1, 32))
    first = make_block("2026-11-30T08:00", "2026-11-30T18:00")
    none = found(journey_of(review="2026-12-16"), mine=(first,), theirs=full)
    assert not none.slots
    assert none.days == (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2))
    assert (
        "11 are full in her calendar, 3 are beside your performance review and 1 is full in your calendar" in none.why
    )
    assert "Ask Jocelyn to pick a time, for example on Mon 30 Nov, Tue 1 Dec or Wed 2 Dec" in none.why


def test_hours_that_never_meet_are_told_as_such() -> None:
    none = found(journey_of(timezone="Pacific/Auckland"))
    assert not none.slots
    assert "Your working hours and hers do not meet" in none.why


def test_without_conversation_manager_or_hours_there_are_still_times() -> None:
    slots = found(Journey()).slots
    assert len(slots) == 5
    assert slots[0].minutes == 30


def test_window_without_any_working_day_ends() -> None:
    assert window(TODAY, working_hours("Sat 9-17"), notice=2)[0] == date(2026, 12, 12)


ZONES = ["Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo", "UTC"]
BLOCKS = st.lists(
    st.tuples(st.integers(0, 21 * 96), st.integers(1, 40), st.sampled_from(["busy", "tentative", "away"])),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(ZONES),
    st.sampled_from(ZONES),
    st.sampled_from(["", "Mon-Sun 0-24", "Mon-Fri 13-21", "Sat-Sun 22-6", "Tue Thu 7:45-12:15"]),
    st.sampled_from([date(2026, 3, 12), date(2026, 10, 15), date(2027, 3, 4), date(2026, 10, 26)]),
    BLOCKS,
    BLOCKS,
    st.sampled_from([10, 25, 30, 60, 90]),
)
def test_T11_never_outside_hours_never_over_what_is_taken_whatever_clocks_do(
    here: str, there: str, hours: str, today: date, mine: list, theirs: list, minutes: int
) -> None:
    begin = datetime.combine(today, time(), UTC)

    def blocks(rows: list) -> tuple[Block, ...]:
        quarter = timedelta(minutes=15)
        return tuple(sorted(Block(begin + s * quarter, begin + (s + n) * quarter, k) for s, n, k in rows))

    journey = make_journey(
        person=make_person(timezone=here),
        contacts=(make_contact(timezone=there, hours=hours),),
        conversations=(make_conversation(minutes=minutes, review_on=(today + timedelta(days=9)).isoformat()),),
    )
    result = find_slots(journey, mine=blocks(mine), theirs=blocks(theirs), today=today, zone=LONDON, notice=1)
    assert result.slots or result.why
    for slot in result.slots:
        start, end = slot.start.astimezone(UTC), slot.start.astimezone(UTC) + timedelta(minutes=minutes)
        assert slot.start == slot.theirs
        for taken, breather in ((blocks(mine), 0), (blocks(theirs), 15)):
            for block in taken:
                if block.shows != "tentative" or not slot.tentative:
                    near = timedelta(minutes=breather)
                    assert end + near <= block.start or start - near >= block.end
        for zone, said in ((here, ""), (there, hours)):
            assert _is_worked(start, end, working_hours(said), ZoneInfo(zone))
        assert abs((slot.start.date() - (today + timedelta(days=9))).days) > 1
        again = slot.start.replace(tzinfo=None).replace(tzinfo=ZoneInfo(here))
        assert again.astimezone(UTC) == start  # kept as a wall time it still means the same moment


def _is_worked(start: datetime, end: datetime, hours: dict[int, tuple[time, time]], zone: ZoneInfo) -> bool:
    """Whether each minute lies in working hours, looked up on the clock of the wall."""
    moment = start
    while moment < end:
        local = moment.astimezone(zone)
        before = local.date() - timedelta(days=1)
        today, night = hours.get(local.weekday()), hours.get(before.weekday())
        inside = today is not None and (
            today[0] <= local.time() and (local.time() < today[1] or today[1] <= today[0])
        )
        if not inside and not (night is not None and night[1] <= night[0] and local.time() < night[1]):
            return False
        moment += timedelta(minutes=1)
    return True


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("", 0, (time(9), time(17))),
        ("Mon-Thu 8:30-17:00, Fri 8-13", 4, (time(8), time(13))),
        ("Tue Thu 7.30–15.30", 3, (time(7, 30), time(15, 30))),
        ("9-5", 2, (time(9), time(17))),
        ("Fri-Mon 22-6", 6, (time(22), time(6))),
        ("Monday to Wednesday 9 to 24", 1, (time(9), time(0))),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, day: int, expected: tuple[time, time]) -> None:
    assert working_hours(text)[day] == expected


@pytest.mark.parametrize(
    "text", ["always", "Mon 9", "Mon-Fri 9-9", "Mon-Fri 25-26", "Foo 9-17", "9:99-17", "x" * 300]
)
def test_hours_that_are_none_are_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="write them as Mon-Fri 9-17"):
        make_person(hours=text)
