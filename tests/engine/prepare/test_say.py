"""What the person says: their words, in frames that claim nothing for them."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest
from lock import names, numbers
from makers import (
    EXAMPLES,
    TODAY,
    make_accomplishment,
    make_conversation,
    make_goal,
    make_journey,
    make_measure,
    make_person,
    make_statement,
)

from talktrack.engine import archive
from talktrack.engine.evidence.spoken import WORDING as EVIDENCE
from talktrack.engine.prepare import say
from talktrack.engine.prepare.basis import Basis, gather
from talktrack.engine.prepare.say import WORDING
from talktrack.engine.story import Ask, Benefit, Goal, Journey, Link, Pay, Vision


def basis_of(**changes: object) -> Basis:
    return gather(make_journey(**changes), today=TODAY)


def text(passages) -> str:
    return " ".join(p.text for p in passages)


def test_r38_the_wish_to_stay_is_said_only_where_it_is_true() -> None:
    for stays, said in ((True, True), (False, False), (None, False)):
        opening = text(say.opening(basis_of(person=make_person(stays_by_choice=stays))))
        assert ("I’d like that next step to be here" in opening) is said


@pytest.mark.parametrize(
    ("ladder", "words"),
    [("none", "no set path"), ("partial", "partly marked"), ("defined", "written down"), ("unknown", "")],
)
def test_r38_the_path_is_told_as_it_is_on_record(ladder: str, words: str) -> None:
    opening = text(say.opening(basis_of(person=make_person(ladder=ladder))))
    assert words in opening
    assert ("path" in opening or "ladder" in opening) is bool(words)


def test_r38_the_persons_own_opening_is_used_as_it_stands() -> None:
    own = "Jocelyn, I have one thing on my mind."
    assert text(say.opening(basis_of(conversations=(make_conversation(opening=own),)))) == own


@pytest.mark.parametrize(
    ("aim", "sentence"),
    [
        ("Agree a first step", "I’d like us to agree a first step."),
        ("to know where I stand", "I’d like to know where I stand."),
        ("A yes, a no or a condition", "What I hope to leave with: a yes, a no or a condition."),
        ("Denmark", "What I hope to leave with: Denmark."),
    ],
)
def test_r04_the_aim_finds_a_frame_that_fits(aim: str, sentence: str) -> None:
    assert sentence in text(say.opening(basis_of(conversations=(make_conversation(aim=aim),))))


def test_r39_the_script_takes_60_to_90_seconds_where_there_is_enough() -> None:
    for name in ("nathan", "emily", "megan"):
        basis = gather(archive.read(EXAMPLES / f"{name}.toml"), today=TODAY)
        told = tuple(p for part in say.accomplishments(basis) for p in part)
        assert 60 <= say.seconds(told, basis.journey.person.words_per_minute) <= 90, name


def test_r39_a_long_record_is_cut_but_act_and_result_of_the_first_stay() -> None:
    wordy = " ".join(["word"] * 60)
    many = tuple(
        make_accomplishment(
            id=f"a{n}", did=f"Built {wordy} {n}", result=f"It {wordy} {n}", my_part=wordy, enjoyed=wordy
        )
        for n in range(5)
    )
    parts = say.accomplishments(basis_of(accomplishments=many))
    told = text(p for part in parts for p in part)
    assert "I built" in told
    assert " 0." in told
    assert say.seconds(tuple(p for part in parts for p in part), 130) <= 90


def test_r20_each_horizon_gets_a_line() -> None:
    goals = tuple(
        make_goal(id=h, what=f"Lead the {h} part", target=t)
        for h, t in (("near", "2027-05"), ("mid", "2028-05"), ("between", "2030-05"), ("far", "2033-05"))
    )
    lines = text(say.goal_lines(basis_of(goals=goals)))
    for goal in goals:
        assert goal.what[1:] in lines


def test_r21_a_vision_without_titles_is_told_as_written() -> None:
    vision = Vision(
        one_year="to have trained someone", three_years="I work with two countries.", five_years="Calm days"
    )
    assert text(say.years(basis_of(vision=vision))) == (
        "One year from now, I’d like to have trained someone. "
        "Three years from now, I work with two countries. "
        "Five years from now: Calm days."
    )


def test_r29_a_benefit_is_told_only_with_its_middle() -> None:
    whole = Benefit(skill="Training hosts", change="which frees six hours a week", result="so that Denmark can open")
    assert say.benefit(make_goal(benefit=whole)).text == (
        "What it brings: training hosts, which frees six hours a week, so that Denmark can open."
    )
    assert say.benefit(make_goal(benefit=whole.model_copy(update={"change": ""}))) is None


def test_r31_the_next_goal_quotes_the_need_that_it_serves_named_or_confirmed_never_proposed() -> None:
    statement = make_statement()
    for goal, link, quoted in (
        (make_goal(serves=("growth",)), None, True),
        (make_goal(), Link(record="goals/denmark", statement="growth", state="confirmed"), True),
        (make_goal(), Link(record="goals/denmark", statement="growth"), False),
    ):
        lines = text(say.goal_lines(basis_of(goals=(goal,), statements=(statement,), links=(link,) if link else ())))
        assert ("Expand into a new market" in lines) is quoted


def test_the_goal_that_is_asked_for_comes_before_the_nearest() -> None:
    goals = (make_goal(id="near", target="2027-01", what="Join the course"), make_goal())
    asks = (Ask(id="seat", what="Could you?", goal="denmark"),)
    basis = basis_of(goals=goals, conversations=(make_conversation(asks=asks),))
    assert say.next_goal(basis).id == "denmark"


def test_r24_the_private_reason_is_never_said_and_the_case_only_where_pay_is_discussed() -> None:
    pay = Pay(reason="secret rent", case="The case stands", ask="A review", life="I travel in spring")
    assert say.pay(basis_of(pay=pay)) == ()
    assert say.life(basis_of(pay=pay)) == ()
    open_pay = pay.model_copy(update={"discuss": True, "share_life": True})
    assert "The case stands. My ask is this: a review." in text(say.pay(basis_of(pay=open_pay)))
    assert "secret" not in text(say.pay(basis_of(pay=open_pay)))
    assert text(say.life(basis_of(pay=open_pay))) == "I travel in spring."


def test_r51_thanks_leave_room_for_what_helped() -> None:
    assert "What helped me most today was ___." in text(say.thanks(basis_of()))
    own = "Thank you for the straight answer."
    assert own in text(say.thanks(basis_of(conversations=(make_conversation(closing=own),))))


def test_nothing_can_be_said_from_nothing_and_that_is_enough() -> None:
    basis = gather(Journey(), today=TODAY)
    assert not [p for p in (*say.opening(basis), *say.vision(basis), *say.next_steps(basis)) if p.sources]


def test_a_frame_holds_no_number_and_no_name() -> None:
    for wording in (WORDING, EVIDENCE):
        for name, template in wording.templates.items():
            if "{" not in template:
                assert not numbers(template), name
                assert not names(template), name


def test_every_template_is_used() -> None:
    folder = files("talktrack.engine.prepare")
    code = "".join(f.read_text("utf-8") for f in folder.iterdir() if f.name.endswith(".py"))
    tables = tomllib.loads((folder / "wording.toml").read_text("utf-8"))
    unused = [  # dynamic names count as used from the stem that the code writes
        f"{table}.{name}"
        for table, rows in tables.items()
        for name in rows
        if f"{table}.{name}" not in code
        and not any(name.startswith(stem) for stem in re.findall(rf'"{table}\.(\w*)\{{', code))
        and not any(f"{table}.{name}".startswith(stem) for stem in re.findall(r'f"\{name\}(_\w+)', code))
    ]
    assert unused == []


def test_a_goal_that_is_no_verb_keeps_its_words() -> None:
    goal = Goal(id="x", what="Director", target="2033-01")
    told = text(say.goal_lines(basis_of(goals=(goal,))))
    assert told == "The step I’d like to take next, by January 2033: Director."


def test_r08_a_number_with_its_period_in_the_script() -> None:
    journey = {"accomplishments": (make_accomplishment(measures=(make_measure(),)),)}
    told = text(p for part in say.accomplishments(basis_of(**journey)) for p in part)
    assert "from 20% to 33% of members, January 2025 to October 2026" in told
