import csv
from pathlib import Path

import pytest
from lexical import lexical
from makers import make_accomplishment, make_goal, make_statement

from talktrack.engine.alignment import linked, propose, settled
from talktrack.engine.alignment.overlap import overlap
from talktrack.engine.story import Answer, Benefit, Decision, Journey, Link, Skill, walk
from talktrack.kit.errors import UserError
from talktrack.kit.similarity import offline

OWN = Path(__file__).parents[3] / "bench" / "data"


@pytest.fixture(scope="module")
def engine():
    return offline(threads=1)


def make_journey(**changes):
    whole = {
        "goals": (make_goal(what="Build global expertise"), make_goal(id="bread", what="Bake sourdough bread")),
        "accomplishments": (
            make_accomplishment(result="Weekly active members rose by 65 %", skills=("member onboarding",)),
        ),
        "skills": (Skill(id="sql", name="SQL", target="reporting on members"),),
        "answers": (Answer(id="strength", topic="strength", text="I help new members to settle in."),),
        "statements": (
            make_statement(quote="We want to expand in a new market by 2028."),
            make_statement(id="stay", quote="Members who stay are the brand; the first weeks of a member decide."),
        ),
    }
    return Journey(**{**whole, **changes})


def make_rich_journey():
    with (OWN / "statements.tsv").open(encoding="utf-8", newline="") as file:
        mine = [row["statement"] for row in csv.DictReader(file, delimiter="\t") if row["passage"] != "none"]
    with (OWN / "passages.tsv").open(encoding="utf-8", newline="") as file:
        theirs = [row["passage"] for row in csv.DictReader(file, delimiter="\t")]
    return Journey(
        accomplishments=tuple(make_accomplishment(id=f"a{n}", did=text) for n, text in enumerate(mine[:40:4])),
        goals=tuple(make_goal(id=f"g{n}", what=text) for n, text in enumerate(mine[1:33:4])),
        statements=tuple(make_statement(id=f"s{n}", quote=text) for n, text in enumerate(theirs[:36:3])),
    )


def test_a_new_market_and_global_expertise_are_proposed_with_both_quotes(engine):
    """R27: the pair that shares no word."""
    journey = make_journey()
    link = next(link for link in propose(journey, engine) if link.record == "goals/denmark")
    assert (link.statement, link.state) == ("growth", "proposed")
    assert link.mine == ("Build global expertise",)
    assert link.theirs == ("We want to expand in a new market by 2028",)
    assert link.closeness is not None
    assert link.why.count("“") >= 2


@pytest.mark.parametrize(
    ("goal", "need"),
    [
        ("Expand in a new market", "Build global expertise"),
        ("Build global expertise", "Expand in a new market"),
        ("I want to build global expertise", "Our aim is to expand into a new market next year."),
    ],
)
def test_it_is_proposed_either_way_round(engine, goal, need):
    """R27."""
    journey = Journey(goals=(make_goal(what=goal),), statements=(make_statement(quote=need),))
    assert [link.statement for link in propose(journey, engine)] == ["growth"]


def test_goals_accomplishments_skills_and_answers_are_proposed_and_what_is_foreign_is_not(engine):
    records = {link.record for link in propose(make_journey(), engine)}
    assert {"goals/denmark", "accomplishments/welcome", "answers/strength"} <= records
    assert "goals/bread" not in records


def test_nothing_off_topic_is_proposed_beside_eighty_passages(engine):
    with (OWN / "statements.tsv").open(encoding="utf-8", newline="") as file:
        off = [row["statement"] for row in csv.DictReader(file, delimiter="\t") if row["passage"] == "none"]
    with (OWN / "passages.tsv").open(encoding="utf-8", newline="") as file:
        quotes = [row["passage"] for row in csv.DictReader(file, delimiter="\t")]
    journey = Journey(
        goals=tuple(make_goal(id=f"g{n}", what=text) for n, text in enumerate(off)),
        statements=tuple(make_statement(id=f"s{n}", quote=text) for n, text in enumerate(quotes)),
    )
    assert propose(journey, engine) == ()


