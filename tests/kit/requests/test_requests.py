"""K1: a sentence that asks, told by its words alone; and fairness: never by who is named."""

from __future__ import annotations

import json
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import data
from bench._train_requests import sentences, train
from talktrack.kit.requests import WEIGHTS, has_request, is_request

ASKING = (
    "Could you introduce me to the planning group?",
    "Please give me feedback on my presentation by Friday.",
    "Can I shadow two client calls in March?",
    "Would you be open to discussing my next step?",
    "Let's meet again in six weeks.",
    "COULD YOU REVIEW MY PLAN?",
    "pls send me the notes",
)
TELLING = (
    "I met or exceeded my targets in 3 of 3 areas.",
    "The launch went well.",
    "I have been on the team for two years.",
    "Our churn fell from 5 % to 3 %.",
    "",
)
PAIRED = (
    "Could you ask {who} to review my plan by Friday?",
    "{who} gave me the numbers on Monday.",
    "{who} asked me to lead the call.",
    "I would like {who} to join us, please.",
    "I told {who} that it went well.",
    "Thanks to {who} I can lead it, can't I?",
)
NAMES = (
    "Ada", "Priya", "Ngozi", "Siobhán", "José", "Mark", "Will", "May", "Grace", "Bill", "Nguyễn Thị Hoa", "Mary-Jane",
    "O'Brien", "Mr. Lay", "Mrs. Lay", "ngozi", "priya",
)  # fmt: skip
PRONOUNS = (("he", "she", "they"), ("him", "her", "them"), ("his", "her", "their"))
NATIONS = ("German", "Nigerian", "Chinese", "American", "Indian")


@pytest.mark.parametrize("sentence", ASKING)
def test_what_asks(sentence: str):
    assert has_request(sentence)


@pytest.mark.parametrize("sentence", TELLING)
def test_what_tells(sentence: str):
    assert not has_request(sentence)


def test_the_answer_is_a_probability_and_the_threshold_is_the_callers():
    likely = is_request(ASKING[0])
    assert 0.9 < likely < 1
    assert has_request(ASKING[0], likely)
    assert not has_request(ASKING[0], likely + 0.001)


@pytest.mark.parametrize("sentence", PAIRED)
def test_a_name_changes_nothing(sentence: str):
    assert len({is_request(sentence.format(who=name)) for name in NAMES}) == 1


@pytest.mark.parametrize(("sentence", "row"), list(product(PAIRED, PRONOUNS)))
def test_a_pronoun_changes_nothing(sentence: str, row: tuple[str, ...]):
    assert len({is_request(sentence.format(who=pronoun)) for pronoun in row}) == 1


def test_a_nation_changes_nothing():
    for sentence in ("Could the {nation} team review it?", "I lead the {nation} launch.", "my {nation} clients"):
        pairs = {is_request(sentence.format(nation=n)) for n in (*NATIONS, *map(str.lower, NATIONS))}
        assert len(pairs) == 1


def test_how_some_people_write_changes_nothing():
    assert is_request("pls send it") == is_request("Please send it")
    assert is_request("I wanna join") == is_request("I want to join")
    assert is_request("can ya help") == is_request("can you help")


def test_no_person_is_among_the_weights():
    known = {word for run in json.loads(WEIGHTS.read_text("utf-8"))["weights"] for word in run.split()}
    assert "could" in known
    assert not known & {"he", "she", "him", "her", "his", "they", "american", "indian", "jeff", "john", "mr", "wife"}
    assert WEIGHTS.stat().st_size < 300_000


@given(st.text(max_size=300))
def test_every_text_has_an_answer(text: str):
    assert 0 <= is_request(text) <= 1


@pytest.mark.skipif(not (data() / "requests").exists(), reason="the training sentences are absent: TALKTRACK_DATA")
def test_training_fits_its_sentences_and_repeats_itself():
    chosen = sentences()[::6]
    model, again = train(chosen), train(chosen)
    assert model == again
    right = sum((model.score(text) > 0) == label for text, label in chosen)
    assert right > 0.8 * len(chosen)
