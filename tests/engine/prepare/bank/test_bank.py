"""The bank keeps to what a good question is: open, one thing at a time, about what people do."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib.resources import files

import pytest
from makers import TODAY

from talktrack.engine.coach import check_text
from talktrack.engine.prepare import bank as bank_package
from talktrack.engine.prepare.bank import PURPOSES, BankQuestion, _fault, bank
from talktrack.engine.prepare.bank.filling import SLOT, SLOTS
from talktrack.engine.prepare.bank.given import GIVEN
from talktrack.engine.prepare.bank.missing import MISSING

BANK = bank()
EACH = pytest.mark.parametrize("question", BANK, ids=lambda q: q.id)
CLOSED = re.compile(r"^(do|does|did|is|are|was|were|can|could|has|have|will|would|should|shall|may|might|am)\b", re.I)
LEADING = re.compile(
    r"\b(don't|doesn't|isn't|aren't|wouldn't|shouldn't)\s+(you|it|I|we)\b|\bright\?$|\bagree that\b", re.I
)
TRAIT = re.compile(
    r"\b(am I|kind of person|personality|good enough person|talented|confident|natural leader)\b", re.I
)
PURPOSE_FILES = tuple(f"{p.replace(' ', '-')}.toml" for p in PURPOSES)
REASONS = tomllib.loads(files("talktrack.engine.prepare").joinpath("questions.toml").read_text("utf-8"))


def make_question(**changes):
    return BankQuestion.model_validate(BANK[0].model_dump() | changes)


def words(text):
    return text.replace("{", "").replace("}", "").split()


def test_all_thirteen_purposes_with_at_least_eight_questions_each_R41():
    count = Counter(q.purpose for q in BANK)
    assert len(PURPOSES) == 13
    assert {p: n for p, n in count.items() if n < 8} == {}
    assert set(count) == set(PURPOSES)


def test_every_file_is_a_purpose():
    there = {f.name for f in files(bank_package).iterdir() if f.name.endswith(".toml")}
    assert there == set(PURPOSE_FILES)


@EACH
def test_wordings_ask_one_thing_in_one_breath(question):
    for wording in (*question.wordings, *question.follow_ups):
        assert wording.count("?") == 1, wording
        assert wording.endswith("?"), wording
        assert len(words(wording)) <= 30, wording
        assert wording[0].isupper(), wording
        assert not re.search(r"\b(and|or)\b[^,?]*\b(what|how|why|who|which|where|when)\b", wording), wording


@EACH
def test_wordings_are_open_unless_they_ask_for_a_promise(question):
    for wording in (*question.wordings, *question.follow_ups):
        assert not CLOSED.match(wording) or question.purpose == "next steps", wording


@EACH
def test_wordings_neither_lead_nor_judge_the_person(question):
    for wording in (*question.wordings, *question.follow_ups):
        assert not LEADING.search(wording), wording
        assert not TRAIT.search(wording), wording
        assert "any feedback" not in wording.lower(), wording


@EACH
def test_every_question_can_be_asked_without_a_record(question):
    assert any(not SLOT.search(wording) for wording in question.wordings)
    assert not any(SLOT.search(f) for f in question.follow_ups)


@EACH
def test_whatever_it_needs_can_be_explained(question):
    assert question.gap in REASONS["missing"]
    assert set(question.prerequisites) <= set(REASONS["needs"])
    assert set(question.exclusions) <= set(REASONS["not_with"])
    assert set(question.prerequisites).isdisjoint(question.exclusions)
    assert question.id.split("-")[0] in question.purpose.replace("blind spots", "blind spots").split()[
        0
    ] + " " + " ".join(question.purpose.split()[-1:])


def test_nothing_is_asked_twice():
    texts = [" ".join(re.findall(r"\w+", w.lower())) for q in BANK for w in q.wordings]
    assert [t for t, n in Counter(texts).items() if n > 1] == []
    bags = [(q.id, frozenset(re.findall(r"\w+", w.lower()))) for q in BANK for w in q.wordings]
    close = [
        (one, other)
        for place, (one, a) in enumerate(bags)
        for other, b in bags[place + 1 :]
        if one != other and len(a & b) / len(a | b) > 0.8
    ]
    assert close == []


def test_every_condition_is_used_and_every_reason_belongs_to_one():
    used = {q.gap for q in BANK}
    assert used == set(MISSING) == set(REASONS["missing"])
    needed = {name for q in BANK for name in q.prerequisites}
    excluded = {name for q in BANK for name in q.exclusions}
    assert needed == set(REASONS["needs"])
    assert excluded == set(REASONS["not_with"])
    assert needed | excluded == set(GIVEN)
    assert {name for q in BANK for w in q.wordings for name in SLOT.findall(w)} == set(SLOTS)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"gap": "no-such"}, "unknown gap 'no-such'"),
        ({"prerequisites": ("has-wings",)}, "unknown condition 'has-wings'"),
        ({"exclusions": ("has-wings",)}, "unknown condition 'has-wings'"),
        ({"wordings": ("What of {boss}?", "What of it?")}, "unknown slot 'boss'"),
        ({"wordings": ("What of {goal}?", "Why {goal}?")}, "no wording without slots"),
        ({}, ""),
    ],
)
def test_a_broken_file_is_told_by_its_fault(changes, fault):
    assert _fault(make_question(**changes)) == fault


@EACH
def test_the_checks_of_the_house_have_nothing_to_say_about_it(question):
    said = {"goal": "run the launch", "skill": "budgeting", "project": "“The map”", "owner": "Ingrid"}
    for wording in (*question.wordings, *question.follow_ups):
        text = wording.format(**said, organisation="Larkmoor")
        assert check_text(text, "question", today=TODAY) == (), text
