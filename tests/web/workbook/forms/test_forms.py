"""What a person may type, and what becomes of it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talktrack.engine.story import Goal, earliest
from talktrack.kit.text import clean
from talktrack.web.workbook.forms.evidence import figure, split
from talktrack.web.workbook.forms.goal import GoalForm
from talktrack.web.workbook.forms.when import WhenField, when


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026", "2026"),
        ("2026-05", "2026-05"),
        ("2026-5-4", "2026-05-04"),
        ("5/2026", "2026-05"),
        ("14.05.2026", "2026-05-14"),
        ("May 2026", "2026-05"),
        ("Sept. 2026", "2026-09"),
        ("14 May 2026", "2026-05-14"),
        ("1st of March 2026", "2026-03-01"),
        ("May 14th, 2026", "2026-05-14"),
        ("٢٠٢٦-٠٥", "2026-05"),
    ],
)
def test_a_date_as_people_write_it(typed, meant):
    assert when(f" {typed} ") == meant
    assert earliest(meant)


@pytest.mark.parametrize(
    "typed", ["soon", "13/2026", "31 June 2026", "mauve 2026", "0000", "99", "2026-02-30", "2026-00"]
)
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(ValueError, match=r".+"):
        when(typed)


@given(st.text(max_size=60))
def test_any_text_is_a_date_of_the_storys_own_form_or_refused(text):
    try:
        found = when(text)
    except ValueError:
        return
    assert earliest(found)


def test_a_month_is_asked_for_where_a_year_is_too_little():
    field = WhenField(label="By", months=True)
    assert field.clean("14 May 2027") == "2027-05"
    with pytest.raises(Exception, match="Which month"):
        field.clean("2027")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("rose by 65 % in a year", ("65 %", Decimal(65), "%")),
        ("rose by 65 percent", ("65 percent", Decimal(65), "%")),
        ("took 40 minutes", ("40 minutes", Decimal(40), "minutes")),
        ("went from 41,200 to 49,500 visits", ("41,200", Decimal(41200), "")),
        ("fell by −3.5 %", ("−3.5 %", Decimal("-3.5"), "%")),
        ("in 2024 we cut 12 tickets", ("12 tickets", Decimal(12), "tickets")),
        ("3,5 % more", ("3,5 %", Decimal("3.5"), "%")),
        ("no number here", ("", None, "")),
        ("version v2.0.1 went out", ("", None, "")),
    ],
)
def test_the_number_of_a_line(line, found):
    shown, amount, unit = figure(line)
    assert (shown.split(" to")[0], amount, unit) == found


@given(st.text(max_size=300))
def test_a_line_is_split_without_losing_a_word(text):
    did, result = split(text)
    assert "".join(f"{did}{result}".split()) == "".join(clean(text).split())
    figure(text)


@given(
    st.builds(
        Goal,
        id=st.just("g"),
        what=st.text(min_size=1, max_size=20).filter(lambda t: clean(t)),
        skills=st.lists(st.sampled_from(["a", "b c"]), max_size=3).map(tuple),
        horizon=st.sampled_from([None, "near", "long"]),
        private=st.booleans(),
    )
)
def test_a_goal_through_its_form_is_the_same_goal(goal):
    shown = GoalForm(initial=GoalForm.initial_of(goal))
    sent = {
        f.html_name: "on" if f.value() is True else f.value() for f in shown if f.value() not in (None, "", False, [])
    }
    sent = {name: "\n".join(v) if isinstance(v, (tuple, list)) else v for name, v in sent.items()}
    form = GoalForm(data=sent)
    assert form.is_valid(), form.errors
    assert Goal.model_validate({**form.story(), "id": "g"}) == goal
