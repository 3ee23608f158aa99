"""Rows and the journey: one made of the other, without loss."""

from __future__ import annotations

import pytest
from cast import emily, make_accomplishment, make_goal, owner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from journeys import journeys

from talktrack.engine.story import Decision, Journey, Link, Person
from talktrack.kit.errors import UserError
from talktrack.web.workbook import bridge
from talktrack.web.workbook.actions import archive, wipe
from talktrack.web.workbook.models.nouns import BY_KIND, NOUNS
from talktrack.web.workbook.queries import journey as whole
from talktrack.web.workbook.queries.merge import preview


@given(journeys())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_journey_comes_back_from_rows_as_it_was(journey):
    assert bridge.to_journey(bridge.to_rows(journey)) == journey


class ThroughTheDatabase(TestCase):
    @given(journeys())
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def test_a_journey_comes_back_from_the_database_as_it_was(self, journey):
        subject = owner()
        archive.merge(subject=subject, incoming=journey, revision=0)
        assert whole.journey(subject) == journey
        assert whole.journey(emily()) == Journey()

    @given(journeys(), st.booleans())
    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    def test_exported_wiped_and_brought_in_again_it_is_the_same(self, journey, twice):
        subject = owner()
        archive.merge(subject=subject, incoming=journey, revision=0)
        wipe.wipe(subject=subject)
        assert whole.journey(subject) == Journey()
        revision = preview(subject, journey).revision
        archive.merge(subject=subject, incoming=journey, revision=revision)
        assert whole.journey(subject) == journey


def test_every_field_of_a_journey_has_rows_in_its_order():
    assert [noun.kind for noun in NOUNS] == list(Journey.model_fields)


def test_the_columns_that_a_noun_names_are_fields_of_it():
    for noun in NOUNS:
        for field in filter(None, (noun.title, noun.day, noun.state, noun.parent)):
            assert field in noun.type.model_fields, noun.kind


def test_what_was_never_filled_in_has_no_row():
    assert bridge.to_rows(Journey(person=Person())) == []


def test_two_records_of_one_id_are_refused_in_words():
    with pytest.raises(UserError, match="Two of the goals have the id “nordic”"):
        bridge.to_rows(Journey(goals=(make_goal(), make_goal(what="Another"))))


def test_the_same_decision_twice_is_kept_twice():
    same = Decision(about="A3", record="accomplishments/welcome", verdict="dismissed")
    journey = Journey(decisions=(same, same), links=(Link(record="goals/nordic", statement="growth"),) * 3)
    assert bridge.to_journey(bridge.to_rows(journey)) == journey


def test_a_row_repeats_what_lists_need():
    (row,) = bridge.to_rows(Journey(accomplishments=(make_accomplishment(date="2026-05", result="Up 65 %"),)))
    assert (row.name, row.title, row.day, row.state) == (
        "welcome",
        "Rebuilt the welcome series for new members",
        "2026-05",
        "result",
    )
    assert row.words == "Rebuilt the welcome series for new members\nUp 65 %"


def test_some_rows_make_the_journey_as_far_as_they_tell_it():
    rows = bridge.to_rows(Journey(goals=(make_goal(),), accomplishments=(make_accomplishment(),)))
    assert bridge.to_journey(row for row in rows if row.kind == "goals") == Journey(goals=(make_goal(),))


def test_the_longest_names_fit_their_column():
    link = Link(record="goals/" + "x" * 300, statement="s" * 80)
    (row,) = bridge.to_rows(Journey(links=(link,)))
    assert len(row.name) <= 200
    assert BY_KIND["links"].adapter.validate_json(row.body) == link
