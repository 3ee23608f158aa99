from datetime import date

import pytest
from makers import make_accomplishment, make_contact, make_goal, make_statement

from talktrack.engine.alignment import (
    business_case,
    contributions,
    coverage,
    fit,
    ledger,
    line_of_sight,
    not_noted,
    of_record,
    projects,
    themes,
    towards,
)
from talktrack.engine.organisation import STALE_AFTER_MONTHS
from talktrack.engine.story import (
    Agreement,
    Answer,
    Benefit,
    Competency,
    Conversation,
    Framework,
    Journey,
    Link,
    Skill,
    Want,
)

TODAY = date(2026, 11, 22)


def test_source_and_date_are_shown_and_what_is_stale_is_flagged():
    """R26."""
    old = make_statement(id="old", date="2024-01", source="")
    journey = Journey(goals=(make_goal(serves=("growth",)),), statements=(make_statement(), old))
    fresh, stale = line_of_sight(journey, today=TODAY)
    assert (fresh.statement.source, fresh.statement.date) == ("Founders' letter", "2026-09-07")
    assert (fresh.sourced, fresh.stale, fresh.served_by) == (True, False, ("goals/denmark",))
    assert (stale.sourced, stale.stale, stale.served_by) == (False, True, ())


def test_a_statement_goes_stale_by_the_documented_number_of_months():
    """R26: the day decides, not the clock."""
    journey = Journey(statements=(make_statement(date="2025-05-30"),))
    assert STALE_AFTER_MONTHS == 18
    assert not line_of_sight(journey, today=date(2026, 11, 30))[0].stale
    assert line_of_sight(journey, today=date(2026, 12, 1))[0].stale


def test_a_dismissed_link_gives_no_line_of_sight():
    links = (Link(record="goals/denmark", statement="growth", state="dismissed"),)
    journey = Journey(goals=(make_goal(),), statements=(make_statement(),), links=links)
    assert line_of_sight(journey, today=TODAY)[0].served_by == ()


def test_a_missing_middle_is_flagged_and_asked_for():
    """R29."""
    case = business_case(make_goal(benefit=Benefit(skill="Danish", result="twenty new shops")))
    assert case.middle_missing
    assert case.question == "What changes at work between “Danish” and “twenty new shops”?"


@pytest.mark.parametrize(
    ("benefit", "missing", "asks"),
    [
        (Benefit(skill="Danish", change="hosts understand us", result="more shops"), (), False),
        (Benefit(skill="Danish", change="hosts understand us"), ("result",), True),
        (Benefit(change="hosts understand us", result="more shops"), ("skill",), True),
        (Benefit(skill="Danish"), ("change", "result"), True),
        (Benefit(result="more shops"), ("skill", "change"), True),
        (Benefit(), ("skill", "change", "result"), False),
    ],
)
def test_every_gap_of_a_business_case_is_named(benefit, missing, asks):
    """R29."""
    case = business_case(make_goal(benefit=benefit))
    assert case.missing == missing
    assert bool(case.question) == asks
    assert not case.middle_missing


def test_a_goal_lends_its_first_skill_to_its_business_case():
    assert business_case(make_goal(skills=("Danish", "budgeting"))).skill == "Danish"


def make_problem_journey():
    problem = make_statement(id="churn", kind="problem", quote="New members leave after a month")
    done = make_accomplishment(problem="Nobody answered on Sundays", skills=("moderation",), serves=("churn",))
    want = Want(id="sql", kind="skill", what="Learn SQL", problem="We guess who leaves")
    goal = make_goal(serves=("churn", "growth"))
    return Journey(accomplishments=(done,), wants=(want,), goals=(goal,), statements=(problem, make_statement()))


def test_a_contribution_is_visible_from_both_ends():
    """R31."""
    journey = make_problem_journey()
    from_problem = towards(journey, "statements/churn")
    assert [c.record for c in from_problem] == ["goals/denmark", "accomplishments/welcome"]
    for contribution in contributions(journey):
        assert contribution in towards(journey, contribution.problem)
        assert contribution in of_record(journey, contribution.record)
    assert from_problem[1].sentence == "“moderation” helped with “New members leave after a month”."
    assert (
        from_problem[0].sentence
        == "“Run the community in Denmark” would help with “New members leave after a month”."
    )


def test_a_problem_that_a_record_names_counts_as_well():
    """R31."""
    (want,) = of_record(make_problem_journey(), "wants/sql")
    assert (want.problem, want.sentence) == ("wants/sql", "“Learn SQL” would help with “We guess who leaves”.")
    assert {c.words for c in of_record(make_problem_journey(), "accomplishments/welcome")} == {
        "Nobody answered on Sundays",
        "New members leave after a month",
    }


def test_no_framework_blocks_nothing():
    """R30."""
    assert coverage(Journey()) == not_noted(Journey()) == ()


def test_coverage_names_the_proof_and_what_is_not_noted():
    """R30: not noted is not the same as not there."""
    lines = (
        Competency(id="write", area="Writing", text="Writes clearly", proof=("welcome", "gone")),
        Competency(id="write-2", area="Writing", text="Teaches writing"),
        Competency(id="lead", area="Leading", text="Leads a team"),
    )
    journey = Journey(framework=Framework(name="Ours", competencies=lines), accomplishments=(make_accomplishment(),))
    assert [row.shown_by for row in coverage(journey)] == [("accomplishments/welcome",), (), ()]
    assert not_noted(journey) == ("Leading",)


