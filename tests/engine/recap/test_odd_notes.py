"""Notes as people jot them: what an answer, a label, a list or an inexact day may mean, and may not (R44)."""

from __future__ import annotations

from datetime import date

import pytest

from talktrack.engine.recap.takings import Takings, take
from talktrack.engine.story import Journey

DAY = date(2026, 12, 3)


def taken(text: str, **changes: object) -> Takings:
    journey = Journey.model_validate(
        {
            "person": {"name": "Nathan Brooks", "timezone": "Europe/London"},
            "contacts": [
                {"id": "jocelyn", "name": "Jocelyn Adeyemi", "relation": "manager", "pronoun": "she"},
                {"id": "ingrid", "name": "Ingrid Solberg", "pronoun": "she"},
                {"id": "colin", "name": "Colin Webb", "pronoun": "he"},
            ],
            "goals": [{"id": "denmark", "what": "Run the Danish launch"}, {"id": "team", "what": "Lead a team"}],
            "conversations": [
                {"id": "talk", "contact": "jocelyn", "at": "2026-12-03T10:00", "timezone": "Europe/London"}
            ],
            "notes": [{"id": "note", "conversation": "talk", "text": f"We met.\n\n{text}"}],
            **changes,
        }
    )
    return take(journey, "talk", DAY)


def steps(text: str) -> list[tuple[str, str, str]]:
    return [(c.owner, c.action, c.due) for c in taken(text).commitments]


# Which goal an agreement is about.


@pytest.mark.parametrize("line", ["canteen menu: yes", "she agreed to the new chairs", "own shop: ok, fine by her"])
def test_an_agreement_that_fits_no_goal_is_left_to_the_person(line: str) -> None:
    [found] = taken(line).agreements
    assert (found.goal, found.state) == (None, "agreed")


def test_a_goal_of_everyday_words_is_found_by_them() -> None:
    [found] = taken("leading the team is fine by her").agreements
    assert found.goal == "team"


def test_a_bare_yes_means_the_one_thing_that_was_asked_for() -> None:
    asked = {"id": "talk", "contact": "jocelyn", "asks": [{"id": "a", "what": "The seat", "goal": "team"}]}
    [found] = taken("yes, fine", conversations=[asked]).agreements
    assert found.goal == "team"
    [found] = taken("yes, fine").agreements
    assert found.goal is None


def test_a_sentence_goes_on_with_the_goal_of_the_one_before_it() -> None:
    [found] = taken("Danish launch. She doesn't think the board will fund it before 2028.").agreements
    assert (found.goal, found.state) == ("denmark", "disagreed")


# Who answers whom, and what a yes leaves out.


@pytest.mark.parametrize(
    "line",
    [
        "she asked am i leaving - no",
        "she wondered if I want the night shift. no, not really",
        "She asked: do you still want the launch? yes",
    ],
)
def test_what_i_answer_to_her_question_is_no_word_of_hers(line: str) -> None:
    assert taken(line).agreements == ()


def test_what_she_answers_to_my_question_is_hers() -> None:
    [found] = taken("I asked whether I can run the Danish launch. yes, from May").agreements
    assert (found.goal, found.state) == ("denmark", "agreed")


@pytest.mark.parametrize(
    ("line", "condition"),
    [
        ("Danish launch: yeah ok but not this peak", "Not this peak"),
        ("Danish launch: fine, but only two days a week", "Only two days a week"),
        ("Danish launch: yes *if* Colin takes the posts", "Colin takes the posts"),
    ],
)
def test_a_yes_with_a_but_is_a_yes_on_a_condition(line: str, condition: str) -> None:
    [found] = taken(line).agreements
    assert (found.goal, found.state, found.condition) == ("denmark", "conditional", condition)


def test_an_ok_that_only_weighs_my_work_is_feedback() -> None:
    found = taken("English/German: ok, but you mix them up under stress")
    assert found.agreements == ()
    assert [f.text for f in found.feedback] == ["English/German: ok, but you mix them up under stress"]
    found = taken("Danish launch: ok, but I need a swap for Tuesdays")
    assert [a.goal for a in found.agreements] == ["denmark"]


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("Danish launch: she can see that working", "agreed"),
        ("she won't stand in my way on the launch", "agreed"),
        ("no objection from Ingrid to the launch", "agreed"),
        ("the launch is fine by her", "agreed"),
        ("I have her blessing for the launch", "agreed"),
        ("Danish launch: not on the cards this year", "disagreed"),
        ("a launch is not on the cards this year", "disagreed"),
        ("her hands are tied on the launch", "disagreed"),
        ("Danish launch: nothing she can do", "disagreed"),
    ],
)
def test_a_soft_yes_and_a_soft_no_are_heard(line: str, state: str) -> None:
    [found] = taken(line).agreements
    assert (found.goal, found.state) == ("denmark", state)


# Advice, feedback and open questions without a verb or without a name.


def test_advice_may_be_a_noun_phrase() -> None:
    assert [a.text for a in taken("her tip: shorter decks").advice] == ["Shorter decks"]
    assert [a.text for a in taken("one thing: fewer slides in the review").advice] == ["Fewer slides in the review"]
    assert taken("one thing: the office moves in May").advice == ()


def test_feedback_may_have_no_verb() -> None:
    [found] = taken("strong on detail, weak on telling people").feedback
    assert found.text == "Strong on detail, weak on telling people"


@pytest.mark.parametrize("mark", ["Eg", "*Eg*", "e.g.", "for example,"])
def test_what_leads_in_an_example_is_no_part_of_it(mark: str) -> None:
    [found] = taken(f"## Feedback\n- too quick in meetings. {mark} last Tuesday in the review").feedback
    assert found.situation == "Last Tuesday in the review"


def test_a_thing_that_somebody_needs_to_do_is_left_open() -> None:
    found = taken("somebody needs to cover the desk, not sorted")
    assert [q.text for q in found.open_questions] == ["Somebody needs to cover the desk, not sorted"]
    assert taken("somebody should have told me").open_questions == ()


# Days that are no days.


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("next meeting in 6 weeks", "2027-01"),
        ("catch up mid jan", "2027-01"),
        ("next talk end of January", "2027-01"),
        ("next talk 14.1. at 10:00", "2027-01-14"),
        ("we meet again in 10 days", "2026-12-13"),
        ("next talk in a fortnight at 10:00", "2026-12-17"),
    ],
)
def test_the_next_talk_is_as_exact_as_its_words(line: str, on: str) -> None:
    [found] = taken(line).check_ins
    assert found.on == on
