"""Bringing a journey in: shown before, then done exactly so."""

from __future__ import annotations

import pytest
from cast import make_accomplishment, make_goal

from talktrack.engine.story import Goal, Journey, Person
from talktrack.kit.errors import UserError
from talktrack.web.workbook.actions import archive, record
from talktrack.web.workbook.queries import records
from talktrack.web.workbook.queries.journey import journey
from talktrack.web.workbook.queries.merge import preview


@pytest.fixture
def held(nathan):
    record.add(subject=nathan, value=make_goal())
    record.add(subject=nathan, value=make_accomplishment())
    record.put(subject=nathan, value=Person(name="Nathan", role="community manager"))
    return nathan


INCOMING = Journey(
    person=Person(role="community lead"),
    goals=(make_goal(target="2027-03"), make_goal(id="mentor", what="Find a mentor")),
    accomplishments=(make_accomplishment(),),
)


def test_a_preview_says_what_is_new_changed_and_the_same(held):
    before = journey(held)
    shown = preview(held, INCOMING)
    assert [(c.what, c.key) for c in shown.changes] == [
        ("changed", "person/person"),
        ("same", "accomplishments/welcome"),
        ("changed", "goals/nordic"),
        ("new", "goals/mentor"),
    ]
    (change,) = shown.changes[2].fields
    assert (change.field, change.before, change.after) == ("target", "", "2027-03")
    assert journey(held) == before


def test_what_was_shown_is_done(held):
    shown = preview(held, INCOMING)
    done = archive.merge(subject=held, incoming=INCOMING, revision=shown.revision)
    assert done == shown.of("changed") + shown.of("new")
    assert journey(held).goals == INCOMING.goals
    assert journey(held).person == Person(name="Nathan", role="community lead")
    assert preview(held, INCOMING).of("same") == preview(held, INCOMING).changes


def test_what_the_person_leaves_out_stays_as_it_was(held):
    archive.merge(subject=held, incoming=INCOMING, revision=preview(held, INCOMING).revision, leave={"goals/nordic"})
    assert [goal.target for goal in journey(held).goals] == ["", ""]


def test_a_merge_is_part_of_each_records_history(held):
    archive.merge(subject=held, incoming=INCOMING, revision=preview(held, INCOMING).revision)
    assert [past.verb for past in records.history(held, Goal, "nordic")] == ["edit", "create"]
    assert [past.verb for past in records.history(held, Goal, "mentor")] == ["create"]


def test_a_merge_brings_a_deleted_record_back(held):
    record.delete(subject=held, noun=Goal, name="nordic")
    shown = preview(held, INCOMING)
    assert shown.changes[2].what == "new"
    archive.merge(subject=held, incoming=INCOMING, revision=shown.revision)
    assert records.one(held, Goal, "nordic").value.target == "2027-03"


def test_a_workbook_that_changed_since_the_preview_is_shown_again(held):
    shown = preview(held, INCOMING)
    record.delete(subject=held, noun=Goal, name="nordic")
    before = journey(held)
    with pytest.raises(UserError, match="Look at the preview again"):
        archive.merge(subject=held, incoming=INCOMING, revision=shown.revision)
    assert journey(held) == before


def test_too_many_records_are_refused_before_any_is_written(held):
    many = Journey(goals=tuple(make_goal(id=f"g{n}") for n in range(2000)))
    with pytest.raises(UserError, match="2,001 goals"):
        archive.merge(subject=held, incoming=many, revision=preview(held, many).revision)
    assert len(journey(held).goals) == 1
