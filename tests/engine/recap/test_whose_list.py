"""Whose list it is, by headings, labels, tables and arrows; which days bind (R44, R50)."""

from __future__ import annotations

from datetime import date

import pytest

from talktrack.engine.recap.takings import Takings, take
from talktrack.engine.story import Journey
from talktrack.kit.similarity import offline


def taken(text: str, pronoun: str = "he", *, weighed: bool = False) -> Takings:
    journey = Journey.model_validate(
        {
            "person": {"name": "Emily Reed", "timezone": "Europe/London"},
            "contacts": [
                {"id": "rafael", "name": "Rafael Costa", "relation": "manager", "pronoun": pronoun},
                {"id": "colin", "name": "Colin Webb", "pronoun": "he"},
            ],
            "conversations": [
                {"id": "talk", "contact": "rafael", "at": "2026-12-03T10:00", "timezone": "Europe/London"}
            ],
            "notes": [{"id": "note", "conversation": "talk", "text": f"We met.\n\n{text}"}],
        }
    )
    return take(journey, "talk", date(2026, 12, 3), closeness=offline if weighed else None)


def steps(text: str, pronoun: str = "he") -> list[tuple[str, str, str]]:
    return [(c.owner, c.action, c.due) for c in taken(text, pronoun).commitments]


HIS = (
    "TODO rafael",
    "TODO Rafael:",
    "his actions:",
    "For Rafael",
    "Rafael to do",
    "What Rafael does",
    "Rafael's side",
)
MINE = ("TODO me", "my actions", "For me:", "What I do")


@pytest.mark.parametrize(("over", "owner"), [*((h, "rafael") for h in HIS), *((h, "me") for h in MINE)])
@pytest.mark.parametrize("mark", ["- ", ""])
def test_what_stands_below_a_heading_that_names_somebody_is_theirs(over: str, owner: str, mark: str) -> None:
    found = steps(f"{over}\n{mark}send the list\n{mark}book the room")
    assert found == [(owner, "Send the list", ""), (owner, "Book the room", "")]


@pytest.mark.parametrize("pronoun", ["he", ""])
def test_a_pronoun_over_a_list_is_the_manager_where_it_may_be(pronoun: str) -> None:
    assert steps("his actions\n- send the list", pronoun) == [("rafael", "Send the list", "")]
    assert steps("her actions\n- send the list", "he")[0][0] == ""


def test_a_label_or_a_line_above_names_whose_list_it_is_too() -> None:
    assert steps("Rafael to do: send the list") == [("rafael", "Send the list", "")]
    found = steps("- my actions\n   - send the list\n- Rafael to do:\n   - talk to HR")
    assert found == [("me", "Send the list", ""), ("rafael", "Talk to HR", "")]


def test_a_list_ends_at_a_blank_line() -> None:
    assert steps("TODO Rafael\n- send the list\n\n- I was tired") == [("rafael", "Send the list", "")]


def test_a_row_of_a_table_is_one_promise() -> None:
    assert steps("Trial plan, 1 page | Colin | before Christmas") == [("colin", "Trial plan, 1 page", "2026-12-24")]
    assert steps("Colin | decide on step 4 | Jan") == [("colin", "Decide on step 4", "2027-01-31")]
    rows = "| who | what | when |\n|---|---|---|\n| Rafael | send the list | Fri |\n| me | talk to HR | 11 Dec |"
    assert steps(rows) == [("rafael", "Send the list", "2026-12-04"), ("me", "Talk to HR", "2026-12-11")]
    assert steps("who | what | when\nme | write the plan | done") == []


def test_an_arrow_hands_a_thing_to_somebody_with_or_without_a_day() -> None:
    words = "wants a plan for who does the posts"
    assert steps(f"{words} -> me, before xmas") == [("me", "A plan for who does the posts", "2026-12-24")]
    assert steps(f"{words} → Rafael") == [("rafael", "A plan for who does the posts", "")]
    assert steps("numbers for the posts -> Colin by Friday") == [("colin", "Numbers for the posts", "2026-12-04")]


def test_a_weekend_that_hangs_on_a_day_lies_after_it() -> None:
    found = steps("I promised a first draft by the 11th, and he'll read it over the weekend")
    assert [(owner, due) for owner, _, due in found] == [("me", "2026-12-11"), ("rafael", "2026-12-13")]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("He will free two days a month, starting March", "starting March"),
        ("He will free two days a month, from Feb", "from Feb"),
        ("I send him the list in 6 weeks", "in 6 weeks"),
        ("I send him the list in about two weeks", "in about two weeks"),
        ("I'll send him the list in a month or so", "in a month or so"),
        ("In 6 weeks I'll send him the list", "in 6 weeks"),
        ("I'll send him the figures before the Monday round", "before the Monday round"),
    ],
)
def test_a_beginning_an_inexact_day_and_the_day_of_a_thing_are_no_due_day(line: str, kept: str) -> None:
    [(_, action, due)] = steps(line)
    assert due == ""
    assert action.endswith(kept)


def test_an_exact_stretch_and_a_day_still_bind() -> None:
    assert steps("I'll send him the list in two weeks") == [("me", "Send Rafael the list", "2026-12-17")]
    assert steps("I'll send him the list by the Friday at the latest")[0][2] == "2026-12-04"


def test_what_somebody_must_be_able_to_do_is_no_promise_and_two_are_no_owner() -> None:
    assert taken("for Denmark: Colin needs to be able to run plan", weighed=True).commitments == ()
    [found] = taken("Rafael and Colin will discuss", weighed=True).commitments
    assert (found.owner, found.action) == ("", "Rafael and Colin will discuss")
    assert steps("promised him a first draft") == [("me", "A first draft", "")]
