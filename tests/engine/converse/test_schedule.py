"""The live agenda: at any minute it says what is on, what is left, what to drop, and what never goes (method §7)."""

from __future__ import annotations

import json

import pytest
from makers import EXAMPLES, TODAY, make_accomplishment, make_conversation, make_goal, make_journey

from talktrack.engine import archive
from talktrack.engine.converse import Anchor, as_json, next_card, place, schedule
from talktrack.engine.converse.live import asked
from talktrack.engine.converse.schedule import CLOSING, FINISH
from talktrack.engine.prepare.basis import gather
from talktrack.engine.story import Ask, Pay

LENGTHS = (10, 15, 30, 45, 60, 90)


def made(minutes: int = 30, **changes: object):
    whole = archive.read(EXAMPLES / "nathan.toml").model_copy(update=changes)
    return schedule(gather(whole, today=TODAY, minutes=minutes))


def names(schedule, plan):
    return [schedule.parts[s.part].name for s in plan.slots]


@pytest.mark.parametrize("minutes", LENGTHS)
def test_every_plan_sums_to_the_minutes_that_are_left(minutes):
    s = made(minutes)
    for table in (s.fresh, s.begun):
        for row in table:
            for left, plan in enumerate(row):
                if not plan.close:
                    assert sum(slot.minutes for slot in plan.slots) == left


@pytest.mark.parametrize("minutes", LENGTHS)
def test_purpose_one_question_and_one_dated_step_are_never_dropped(minutes):
    s = made(minutes)
    for left in range(4, minutes + 1):
        plan = s.plan(0, left)
        assert {"purpose", "questions", "next steps"} <= set(names(s, plan))
        question = next(slot for slot in plan.slots if s.parts[slot.part].name == "questions")
        assert next_card(s, question, ()) is not None
        step = next(slot for slot in plan.slots if s.parts[slot.part].name == "next steps")
        asks = [s.cards[n].text for n in range(len(s.cards)) if s.cards[n].part == step.part]
        kept = [s.cards[n].text for n in range(len(s.cards))
                if s.cards[n].part == step.part and n not in step.left_out]  # fmt: skip
        assert "Who does what, and by when?" in kept
        assert asks[0] in kept


def test_second_examples_go_first_then_the_far_years():
    s = made()
    told = [n for n, card in enumerate(s.cards) if card.spare and s.parts[card.part].name == "accomplishments"]
    far = [n for n, card in enumerate(s.cards) if card.spare and s.parts[card.part].name == "vision"]
    assert told
    assert far
    out = {left: {n for slot in s.plan(0, left).slots for n in slot.left_out} for left in range(4, 31)}
    assert out[30] == out[29] == set()
    assert set(told) <= out[28]
    assert not set(far) & out[27]
    assert set(far) <= out[25]
    assert "Leave out the secondary examples: tell the first one only." in dict(s.plan(0, 26).cuts).values()


def test_pay_is_put_off_unless_it_is_the_purpose():
    pay = Pay(discuss=True, case="Two markets on one salary.", ask="Could we look at my pay in March?")
    whole = make_journey(pay=pay, conversations=(make_conversation(),))
    s = schedule(gather(whole, today=TODAY, minutes=30))
    assert "pay" in names(s, s.plan(0, 30))
    assert "pay" not in names(s, s.plan(0, 14))
    for_pay = whole.model_copy(update={"conversations": (make_conversation(aim="Agree a new salary"),)})
    s = schedule(gather(for_pay, today=TODAY, minutes=30))
    assert all("pay" in names(s, s.plan(0, left)) for left in range(4, 31))


def test_the_clock_walks_through_every_part_and_then_says_that_the_time_is_up():
    s = made()
    seen = [place(s, Anchor(30), minute) for minute in range(34)]
    assert [s.parts[p.slot.part].name for p in seen[:30] if p.slot] == [
        name
        for name, length in (
            ("purpose", 2), ("accomplishments", 4), ("vision", 4), ("agreement", 3), ("questions", 9),
            ("next steps", 5), ("thanks", 2), ("buffer", 1),
        )
        for _ in range(length)
    ]  # fmt: skip
    assert (seen[0].here, seen[0].left) == (2, 30)
    assert (seen[17].here, seen[17].left) == (5, 13)
    assert [p.slot for p in seen[30:]] == [None] * 4
    assert [p.left for p in seen[30:]] == [0, -1, -2, -3]
    assert not any(p.drop for p in seen)


