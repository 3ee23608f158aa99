from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import TODAY, make_goal, make_journey

from talktrack.engine.goals import by_horizon, chains, grid, horizon, supports, unsupported
from talktrack.engine.story import Goal


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("2027-08", "near"),  # R16: nine months
        ("2027-11", "near"),
        ("2027-12", "mid"),
        ("2028-11", "mid"),  # R17: 24 months
        ("2029-11", "mid"),
        ("2029-12", "between"),  # R18: 3 to 5 years shows as between
        ("2031-10", "between"),
        ("2031-11", "long"),
        ("2025-01", "near"),
    ],
)
def test_r16_r17_r18_the_target_month_decides_the_horizon(target: str, name: str) -> None:
    assert horizon(make_goal(target=target), TODAY) == name


def test_r18_a_goal_may_stay_vague() -> None:
    assert horizon(make_goal(target=""), TODAY) is None
    assert horizon(make_goal(target="", horizon="long"), TODAY) == "long"


def test_goals_are_never_lost_between_horizons() -> None:
    goals = (*tuple(make_goal(id=f"g{n}", target=f"{2026 + n}-12") for n in range(9)), make_goal(id="x", target=""))
    rows = by_horizon(make_journey(goals=goals), TODAY)
    assert sorted(g.id for _, row in rows for g in row) == sorted(g.id for g in goals)


def test_r19_twelve_cells_are_reported_and_empty_ones_show() -> None:
    goals = (make_goal(skills=("budgeting",)), make_goal(id="later", target="2030-03", mentors=("Tomas",)))
    cells = grid(make_journey(goals=goals), TODAY)
    assert len(cells) == 12
    filled = {(c.aspect, c.horizon): c.entries for c in cells if c.entries}
    assert filled == {("skills", "near"): (("denmark", "budgeting"),), ("mentors", "long"): (("later", "Tomas"),)}


def test_r20_a_goal_may_support_two_and_a_long_one_without_a_near_one_is_flagged() -> None:
    near = make_goal(id="near", leads_to=("mid", "other"))
    mid = make_goal(id="mid", target="2028-11", leads_to=("long",))
    other = make_goal(id="other", target="2028-01")
    long, lonely = make_goal(id="long", target="2033-01"), make_goal(id="lonely", target="2033-01")
    journey = make_journey(goals=(near, mid, other, long, lonely))
    assert [[g.id for g in way] for way in chains(journey)] == [["near", "mid", "long"], ["near", "other"]]
    assert [g.id for g in supports(journey, long)] == ["mid"]
    assert [g.id for g in unsupported(journey, TODAY)] == ["lonely"]


names = st.sampled_from([f"g{n}" for n in range(7)])


@given(st.dictionaries(names, st.lists(names, max_size=4), max_size=7))
def test_loops_end(leads: dict[str, list[str]]) -> None:
    goals = tuple(Goal(id=n, what=n, target="2033-01", leads_to=tuple(to)) for n, to in leads.items())
    journey = make_journey(goals=goals)
    assert all(len({g.id for g in way}) == len(way) > 1 for way in chains(journey))
    assert {g.id for g in unsupported(journey, TODAY)} == set(leads)
