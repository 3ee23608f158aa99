"""The stages of the talk itself: every word of the rail leads somewhere that helps."""

from __future__ import annotations

from talktrack.engine import STAGES


def test_every_stage_of_the_rail_is_a_page(client, nathan):
    stops = client.get("/today/").context["shell"].stops
    assert [stop.stage for stop in stops] == list(STAGES)
    for stop in stops:
        if stop.stage == "rehearse":
            page = client.get(stop.url)
            assert page.status_code == 200
            assert page.context["page"].empty.act
