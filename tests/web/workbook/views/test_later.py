"""The stages of the talk itself: every word of the rail leads somewhere that helps."""

from __future__ import annotations

from cast import emily

from talktrack.engine import STAGES
from talktrack.engine.story import Commitment
from talktrack.web.workbook.actions import record


def test_every_stage_of_the_rail_is_a_page(client, nathan):
    stops = client.get("/today/").context["shell"].stops
    assert [stop.stage for stop in stops] == list(STAGES)
    for stop in stops:
        if stop.stage in ("rehearse", "follow_through"):
            page = client.get(stop.url)
            assert page.status_code == 200
            assert page.context["page"].empty.act


def test_what_was_promised_is_told_of_both_sides(client, nathan):
    record.create(subject=nathan, noun=Commitment, fields={"action": "Ask Ada", "owner": "me"})
    record.create(subject=emily(), noun=Commitment, fields={"action": "Hers", "owner": "me"})
    html = client.get("/follow-through/").content.decode()
    assert "Ask Ada" in html
    assert "Hers" not in html
