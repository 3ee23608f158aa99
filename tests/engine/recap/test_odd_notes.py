"""Notes as people jot them: what an answer, a label, a list or an inexact day may mean, and may not (R44)."""

from __future__ import annotations

from datetime import date

import pytest

from talktrack.engine.recap.takings import Takings, take
from talktrack.engine.story import Journey

DAY = date(2026, 12, 3)


def taken(text: str, **changes: object) -> Takings:
    journey = Journey.model_validate(
        {
            "person": {"name": "Nathan Brooks", "timezone": "Europe/London"},
            "contacts": [
                {"id": "jocelyn", "name": "Jocelyn Adeyemi", "relation": "manager", "pronoun": "she"},
                {"id": "ingrid", "name": "Ingrid Solberg", "pronoun": "she"},
                {"id": "colin", "name": "Colin Webb", "pronoun": "he"},
            ],
            "goals": [{"id": "denmark", "what": "Run the Danish launch"}, {"id": "team", "what": "Lead a team"}],
            "conversations": [
                {"id": "talk", "contact": "jocelyn", "at": "2026-12-03T10:00", "timezone": "Europe/London"}
            ],
            "notes": [{"id": "note", "conversation": "talk", "text": f"We met.\n\n{text}"}],
            **changes,
        }
    )
    return take(journey, "talk", DAY)


def steps(text: str) -> list[tuple[str, str, str]]:
    return [(c.owner, c.action, c.due) for c in taken(text).commitments]


# Which goal an agreement is about.


@pytest.mark.parametrize("line", ["canteen menu: yes", "she agreed to the new chairs", "own shop: ok, fine by her"])
def test_an_agreement_that_fits_no_goal_is_left_to_the_person(line: str) -> None:
    [found] = taken(line).agreements
    assert (found.goal, found.state) == (None, "agreed")


def test_a_goal_of_everyday_words_is_found_by_them() -> None:
    [found] = taken("leading the team is fine by her").agreements
    assert found.goal == "team"


def test_a_bare_yes_means_the_one_thing_that_was_asked_for() -> None:
    asked = {"id": "talk", "contact": "jocelyn", "asks": [{"id": "a", "what": "The seat", "goal": "team"}]}
    [found] = taken("yes, fine", conversations=[asked]).agreements
    assert found.goal == "team"
    [found] = taken("yes, fine").agreements
    assert found.goal is None


def test_a_sentence_goes_on_with_the_goal_of_the_one_before_it() -> None:
    [found] = taken("Danish launch. She doesn't think the board will fund it before 2028.").agreements
    assert (found.goal, found.state) == ("denmark", "disagreed")
