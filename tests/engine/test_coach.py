"""The coach over whole journeys and over any text."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talktrack.engine import archive
from talktrack.engine.coach import ALL_RULES, KINDS, blocks, check, check_page, check_text, confirmed, rules_of
from talktrack.engine.pieces import pieces
from talktrack.engine.story import Journey
from talktrack.kit.checks import run

TODAY = date(2026, 11, 2)


def make_journey(**changes):
    return Journey.model_validate(
        {
            "accomplishments": [
                {
                    "id": "fair",
                    "did": "Ran the spring fair",
                    "result": "Visits rose by 20 %.",
                    "problem": "Nobody came in March.",
                    "measures": [{"what": "visits", "change": 20, "unit": "%", "verified": False}],
                }
            ],
            **changes,
        }
    )


HERE = Path(__file__).parents[1]
CLEAN = (HERE.parent / "bench" / "data" / "clean_lines.tsv", *sorted((HERE / "data").glob("career_clean*.tsv")))
FAULTY = sorted((HERE / "data").glob("career_faulty*.tsv"))


def ids(findings):
    return [finding.rule for finding in findings]


def test_a_finding_points_into_its_own_field():
    finding = next(f for f in check(make_journey(), today=TODAY) if f.rule == "A3")
    assert (finding.record, finding.field) == ("accomplishments/fair", "result")
    assert "Visits rose by 20 %."[slice(*finding.span)] == "20 %"


def test_r08_what_blocks_is_told_and_only_a_confirmation_lifts_it():
    assert ids(blocks(check(make_journey(), today=TODAY))) == ["A11"]
    for verdict, held in (("dismissed", ["A11"]), ("confirmed", [])):
        decision = {"about": "A11", "record": "accomplishments/fair", "verdict": verdict}
        assert ids(blocks(check(make_journey(decisions=[decision]), today=TODAY))) == held


def test_a_confirmation_lifts_a_block_until_the_record_is_changed():
    decision = confirmed(make_journey(), "A11", "accomplishments/fair", today=TODAY)
    there = make_journey(decisions=[decision])
    assert ids(blocks(check(there, today=TODAY))) == []
    (fair,) = there.accomplishments
    for changes in ({"result": "Visits rose by 20 % and sales by 40 %."}, {"measures": ()}):
        edited = there.model_copy(update={"accomplishments": (fair.model_copy(update=changes),)})
        kept = [f.rule for f in blocks(check(edited, today=TODAY)) if f.rule == "A11"]
        assert kept == (["A11"] if "result" in changes else [])
    back = archive.from_json(archive.to_json(there))
    assert ids(blocks(check(back, today=TODAY))) == []


def test_advice_that_was_confirmed_or_dismissed_stays_silent_after_an_edit():
    told = make_journey()
    assert "A3" in ids(check(told.model_copy(update={"accomplishments": (_unmeasured(told),)}), today=TODAY))
    decision = confirmed(told, "A3", "accomplishments/fair", today=TODAY)
    edited = told.model_copy(update={"accomplishments": (_unmeasured(told),), "decisions": (decision,)})
    assert "A3" not in ids(check(edited, today=TODAY))


def _unmeasured(journey):
    return journey.accomplishments[0].model_copy(update={"measures": ()})


def test_an_unverified_number_that_stands_in_no_words_holds_nothing_back():
    journey = make_journey()
    (fair,) = journey.accomplishments
    quiet = journey.model_copy(update={"accomplishments": (fair.model_copy(update={"result": "More people came."}),)})
    found = check(quiet, today=TODAY)
    assert "A11" in ids(found)
    assert blocks(found) == ()


def test_advice_is_silenced_for_one_record_only():
    twice = [
        {"id": name, "did": "Ran the fair", "result": "Visits rose by 20 %.", "problem": "Nobody came."}
        for name in ("one", "two")
    ]
    decision = {"about": "A3", "record": "accomplishments/one", "verdict": "dismissed", "reason": "known"}
    found = check(Journey.model_validate({"accomplishments": twice, "decisions": [decision]}), today=TODAY)
    assert [f.record for f in found if f.rule == "A3"] == ["accomplishments/two"]


def test_a_rule_that_blocks_cannot_be_switched_off():
    off = [{"about": rule.id, "record": "*", "verdict": "dismissed"} for rule in ALL_RULES]
    assert {rule.id for rule in rules_of(Journey.model_validate({"decisions": off}))} == {"A11", "K8", "M3", "M4"}


def test_one_record_alone_gives_what_it_gives_in_the_whole():
    journey = make_journey(
        goals=[
            {"id": "far", "what": "Shape how we open markets", "target": "2033-01"},
            {"id": "near", "what": "Get better at presenting", "target": "2027-03"},
        ],
        conversations=[{"id": "autumn", "asks": [{"id": "seat", "what": "Could you put me on the group?"}]}],
    )
    whole = check(journey, today=TODAY)
    assert len({f.record for f in whole}) > 3
    for record in {f.record for f in whole}:
        assert check(journey, today=TODAY, only=record) == tuple(f for f in whole if f.record == record)


def test_private_records_hold_nothing_back():
    private = {
        "id": "rest",
        "what": "Ask for fewer nights because of my surgery",
        "target": "2027-05",
        "private": True,
    }
    assert "K8" not in ids(check(Journey.model_validate({"goals": [private]}), today=TODAY))
    shared = {**private, "private": False}
    assert "K8" in ids(check(Journey.model_validate({"goals": [shared]}), today=TODAY))


@pytest.mark.parametrize(
    "text",
    [
        "I was passed over because of my age, and that is unfair.",
        "It is not fair: he said I did not get it because I'm a mother.",
        "I deserve better; I was discriminated against in the last round.",
        "They got the raise, and I am paid less because I am a woman.",
    ],
)
def test_a_complaint_about_unequal_treatment_is_never_judged_and_is_sent_to_qualified_help(text):
    for kind in ("ask", "opening"):
        found = check_text(text, kind, today=TODAY)
        assert "K5" not in ids(found)
        route = next(f for f in found if f.rule == "K8")
        assert "union" in route.suggestion
        assert "lawyer" in route.suggestion


def test_m03_a_recap_is_held_against_the_private_records():
    journey = Journey.model_validate(
        {
            "conversations": [{"id": "autumn", "state": "held"}],
            "reactions": [
                {"id": "r", "conversation": "autumn", "act": "She looked at the clock when I said Denmark"}
            ],
            "goals": [{"id": "dk", "what": "Run the member community for the Danish launch"}],
            "agreements": [
                {
                    "id": "a",
                    "conversation": "autumn",
                    "goal": "dk",
                    "state": "agreed",
                    "words": "Yes, you run the Danish launch",
                }
            ],
        }
    )
    leaking = "Thank you. She looked at the clock when I said Denmark, and I saw it."
    told = "Thank you. You agreed that I run the Danish launch."
    assert "M3" in ids(check_text(leaking, "recap", today=TODAY, journey=journey))
    assert "M3" not in ids(check_text(leaking, "recap", today=TODAY))
    assert "M3" not in ids(
        check_text("Run the member community for the Danish launch", "recap", today=TODAY, journey=journey)
    )
    assert "M4" not in ids(check_text(told, "recap", today=TODAY, journey=journey))
    assert "M4" in ids(check_text("You agreed to pay the course.", "recap", today=TODAY, journey=journey))


def test_a_page_gives_the_findings_of_its_pieces_in_place():
    page = "# Steps\n\n- I send the plan by 14 March.\n- We look into the budget soon.\n"
    found = check_page(page, "next-step", today=TODAY)
    assert [(f.rule, page[slice(*f.span)]) for f in found if f.rule in ("N1", "N2")] == [("N1", "We"), ("N2", "soon")]
    assert "N4" in ids(found)


odd = (
    "%",
    "?",
    ",",
    ".",
    "!",
    "…",
    "’s",
    "14",
    "2027-03-01",
    "3.5",
    "İ",
    "ß",
    "\n",
    "\n\n",
    "- ",
    "Nguyễn",
    "“",
    "”",
    ":",
)
words = st.sampled_from(sorted({*odd, *(word for rule in ALL_RULES for word in rule.triggers or ())}))
texts = st.one_of(st.text(max_size=300), st.lists(words, max_size=60).map(" ".join))


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_career_lines_are_left_alone(path):
    lines = _table(path)
    flagged = {text: ids(found) for kind, text in lines if (found := check_text(text, kind, today=TODAY))}
    assert len(lines) >= 40
    assert len(flagged) <= len(lines) * 2 / 36, flagged


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_a_line_that_misses_something_is_met_by_the_rule_for_it(path):
    lines = _table(path)
    missed = [text for kind, rule, text in lines if rule not in ids(check_text(text, kind, today=TODAY))]
    assert len(lines) >= 30
    assert len(missed) <= len(lines) / 10, missed


def _table(path):
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]


@settings(max_examples=400, deadline=None)
@given(text=texts, kind=st.sampled_from((*KINDS, "reply", "pay", "benefit", "vision", "closing", "next-steps")))
def test_no_text_breaks_a_rule_and_every_span_lies_in_it(text, kind):
    for finding in check_text(text, kind, today=TODAY, rules=ALL_RULES):
        start, end = finding.span
        assert 0 <= start <= end <= len(text)
        assert finding.message
        assert finding.suggestion


@settings(max_examples=150, deadline=None)
@given(page=texts, kind=st.sampled_from(KINDS))
def test_no_page_breaks_a_rule(page, kind):
    for finding in check_page(page, kind, today=TODAY, rules=ALL_RULES):
        assert 0 <= finding.span[0] <= finding.span[1] <= len(page)


@settings(max_examples=100, deadline=None)
@given(did=st.lists(words, max_size=12).map(" ".join), result=st.text(max_size=80), what=st.text(max_size=80))
def test_spans_of_a_journey_lie_in_their_fields(did, result, what):
    journey = Journey.model_validate(
        {
            "accomplishments": [{"id": "a", "did": did, "result": result}],
            "goals": [{"id": "g", "what": what}],
            "conversations": [{"id": "c", "opening": what, "asks": [{"id": "k", "what": result}]}],
        }
    )
    records = {piece.record: piece.value for piece in pieces(journey, TODAY)}
    for finding in run(ALL_RULES, pieces(journey, TODAY)):
        start, end = finding.span
        field = getattr(records[finding.record], finding.field, "") if finding.field else ""
        assert 0 <= start <= end <= (len(field) if isinstance(field, str) else 0)
