"""Whatever a journey holds, what follows the talk is drawn up: no shape of it, and no amount, is refused."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journeys import journeys

from talktrack.engine.follow_through import carry, handover, put_off, responses, viability
from talktrack.engine.follow_through.papers import papers
from talktrack.engine.story import Journey

DAYS = st.dates(date(1970, 1, 1), date(2200, 12, 31))


@given(journeys(), DAYS)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_journey_has_a_ledger_a_check_in_a_reading_and_a_next_conversation(journey, today):
    kept = viability.keep_review(journey, viability.viability(journey, today))
    made = carry.start_next(kept, today)
    assert Journey.model_validate(made.journey.model_dump()) == made.journey
    assert carry.start_next(made.journey, today).journey == made.journey
    for answer in responses.responses(journey):
        assert answer.reaction.reading or not answer.do
    for meeting in journey.conversations:
        assert put_off.word(journey, meeting, today).paragraphs
    if changed := handover.changed(journey, today):
        assert handover.page(journey, changed, today).blocks


@given(journeys(), DAYS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_journey_has_its_files_and_the_same_ones_again(journey, today):
    first = papers(without_addresses(journey), today)
    assert [(f.name, f.content) for f in first] == [
        (f.name, f.content) for f in papers(without_addresses(journey), today)
    ]
    assert {"ledger.md", "check-in.md", "viability.md"} <= {f.name for f in first}
    for file in first:
        assert not (file.for_others and b"Only you" in file.content)


def without_addresses(journey: Journey) -> Journey:
    """The same without mail addresses: one that is none is refused with a word, which is proven elsewhere."""
    person = journey.person.model_copy(update={"email": ""})
    contacts = tuple(c.model_copy(update={"email": ""}) for c in journey.contacts)
    return journey.model_copy(update={"person": person, "contacts": contacts})
