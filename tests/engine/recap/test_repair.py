"""Vague feedback, and what to ask back (R46, R48)."""

import pytest

from talktrack.engine.recap.repair import PARTS, _data, repair
from talktrack.engine.story import Feedback
from talktrack.kit.text import Phrases, Prose


def test_be_more_strategic_becomes_four_questions_that_fit():
    found = repair("You should be more strategic.")
    assert found.phrase == "more strategic"
    assert [question.part for question in found.questions] == list(PARTS)
    assert "decision" in found.questions[0].question


def test_only_what_is_missing_is_asked():
    note = Feedback(
        id="f", conversation="c", text="Too quiet.", situation="The pitch in Leeds", behaviour="Said nothing"
    )
    assert [question.part for question in repair(note).questions] == ["impact", "better"]


def test_nothing_is_asked_where_everything_is_there():
    text = "In the March review you cut the auditor short, so she stopped. Next time let her finish."
    assert repair(text).questions == ()


def test_feedback_without_a_known_phrase_gets_the_general_questions():
    found = repair("Good work.")
    assert (found.phrase, found.span) == ("", (0, 0))
    assert len(found.questions) == 4


@pytest.mark.parametrize("entry", _data()["vague"], ids=lambda entry: entry["id"])
def test_every_entry_is_whole_and_its_phrases_lead_to_it(entry):
    for part in PARTS:
        assert entry[part].endswith("?")
    for phrase in entry["phrases"]:
        plain = " ".join("x" if word == "*" else word.split("|")[0] for word in phrase.split())
        assert Prose(plain).holds(Phrases(phrase))
        assert repair(plain).phrase
