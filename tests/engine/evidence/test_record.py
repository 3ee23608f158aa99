from __future__ import annotations

from datetime import date

import pytest
from makers import (
    make_accomplishment,
    make_journey,
    make_kpi,
    make_measure,
    make_path,
    make_person,
    make_statement,
)

from talktrack.engine.evidence import delivery, spoken, strongest, targets, tenure, transfers
from talktrack.engine.story import Link, Skill


def said(accomplishment, journey=None) -> str:
    return " ".join(line.passage.text for line in spoken(accomplishment, journey))


def test_r08_a_share_keeps_unit_baseline_and_period() -> None:
    text = said(make_accomplishment(measures=(make_measure(),)))
    assert text == (
        "I rebuilt the welcome series. "
        "Weekly active members went from 20% to 33% of members, January 2025 to October 2026."
    )


def test_r08_a_change_alone_says_its_direction() -> None:
    measure = make_measure(change=-12, baseline=None, result=None, period="")
    assert "Weekly active members is down 12%." in said(make_accomplishment(measures=(measure,)))


def test_r08_targets_are_counted_never_typed() -> None:
    kpis = (
        make_kpi(),
        make_kpi(actual=29),
        make_kpi(target=8, actual=6, lower_is_better=True),
        make_kpi(actual=None),
    )
    journey = make_journey(accomplishments=(make_accomplishment(kpis=kpis),))
    assert str(targets(journey)) == "2 of 3"


def test_r08_a_private_accomplishment_does_not_count_and_is_not_among_the_strongest() -> None:
    hidden = make_accomplishment(private=True, kpis=(make_kpi(), make_kpi()))
    journey = make_journey(accomplishments=(hidden,))
    assert targets(journey).known == 0
    assert strongest(journey) == ()


def test_an_unverified_number_is_said_nowhere() -> None:
    measures = (make_measure(verified=False),)
    text = said(make_accomplishment(result="Activity rose by 65 %.", measures=measures))
    assert text == "I rebuilt the welcome series."


@pytest.mark.parametrize(
    ("started", "on", "words"),
    [
        ("2024-12-02", date(2026, 12, 3), "two years"),
        ("2024-12-02", date(2026, 11, 22), "nearly two years"),
        ("2024-12-02", date(2026, 7, 1), "a year and a half"),
        ("2024", date(2026, 8, 1), "two and a half years"),
        ("2026-04-20", date(2026, 11, 22), "seven months"),
        ("2026-11-10", date(2026, 11, 22), ""),
        ("2027-01-01", date(2026, 11, 22), ""),
        ("", date(2026, 11, 22), ""),
        ("1999-01-04", date(2026, 12, 1), "nearly 28 years"),
        ("2024-02-29", date(2026, 2, 28), "nearly two years"),
    ],
)
def test_r09_tenure_is_computed(started: str, on: date, words: str) -> None:
    assert tenure(make_person(started=started), on) == words


def test_r10_unlinked_accomplishments_show_as_such() -> None:
    linked = make_accomplishment(id="linked", serves=("growth",))
    confirmed = make_accomplishment(id="confirmed")
    loose = make_accomplishment(id="loose", serves=("gone",))
    link = Link(record="accomplishments/confirmed", statement="growth", state="confirmed")
    proposed = Link(record="accomplishments/loose", statement="growth")
    journey = make_journey(
        accomplishments=(linked, confirmed, loose), statements=(make_statement(),), links=(link, proposed)
    )
    rows = delivery(journey)
    assert [(r.statement and r.statement.id, [a.id for a in r.accomplishments]) for r in rows] == [
        ("growth", ["linked", "confirmed"]),
        (None, ["loose"]),
    ]


def test_r11_one_skill_serves_on_another_path() -> None:
    skill = Skill(id="training", name="Training others", target="a first team")
    path = make_path(have=("training others",))
    shows = make_accomplishment(skills=("training others",))
    (row,) = transfers(make_journey(skills=(skill,), paths=(path,), accomplishments=(shows,)))
    assert row.proof == (shows,)
    assert row.targets == ("a first team", "Member research")


def test_r12_the_positioning_sentence_cites_its_skill() -> None:
    skill = Skill(id="training", name="Training others", proof=("welcome",), target="A first team in a new market")
    journey = make_journey(skills=(skill,), accomplishments=(make_accomplishment(),))
    line = next(x for x in spoken(journey.accomplishments[0], journey) if x.gives == "position")
    assert (
        line.passage.text
        == "What it took was training others, and that carries over to a first team in a new market."
    )
    assert {s.record for s in line.passage.sources} == {"skills/training"}


def test_r39_a_result_leads_and_enthusiasm_only_where_it_is_on_record() -> None:
    knows = make_accomplishment(id="knows", kind="knowledge", proof="x", serves=("growth",), kpis=(make_kpi(),))
    result = make_accomplishment(id="result", kind="result")
    journey = make_journey(accomplishments=(knows, result), statements=(make_statement(),))
    assert [r.accomplishment.id for r in strongest(journey)] == ["result", "knows"]
    assert "enjoyed" not in said(result)
    assert said(make_accomplishment(enjoyed="seeing it work")).endswith("What I enjoyed was seeing it work.")
    assert said(make_accomplishment(enjoyed="a quiet week")).endswith("What I enjoyed was a quiet week.")


@pytest.mark.parametrize("kind", ["result", "value", "knowledge", "leadership"])
def test_r40_each_kind_of_evidence_can_open_the_script(kind: str) -> None:
    journey = make_journey(accomplishments=(make_accomplishment(kind=kind),))
    assert strongest(journey)[0].accomplishment.kind == kind


@pytest.mark.parametrize(
    ("did", "text"),
    [
        ("Rebuilt the series", "I rebuilt the series."),
        ("I rebuilt it.", "I rebuilt it."),
        ("We rebuilt it", "We rebuilt it."),
        ("Community newsletter", "One piece of work I want to name is this: Community newsletter."),
        ("iOS release train", "One piece of work I want to name is this: iOS release train."),
    ],
)
def test_the_words_of_the_person_find_a_frame_that_fits(did: str, text: str) -> None:
    assert said(make_accomplishment(did=did)) == text


def test_the_persons_own_wording_is_used_as_it_stands() -> None:
    assert said(make_accomplishment(spoken="I made the welcome warm.")) == "I made the welcome warm."
