"""How the other is spoken of, how one listened, the way out, and the page to write on."""

from __future__ import annotations

import io
import itertools

import pytest
from makers import EXAMPLES, TODAY, make_contact, make_conversation, make_journey
from pypdf import PdfReader

from talktrack.engine import archive
from talktrack.engine.converse import UNSAFE, address, review, sheet
from talktrack.engine.prepare.agenda import TWO_MINUTE_CLOSE
from talktrack.engine.prepare.basis import gather
from talktrack.engine.story import Listening, Question


@pytest.mark.parametrize(
    ("contact", "does", "has", "whose"),
    [
        (make_contact(pronoun="she"), "She", "She has", "Her"),
        (make_contact(pronoun="he"), "He", "He has", "His"),
        (make_contact(pronoun="they"), "They", "They have", "Their"),
        (make_contact(), "Jocelyn", "Jocelyn has", "Jocelyn’s"),
        (None, "Your manager", "Your manager has", "Your manager’s"),
    ],
)
def test_a_pronoun_comes_from_the_contact_or_the_name_stands(contact, does, has, whose):
    found = address(contact)
    assert (found.does, found.has, found.whose) == (does, has, whose)


def test_r43_what_was_counted_is_told_in_sentences_and_never_rated():
    for counts in itertools.product((0, 1, 7), repeat=4):
        told = review(
            Listening(**dict(zip(("paraphrased", "clarified", "interrupted", "defended"), counts, strict=True)))
        )
        assert 1 <= len(told) <= 5
        text = " ".join(told).lower()
        assert not any(word in text for word in ("score", "%", "out of", "well done", "bad", "poor", "!"))
        assert ("7 times" in text) is (7 in counts)
    assert review(Listening()) == ("Nothing was counted. That is not the same as nothing heard.",)


def test_where_it_is_not_safe_nobody_is_coached_to_go_on():
    text = " ".join((UNSAFE.when, UNSAFE.say, *UNSAFE.note, *UNSAFE.help)).lower()
    assert "stop" in text
    for needed in ("union", "lawyer", "public body", "word for word", "when, where"):
        assert needed in text
    for coaching in ("try again", "stay calm", "explain", "go on", "persist", "clarify"):
        assert coaching not in text


@pytest.mark.parametrize("name", ["nathan", "emily", "megan", "bare"])
def test_r36_the_sheet_is_one_page_with_minutes_questions_places_and_the_close(name):
    basis = gather(archive.read(EXAMPLES / f"{name}.toml"), today=TODAY)
    made = sheet(basis)
    page = PdfReader(io.BytesIO(made.rendered.content))
    assert len(page.pages) == 1
    text = " ".join(page.pages[0].extract_text().split())
    for part in basis.agenda.segments:
        assert f" {part.minutes} " in f" {text} "
    for question in basis.questions.included:
        assert question.text.text[:30] in text
    for kind in ("Advice", "Feedback", " will, by", "I will, by", "Agreed", "Left open", "I asked what was meant"):
        assert kind in text
    for step in TWO_MINUTE_CLOSE:
        assert step.do[:30] in text


def test_the_sheet_is_one_page_whatever_is_asked():
    questions = tuple(
        Question(id=f"q-{n}", text="What would you like to see " + "more of it " * 60) for n in range(6)
    )
    whole = make_journey(conversations=(make_conversation(questions=questions, aim="Agree " + "a long aim " * 80),))
    assert sheet(gather(whole, today=TODAY)).rendered.pages == 1


def test_the_same_journey_gives_the_same_sheet():
    basis = gather(archive.read(EXAMPLES / "nathan.toml"), today=TODAY)
    assert sheet(basis).rendered.content == sheet(basis).rendered.content
