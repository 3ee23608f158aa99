"""Gaps, conditions, slots and answers: what a journey shows and lacks."""

from __future__ import annotations

from datetime import date

import pytest
from makers import TODAY, make_accomplishment, make_contact, make_conversation, make_goal, make_journey, make_person

from talktrack.engine.prepare.bank.answered import answered
from talktrack.engine.prepare.bank.filling import SLOTS, fill, slots
from talktrack.engine.prepare.bank.given import GIVEN
from talktrack.engine.prepare.bank.missing import MISSING
from talktrack.engine.prepare.bank.weighing import first_due, in_words
from talktrack.engine.story import (
    Agreement,
    CheckIn,
    Commitment,
    Competency,
    Feedback,
    Framework,
    Interview,
    Journey,
    Learning,
    Lens,
    Path,
    Statement,
    Want,
    without,
)


def level(name, **changes):
    return MISSING[name](make_journey(**changes), TODAY).level


def make_project(**changes):
    return Statement(**{"id": "map", "kind": "project", "quote": "The map of partners", "date": "2026-09", **changes})


def make_feedback(**changes):
    return Feedback(**{"id": "f", "conversation": "c", "text": "Be clearer", **changes})


WHOLE = {"skill": "Training hosts", "change": "which frees time", "result": "so that we launch"}
NEAR = make_goal()
FAR = make_goal(id="far", target="2029-01")
LENS = {"id": "side", "contact": "jocelyn"}


@pytest.mark.parametrize(
    ("name", "changes", "expected"),
    [
        ("no-goal-link", {}, 0),
        ("no-goal-link", {"goals": (NEAR,)}, 2),
        ("no-goal-link", {"goals": (FAR,)}, 1),
        ("no-goal-link", {"goals": (make_goal(serves=("growth",)),)}, 0),
        ("no-goal-link", {"goals": (make_goal(private=True),)}, 0),
        ("benefit-missing", {"goals": (NEAR,)}, 2),
        ("benefit-missing", {"goals": (make_goal(benefit=WHOLE),)}, 0),
        ("benefit-missing", {"goals": (make_goal(benefit={**WHOLE, "change": ""}),)}, 2),
        ("skill-unproven", {"goals": (make_goal(skills=("budgeting",)),)}, 2),
        (
            "skill-unproven",
            {
                "goals": (make_goal(skills=("Budgeting",)),),
                "accomplishments": (make_accomplishment(skills=("budgeting",)),),
            },
            0,
        ),
        ("exposure-missing", {"goals": (make_goal(exposure=("The board",)),)}, 0),
        ("learning-missing", {"goals": (NEAR,)}, 2),
        ("learning-missing", {"goals": (NEAR,), "learning": (Learning(id="x", what="A course"),)}, 0),
        ("mentor-missing", {}, 2),
        ("mentor-missing", {"contacts": (make_contact(id="p", relation="mentor"),)}, 1),
        ("accomplishment-unlinked", {"accomplishments": (make_accomplishment(),)}, 2),
        (
            "accomplishment-unlinked",
            {"accomplishments": (make_accomplishment(), make_accomplishment(id="b", serves=("growth",)))},
            1,
        ),
        ("accomplishment-unlinked", {"accomplishments": (make_accomplishment(private=True),)}, 0),
        ("path-unknown", {}, 1),
        ("path-unknown", {"paths": (Path(id="p", name="Lead", direction="up", unknown="Whether"),)}, 2),
        ("path-unknown", {"paths": (Path(id="p", name="Lead", direction="up"),)}, 0),
        ("path-unknown", {"paths": (Path(id="p", name="Away", direction="up", internal=False),)}, 1),
        ("criteria-unknown", {}, 2),
        (
            "criteria-unknown",
            {"framework": Framework(name="L", competencies=(Competency(id="a", area="A", text="B"),))},
            1,
        ),
        (
            "criteria-unknown",
            {"framework": Framework(name="L", competencies=(Competency(id="a", area="A", text="B", proof=("w",)),))},
            0,
        ),
        ("no-interview", {}, 2),
        ("no-interview", {"interviews": (Interview(id="i", contact="jocelyn", finding="Start small"),)}, 1),
        ("no-statement", {}, 2),
        ("no-statement", {"statements": (Statement(id="m", kind="mission", quote="Mend"),)}, 1),
        ("no-statement", {"statements": (make_project(),)}, 0),
        ("statement-stale", {"statements": (make_project(date="2025-01"),)}, 2),
        ("statement-stale", {"statements": (make_project(date="2025-01"), make_project(id="b"))}, 1),
        ("no-project", {}, 2),
        ("no-project", {"statements": (make_project(),)}, 0),
        ("no-project-owner", {"statements": (make_project(),)}, 2),
        ("no-project-owner", {"statements": (make_project(), make_project(id="b", owner="jocelyn"))}, 1),
        ("no-project-owner", {"statements": (make_project(owner="jocelyn"),)}, 0),
        ("no-feedback", {}, 2),
        ("no-feedback", {"feedback": (make_feedback(),)}, 0),
        ("no-example", {}, 2),
        ("no-example", {"feedback": (make_feedback(),)}, 2),
        ("no-example", {"feedback": (make_feedback(), make_feedback(id="g", situation="In May"))}, 1),
        ("no-example", {"feedback": (make_feedback(situation="In May"),)}, 0),
        ("no-technical-feedback", {}, 1),
        ("no-technical-feedback", {"feedback": (make_feedback(category="leadership"),)}, 2),
        ("no-technical-feedback", {"feedback": (make_feedback(category="technical"),)}, 0),
        ("priority-unknown", {}, 2),
        (
            "priority-unknown",
            {"lenses": (Lens(**LENS, guesses=({"id": "g", "text": "T", "about": "priority"},)),)},
            2,
        ),
        ("priority-unknown", {"lenses": (Lens(**LENS, facts=({"id": "g", "text": "T", "about": "priority"},)),)}, 0),
        ("objection-open", {}, 1),
        ("objection-open", {"lenses": (Lens(**LENS, objections=({"id": "o", "says": "No"},)),)}, 2),
        ("objection-open", {"lenses": (Lens(**LENS, objections=({"id": "o", "says": "No", "bridge": "So"},)),)}, 0),
        ("decider-unknown", {}, 1),
        ("decider-unknown", {"conversations": (make_conversation(asks=({"id": "a", "what": "May I?"},)),)}, 2),
        ("no-next-step", {}, 2),
        ("no-next-step", {"commitments": (Commitment(id="c", action="Ask Ingrid"),)}, 0),
        ("no-next-step", {"commitments": (Commitment(id="c", action="Ask Ingrid", status="done"),)}, 2),
        ("condition-open", {"agreements": (Agreement(id="a", conversation="c", goal="g", state="conditional"),)}, 2),
        ("condition-open", {"agreements": (Agreement(id="a", conversation="c", goal="g", state="agreed"),)}, 0),
        ("no-check-in", {}, 2),
        ("no-check-in", {"check_ins": (CheckIn(id="c", on="2026-12-01"),)}, 0),
        ("no-check-in", {"check_ins": (CheckIn(id="c", on="2026-11"),)}, 0),
        ("no-check-in", {"check_ins": (CheckIn(id="c", on="2026-11-21"),)}, 2),
        ("no-check-in", {"check_ins": (CheckIn(id="c", on="2026-12-01", held=True),)}, 2),
    ],
)
def test_how_much_is_missing(name, changes, expected):
    assert level(name, **changes) == expected


