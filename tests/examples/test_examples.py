"""The sample people are whole: right sums, references that lead somewhere, private lines for a leak to show."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal

import pytest
from makers import EXAMPLES, TODAY

from talktrack.engine.evidence.record import targets
from talktrack.engine.evidence.tenure import tenure
from talktrack.engine.goals.horizons import horizon
from talktrack.engine.organisation import is_stale
from talktrack.engine.story import Journey, contact, upcoming, walk
from talktrack.kit.verbs import is_base, is_past


def load(name):
    return Journey.model_validate(tomllib.loads((EXAMPLES / f"{name}.toml").read_text("utf-8")))


CAST = {name: load(name) for name in ("nathan", "emily", "megan")}
EVERYONE = pytest.mark.parametrize("journey", CAST.values(), ids=CAST)


@EVERYONE
def test_every_number_agrees_with_its_baseline_R08(journey):
    compared = [
        m for a in journey.accomplishments for m in a.measures if m.change is not None and m.baseline is not None
    ]
    assert compared
    for m in compared:
        gained = m.result - m.baseline
        percent = (gained / m.baseline * 100).quantize(Decimal("0.1"))
        assert m.change == (percent if m.unit == "%" else gained), m.what


def test_targets_met_are_counted_R08():
    assert {name: str(targets(journey)) for name, journey in CAST.items()} == {
        "nathan": "3 of 3",
        "emily": "2 of 3",
        "megan": "3 of 4",
    }


def test_nathan_has_been_there_for_two_years_by_the_day_of_the_meeting_R09():
    nathan = CAST["nathan"]
    assert tenure(nathan.person, upcoming(nathan).at.date()) == "two years"
    assert tenure(nathan.person, TODAY) != "two years"


def referred(journey):
    """Each reference in the journey, with the records that it may lead to."""
    kinds = ("statements", "contacts", "accomplishments", "goals", "interviews")
    ids = {kind: {r.id for r in getattr(journey, kind)} for kind in kinds}
    for a in journey.accomplishments:
        yield from [(s, ids["statements"]) for s in a.serves] + [(c, ids["contacts"]) for c in a.stakeholders]
    for g in journey.goals:
        yield from [(s, ids["statements"]) for s in g.serves] + [(p, ids["goals"]) for p in g.leads_to]
    for s in journey.skills:
        yield from [(a, ids["accomplishments"]) for a in s.proof]
    for w in journey.wants:
        yield from [(s, ids["statements"]) for s in w.serves]
    for s in journey.statements:
        yield from [(s.owner, ids["contacts"])] if s.owner else []
    for p in journey.paths:
        yield from [(i, ids["interviews"]) for i in p.interviews]
    for i in journey.interviews:
        yield i.contact, ids["contacts"]
    for side in journey.lenses:
        yield from [(a, ids["accomplishments"]) for o in side.objections for a in o.evidence]
    for c in journey.conversations:
        yield c.contact, ids["contacts"]
        yield from [(a.goal, ids["goals"]) for a in c.asks]
        yield from [(a.decider, ids["contacts"]) for a in c.asks if a.decider]


@EVERYONE
def test_references_lead_somewhere(journey):
    assert [ref for ref, there in referred(journey) if ref not in there] == []
    records = dict(walk(journey))
    for link in journey.links:
        assert link.record in records
        text, quote = str(records[link.record]), records[f"statements/{link.statement}"].quote
        assert all(words in text for words in link.mine)
        assert all(words in quote for words in link.theirs)


@EVERYONE
def test_they_are_rich_enough_to_try_everything_on(journey):
    assert {horizon(g, TODAY) for g in journey.goals} == {"near", "mid", "between", "long"}
    assert max(len(g.leads_to) for g in journey.goals) == 2
    assert {a.kind for g in journey.goals for a in g.actions} == {"experience", "exposure", "education"}
    assert {w.kind for w in journey.wants} == {"skill", "experience", "knowledge"}
    assert {a.kind for a in journey.accomplishments} == {"result", "value", "knowledge", "leadership"}
    assert {p.direction for p in journey.paths} >= {"sideways", "deeper"}
    assert any(is_stale(s, TODAY) for s in journey.statements)
    assert {x.share for x in journey.learning} == {True, False}
    assert any(o.says and o.bridge and o.evidence for side in journey.lenses for o in side.objections)
    assert all(side.facts and side.guesses and side.unknowns for side in journey.lenses)


@EVERYONE
def test_there_is_something_private_for_a_leak_to_show(journey):
    assert journey.pay.reason
    assert {"motivator", "other"} <= {a.topic for a in journey.answers}
    assert [a.private for a in journey.accomplishments].count(True) == 1
    assert [m.verified for a in journey.accomplishments for m in a.measures].count(False) == 1
    assert any(g.why for g in journey.goals)
    assert any(not p.internal for p in journey.paths)
    assert {bool(f.source and f.year) for f in journey.opportunity_facts} == {True, False}


@EVERYONE
def test_they_are_written_as_the_fields_ask(journey):
    assert [a.did for a in journey.accomplishments if not is_past(a.did.split()[0])] == []
    assert [a.did for a in journey.accomplishments if a.did.endswith(".")] == []
    assert [a.result for a in journey.accomplishments if not a.result.endswith(".")] == []
    assert [c.aim for c in journey.conversations if not is_base(c.aim)] == []


@EVERYONE
def test_the_meeting_is_ahead_and_private(journey):
    meeting = upcoming(journey)
    assert meeting.state == "planned"
    assert TODAY < meeting.at.date() < date(2026, 12, 24)
    assert meeting.timezone == "Europe/London"
    assert meeting.setting.private
    assert meeting.setting.in_person or meeting.setting.remote_reason


def test_each_persona_finishes_without_a_full_ladder_R01():
    assert [j.person.ladder for j in CAST.values()] == ["none", "partial", "none"]
    assert (CAST["nathan"].person.level, CAST["megan"].person.level) == ("", "")
    assert CAST["megan"].person.organisation_type == "family-owned"


def test_emily_talks_across_time_zones():
    emily = CAST["emily"]
    assert contact(emily, upcoming(emily).contact).timezone == "America/Toronto"


def test_a_bad_day_is_one_sentence():
    bare = load("bare")
    assert bare == Journey(sentence=bare.sentence)
    assert bare.sentence.count(".") == 1


@pytest.mark.parametrize("name", CAST)
def test_notes_are_as_long_as_notes_are(name):
    lines = (EXAMPLES / f"{name}-notes.md").read_text("utf-8").splitlines()
    assert 25 <= len(lines) <= 60
