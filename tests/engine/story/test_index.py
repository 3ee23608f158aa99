"""Looking up gives what walking through would give, and looks through each tuple once."""

from __future__ import annotations

from talktrack.engine.story import Contact, Journey, Link, Statement, contact, contacts_by_id, links_of
from talktrack.engine.story import statements_by_id as by_id


def test_the_links_of_a_record_come_in_their_order_whatever_their_state():
    links = (
        Link(record="goals/a", statement="s", state="confirmed"),
        Link(record="goals/b", statement="s"),
        Link(record="goals/a", statement="t", state="dismissed"),
    )
    assert links_of(links, "goals/a") == (links[0], links[2])
    assert links_of(links, "goals/none") == ()


def test_of_two_records_with_one_id_the_first_counts():
    first, second = (Contact(id="jo", name=name) for name in ("Jocelyn", "Joanna"))
    assert contact(Journey(contacts=(first, second)), "jo") is first
    assert contact(Journey(contacts=(first,)), None) is None


def test_a_journey_with_other_records_is_looked_at_anew():
    before = Journey(statements=(Statement(id="s", kind="growth", quote="Grow"),))
    after = before.model_copy(update={"statements": ()})
    assert by_id(before.statements)["s"].quote == "Grow"
    assert by_id(after.statements) == {}


def test_equal_tuples_are_told_apart_by_what_they_are_and_each_is_indexed_once():
    one, other = ((Contact(id="jo", name="Jocelyn"),) for _ in range(2))
    assert contacts_by_id(one) is contacts_by_id(one)
    assert contacts_by_id(one) is not contacts_by_id(other)
