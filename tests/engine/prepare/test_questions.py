"""The short list: what is in, why, and what waits (R28, R41)."""

from __future__ import annotations

import re
import tomllib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journeys import journeys
from makers import EXAMPLES, TODAY, make_contact, make_conversation, make_goal, make_journey

from talktrack.engine.prepare.agenda import agenda
from talktrack.engine.prepare.bank import PURPOSES, bank
from talktrack.engine.prepare.questions import pick
from talktrack.engine.story import Decision, Journey, Pay, Statement, walk, without


def example(name):
    return Journey.model_validate(tomllib.loads((EXAMPLES / f"{name}.toml").read_text("utf-8")))


CAST = {name: example(name) for name in ("nathan", "emily", "megan", "bare")}
EVERYONE = pytest.mark.parametrize("journey", CAST.values(), ids=CAST)


def with_meeting(journey, **changes):
    return journey.model_copy(update={"conversations": (make_conversation(**changes),)})


def everything(picked):
    pay = (picked.pay,) if picked.pay else ()
    return (*picked.included, *picked.reserve, *picked.deferred, *picked.dropped, *pay)


def test_thirty_minutes_give_three_and_a_reserve_that_cover_the_ground_R41():
    for journey in (with_meeting(CAST["nathan"]), Journey(), make_journey(goals=(make_goal(),))):
        picked = pick(journey, minutes=agenda(30).minutes_of("questions"), today=TODAY)
        assert len(picked.included) == 3
        assert len(picked.reserve) == 1
        purposes = {c.purpose for c in picked.included}
        assert "alignment" in purposes
        assert purposes & {"feedback", "examples"}
        assert "next steps" in purposes
        assert picked.included[-1].purpose == "next steps", "it is asked last"


@EVERYONE
@pytest.mark.parametrize("length", [10, 15, 20, 30, 45, 60, 75, 90])
def test_the_list_fits_the_time_and_nothing_is_lost_R41(journey, length):
    minutes = agenda(length, pay=journey.pay.discuss).minutes_of("questions")
    picked = pick(journey, minutes=minutes, today=TODAY)
    assert sum(c.minutes for c in picked.included if not c.own) <= minutes
    assert 1 <= len(picked.included) <= 6
    ids = [c.id for c in everything(picked) if not c.own]
    assert sorted(ids) == sorted(q.id for q in bank()), "each is in, waits or is out, once"


@EVERYONE
def test_every_purpose_is_covered_or_deferred_with_a_reason_R41(journey):
    picked = pick(journey, minutes=9, today=TODAY)
    covered = picked.coverage()
    assert tuple(purpose for purpose, _, _ in covered) == PURPOSES
    assert all(choice.purpose == purpose and choice.reason.text for purpose, choice, _ in covered)
    asked = [*picked.included, picked.pay]
    assert all(is_asked is (choice in asked) for _, choice, is_asked in covered)
    assert all(c.reason.text.endswith(".") for c in everything(picked))


def test_an_inclusion_says_who_knows_it_and_what_it_decides_R41():
    picked = pick(CAST["nathan"], minutes=9, today=TODAY)
    distance = next(c for c in picked.included if c.id == "feedback-distance")
    assert distance.text.text == (
        "What stands between the way I work today and being asked to run the member community for the Danish launch?"
    )
    assert [(s.record, s.field) for s in distance.text.sources] == [("goals/denmark", "what")]
    assert distance.reason.text.startswith(
        "Only Jocelyn knows this, and the answer decides your near goal, for August 2027."
    )
    assert {s.record for s in distance.reason.sources} == {"contacts/jocelyn", "goals/denmark"}


@EVERYONE
def test_names_and_numbers_stand_in_the_records_that_are_cited(journey):
    records = {ref: value.model_dump() for ref, value in walk(journey)}
    for choice in everything(pick(journey, minutes=16, today=TODAY)):
        for passage in (choice.text, choice.reason, *choice.variants):
            for source in passage.sources:
                stored = records[source.record][source.field]
                assert source.value in (str(stored), *map(str, stored if isinstance(stored, tuple) else ()))
            if not passage.sources:
                assert not re.search(r"\d", passage.text)
                assert not any(c.name.split()[0] in passage.text for c in journey.contacts)


@pytest.mark.parametrize("name", ["nathan", "emily", "megan"])
def test_a_record_that_is_deleted_takes_its_words_along(name):
    journey = CAST[name]
    for choice in pick(journey, minutes=16, today=TODAY).included:
        for source in (*choice.text.sources, *choice.reason.sources):
            rest = without(journey, source.record)
            said = {p.text for c in everything(pick(rest, minutes=16, today=TODAY)) for p in (c.text, c.reason)}
            passage = choice.text if source in choice.text.sources else choice.reason
            assert passage.text not in said, (passage.text, source.record)


def test_an_unknown_owner_of_a_project_becomes_a_question_R28():
    project = Statement(id="audit", kind="project", quote="Accessibility check of all client apps", date="2026-11-02")
    journey = make_journey(goals=(make_goal(serves=("audit",)),), statements=(project,))
    known = make_journey(goals=journey.goals, statements=(project.model_copy(update={"owner": "jocelyn"}),))
    choice = by_id(pick(journey, minutes=9, today=TODAY), "alignment-who-chooses")
    assert choice.text.text == "Who decides who works on “Accessibility check of all client apps”?"
    assert choice.score == by_id(pick(known, minutes=9, today=TODAY), "alignment-who-chooses").score + 2


def test_no_project_at_all_becomes_a_question_too_R28():
    picked = pick(make_journey(), minutes=9, today=TODAY)
    assert by_id(picked, "alignment-project").score == 6
    assert by_id(picked, "alignment-who-chooses") in picked.dropped


