"""Words of one's own inside sentences: capitals, stops, and forms of a wish."""

from __future__ import annotations

import pytest

from talktrack.kit.drafting import Slot, Wording, clause, parts, sentence, titled
from talktrack.kit.verbs import is_base, wished


@pytest.mark.parametrize(
    ("written", "inside"),
    [
        ("Rebuilt the report...", "rebuilt the report"),
        ("We saved two hours…", "we saved two hours"),
        ("i did the counts", "I did the counts"),
        ("REBUILT THE REPORT", "REBUILT THE REPORT"),
        ("A TEAM", "A TEAM"),
        ("EXPLAINING.", "EXPLAINING"),
        ("Lead the team", "lead the team"),
        ("Denmark", "Denmark"),
        ("...", ""),
    ],
)
def test_a_clause_loses_its_stops_and_a_capital_that_is_no_name(written: str, inside: str) -> None:
    assert clause(written) == inside


@pytest.mark.parametrize(
    ("written", "alone"),
    [
        ("she said “finally”", "She said “finally”."),
        ('She said "yes."', 'She said "yes."'),
        ("who knows...", "Who knows..."),
        ("it grew!", "It grew!"),
        ("it grew", "It grew."),
    ],
)
def test_a_sentence_has_one_stop_also_behind_quotes(written: str, alone: str) -> None:
    assert sentence(written) == alone


@pytest.mark.parametrize(
    ("aim", "told"),
    [
        ("a date", "I hope for a date."),
        ("a date. And is there a budget?", "I hope for a date. And is there a budget?"),
        ("who knows…", "I hope for who knows…"),
        ("“yes”", "I hope for “yes”."),
    ],
)
def test_a_template_sets_no_stop_after_a_stop(aim: str, told: str) -> None:
    passage = Wording({"x.y": "I hope for {aim}."}).say("x.y", aim=Slot(aim, ()))
    assert passage is not None
    assert passage.text == told


def test_a_heading_has_a_capital_and_no_stop() -> None:
    assert titled("a certificate / PGCert.") == "A certificate / PGCert"
    assert titled("...") == "..."


def test_sentences_are_told_apart_by_a_stop_before_a_capital() -> None:
    assert parts('She said "no." Then yes. e.g. later') == ['She said "no."', "Then yes. e.g. later"]
    assert parts("   ") == []


@pytest.mark.parametrize(
    ("written", "wish"),
    [
        ("to lead the team", "lead the team"),
        ("I want to know where I stand", "know where I stand"),
        ("I’d really like to manage people", "manage people"),
        ("My goal is to teach", "teach"),
        ("To me it is fair", ""),
        ("to the top", ""),
        ("I want a mentor", ""),
        ("Today I lead", ""),
        ("to", ""),
    ],
)
def test_a_wish_gives_what_one_wants_to_do(written: str, wish: str) -> None:
    assert wished(written) == wish


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("Lead a team", True),
        ("lead two teams", True),
        ("Lead engineer", False),
        ("Head nurse", False),
        ("Head of analytics", False),
        ("Lead", False),
        ("Plan repairs", True),
        ("", False),
    ],
)
def test_a_post_is_no_verb(words: str, verb: bool) -> None:
    assert is_base(words) is verb
