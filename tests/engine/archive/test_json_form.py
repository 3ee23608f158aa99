"""The archive: out and in without loss; what is damaged or not ours is refused."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from journeys import journeys
from makers import EXAMPLES

from talktrack.engine import archive
from talktrack.engine.story import Journey
from talktrack.kit.errors import UserError


@given(journeys())
@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
def test_any_journey_goes_out_and_comes_in_without_loss(journey):
    text = archive.to_json(journey)
    assert archive.from_json(text) == journey
    assert archive.to_json(archive.from_json(text)) == text


@pytest.mark.parametrize("name", [path.name for path in sorted(EXAMPLES.glob("*.toml"))])
def test_the_examples_go_out_and_come_in(name):
    journey = archive.read(EXAMPLES / name)
    assert archive.from_json(archive.to_json(journey)) == journey


def test_a_newer_archive_is_not_guessed_at():
    text = archive.to_json(Journey()).replace('"version": 1', '"version": 2')
    with pytest.raises(UserError, match="written by a newer Talktrack"):
        archive.from_json(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "line 1: this is not JSON"),
        ('{\n"format": "talktrack', "line 2: this is not JSON"),
        ("[]", "not an archive of Talktrack"),
        ('{"format": "else", "version": 1}', "not an archive of Talktrack"),
        ('{"format": "talktrack journey", "version": "1"}', "not an archive of Talktrack"),
        ('{"format": "talktrack journey", "version": 1}', "not a journey"),
        ('{"format": "talktrack journey", "version": 1, "version": 1}', "the same name twice"),
        ("[" * 100_000 + "]" * 100_000, "too deep to be read"),
        ("9" * 10_000, "a number of absurd length"),
        ('{"a": NaN}', "NaN in place of a number"),
        ("[" + "0," * 2_000_000 + "0]", "larger than any journey's archive"),
        ("[" + "0," * 200_000 + "0]", "larger than any journey's archive"),
        ("[" + "{}," * 200_000 + "{}]", "larger than any journey's archive"),
        (f'{{"a": "{"x" * 25_000_000}"}}', "larger than any journey's archive"),
    ],
)
def test_what_is_damaged_or_not_ours_is_refused_in_plain_words(text, words):
    with pytest.raises(UserError) as told:
        archive.from_json(text, "me.json")
    assert words in str(told.value)
    assert "me.json" in str(told.value)


def test_wrong_values_are_told_with_their_place():
    whole = json.loads(archive.to_json(Journey()))
    whole["journey"]["goals"] = [{"id": "a", "what": "x"}, {"id": "a", "what": "y"}, {"id": "b", "whta": "y"}]
    whole["journey"]["person"]["ladder"] = 3
    with pytest.raises(UserError) as told:
        archive.from_json(json.dumps(whole), "me.json")
    places = [problem.where for problem in told.value.problems]
    assert places == ["me.json, person, ladder", "me.json, goal 3, what", "me.json, goal 3, whta"]


def test_two_records_of_one_id_are_refused():
    whole = json.loads(archive.to_json(Journey()))
    whole["journey"]["goals"] = [{"id": "a", "what": "x"}, {"id": "a", "what": "y"}]
    with pytest.raises(UserError, match="one thing to put right") as told:
        archive.from_json(json.dumps(whole), "me.json")
    assert told.value.problems[0].where == "me.json, goal 2, id"
