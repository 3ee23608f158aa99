"""The values that pages are drawn from: marks, the track, the ribbon, the line of Today, the chains of goals."""

from __future__ import annotations

import pytest

from talktrack.engine import STAGES
from talktrack.web.workbook.screens.chains import GoalCard, chains
from talktrack.web.workbook.screens.ribbon import HIGH, Segment, ribbon
from talktrack.web.workbook.screens.shell import GROUPS, groups
from talktrack.web.workbook.screens.strip import strip
from talktrack.web.workbook.screens.text import Mark, Run, marked, plain

URLS = {stage: f"/{stage}/" for stage in STAGES}


def card(name: str, *leads_to: str) -> GoalCard:
    return GoalCard(id=name, url=f"/goals/{name}/", words=plain(f"{name}."), when="2027", leads_to=leads_to)


def test_marks_become_runs_that_say_the_same() -> None:
    text = "We raised it by 65 %"
    runs = marked(text, [Mark(16, 20, number="2"), Mark(0, 2, number="1")])
    assert runs == (Run("We", "find", "1"), Run(" raised it by "), Run("65 %", "find", "2"))


@pytest.mark.parametrize(
    "marks", [[Mark(0, 9), Mark(3, 5)], [Mark(-4, 9)], [Mark(3, 3)], [Mark(5, 99)], [Mark(40, 50)]]
)
def test_no_mark_ever_changes_the_text(marks: list[Mark]) -> None:
    text = "Rebuilt the welcome letters"
    assert "".join(run.text for run in marked(text, marks)) == text


def test_where_marks_overlap_the_earlier_and_longer_stands() -> None:
    runs = marked("abcdef", [Mark(2, 5, number="late"), Mark(0, 3, number="short"), Mark(0, 4, number="long")])
    assert [run.number for run in runs if run.kind] == ["long"]


def test_the_track_has_every_stage_once_and_one_suggestion() -> None:
    track = groups(URLS, {"goals": 2}, suggested="prepare", current="goals")
    stops = [stop for group in track for stop in group.stops]
    assert tuple(stop.stage for stop in stops) == STAGES
    assert len(GROUPS) == 4
    assert [s.stage for s in stops if s.next] == ["prepare"]
    assert [(s.has, s.current, s.count) for s in stops if s.stage == "goals"] == [(True, True, "2")]
    assert [s.name for s in stops][-1] == "Follow through"


def test_the_ribbon_is_to_scale() -> None:
    drawn = ribbon(
        [Segment(name="Purpose", minutes=2, share=1.0), Segment(name="Spare", minutes=1, share=None)], minute=2
    )
    assert drawn.width == 30
    assert [(b.x, b.width, b.mine, b.theirs, b.spare) for b in drawn.bars] == [
        (0, 20, HIGH, 0, False),
        (20, 10, 0, 0, True),
    ]
    assert drawn.now == 20
    assert drawn.label == "Minute 2 of 3. 3 minutes: Purpose 2, Spare 1"


def test_an_empty_agenda_has_an_empty_ribbon() -> None:
    assert ribbon([]).bars == ()


def test_the_line_of_today_walks_as_far_as_there_is_something() -> None:
    track = groups(URLS, dict.fromkeys(STAGES[:3], 1), suggested="paths")
    stops = [stop for group in track for stop in group.stops]
    line = strip(stops, dates=[""] * 8 + ["3 Dec"])
    assert line.walked.count("C") == 2
    assert line.whole.count("C") == 10
    assert [stop.stage for stop in line.near] == ["organisation", "paths", "goals"]
    assert [p.above for p in line.points if p.above] == ["next", "3 Dec"]
    assert line.label == ("Something in 3 of 11 stages: Reflect, Evidence, Organisation. Suggested next: Paths.")


def test_nothing_written_still_has_a_line() -> None:
    track = groups(URLS, {})
    assert strip([stop for group in track for stop in group.stops]).label == "Nothing written yet."


def test_a_goal_may_lead_to_several_and_be_led_to_by_several() -> None:
    """R20: chains of many to many."""
    near, mid, long = chains(
        [
            ("Near", "", [card("a", "c", "d"), card("b", "c", "e", "gone")]),
            ("Mid", "", [card("c", "e"), card("d", "e")]),
            ("Long", "", [card("e")]),
        ]
    )
    assert near.curves == (
        "M0 250C50 250 50 250 100 250",
        "M0 250C50 250 50 750 100 750",
        "M0 750C50 750 50 250 100 250",
    )
    assert [(lead.text, lead.drawn) for lead in near.cards[1].leads] == [("c", True), ("e", False)]
    assert near.cards[0].all_drawn
    assert not near.cards[1].all_drawn
    assert len(mid.curves) == 2
    assert long.curves == ()
