"""Rules and the second opinion together, on words that the rules alone miss or take wrongly (M6)."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from talktrack.engine.recap.reading.collect import sorted_clauses
from talktrack.engine.recap.reading.second import second, spelt
from talktrack.engine.recap.takings import Takings, take
from talktrack.engine.story import Journey
from talktrack.kit.similarity import Closeness, offline

DAY = date(2026, 11, 24)


@cache
def engine() -> Closeness:
    return offline(threads=1)


def talk(text: str) -> Journey:
    return Journey.model_validate(
        {
            "person": {"name": "Dana Whitlock", "timezone": "Europe/London"},
            "contacts": [
                {"id": "ruth", "name": "Ruth Adler", "relation": "manager", "pronoun": "she"},
                {"id": "farah", "name": "Farah Qureshi", "relation": "colleague"},
            ],
            "goals": [{"id": "course", "what": "Take the evening course in statistics", "target": "2027-06"}],
            "conversations": [{"id": "talk", "contact": "ruth", "state": "held", "at": "2026-11-24T10:00"}],
            "notes": [{"id": "n", "conversation": "talk", "text": text}],
        }
    )


def read(text: str, *, ask: bool = True) -> Takings:
    return take(talk(text), "talk", DAY, closeness=engine if ask else None)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("farah printing me the forms tmrw", "commitments"),
        ("she rates how i handled the audit", "feedback"),
        ("to her mind i go on too long in the weekly", "feedback"),
    ],
)
def test_what_no_rule_knows_is_still_seen(line: str, kind: str) -> None:
    assert not getattr(read(f"Talk with Ruth\n\n- {line}", ask=False), kind)
    assert getattr(read(f"Talk with Ruth\n\n- {line}"), kind)


def test_what_a_rule_takes_for_a_promise_goes_where_all_else_speaks_against_it() -> None:
    line = "Talk with Ruth\n\n- Farah's going to Crete in May, lucky her"
    assert read(line, ask=False).commitments
    assert not read(line).commitments


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("im 2 clear the backlog by sun", "me"),
        ("farah printing me the forms tmrw", "farah"),
        ("[ ] supplier list to Farah, fri", "me"),
    ],
)
def test_a_promise_that_only_the_second_opinion_sees_has_its_owner(line: str, owner: str) -> None:
    assert [promise.owner for promise in read(f"Talk with Ruth\n\n{line}").commitments] == [owner]


@pytest.mark.parametrize("line", ["What she owes me:", "RUTH WILL:", "Farah, Mon"])
def test_a_name_and_a_day_alone_promise_nothing(line: str) -> None:
    assert not read(f"Talk with Ruth\n\n{line}").commitments


def test_what_feedback_took_along_as_its_example_is_no_second_piece_of_feedback() -> None:
    talk = """# Feedback
- "be more strategic". asked what she means
  - example: price thread in Oct, I answered 60 people one by one
  - founders heard about it from members, that's what annoyed them
"""
    assert len(read(talk, ask=False).feedback) == len(read(talk).feedback) == 1


def test_words_of_a_phone_are_spelt_out_and_others_left_alone() -> None:
    assert spelt("im seein him abt it tmrw, hes w/ Ana") == "i'm seein him about it tomorrow, he's with Ana"
    assert spelt("a will of his own; n/a; I'm in") == "a will of his own; n/a; I'm in"


@pytest.mark.parametrize(
    ("line", "rule", "told"),
    [
        ("clear slides", set(), ""),
        ("clear slides", {"feedback"}, "feedback"),
        ("clear slides", {"advice"}, "advice"),
        ("too quick in reviews", {"promise"}, "feedback"),
        ("lunch was late", {"feedback"}, ""),
    ],
)
def test_a_rule_tips_the_scale_and_does_not_outweigh_all_else(line: str, rule: set[str], told: str) -> None:
    journey = talk(f"Talk with Ruth\n\n- {line}")
    people, found = sorted_clauses(journey, journey.conversations[0], journey.notes[0])
    assert second(found, [rule] * len(found), people, engine())[-1] == told


def test_of_no_clauses_nothing_is_said() -> None:
    journey = talk("Talk with Ruth")
    assert second([], [], sorted_clauses(journey, journey.conversations[0], journey.notes[0])[0], engine()) == []


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("See again 15 March, sooner if the visits go wrong", ["2027-03-15"]),
        ("coffee sometime in Jan with Farah", []),
        ("catch up w/ Farah on 3 December", []),
        ("next talk with Ruth: 3 December", ["2026-12-03"]),
        ("next talk with Ruth and Farah: 3 December", ["2026-12-03"]),
    ],
)
def test_the_next_talk_is_one_with_the_manager(line: str, days: list[str]) -> None:
    assert [met.on for met in read(f"Talk with Ruth\n\n- {line}").check_ins] == days