@pytest.mark.parametrize(
    ("name", "changes", "expected"),
    [
        ("remote", {}, False),
        ("remote", {"conversations": (make_conversation(setting={"in_person": False}),)}, True),
        (
            "remote",
            {
                "person": make_person(timezone="Europe/London"),
                "contacts": (make_contact(timezone="America/Toronto"),),
            },
            True,
        ),
        (
            "remote",
            {"person": make_person(timezone="Europe/London"), "contacts": (make_contact(timezone="Europe/Lisbon"),)},
            False,
        ),
        ("has-goal", {"goals": (make_goal(private=True),)}, False),
        ("has-goal", {"goals": (NEAR,)}, True),
        ("has-far-goal", {"goals": (NEAR,)}, False),
        ("has-far-goal", {"goals": (FAR,)}, True),
        ("first-conversation", {"conversations": (make_conversation(state="held"),)}, False),
        ("later-conversation", {"conversations": (make_conversation(state="held"),)}, True),
    ],
)
def test_what_is_given(name, changes, expected):
    assert GIVEN[name](make_journey(**changes), TODAY) is expected


def filled(name, **changes):
    slot = SLOTS[name](make_journey(**changes), TODAY)
    return slot and (slot.text, [(s.record, s.field) for s in slot.sources])


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("Run the community in Denmark.", "run the community in Denmark"),
        ("Director", None),
        ("I want to lead a team", None),
        ("Run the community; then hand it over", None),
        ("Run " + "very " * 9 + "much", None),
        ("", None),
    ],
)
def test_a_goal_fills_its_slot_only_where_it_fits_the_sentence(what, said):
    assert filled("goal", goals=(make_goal(what=what),)) == (said and (said, [("goals/denmark", "what")]))


def test_a_private_goal_is_never_spoken():
    assert filled("goal", goals=(make_goal(private=True),)) is None
    assert filled("skill", goals=(make_goal(private=True, skills=("budgeting",)),)) is None


