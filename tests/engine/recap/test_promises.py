"""R50, M6: promises in one's own notes: who, what, by when; and what only sounds like one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talktrack.engine.recap.lines import lines
from talktrack.engine.recap.people import People, people
from talktrack.engine.recap.promises import THRESHOLD, Promise, promises
from talktrack.engine.story import Contact, Conversation, Journey, Note, Person

DAY = date(2026, 12, 3)
"""A Thursday."""
DATA = Path(__file__).parents[2] / "data"
MARKED = [
    tuple(row.split("\t"))
    for row in (DATA / "promises_in_notes.tsv").read_text("utf-8").splitlines()
    if not row.startswith("#")
]
NONE = [row for row in (DATA / "no_promises_in_notes.txt").read_text("utf-8").splitlines() if not row.startswith("#")]


def make_people(*others: Contact, pronoun: str = "she") -> People:
    contacts = (
        Contact(id="jocelyn", name="Jocelyn Hart", relation="manager", pronoun=pronoun),
        Contact(id="ingrid", name="Ingrid Moe", pronoun="she"),
        Contact(id="dele", name="Dele Okafor", pronoun="he"),
        Contact(id="tomas", name="Tomas Berg", pronoun="he"),
        Contact(id="sofia", name="Sofia Lind"),
        *others,
    )
    talk = Conversation(id="talk", contact="jocelyn")
    return people(Journey(person=Person(name="Nathan Reed"), contacts=contacts, conversations=(talk,)), talk)


def read(text: str, who: People | None = None, *, tapped: bool = False) -> list[Promise]:
    note = Note(id="note", conversation="talk", text=text, speaker="me" if tapped else "")
    return [p for line in lines(note) for p in promises(line, who or make_people(), day=DAY, given=tapped)]


@pytest.mark.parametrize("row", MARKED, ids=lambda row: row[0])
def test_who_will_do_what_by_when(row: tuple[str, str, str, str]):
    text, owner, action, due = row
    found = read(text)
    assert found, "nothing was found"
    first = found[0]
    assert (first.owner or "-", first.action) == (owner, action)
    assert due in ("~", first.due or "-")


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_promise(text: str):
    assert read(text) == []


def test_several_in_one_line():
    found = read("J asks Ingrid about the seat by end of next week, I'm to remind her on Monday")
    assert [(p.owner, p.action, p.due) for p in found] == [
        ("jocelyn", "ask Ingrid about the seat", "2026-12-11"),
        ("me", "remind her", "2026-12-07"),
    ]


def test_the_span_holds_the_clause_and_nothing_else():
    text = "launch: fine.\n- she'll let me know by 18 Dec, and I write it up by Monday.\n"
    assert [text[p.start : p.end] for p in read(text)] == ["she'll let me know by 18 Dec", "I write it up by Monday"]


def test_how_one_could_tell_is_kept():
    (found,) = read("I'll update the tracker by Friday, done when all 12 rows have an owner")
    assert (found.action, found.due) == ("update the tracker", "2026-12-04")
    assert found.done_test == "all 12 rows have an owner"


def test_days_count_from_the_talk_and_not_from_today():
    (found,) = promises(lines(Note(id="n", conversation="c", text="I'll send it on Friday"))[0], make_people(),
                        day=date(2025, 1, 15))  # fmt: skip
    assert found.due == "2025-01-17"


def test_an_owner_who_is_no_contact_is_named_and_not_guessed():
    (found,) = read("Helen will send me the form by Friday")
    assert (found.owner, found.named) == ("", "Helen")


def test_two_who_share_it_are_both_named():
    (found,) = read("Ingrid and I will sketch the plan by 15 Jan")
    assert (found.owner, found.named) == ("", "Ingrid and I")


def test_a_pronoun_that_does_not_fit_the_manager_is_nobody():
    (found,) = read("he'll send the list by Friday", make_people(pronoun="she"))
    assert (found.owner, found.named) == ("", "he")


def test_a_pronoun_is_the_managers_where_none_was_entered_and_nobody_else_is_named():
    assert [p.owner for p in read("she'll send the list by Friday", make_people(pronoun=""))] == ["jocelyn"]
    assert [p.owner for p in read("Ingrid likes it, he'll send it by Friday", make_people(pronoun=""))] == [""]


def test_what_stands_under_an_agenda_is_not_yet_promised():
    assert read("# Agenda\n- J will tell me about the reorganisation\n- I'll send the list by Friday") == []


def test_advice_under_its_heading_is_no_promise():
    assert read("## Advice\n- write to the founders by Friday\n- talk to Dele about his budget") == []


def test_steps_under_their_heading_are_taken_without_an_owner():
    found = read("## Next steps\n- book the room")
    assert [(p.owner, p.action) for p in found] == [("", "book the room")]


def test_a_note_tapped_as_a_promise_always_holds_one():
    (found,) = read("tool comparison, 5 Feb", tapped=True)
    assert (found.owner, found.action, found.due) == ("me", "tool comparison", "2027-02-05")
    assert found.sureness >= THRESHOLD


NAMES = (
    "Mick Ngozi Zsófia Đặng Li Mohammed Grace Will May Mark Rob An Ahmed Said Aisha Jean-Luc Ødegård James Molly Xu"
)


@pytest.mark.parametrize("name", NAMES.split())
@pytest.mark.parametrize(
    ("text", "action", "due"),
    [
        ("{} will send me the list by Friday", "send me the list", "2026-12-04"),
        ("{} to ask HR by Friday", "ask HR", "2026-12-04"),
        ("{}: share the template by 11 Dec", "share the template", "2026-12-11"),
        ("{} sends the list to me on Monday", "send the list to me", "2026-12-07"),
        ("{} promised to introduce me", "introduce me", ""),
        ("- book the room ({})", "book the room", ""),
    ],
)
def test_every_name_is_read_alike(name: str, text: str, action: str, due: str):
    who = make_people(Contact(id="other", name=f"{name} Okpara"))
    (found,) = read(text.format(name), who)
    assert (found.owner, found.action, found.due) == ("other", action, due)


@pytest.mark.parametrize("pronoun", ["she", "he"])
def test_every_pronoun_is_read_alike(pronoun: str):
    (found,) = read(f"{pronoun}'ll ask the founders by 18 Dec", make_people(pronoun=pronoun))
    assert (found.owner, found.action, found.due, found.sureness) == (
        "jocelyn",
        "ask the founders",
        "2026-12-18",
        0.95,
    )


@given(st.text(alphabet=st.sampled_from("I'll send it (J) -> me: by Fri. @a \n\t\"“”,;—é|*[]x0/")))
@settings(max_examples=200, deadline=None)
def test_whatever_stands_there_nothing_breaks(text: str):
    for promise in read(text):
        assert promise.action
        assert 0 <= promise.start <= promise.end
        assert THRESHOLD <= promise.sureness < 1
