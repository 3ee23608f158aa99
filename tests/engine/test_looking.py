"""Reflection, organisation and paths."""

from __future__ import annotations

from makers import (
    TODAY,
    make_accomplishment,
    make_answer,
    make_contact,
    make_goal,
    make_interview,
    make_journey,
    make_path,
    make_person,
    make_statement,
)

from talktrack.engine.organisation import is_stale, opportunity
from talktrack.engine.paths import compare, open_directions, tally
from talktrack.engine.reflect import PROMPTS, mismatch, next_prompts, themes
from talktrack.engine.story import OpportunityFact


def test_r05_every_theme_traces_to_an_answer() -> None:
    answers = (
        make_answer(text="I write handbooks. Members like them."),
        make_answer(id="drain", topic="drain", text="Reports nobody reads."),
        make_answer(id="pride", topic="strength", text="The handbook that members wrote with me."),
    )
    found = themes(make_journey(answers=answers))
    assert {t.word for t in found} == {"handbooks", "members"}
    text = {a.id: a.text for a in answers}
    assert all(quote.words in text[quote.answer] for theme in found for quote in theme.quotes)
    assert all(len(theme.quotes) == 2 for theme in found)


def test_prompts_come_five_at_a_time_and_answered_ones_do_not_come_back() -> None:
    assert len(next_prompts(make_journey(), most=9)) == 5
    answered = make_journey(answers=tuple(make_answer(id=p.id) for p in PROMPTS[:-2]))
    assert [p.id for p in next_prompts(answered)] == [p.id for p in PROMPTS[-2:]]


def test_r06_a_goal_without_a_motive_gets_the_mismatch_question() -> None:
    assert mismatch(make_journey(), make_goal(what="Director")).startswith("What would you be doing")
    assert mismatch(make_journey(), make_goal(interest="Starting groups")) == ""


def test_r06_a_goal_that_meets_what_drains_quotes_it() -> None:
    journey = make_journey(answers=(make_answer(id="drain", topic="drain", text="Budget meetings"),))
    assert "“Budget meetings”" in mismatch(journey, make_goal(what="Own the budget", interest="x"))


def test_r03_a_claim_without_source_or_year_is_not_shown() -> None:
    whole = OpportunityFact(id="a", claim="Three moved up", source="Charts", year=2026)
    facts = (
        whole,
        whole.model_copy(update={"id": "b", "source": ""}),
        whole.model_copy(update={"id": "c", "year": None}),
    )
    assert opportunity(make_journey(opportunity_facts=facts)) == (whole,)


def test_r26_a_statement_older_than_a_year_and_a_half_is_stale() -> None:
    assert is_stale(make_statement(date="2025-04"), TODAY)
    assert not is_stale(make_statement(date="2025-06"), TODAY)
    assert not is_stale(make_statement(date=""), TODAY)


def test_r01_without_a_ladder_no_rung_is_offered() -> None:
    assert open_directions(make_journey(person=make_person(ladder="none"))) == ("sideways", "deeper", "wider")
    assert "up" in open_directions(make_journey(person=make_person(ladder="partial")))


def test_r13_a_sideways_path_stands_beside_the_others_with_what_is_there_and_what_to_build() -> None:
    path = make_path(have=("interviews",), build=("Statistics", "writing"), interviews=("said", "gone"))
    shows = make_accomplishment(skills=("statistics",))
    (option,) = compare(make_journey(paths=(path,), accomplishments=(shows,), interviews=(make_interview(),)))
    assert option.have == ("interviews", "Statistics")
    assert option.build == ("writing",)
    assert [i.id for i in option.said] == ["said"]


def test_r14_people_are_counted_not_mentions() -> None:
    contacts = (make_contact(), make_contact(id="dele", name="Dele", relation="colleague"))
    interviews = (
        make_interview(skills=("budgeting",), built_by="A small budget"),
        make_interview(id="again", skills=("Budgeting",)),
        make_interview(id="dele", contact="dele", skills=("budgeting", "writing")),
        make_interview(id="ghost", contact="nobody", skills=("budgeting",)),
    )
    rows = tally(make_journey(contacts=contacts, interviews=interviews))
    assert [(r.skill, r.contacts) for r in rows] == [("budgeting", ("jocelyn", "dele")), ("writing", ("dele",))]
    assert rows[0].built_by == ("A small budget",)