@pytest.mark.parametrize("make", [make_journey, make_rich_journey])
@pytest.mark.parametrize("which", [offline, lexical])
def test_quotes_stand_in_the_records_and_the_sentence_quotes_nothing_else(make, which):
    """Principle 1: delete the record, and the quote goes."""
    journey = make()
    texts = {at: value.model_dump_json() for at, value in walk(journey)}
    links = propose(journey, which())
    assert links
    for link in links:
        mine, theirs = texts[link.record], texts[f"statements/{link.statement}"]
        assert link.mine
        assert link.theirs
        assert all(quote in mine for quote in link.mine)
        assert all(quote in theirs for quote in link.theirs)
        quoted = [piece.split("”")[0] for piece in link.why.split("“")[1:]]
        assert all(piece in mine or piece in theirs for piece in quoted)


def test_the_private_motive_of_a_goal_is_never_quoted():
    goal = make_goal(what="Learn Danish", why="members drive me mad", benefit=Benefit(change="members feel at home"))
    links = propose(Journey(goals=(goal,), statements=make_journey().statements), lexical())
    assert [link.record for link in links] == ["goals/denmark"]
    assert "mad" not in str(links)


@pytest.mark.parametrize("state", ["confirmed", "dismissed", "tension"])
def test_what_the_person_has_decided_is_not_proposed_again(engine, state):
    """Principle 3; R07: a tension is kept."""
    journey = make_journey(links=(Link(record="goals/denmark", statement="growth", state=state),))
    assert "goals/denmark" not in {link.record for link in propose(journey, engine)}


@pytest.mark.parametrize("verdict", ["confirmed", "dismissed"])
def test_a_decision_from_the_sidecar_counts_as_well(engine, verdict):
    decision = Decision(about="link", record="goals/denmark>statements/growth", verdict=verdict)
    journey = make_journey(decisions=(decision,))
    assert "goals/denmark" not in {link.record for link in propose(journey, engine)}
    assert linked(journey) == ((("goals/denmark", "growth"),) if verdict == "confirmed" else ())


def test_what_a_record_says_it_serves_is_not_proposed_again(engine):
    goal = make_goal(what="Build global expertise", serves=("growth", "gone"))
    journey = make_journey(goals=(goal,))
    assert "goals/denmark" not in {link.record for link in propose(journey, engine)}
    assert linked(journey) == (("goals/denmark", "growth"),)
    assert ("goals/denmark", "growth") in settled(journey)


def test_a_link_that_is_merely_proposed_is_proposed_again(engine):
    journey = make_journey(links=(Link(record="goals/denmark", statement="growth"),))
    assert "goals/denmark" in {link.record for link in propose(journey, engine)}


def test_the_same_journey_gives_the_same_links(engine):
    assert propose(make_rich_journey(), engine) == propose(make_rich_journey(), offline(threads=2))


def test_nothing_to_compare_gives_nothing():
    assert propose(Journey(), lexical()) == propose(make_journey(statements=()), lexical()) == ()
    assert propose(make_journey(statements=(make_statement(quote=""),)), lexical()) == ()


def test_a_record_has_at_most_three_proposals():
    statements = tuple(make_statement(id=f"s{n}", quote=f"Members decide {n} weeks") for n in range(9))
    links = propose(make_journey(statements=statements), lexical())
    assert max(sum(link.record == one.record for link in links) for one in links) == 3


def test_too_much_to_compare_is_refused_with_a_clear_word():
    goals = tuple(make_goal(id=f"g{n}", what="Run the community " * 20) for n in range(2_000))
    with pytest.raises(UserError, match="more in this file than can be compared"):
        propose(make_journey(goals=goals), lexical())


def test_of_a_long_sentence_only_the_clause_that_carries_it_is_quoted():
    text = "We have three shops in the south and all of them do well, but growth now comes from large organisations"
    growth = (text.index("growth"), text.index("growth") + 6)
    assert overlap(text, (0, len(text)), (growth,)) == ("growth now comes from large organisations",)
