"""T4: whatever the text and whatever the day, an answer comes and it makes sense."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talktrack.kit.dates import NextWeekday, Order, Settings, due_dates
from talktrack.kit.words import word_set

WORDS = sorted(
    word_set(
        """the by in on end of next this last first second week month quarter year Friday Monday March May Q1 FY26 H2
        two a 3 21st 31 2026 1/2 2026-03-01 - / , ' . and to or before after within days weeks ago from now today
        tomorrow early mid late half every until EOM EOD Easter Christmas noon 5 pm 10:30 29 Feb 9999 0 00 weekend
        day spring couple few"""
    )
)
ANY_TEXT = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=4)), max_size=14).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=14).map("\n".join),
)
ANY_DAY = st.one_of(st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29)]))
ANY_SETTINGS = st.builds(
    Settings,
    order=st.sampled_from(list(Order)),
    next_weekday=st.sampled_from(list(NextWeekday)),
    week_ends_on=st.integers(0, 6),
    fiscal_year_starts=st.integers(1, 12),
)


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT, ANY_DAY, ANY_SETTINGS)
def test_every_text_has_an_answer_that_makes_sense(text: str, today: date, chosen: Settings):
    end = 0
    for due in due_dates(text, today=today, settings=chosen):
        assert due.earliest <= due.date <= due.latest
        assert due.span[0] < due.span[1] <= len(text)
        assert due.span[1] > end
        end = due.span[1]


@pytest.mark.parametrize(
    "unit",
    ["the ", "end of ", "first week of ", "1/", "9", "twenty-", "two weeks after ", "'", "\n ", "every monday and "],
)
def test_long_monotonous_texts_are_read_to_the_end(unit: str):
    assert isinstance(due_dates(unit * (20_000 // len(unit)), today=date(2026, 9, 8)), tuple)
