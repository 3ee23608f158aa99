"""A12: a passive that hides who did it, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import data
from bench.passive import measure
from talktrack.kit.passive import matches, passives
from talktrack.kit.text import Prose

WORDS = ("was", "being", "by", "get", "'s", "ed", "done", "tired", "the", ",", ".")


def verbs(text: str) -> list[str]:
    return [passive.verb for passive in passives(text)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The stock list was rebuilt in two weeks.", "rebuilt"),
        ("It wasn’t carefully checked.", "checked"),
        ("It's been approved.", "approved"),
        ("The deck got sent.", "sent"),
        ("Was the plan changed?", "changed"),
        ("Why is the city called Miramar?", "called"),
        ("Attached is the draft.", "attached"),
        ("My strengths are being recognised.", "recognised"),
        ("The dispute has still not been fully settled.", "settled"),
        ("He is being annoyed on purpose.", "annoyed"),
        ("I was surprised by the result.", "surprised"),
        ("The work is done.", "done"),
    ],
)
def test_passives(text: str, verb: str):
    assert verbs(text) == [verb]


@pytest.mark.parametrize(
    "text",
    [
        "I am tired.",
        "I'm interested in leading.",
        "I am done.",
        "We were lost.",
        "She got involved early.",
        "She got married.",
        "The launch was a red hot success.",
        "There is need for it, indeed.",
        "Ada's updated plan is ready.",
        "I have built it and was there.",
        "He's got ideas.",
        "The best that the team's ever seen.",
        "I got it done.",
        "She has become a lead.",
        "",
    ],
)
def test_no_passives(text: str):
    assert verbs(text) == []


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("The plan was written by Ada.", "by Ada"),
        ("The plan was written and reviewed by the whole team in May.", "by the whole team"),
        ("The tool is used by forty shops.", "by forty shops"),
        ("The plan was written by hand.", None),
        ("The plan was written by Friday.", None),
        ("The plan was written by the end of March.", None),
        ("The plan was written by asking around.", None),
        ("Costs were cut by 10 %.", None),
        ("The plan was written. By Ada I mean my lead.", None),
    ],
)
def test_who_did_it(text: str, agent: str | None):
    (passive,) = passives(text)
    assert (passive.agent and text[slice(*passive.agent)]) == agent


def test_a_standing_arrangement_hides_nobody():
    assert [p.placed for p in passives("The team is based in Oslo. The list was rebuilt.")] == [True, False]


def test_the_span_runs_from_the_auxiliary_to_the_verb():
    text = "In May the list was not carefully rebuilt."
    assert text[slice(*passives(text)[0].span)] == "was not carefully rebuilt"


@pytest.mark.parametrize("text", ["It's been moved and isn't finished by me.", "We're told. That's called a win."])
def test_words_with_contractions_whole_and_split_give_the_same(text: str):
    found = [(prose.words[m.verb], bool(m.agent), m.placed) for prose in [Prose(text)] for m in matches(prose.words)]
    assert found == [(p.verb, bool(p.agent), p.placed) for p in passives(text)]


@given(
    st.text(max_size=200),
    st.lists(st.sampled_from(["was", "being", "by", "get", "'s", "ed", "done", "tired", "the", ",", "."])),
)
def test_every_text_has_an_answer(text: str, words: list[str]):
    for passive in passives(text + " ".join(words)):
        assert passive.span[0] < passive.span[1]
    for match in matches(words):
        assert match.auxiliary != match.verb


@pytest.mark.skipif(not (data() / "passive").exists(), reason="the parsed sentences are absent: TALKTRACK_DATA")
def test_the_detector_holds_its_figure():
    assert [row.met for row in measure()] == [True, True, None]
