"""N2, G2, R50: a phrase as people write it, and the day it means. M4's phrases are read here too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bench import data
from bench.dates import Phrase, phrases
from talktrack.kit.dates import Certainty, Due, NextWeekday, Order, Settings, due_date, due_dates

TODAY = date(2026, 9, 8)
"""A Tuesday."""
SHARED = data() / "dates" / "due_phrases.tsv"
OWN = [
    (phrase, day)
    for name, day in (("own", TODAY), ("second", date(2025, 7, 24)), ("third", date(2025, 10, 31)))
    for phrase in phrases(Path(__file__).parents[2] / "data" / f"due_phrases_{name}.tsv")
]


def due(text: str, today: date = TODAY, **settings: object) -> Due:
    found = due_date(text, today=today, settings=replace(Settings(), **settings))
    assert found, text
    return found


@pytest.mark.skipif(not SHARED.exists(), reason="the shared phrases are absent: TALKTRACK_DATA")
def test_every_shared_phrase_is_read():
    assert [p.text for p in phrases(SHARED) if not p.read_rightly(date(2025, 1, 15))] == []


@pytest.mark.parametrize(("phrase", "today"), OWN, ids=lambda value: getattr(value, "text", ""))
def test_own_phrases_are_read(phrase: Phrase, today: date):
    assert phrase.read_rightly(today)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("a week on Friday", "2026-09-18"),
        ("three weeks from Monday", "2026-10-05"),
        ("the Monday after Thanksgiving", "2026-11-30"),
        ("the day before Christmas Eve", "2026-12-23"),
        ("30 days after 1 November", "2026-12-01"),
        ("next week Friday", "2026-09-18"),
        ("Wed 13th", "2027-01-13"),  # the next month whose 13th is a Wednesday
        ("in 1.5 years", "2028-03-08"),
        ("next week on the 17th", "2026-09-17"),  # the stretch, and the day in it
        ("I send it Friday 25", "2026-09-25"),  # a Friday: so no hour
        ("the last 3 days of the month", "2026-09-30"),
        ("third Thursday in November", "2026-11-19"),
        ("by September next year", "2027-09-01"),
        ("2019-sep-1", "2019-09-01"),
        ("before noon on Friday", "2026-09-11"),
        ("by 10:30 tomorrow", "2026-09-09"),
        ("starting next week", "2026-09-14"),
        ("after Easter", "2027-03-29"),
        ("October 4, 2026, 8am-9am", "2026-10-04"),
    ],
)
def test_what_others_write(text: str, day: str):
    assert str(due(text).date) == day


def test_a_weekday_tells_which_figure_is_the_month():
    assert due("Thu 10/1").date == due("Thu 1/10").date == date(2026, 10, 1)
    assert due("Fri 1/10").convention == "10 January is no Friday"


def test_one_day_is_exact_and_a_stretch_is_rough():
    assert due("by 3 March 2027").certainty is Certainty.EXACT
    month = due("in March")
    assert (month.certainty, month.earliest, month.latest) == (Certainty.ROUGH, date(2027, 3, 1), date(2027, 3, 31))
    assert due("tomorrow").earliest == due("tomorrow").latest == due("tomorrow").date


def test_a_stretch_that_has_begun_counts_from_today():
    assert due("this month").earliest == TODAY
    assert due("this week", date(2026, 9, 12)).date == date(2026, 9, 13)  # Friday is over by Saturday


def test_by_and_before_a_month_mean_its_beginning():
    assert (due("by March").date, due("by March").latest) == (date(2027, 3, 1), date(2027, 3, 31))
    assert due("before March").date == date(2027, 2, 28)
    assert due("before the offsite in March").date == date(2027, 2, 28)
    assert due("by the end of March").date == due("before the end of March").date == date(2027, 3, 31)


def test_the_convention_is_said_in_words():
    assert due("by the end of next week").convention == "the week ends on Friday"
    assert due("next Friday").convention == "next Friday is the Friday of next week"
    assert due("in Q4").convention == "Q4 is October to December"
    assert due("in a few weeks").convention == "a few is 3"
    assert due("Tuesday").convention == "Tuesday, said on a Tuesday, is that of next week"
    assert due("tomorrow").convention == ""


def test_the_order_of_day_and_month_is_a_setting():
    assert due("by 12/3").date == date(2026, 12, 3)
    assert due("by 12/3", order=Order.DAY_MONTH).date == date(2027, 3, 12)
    assert due("by 25/3").date == due("by 3/25").date == date(2027, 3, 25)
    assert due("by 12.3.2027").date == date(2027, 3, 12)  # dots are written where the day comes first


def test_next_friday_and_the_end_of_the_week_are_settings():
    assert due("next Friday").date == date(2026, 9, 18)
    assert due("next Friday", next_weekday=NextWeekday.NEAREST).date == date(2026, 9, 11)
    assert due("EOW").date == date(2026, 9, 11)
    assert due("EOW", week_ends_on=3).date == date(2026, 9, 10)


def test_quarters_halves_and_fiscal_years_follow_the_year_set():
    assert due("by the end of Q1", fiscal_year_starts=4).date == date(2027, 6, 30)
    assert due("end of calendar Q1", fiscal_year_starts=4).date == date(2027, 3, 31)
    assert due("by the end of FY27", fiscal_year_starts=4).date == date(2027, 3, 31)
    assert due("by the end of FY27").date == date(2027, 12, 31)
    assert due("end of the fiscal year", fiscal_year_starts=7).date == date(2027, 6, 30)
    assert due("by the end of the year", fiscal_year_starts=7).date == date(2026, 12, 31)
    assert due("FY27 Q2", fiscal_year_starts=10).earliest == date(2027, 1, 1)


def test_the_span_holds_the_words_and_nothing_else():
    text = "Ada sends the deck no later than Friday at 5pm, I hope."
    start, end = due(text).span
    assert text[start:end] == "no later than Friday at 5pm"


def test_the_deadline_counts_before_a_date_in_passing():
    assert due("Talk on Monday about the plan and send it by Friday").date == date(2026, 9, 11)
    assert due("Send the Q3 report tomorrow").date == date(2026, 9, 9)


def test_all_dates_come_from_left_to_right():
    text = "- draft by 1 Oct\n- review by 15 Oct\n- final in November"
    assert [str(d.date) for d in due_dates(text, today=TODAY)] == ["2026-10-01", "2026-10-15", "2026-11-30"]
    assert due_dates("Every Monday and Wednesday, Mon-Fri, twice a week", today=TODAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "We hired Ada on Monday",
        "On Friday we agreed to talk more",
        "Yesterday she agreed to help",
        "it has been two years since my last raise",
        "for the first time in three years",
        "cut by 1/3",
        "at the end of the day it is about trust",
        "April gets back to me",
        "that may be so",
        "This may not be enough",
        "see https://example.org/2027/03/01/plan",
        "Sun Microsystems",
        "the March numbers look fine",
        "next week's agenda",
        "the first Monday of each month",
        "the 15th of every month",
        "Monday to Friday",
        "in the second half of the meeting",
        "budget for March",
        "in 2023",
        "2025-02-30",
        "in 9999 years",
        "",
    ],
)
def test_no_date_where_none_is_meant(text: str):
    assert due_date(text, today=TODAY) is None


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("Feb 29", "2024-02-29", "2024-02-29"),
        ("Feb 29", "2024-03-01", "2028-02-29"),
        ("in a year", "2024-02-29", "2025-02-28"),
        ("in a month", "2025-01-31", "2025-02-28"),
        ("end of February", "2028-01-01", "2028-02-29"),
        ("tomorrow", "2026-12-31", "2027-01-01"),
        ("by the 31st", "2026-09-30", "2026-10-31"),
        ("next quarter", "2026-12-31", "2027-03-31"),
        ("EOY", "2026-12-31", "2026-12-31"),
        ("Feb 29", "2096-03-01", "2104-02-29"),  # 2100 has none
    ],
)
def test_leap_days_and_turns_of_the_year(text: str, today: str, day: str):
    assert str(due(text, date.fromisoformat(today)).date) == day


def test_a_date_written_in_full_may_be_overdue():
    assert due("Send it by 2026-09-01").date == date(2026, 9, 1)
    assert due_date("We sent it on 2026-09-01", today=TODAY) is None


def test_a_particle_belongs_to_its_verb():
    for text, told in (("fill it in by Friday", "by Friday"), ("hand it over on Friday", "on Friday")):
        assert text[slice(*due(text).span)] == told
    assert due("in about two weeks").date == date(2026, 9, 22)


def test_a_number_beside_a_weekday_that_falls_on_another_is_no_day():
    assert due("Friday 24").date == date(2026, 9, 11)
    assert due("Friday 25 to 30 people").date == date(2026, 9, 11)


def test_a_day_with_two_stops_is_read_where_the_day_comes_first():
    assert due("by 14.1.", order=Order.DAY_MONTH).date == date(2027, 1, 14)
    assert due("we meet 14.1. at noon", order=Order.DAY_MONTH).date == date(2027, 1, 14)
    for text in ("it scored 14.1. Fine", "cut it by 1.5. Good", "2.1. send the list"):
        assert due_date(text, today=TODAY, settings=Settings(order=Order.DAY_MONTH)) is None
    assert due_date("by 14.1.", today=TODAY) is None
