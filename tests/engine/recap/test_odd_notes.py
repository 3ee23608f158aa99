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


# Whose list it is.


@pytest.mark.parametrize("label", ["JOCE WILL:", "Jocelyn will:", "JA to do:"])
def test_a_label_that_says_will_owns_every_sentence_behind_it(label: str) -> None:
    told = steps(f"{label} ask HR about the course. send me the form by Friday. talk to Colin.")
    assert told == [
        ("jocelyn", "Ask HR about the course", ""),
        ("jocelyn", "Send me the form", "2026-12-04"),
        ("jocelyn", "Talk to Colin", ""),
    ]


def test_a_label_that_says_will_owns_the_bullets_beneath() -> None:
    told = steps("JOCE WILL:\n- ask HR about the course\n- budget figure\n\nME:\n- book the room")
    assert told == [
        ("jocelyn", "Ask HR about the course", ""),
        ("jocelyn", "Budget figure", ""),
        ("me", "Book the room", ""),
    ]


def test_bullets_under_a_name_are_that_persons_and_no_advice() -> None:
    found = taken("Colin:\n- send me the rota by Friday\n- order the badges")
    assert [(c.owner, c.action) for c in found.commitments] == [
        ("colin", "Send me the rota"),
        ("colin", "Order the badges"),
    ]
    assert found.advice == ()


def test_under_the_managers_name_stands_what_she_said_unless_one_has_a_list_too() -> None:
    assert steps("Jocelyn:\n- call payroll about it") == []
    assert steps("Me:\n- book the room\n\nJocelyn:\n- call payroll about it")[1:] == [
        ("jocelyn", "Call payroll about it", "")
    ]


def test_several_things_behind_one_name_are_several_promises() -> None:
    assert steps("ME: send deck to Ana by Fri, book room, ask HR abt course") == [
        ("me", "Send deck to Ana", "2026-12-04"),
        ("me", "Book room", ""),
        ("me", "Ask HR abt course", ""),
    ]


@pytest.mark.parametrize("line", ["ME: send Ana the list, plan and deck", "ME: check, sort and send the list"])
def test_several_words_of_one_thing_are_one_promise(line: str) -> None:
    assert len(steps(line)) == 1


def test_a_contact_is_known_by_id_and_by_a_name_cut_short() -> None:
    assert [owner for owner, *_ in steps("Col to send the list by Friday\nINGRID to book the room")] == [
        "colin",
        "ingrid",
    ]
    people = [{"id": "ollie", "name": "Oliver Grant"}, {"id": "jo", "name": "Joan Hart", "relation": "manager"}]
    found = taken(
        "Ollie will send the list by Friday", contacts=people, conversations=[{"id": "talk", "contact": "jo"}]
    )
    assert [c.owner for c in found.commitments] == ["ollie"]


def test_finding_out_is_a_promise() -> None:
    people = [{"id": "bo", "name": "Bo Lind", "relation": "manager"}]
    found = taken("he will find out who signs", contacts=people, conversations=[{"id": "talk", "contact": "bo"}])
    assert [(c.owner, c.action) for c in found.commitments] == [("bo", "Find out who signs")]


def test_a_verb_keeps_its_particle_and_a_day_its_stop() -> None:
    assert steps("I will fill the form in by Friday") == [("me", "Fill the form in", "2026-12-04")]
    assert steps("I send the draft by 3. January to Ingrid. Then we meet.")[0] == (
        "me", "Send the draft to Ingrid", "2027-01-03",
    )  # fmt: skip
    assert steps("I send the list by 14.1. to Ingrid") == [("me", "Send the list to Ingrid", "2027-01-14")]


def test_a_manager_called_by_half_a_name_is_heard() -> None:
    [found] = taken("Joce agreed to the Danish launch").agreements
    assert (found.goal, found.state) == ("denmark", "agreed")
    assert taken("Joce asked if I want nights. No.").agreements == ()
