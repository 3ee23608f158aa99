"""Whether there is a way forward: read from what happened, by the rules of the method (R54, R45, §4)."""

from __future__ import annotations

import re

import pytest
from makers import make_contact, make_conversation, make_goal, make_journey, make_statement
from six_weeks import LATER, make_agreement, make_commitment, make_reaction, six_weeks_later

from talktrack.engine.follow_through.responses import CLASSES, classes, respond, responses
from talktrack.engine.follow_through.viability import document, keep_review, viability
from talktrack.engine.story import Decision, Journey, OpportunityFact, shareable
from talktrack.kit.render import markdown

FIRST = make_conversation(id="december", at="2026-12-03T10:00:00", state="held")
SECOND = make_conversation(id="january", at="2027-01-08T10:00:00", state="held")


def read(**changes: object):
    whole = make_journey(**{"conversations": (FIRST, SECOND), "goals": (make_goal(),), **changes})
    return viability(whole, LATER)


def over(name: str, **changes: object):
    return make_commitment(id=name, due="2027-01-10", **changes)


def kept(name: str, on: str):
    return make_commitment(id=name, status="done", kept_on=on)


def put_aside(name: str, conversation: str):
    return make_reaction(id=name, conversation=conversation, act="Changed the subject", reading="deflecting")


def test_nothing_on_record_is_too_early_and_nothing_speaks_against():
    found = read()
    assert found.state == "too early"
    for line in found.lines:
        assert line.state == "too early"
        assert line.contrary == ()
        assert line.unknowns  # what is missing is not known, and not negative


def test_one_warm_meeting_never_exceeds_conditional():
    warm = make_reaction(reading="support")
    assert read(reactions=(warm,)).state == "too early"
    assert read(reactions=(warm,), agreements=(make_agreement(state="agreed", condition=""),)).state == "supported"


def test_stalled_needs_two_overdue_promises():
    assert read(commitments=(over("one"),)).state == "too early"
    assert read(commitments=(over("one"), over("two"))).state == "stalled"
    assert read(commitments=(over("one", owner="me"), over("two", owner="me"))).state == "too early"


def test_or_putting_aside_in_two_talks_and_not_twice_in_one():
    once = (put_aside("a", "december"), put_aside("b", "december"))
    assert read(reactions=once).state == "too early"
    twice = (put_aside("a", "december"), put_aside("b", "january"))
    assert read(reactions=twice).state == "stalled"


def test_kept_promises_outrank_tone():
    cold = (put_aside("a", "december"), put_aside("b", "january"))
    found = read(reactions=cold, commitments=(kept("join", "2027-01-12"),))
    assert found.state == "supported"
    assert "What was kept counts for more here than how a talk sounded." in [r.text for r in found.reasons]


def test_an_explicit_no_needs_explicit_words_and_ends_with_another_word():
    no = make_agreement(state="disagreed", condition="", words="Not in this team")
    assert read(agreements=(no,)).state == "explicit no"
    later = make_agreement(id="later", conversation="january", condition="after the summer")
    assert read(agreements=(no, later)).state == "supported"
    assert read(agreements=(make_agreement(state="not discussed", condition=""),)).state == "too early"


def test_no_visible_route_is_lifted_by_a_sourced_opening():
    turned = make_reaction(act="Said there is no post for that", reading="discouraging")
    assert read(reactions=(turned,)).state == "no visible route"
    opening = make_statement(kind="project", source="Launch plan")
    assert read(reactions=(turned,), statements=(opening,), goals=(make_goal(serves=("growth",)),)).state != (
        "no visible route"
    )


def test_r03_a_claim_without_source_and_year_is_no_support():
    bare = OpportunityFact(id="hearsay", claim="Nobody is ever turned down")
    assert read(opportunity_facts=(bare,)).lines[2].support == ()
    whole = OpportunityFact(id="chart", claim="Three of five run an area now", source="Team charts", year=2026)
    assert len(read(opportunity_facts=(whole,)).lines[2].support) == 1