def test_started_late_the_rest_fits_what_is_left():
    s = made()
    now = place(s, Anchor(22), 0)
    assert now.left == 22
    assert place(s, Anchor(22), 2).drop == "Running late. Leave out the secondary examples: tell the first one only."
    assert now.drop.startswith("Running late. Accomplishments: Leave out the secondary examples")
    assert place(s, Anchor(22), 21).left == 1


def test_still_in_a_part_gives_it_two_minutes_and_drops_for_them():
    s = made()
    still = place(s, Anchor(left=20, at=2, since=10, begun=True), 10)
    assert s.parts[still.slot.part].name == "vision"
    assert still.here == FINISH
    assert still.drop
    after = place(s, Anchor(left=20, at=2, since=10, begun=True), 12)
    assert s.parts[after.slot.part].name == "agreement"
    assert after.left == 18


def test_going_on_early_gives_the_time_in_hand_to_the_end():
    s = made()
    early = s.plan(5, 12)
    assert names(s, early) == ["next steps", "thanks", "buffer"]
    assert early.slots[-1].minutes == 5
    assert not early.cuts


@pytest.mark.parametrize("minutes", LENGTHS)
def test_an_early_goodbye_leaves_the_close_wherever_one_is(minutes):
    s = made(minutes)
    for at in range(len(s.parts)):
        for left in range(CLOSING + 1):
            assert s.plan(at, left).close
            assert s.plan(at, left, begun=True).close
    assert sum(step.seconds for step in s.close) == 120
    assert place(s, Anchor(2, at=1, since=5, begun=True), 5).slot is None


def test_a_card_is_shown_once_and_those_left_out_are_not_counted():
    s = made()
    questions = next(slot for slot in s.plan(0, 30).slots if s.parts[slot.part].name == "questions")
    first = next_card(s, questions, ())
    assert next_card(s, questions, {first}) == first + 1
    assert asked(s, questions, {first}) == (1, 4)
    short = next(slot for slot in s.plan(0, 12).slots if s.parts[slot.part].name == "questions")
    assert asked(s, short, {first}) == (1, 4 - len(short.left_out))
    assert short.left_out


def test_almost_nothing_known_still_makes_a_schedule():
    for journey in (make_journey(contacts=()), make_journey(goals=(make_goal(),)),
                    make_journey(accomplishments=(make_accomplishment(),))):  # fmt: skip
        s = schedule(gather(journey, today=TODAY))
        assert all(card.text for card in s.cards)
        assert {card.part for card in s.cards} >= {0, 1, 2, 3, 4, 5, 6}


def test_more_asks_than_there_is_time_for_are_left_for_the_mail():
    asks = tuple(Ask(id=f"ask-{n}", what=f"Could you do the {n}th thing?") for n in range(5))
    whole = make_journey(conversations=(make_conversation(asks=asks),))
    s = schedule(gather(whole, today=TODAY, minutes=30))
    steps = {
        left: next(x for x in s.plan(0, left).slots if s.parts[x.part].name == "next steps") for left in (30, 13, 6)
    }
    kept = {left: sum(c.part == x.part and c.words[0].is_fact and n not in x.left_out for n, c in enumerate(s.cards))
            for left, x in steps.items()}  # fmt: skip
    assert kept == {30: 5, 13: 2, 6: 1}


@pytest.mark.parametrize("minutes", LENGTHS)
def test_the_tables_of_the_browser_are_those_of_the_engine(minutes):
    s = made(minutes)
    tables = json.loads(json.dumps(as_json(s)))
    for name, table in (("fresh", s.fresh), ("begun", s.begun)):
        for at, row in enumerate(table):
            for left, plan in enumerate(row):
                found = tables["plans"][tables[name][at][left]]
                assert found["slots"] == [[x.part, x.minutes, list(x.left_out)] for x in plan.slots]
                assert [(part, tables["advice"][n]) for part, n in found["cuts"]] == list(plan.cuts)
                assert found["close"] is plan.close