def test_themes_stand_on_both_sides_and_quote_both():
    """R27: a theme of skill, knowledge and value each."""
    journey = Journey(
        goals=(make_goal(what="Lead a team and learn about customers"),),
        answers=(Answer(id="fair", topic="value", text="I care about fairness."),),
        statements=(
            make_statement(quote="Leaders who keep customers"),
            make_statement(id="value", kind="value", quote="We treat all with respect"),
        ),
    )
    found = {theme.name: theme for theme in themes(journey)}
    assert {theme.kind for theme in found.values()} == {"skill", "knowledge", "value"}
    customers = found["customers"]
    assert [(q.record, q.words) for q in customers.mine] == [("goals/denmark", "customers")]
    assert [(q.record, q.words) for q in customers.theirs] == [("statements/growth", "customers")]
    assert themes(Journey(goals=journey.goals)) == ()


def make_values(**changes):
    answers = (
        Answer(id="honest", topic="value", text="Say it as it is"),
        Answer(id="calm", topic="value", text="No heroics at night"),
        Answer(id="craft", topic="value", text="Finish what we begin"),
    )
    statements = (
        make_statement(id="open", kind="value", quote="We are open with each other"),
        make_statement(id="fast", kind="value", quote="Speed beats everything"),
        make_statement(id="bold", kind="value", quote="Fortune favours the bold"),
    )
    return Journey(answers=answers, statements=statements, **changes)


def test_values_fit_or_pull_apart_and_a_tension_can_be_kept():
    """R07."""
    links = (
        Link(record="answers/honest", statement="open", state="confirmed"),
        Link(record="answers/calm", statement="fast", state="tension"),
        Link(record="answers/craft", statement="fast", state="dismissed"),
    )
    rows = fit(make_values(links=links), proposals=(Link(record="answers/calm", statement="fast"),))
    shown = [(r.mine and r.mine.id, r.theirs and r.theirs.id, r.state) for r in rows]
    assert shown == [
        ("honest", "open", "fit"),
        ("calm", "fast", "tension"),
        ("craft", None, "alone"),
        (None, "bold", "alone"),
    ]


def test_a_proposed_fit_is_told_from_a_decided_one():
    """R07."""
    rows = fit(make_values(), proposals=(Link(record="answers/honest", statement="open"),))
    assert rows[0].state == "proposed"


def test_unknowns_of_a_project_trigger_questions():
    """R28."""
    (project,) = projects(Journey(statements=(make_statement(kind="project", quote="The Nordic launch"),)))
    assert project.questions == (
        "Who leads “The Nordic launch”?",
        "Which skills does “The Nordic launch” need?",
        "When does “The Nordic launch” run, and until when could one join?",
        "Who will see the results of “The Nordic launch”?",
    )
    assert project.goal == ""


def test_a_project_that_is_known_gives_a_goal_made_to_measure():
    """R28."""
    project = make_statement(
        kind="project",
        quote="The Nordic launch",
        owner="jocelyn",
        skills=("Danish", "moderation"),
        window="spring 2027",
        visibility="the board",
    )
    shown = (Skill(id="m", name="Moderation", level="strong"), Skill(id="d", name="Danish", level="novice"))
    (found,) = projects(Journey(statements=(project,), contacts=(make_contact(),), skills=shown))
    assert found.questions == ()
    assert (found.have, found.build) == (("moderation",), ("Danish",))
    assert found.goal == "Bring moderation for “The Nordic launch”, spring 2027"
    (other,) = projects(Journey(statements=(project,)))
    assert other.questions == ("Who leads “The Nordic launch”?",)
    assert other.goal == "Build Danish, moderation for “The Nordic launch”, spring 2027"


def make_agreement(**changes):
    return Agreement(**{"id": "a", "conversation": "may", "goal": "denmark", "state": "agreed", **changes})


def make_talks(*agreements):
    talks = (
        Conversation(id="october", state="held", at="2026-10-05T10:00:00"),
        Conversation(id="may", state="held", at="2026-05-05T10:00:00"),
    )
    goals = (make_goal(), make_goal(id="danish", what="Learn Danish"))
    return Journey(goals=goals, conversations=talks, agreements=agreements)


def test_silence_is_never_agreed():
    """R32."""
    silent = make_agreement(id="b", goal="danish", state="not discussed", words="We ran out of time")
    assert [row.state for row in ledger(make_talks(silent))] == ["not discussed", "not discussed"]


def test_the_latest_explicit_word_counts_and_silence_takes_nothing_back():
    """R32."""
    agreed = make_agreement()
    conditional = make_agreement(id="b", conversation="october", state="conditional", condition="a budget")
    silent = make_agreement(id="c", conversation="october", state="not discussed")
    assert ledger(make_talks(agreed, silent))[0].agreement == agreed
    assert ledger(make_talks(conditional, agreed))[0].state == "conditional"
    assert [row.goal.id for row in ledger(make_talks(agreed))] == ["denmark", "danish"]


def test_an_agreement_of_no_known_conversation_is_none():
    """R32."""
    assert ledger(make_talks(make_agreement(conversation="never")))[0].state == "not discussed"
