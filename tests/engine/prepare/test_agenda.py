"""The agenda sums exactly at every length, never takes time from a longer meeting, and knows what to drop."""

from __future__ import annotations

import pytest

from talktrack.engine.prepare.agenda import TWO_MINUTE_CLOSE, agenda, late
from talktrack.engine.story import Stretch
from talktrack.kit.errors import UserError

ORDER = ["purpose", "accomplishments", "vision", "agreement", "questions", "pay", "next steps", "thanks", "buffer"]
LENGTHS = range(10, 91)


def minutes_by_name(whole):
    return {s.name: s.minutes for s in whole.segments}


@pytest.mark.parametrize("pay", [False, True])
@pytest.mark.parametrize("minutes", LENGTHS)
def test_sums_exactly_at_every_length_R34(minutes, pay):
    made = agenda(minutes, pay=pay)
    assert made.minutes == minutes == sum(s.minutes for s in made.segments)
    assert all(s.minutes >= 1 for s in made.segments)
    assert [s.start for s in made.segments] == [
        sum(s.minutes for s in made.segments[:place]) for place in range(len(made.segments))
    ]
    names = [s.name for s in made.segments]
    assert names == [name for name in ORDER if name in names], "the order of the conversation is fixed"
    assert set(ORDER) - {"pay", "buffer"} <= set(names)
    assert ("pay" in names) is pay


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (15, [1, 2, 2, 2, 4, 3, 1, 0]),
        (30, [2, 4, 4, 3, 9, 5, 2, 1]),
        (45, [2, 5, 6, 4, 16, 7, 3, 2]),
        (60, [2, 6, 8, 6, 22, 9, 4, 3]),
    ],
)
def test_meets_the_columns_of_the_method_R34(minutes, expected):
    made = agenda(minutes)
    assert [made.minutes_of(name) for name in ORDER if name != "pay"] == expected


@pytest.mark.parametrize("minutes", LENGTHS[1:])
def test_a_longer_meeting_has_no_less_time_for_anything_R34(minutes):
    shorter, longer = agenda(minutes - 1), agenda(minutes)
    assert all(longer.minutes_of(name) >= shorter.minutes_of(name) for name in ORDER)


@pytest.mark.parametrize("minutes", range(10, 16))
def test_a_short_meeting_has_no_buffer_R34(minutes):
    assert agenda(minutes).minutes_of("buffer") == 0


@pytest.mark.parametrize("minutes", LENGTHS)
def test_pay_takes_its_minutes_from_the_questions_alone_R24(minutes):
    plain, paid = minutes_by_name(agenda(minutes)), minutes_by_name(agenda(minutes, pay=True))
    assert paid["questions"] + paid["pay"] == plain["questions"]
    assert {**plain, "questions": 0} == {**{n: m for n, m in paid.items() if n != "pay"}, "questions": 0}
    assert paid["questions"] >= 2


@pytest.mark.parametrize("minutes", LENGTHS)
def test_the_plan_leaves_more_than_half_of_the_time_to_the_manager(minutes):
    assert 0.3 < agenda(minutes, pay=True).own_share < 0.5


@pytest.mark.parametrize("minutes", [-5, 0, 9, 91, 1000])
def test_other_lengths_are_refused_in_plain_words(minutes):
    with pytest.raises(UserError, match="10 to 90"):
        agenda(minutes)


@pytest.mark.parametrize("pay", [False, True])
@pytest.mark.parametrize("minutes", [10, 15, 30, 47, 90])
def test_late_fits_what_is_left_and_keeps_the_core_R34(minutes, pay):
    whole = agenda(minutes, pay=pay)
    for left in range(3, minutes + 1):
        rest = late(whole, left, at="purpose", pay_is_purpose=pay)
        kept = minutes_by_name(rest.agenda)
        assert rest.agenda.minutes == left == sum(kept.values())
        assert kept["questions"] >= 1
        assert kept["next steps"] >= 1
        assert "pay" in kept if pay else "purpose" in kept
        assert {c.segment: c.minutes for c in rest.cuts} == {
            name: m - kept.get(name, 0) for name, m in minutes_by_name(whole).items() if m > kept.get(name, 0)
        }


def test_late_drops_in_the_order_of_the_method_R34():
    whole = agenda(30, pay=True)
    first_cut = {}
    for left in range(29, 2, -1):
        for cut in late(whole, left, at="purpose").cuts:
            first_cut.setdefault(cut.segment, left)
    order = sorted(first_cut, key=lambda name: -first_cut[name])
    assert order[:4] == ["buffer", "accomplishments", "vision", "pay"]
    assert order[-1] == "purpose"


def test_pay_stays_when_it_is_the_purpose_R34():
    whole = agenda(30, pay=True)
    assert "pay" not in minutes_by_name(late(whole, 15, at="purpose").agenda)
    assert minutes_by_name(late(whole, 15, at="purpose", pay_is_purpose=True).agenda)["pay"] == 3


def test_late_speaks_only_of_what_is_still_to_come():
    whole = agenda(30)
    rest = late(whole, 6, at="questions")
    assert rest.agenda.segments[0].name == "questions"
    assert {c.segment for c in rest.cuts} <= {"questions", "next steps", "thanks", "buffer"}


def test_time_in_hand_becomes_buffer():
    rest = late(agenda(30), 20, at="next steps")
    assert rest.cuts == ()
    assert rest.agenda.minutes_of("buffer") == 20 - 5 - 2


def test_an_early_goodbye_gets_a_two_minute_close_R34():
    for left in (0, 1, 2):
        rest = late(agenda(45), left, at="vision")
        assert rest.close == TWO_MINUTE_CLOSE
        assert rest.agenda.segments == ()
    assert sum(step.seconds for step in TWO_MINUTE_CLOSE) == 120


def test_an_unknown_segment_is_a_fault_of_the_caller():
    with pytest.raises(ValueError, match="pay"):
        late(agenda(30), 10, at="pay")


def test_an_agenda_by_hand_stands_as_the_person_planned_it():
    mine = (
        Stretch(part="questions", minutes=8),
        Stretch(part="vision", minutes=0),
        Stretch(part="purpose", minutes=2),
    )
    made = agenda(10, by_hand=mine)
    assert [(s.name, s.start, s.minutes) for s in made.segments] == [("questions", 0, 8), ("purpose", 8, 2)]
    assert agenda(30, by_hand=mine) == agenda(30), "it does not add up to thirty"
    twice = (Stretch(part="questions", minutes=5), Stretch(part="questions", minutes=5))
    assert agenda(10, by_hand=twice) == agenda(10)
