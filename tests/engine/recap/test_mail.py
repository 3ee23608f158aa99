"""The recap mail: short, warm, exact, and nothing private in it (R32, R43–R52)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from makers import make_contact, make_conversation, make_goal, make_journey, make_person
from talks import HELD, example, held

from talktrack.engine.recap.close import checked, mark
from talktrack.engine.recap.letter import Letter
from talktrack.engine.recap.mail import letter
from talktrack.engine.story import Decision, Journey
from talktrack.engine.story.seal import opened, seal
from talktrack.engine.story.usual import recap_fields

DAY = date(2026, 12, 3)
NAMES = ("nathan", "emily", "megan")


def mail(journey: Journey, **more: Any) -> Letter:
    copy = seal(journey, kind="recap", fields=recap_fields(journey, HELD), on=DAY.isoformat())
    return letter(opened(copy), today=DAY, **more)


def talk(**kinds: list[dict[str, Any]]) -> Journey:
    journey = make_journey(
        person=make_person(name="Nathan Brooks"),
        contacts=(make_contact(pronoun="she"), make_contact(id="dele", name="Dele Ade", relation="colleague")),
        goals=(make_goal(), make_goal(id="sweden", what="Open Sweden")),
        conversations=(make_conversation(at="2026-12-03T10:00:00", timezone="Europe/London"),),
    )
    return held(journey, **kinds)


@pytest.mark.parametrize("name", NAMES)
def test_r52_the_parts_stand_in_their_order(name: str) -> None:
    body = mail(example(name), version=2).body()
    order = (
        "Hello ",
        "Thank you for our talk",
        "This is what I noted",
        "What you told me\n",
        "Your advice\n",
        "Where we stand\n",
        "Who does what\n",
        "We talk again",
        "version 2",
        "put me right",
        "together.",
    )
    places = [body.index(part) for part in order]
    assert places == sorted(places)


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_of_a_recap_is_content_with_it(name: str) -> None:
    journey = example(name)
    assert checked(mail(journey), journey, journey.conversations[0], today=DAY) == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_score_of_takings_still_reads_in_three_minutes(name: str) -> None:
    body = mail(example(name), version=2).body()
    assert len(body.split()) < 500
    assert max(len(line.split()) for line in body.splitlines()) < 75
    assert not re.search(r"[{}_]|\bNone\b|\.\.|\?\?| ,|  ", body)


def test_r51_the_thanks_cite_the_advice_itself() -> None:
    advice = [{"text": "call Ana first"}, {"text": "write once a month", "decision": "act"}, {"text": "leave it",
               "decision": "decline"}]  # fmt: skip
    body = mail(talk(advice=advice)).body()
    assert "Your advice that I am acting on first: write once a month." in body
    assert "Call Ana first." in body
    assert body.count("rite once a month") == 1
    assert "leave it" not in body.lower()


@pytest.mark.parametrize(
    ("state", "words", "shown"),
    [
        ("agreed", "yes, you have the seat", "Agreed. “You have the seat.”"),
        ("agreed", "the seat is fine", "Agreed. The seat is fine."),
        ("agreed", "", "As I understood it, this is fine with you. Is that right?"),
        ("conditional", "fine if Sofia helps", "On a condition. Fine if Sofia helps."),
        ("conditional", "", "It depends, and I have not noted on what."),
        ("disagreed", "not this year", "Not agreed. Not this year."),
        ("disagreed", "", "Not agreed."),
        ("not discussed", "", "We did not get to this."),
    ],
)
def test_r32_agreements_stand_as_in_the_ledger(state: str, words: str, shown: str) -> None:
    body = mail(talk(agreements=[{"goal": "denmark", "state": state, "words": words}])).body()
    assert shown in body
    if state != "agreed" or not words:
        assert "Agreed." not in body
        assert "greed" not in body.replace("Not agreed", "")


def test_r50_steps_stand_under_their_owner_with_their_day() -> None:
    steps = [
        {"action": "send her the list", "owner": "me", "due": "2026-12-11", "done_test": "she has it"},
        {"action": "ask Ingrid", "owner": "jocelyn", "due": "2026-12-18"},
        {"action": "build the triggers", "owner": "dele", "due": "2027-01"},
        {"action": "book the room", "owner": "jocelyn"},
        {"action": "count the members", "owner": ""},
        {"action": "old matter", "owner": "me", "due": "2026-12-12", "status": "dropped"},
    ]
    body = mail(talk(commitments=steps)).body()
    assert (
        "Jocelyn:\n- Ask Ingrid, by Friday 18 December.\nNathan:\n- Send you the list, by Friday 11 December." in body
    )
    assert "Done when: you have it." in body
    assert "Dele:\n- Build the triggers, by January 2027." in body
    assert "Which would be realistic?\n- Jocelyn: book the room." in body
    assert "Nobody has taken this yet: count the members" in body
    assert "old matter" not in body


def test_one_taking_is_not_an_empty_form() -> None:
    body = mail(talk(commitments=[{"action": "ask Ingrid", "owner": "jocelyn", "due": "2026-12-11"}])).body()
    assert "This is what I noted:\n\n- Jocelyn: ask Ingrid, by Friday 11 December." in body
    assert not {"What you told me", "Where we stand", "Who does what", "Still open"} & set(body.splitlines())
    assert "When shall we look at this again?" in body


def test_a_talk_of_which_nothing_was_noted_gets_a_mail_too() -> None:
    body = mail(talk()).body()
    assert "I have no next step noted yet. What would be a good first one?" in body
    assert "put me right" in body


def test_the_next_time_is_said_on_both_clocks() -> None:
    journey = example("emily")
    assert "We talk again on Tuesday 19 January at 15:00 (10:00 in Toronto)." in mail(journey).body()


def test_vague_feedback_is_asked_about_once_kindly() -> None:
    body = mail(example("nathan")).body()
    assert body.count("If an example comes to mind") == 1
    assert "Keep: the Monday member digest" in body


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_of_the_mail_stands_in_a_sealed_field(name: str) -> None:
    journey = example(name)
    copy = seal(journey, kind="recap", fields=recap_fields(journey, HELD), on=DAY.isoformat())
    for passage in letter(opened(copy), today=DAY).passages():
        for source in passage.sources:
            assert f"{source.record}.{source.field}" in copy.fields, passage.text


def test_m4_holds_a_claim_that_the_person_wrote_in() -> None:
    journey = example("nathan")
    drafted = mail(journey)
    text = drafted.body() + "\nYou agreed that I lead the team in Sweden.\n"
    meeting = journey.conversations[0]
    held_back = [f for f in checked(drafted, journey, meeting, today=DAY, text=text) if f.blocks]
    assert {f.rule for f in held_back} == {"M4"}


def test_m3_holds_private_words_that_the_person_wrote_in_until_they_confirm_these_words() -> None:
    journey = example("nathan")
    drafted = mail(journey)
    text = drafted.body() + f"\n{journey.answers[0].text}\n"
    meeting = journey.conversations[0]
    held_back = [f for f in checked(drafted, journey, meeting, today=DAY, text=text) if f.blocks]
    assert {f.rule for f in held_back} == {"M3"}
    word = Decision(about="M3", record=f"conversations/{HELD}", verdict="confirmed", of=mark(text))
    sure = journey.model_copy(update={"decisions": (word,)})
    assert not [f for f in checked(drafted, sure, meeting, today=DAY, text=text) if f.blocks]
    assert [f for f in checked(drafted, sure, meeting, today=DAY, text=text + " ") if f.blocks]