def by_id(picked, name):
    return next(c for c in everything(picked) if c.id == name)


def test_the_score_is_the_sum_of_the_method():
    journey = make_journey(
        goals=(make_goal(actions=({"id": "a", "what": "Ask", "kind": "exposure", "by": "2027-01-10"},)),)
    )
    choice = by_id(pick(journey, minutes=9, today=TODAY), "alignment-fit")
    assert choice.score == 3 + 3 + 2 + 2 - 0 - 0
    later = pick(journey, minutes=9, today=date(2026, 1, 1))
    assert by_id(later, "alignment-fit").score < choice.score, "it was less urgent then"


@pytest.mark.parametrize(
    ("by", "urgency"), [("2026-11-01", 2), ("2027-02-20", 2), ("2027-06-01", 1), ("2029-01-01", 0)]
)
def test_what_is_due_sooner_is_more_urgent(by, urgency):
    goal = make_goal(target="", horizon="near", actions=({"id": "a", "what": "Ask", "kind": "exposure", "by": by},))
    assert by_id(pick(make_journey(goals=(goal,)), minutes=9, today=TODAY), "alignment-fit").score == 8 + urgency


# The person decides.


def test_what_the_person_wants_is_in_and_what_they_refuse_is_out_R41():
    plain = pick(with_meeting(CAST["nathan"]), minutes=9, today=TODAY)
    refused = plain.included[0].id
    meeting = with_meeting(CAST["nathan"], wanted=("interpersonal-running-meetings",), unwanted=(refused,))
    picked = pick(meeting, minutes=9, today=TODAY)
    assert by_id(picked, "interpersonal-running-meetings") in picked.included
    assert by_id(picked, refused) in picked.dropped
    assert by_id(picked, refused).reason.text == "You set this question aside."


def test_a_question_set_aside_for_good_stays_out():
    decision = Decision(about="question", record="next-first", verdict="dismissed")
    picked = pick(make_journey(decisions=(decision,)), minutes=9, today=TODAY)
    assert by_id(picked, "next-first") in picked.dropped


def test_own_questions_come_first_and_take_their_time_R41():
    mine = tuple({"id": f"q{n}", "text": f"What of plan {n}?"} for n in range(3))
    picked = pick(with_meeting(CAST["nathan"], questions=mine), minutes=9, today=TODAY)
    assert [c.id for c in picked.included] == ["q0", "q1", "q2"]
    assert picked.included[0].text.sources[0].record == "conversations/december/questions/q0"
    assert {c.reason.text for c in picked.deferred} == {"The questions that you chose take the time there is."}


def test_an_own_question_covers_its_purpose():
    mine = ({"id": "q", "text": "What do you need most?", "purpose": "alignment"},)
    picked = pick(with_meeting(CAST["nathan"], questions=mine), minutes=9, today=TODAY)
    assert [c.purpose for c in picked.included].count("alignment") == 1
    assert {c.purpose for c in picked.included} >= {"alignment", "next steps"}


def test_a_wish_for_a_question_that_is_not_there_is_told():
    picked = pick(with_meeting(Journey(), wanted=("feedback-nxt",)), minutes=9, today=TODAY)
    choice = by_id(picked, "feedback-nxt")
    assert choice in picked.dropped
    assert "no question of this name" in choice.reason.text


def test_an_answered_question_is_dropped_with_its_date():
    decision = Decision(about="question", record="next-first", verdict="confirmed", on="2026-11-05")
    choice = by_id(pick(make_journey(decisions=(decision,)), minutes=9, today=TODAY), "next-first")
    assert choice.reason.text == "Answered on 5 November 2026."


# What is asked only of some.


def test_pay_is_asked_only_where_it_is_to_be_discussed_R24():
    silent = pick(CAST["nathan"], minutes=9, today=TODAY)
    assert silent.pay is None
    assert {c.reason.text for c in silent.dropped if c.purpose == "pay"} == {
        "You chose to leave pay out of this conversation."
    }
    open_ = pick(make_journey(pay=Pay(discuss=True)), minutes=6, today=TODAY)
    assert open_.pay.purpose == "pay"
    assert all(c.purpose != "pay" for c in open_.included)


def test_the_family_question_is_for_family_owned_houses():
    assert by_id(pick(CAST["megan"], minutes=9, today=TODAY), "alignment-family").score is not None
    assert "alignment-family" in {c.id for c in pick(CAST["nathan"], minutes=9, today=TODAY).dropped}


def test_no_name_of_a_manager_is_needed():
    picked = pick(Journey(), minutes=9, today=TODAY)
    assert picked.included[0].reason.text.startswith("Only your manager knows this")
    named = pick(make_journey(contacts=(make_contact(name="Ada"),)), minutes=9, today=TODAY)
    assert named.included[0].reason.text.startswith("Only Ada knows this")


def test_questions_do_not_pile_up_on_one_gap():
    picked = pick(with_meeting(CAST["nathan"]), minutes=22, today=TODAY)
    gaps = [next(q.gap for q in bank() if q.id == c.id) for c in picked.included]
    assert len(set(gaps)) == len(gaps)


@given(journey=journeys(), minutes=st.integers(2, 34))
@settings(max_examples=25, deadline=None)
def test_any_journey_gives_a_list_and_always_the_same(journey, minutes):
    picked = pick(journey, minutes=minutes, today=TODAY)
    assert picked == pick(Journey.model_validate_json(journey.model_dump_json()), minutes=minutes, today=TODAY)
    own = sum(c.minutes for c in picked.included if c.own or c.reason.text.startswith("You want"))
    assert sum(c.minutes for c in picked.included) <= max(minutes, own)