def test_another_managers_talks_say_nothing_about_this_one():
    ada = make_contact(id="ada", name="Ada Byrne")
    gone = make_contact(until="2027-01-20")
    found = read(contacts=(gone, ada), reactions=(put_aside("a", "december"), put_aside("b", "january")))
    assert found.who
    assert found.who.id == "ada"
    assert found.state == "too early"


def test_each_line_cites_records_and_says_no_number_about_a_chance():
    found = viability(six_weeks_later(), LATER)
    assert found.state == "supported"
    for line in found.lines:
        for sign in (*line.support, *line.contrary):
            assert sign.record
            assert sign.text.sources
    page = markdown.render(document(six_weeks_later(), found)).decode()
    assert not re.search(r"\bprobab|\bchance|likel|\bscore|\d ?% (?:sure|likely)|manager is\b", page, re.IGNORECASE)
    assert "Only you, always" in page
    assert found.changes
    assert found.test
    assert found.inside
    assert found.outside


def test_facts_about_the_manager_speak_only_where_the_person_says_so():
    journey = six_weeks_later()
    at = "lenses/jocelyn-side/facts/sofia-course"
    assert at in dict(viability(journey, LATER).unplaced)
    word = Decision(about="viability/willingness/for", record=at, verdict="confirmed")
    placed = viability(journey.model_copy(update={"decisions": (word,)}), LATER)
    assert at in {s.record for s in placed.lines[0].support}
    assert at not in dict(placed.unplaced)
    out = Decision(about="viability", record=at, verdict="dismissed")
    assert at not in dict(viability(journey.model_copy(update={"decisions": (out,)}), LATER).unplaced)


def test_the_reading_is_kept_by_date_and_stays_as_it_was():
    journey = six_weeks_later()
    once = keep_review(journey, viability(journey, LATER), "Feels open")
    again = viability(once.model_copy(update={"commitments": ()}), LATER)
    assert [r.state for r in again.earlier] == ["supported"]
    assert again.earlier[0].note == "Feels open"
    assert "reviews" not in shareable(once).model_dump(exclude_defaults=True)


def test_a_reading_of_words_that_fill_a_field_is_kept_all_the_same():
    journey = six_weeks_later(reactions=(make_reaction(act="W" * 19_990, reading="deflecting"),))
    kept_reading = keep_review(journey, viability(journey, LATER)).reviews[0]
    assert any(text.endswith(" …") for one in kept_reading.readings for text in (*one.support, *one.contrary))


def test_unsafe_gives_help_and_no_coaching_to_persist():
    journey = six_weeks_later(reactions=(make_reaction(act="Said I would regret asking", reading="unsafe"),))
    found = viability(journey, LATER)
    assert found.unsafe
    assert found.test is None
    assert found.changes == ()
    (answer,) = responses(journey)
    told = " ".join(p.text for p in answer.do)
    assert not answer.safe
    assert "union" in told
    assert "lawyer" in told
    assert "no legal advice" in told
    assert "again" not in (answer.say.text if answer.say else "")


@pytest.mark.parametrize("name", CLASSES)
def test_r45_every_class_has_a_response(name):
    answer = respond(Journey(), make_reaction(reading=name))
    assert answer.do
    assert answer.say
    assert {c.id for c in classes()} == set(CLASSES)


def test_after_the_second_time_one_stops_pressing():
    journey = make_journey(
        conversations=(FIRST, SECOND), reactions=(put_aside("a", "december"), put_aside("b", "january"))
    )
    late, early = responses(journey)
    assert (late.reaction.id, late.stop) == ("b", True)
    assert "Stop pressing here" in late.do[0].text
    assert not early.stop


@pytest.mark.parametrize(
    "act", ["“Let’s see how the year goes”", "Put the meeting off", "Yes, if Sofia takes it", "Nodded", "Laughed"]
)
def test_an_act_is_read_in_two_ways_or_not_at_all(act):
    answer = respond(Journey(), make_reaction(act=act))
    assert answer.could_be
    assert answer.could_be.one != answer.could_be.other
    assert answer.do == ()
    assert respond(Journey(), make_reaction(act="Drank tea")).could_be is None
