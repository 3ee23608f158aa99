"""The first agenda (R01, R34): from one sentence, or from none."""

from __future__ import annotations

import pytest
from makers import TODAY, make_accomplishment, make_contact, make_goal, make_person

from talktrack.engine.prepare.first import QUESTIONS, Gap, first, wish
from talktrack.engine.story import Journey


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("I run a forum. I'd like to open one abroad, but nobody asked me.", "I'd like to open one abroad"),
        ("I want to help plan the weeks, not just fix them.", "I want to help plan the weeks, not just fix them"),
        ("I would really like to teach because it lasts", "I would really like to teach"),
        ("I’m hoping for more time with customers; less with slides", "I’m hoping for more time with customers"),
        ("There is no next rung here.", ""),
        ("", ""),
    ],
)
def test_the_wish_is_quoted_as_it_stands(sentence, found):
    start, end = wish(sentence)
    assert sentence[start:end] == found


def _said(journey: Journey) -> str:
    parts = first(journey, today=TODAY).parts
    return "\n".join(
        "".join(p if isinstance(p, str) else f"[{p.text}]" for p in line) for x in parts for line in x.lines
    )


def test_an_empty_journey_makes_an_agenda_of_thirty_minutes_with_gaps():
    made = first(Journey(), today=TODAY)
    assert sum(p.minutes for p in made.parts) == made.minutes == 30
    assert isinstance(made.who, Gap)
    assert {"how long?", "what got better?", "do what?"} <= {
        piece.text for p in made.parts for line in p.lines for piece in line if isinstance(piece, Gap)
    }
    assert all(p.lines for p in made.parts if p.name != "buffer")


def test_the_purpose_is_in_the_persons_own_words():
    assert "I'd like to open one abroad." in _said(
        Journey(sentence="I'd like to open one abroad, but nobody asked me.")
    )
    assert "No next rung here." in _said(Journey(sentence="no next rung here"))


def test_every_question_fills_its_gap():
    whole = Journey(
        sentence="I'd like to plan.",
        accomplishments=(make_accomplishment(result="Late answers fell from 30 to 3."),),
        contacts=(make_contact(),),
        person=make_person(started="2024-12-02"),
        goals=(make_goal(),),
    )
    made = first(whole, today=TODAY)
    assert made.open == ()
    assert made.answered == tuple(q.id for q in QUESTIONS)
    assert made.who == "Jocelyn"
    assert "[" not in _said(whole)


def test_what_came_of_it_is_asked_only_once_there_is_something_to_ask_about():
    assert "result" not in {q.id for q in first(Journey(), today=TODAY).open}
    told = first(Journey(accomplishments=(make_accomplishment(),)), today=TODAY)
    assert "result" in {q.id for q in told.open}
    assert len(QUESTIONS) <= 5