def test_the_goal_that_the_meeting_asks_for_comes_before_a_nearer_one():
    goals = (make_goal(id="near", what="Hand over the evenings", target="2027-01"), make_goal())
    meeting = make_conversation(asks=({"id": "a", "what": "May I?", "goal": "denmark"},))
    assert filled("goal", goals=goals)[1] == [("goals/near", "what")]
    assert filled("goal", goals=goals, conversations=(meeting,))[1] == [("goals/denmark", "what")]


def test_a_skill_without_proof_comes_first_then_one_that_is_wanted():
    goal = make_goal(skills=("Writing", "Budgeting"))
    shown = make_accomplishment(skills=("writing",))
    assert filled("skill", goals=(goal,), accomplishments=(shown,)) == ("budgeting", [("goals/denmark", "skills")])
    want = Want(id="w", kind="skill", what="supplier audits")
    assert filled("skill", wants=(want,)) == ("supplier audits", [("wants/w", "what")])


def test_a_project_is_quoted_where_it_bears_a_short_name():
    assert filled("project", statements=(make_project(),)) == ("“The map of partners”", [("statements/map", "quote")])
    assert filled("project", statements=(make_project(quote="Build a map of all our partners"),)) is None
    assert filled("project", statements=(make_project(date="2024-01"),)) is None


def test_an_owner_is_named_where_no_work_together_is_noted():
    ingrid = make_contact(id="ingrid", name="Ingrid Solberg", relation="colleague")
    there = {"contacts": (make_contact(), ingrid), "statements": (make_project(owner="ingrid"),)}
    assert filled("owner", **there) == ("Ingrid", [("contacts/ingrid", "name")])
    assert filled("owner", **there, accomplishments=(make_accomplishment(stakeholders=("ingrid",)),)) is None
    assert filled("owner", **there | {"statements": (make_project(owner="jocelyn"),)}) is None


def test_without_the_record_another_wording_is_used_R41():
    wordings = ("How far can I go with {skill}?", "How far can I go?")
    journey = make_journey(goals=(make_goal(skills=("budgeting",)),))
    first, second = fill(wordings, slots(journey, TODAY))
    assert (first.text, second.text) == ("How far can I go with budgeting?", "How far can I go?")
    assert [s.record for s in first.sources] == ["goals/denmark"]
    assert second.sources == ()
    assert [p.text for p in fill(wordings, slots(without(journey, "goals/denmark"), TODAY))] == ["How far can I go?"]


def test_the_first_day_that_hangs_on_a_goal_is_that_of_its_first_open_action():
    done = {"id": "a", "what": "Ask", "kind": "experience", "by": "2026-12-01", "status": "done"}
    todo = {"id": "b", "what": "Join", "kind": "exposure", "by": "2027-01-29"}
    goals = (make_goal(actions=(done, todo)), make_goal(id="den", target="2029-01"))
    due = first_due(make_journey(goals=goals))
    assert due["goals/denmark"] == ("2027-01-29", "goals/denmark/actions/b", "by")
    assert due["goals/den"] == ("2029-01", "goals/den", "target")


@pytest.mark.parametrize(
    ("when", "said"), [("2027-01-29", "29 January 2027"), ("2027-03", "March 2027"), ("2027", "2027")]
)
def test_days_are_said_as_exactly_as_they_are_known(when, said):
    assert in_words(when) == said


QUESTION = "What should I keep doing?"
ASKED = {"id": "a", "conversation": "c", "text": QUESTION, "speaker": "me", "kind": "question"}
REPLY = {"id": "b", "conversation": "c", "text": "The digest", "speaker": "manager"}
MARKED = {"about": "question", "record": "q", "verdict": "confirmed", "on": "2026-11-05"}
INTERVIEW = {"id": "i", "contact": "p", "question": QUESTION, "finding": "The digest", "date": "2026-10"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, None),
        ({"decisions": [MARKED]}, "2026-11-05"),
        ({"decisions": [MARKED | {"record": "other"}]}, None),
        ({"decisions": [MARKED | {"verdict": "dismissed"}]}, None),
        ({"notes": [ASKED | {"text": "what should I keep doing"}, REPLY]}, ""),
        ({"notes": [ASKED | {"at": "2026-06-01T10:00:00"}, REPLY]}, "2026-06-01"),
        ({"notes": [ASKED]}, None),
        ({"notes": [REPLY, ASKED]}, None),
        ({"notes": [ASKED, REPLY | {"conversation": "another"}]}, None),
        ({"interviews": [INTERVIEW]}, "2026-10"),
    ],
)
def test_a_question_is_answered_where_the_notes_show_it(changes, expected):
    assert answered("q", [QUESTION], Journey.model_validate(changes)) == expected


def test_today_is_a_value_and_not_the_clock():
    goal = make_goal(target="2027-08")
    near = MISSING["no-goal-link"](make_journey(goals=(goal,)), date(2026, 11, 22))
    far = MISSING["no-goal-link"](make_journey(goals=(goal,)), date(2020, 1, 1))
    assert (near.level, far.level) == (2, 1)
