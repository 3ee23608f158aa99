"""Today and the journey."""

from __future__ import annotations

from cast import browser, emily
from django.db import connection
from django.test.utils import CaptureQueriesContext

from talktrack.engine.prepare.readiness import CHECKS
from talktrack.engine.story import Commitment, Goal, Link
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.queries.today import AFTER_STAGES
from talktrack.web.workbook.screens.steps import STEPS


def test_every_step_has_its_words():
    assert list(STEPS) == [*CHECKS, *AFTER_STAGES]


def test_an_empty_workbook_has_one_step_and_nothing_else(client):
    page = client.get("/today/").content.decode()
    assert "A good day to begin" in page
    assert "Begin with one sentence" in page
    assert "Where you are" not in page


def test_one_step_and_another_where_it_is_refused(client, nathan):
    record.create(subject=nathan, noun=Goal, fields={"what": "Plan the weeks"})
    first = client.get("/today/").context["page"].step
    answer = client.post(first.refuse.url, follow=True)
    assert answer.context["page"].step.title != first.title
    client.post(answer.context["undo"].undo)
    assert client.get("/today/").context["page"].step.title == first.title
    assert client.post("/today/refuse/nonsense/").status_code == 404


def test_the_day_of_the_talk_the_promises_and_what_waits(client, filled):
    for fields in (
        {"action": "Send the plan", "owner": "jocelyn", "due": "2020-01-01"},
        {"action": "Ask Ada", "owner": "me"},
    ):
        record.create(subject=filled, noun=Commitment, fields=fields)
    record.add(subject=filled, value=Link(record="goals/region", statement="growth"))
    page = client.get("/today/").context["page"]
    assert "talk with Jocelyn" in page.head.title
    assert page.coming.when.startswith("Thu 3 December")
    mine, theirs = page.parties
    assert [p.action for p in mine.promises] == ["Ask Ada"]
    assert theirs.promises[0].state.kind == "late"
    assert "failed" not in theirs.promises[0].state.text
    assert "One link" in page.waiting[0].text


def test_the_journey_says_what_each_stage_holds(client, filled):
    stops = {s.stage: s for s in client.get("/journey/").context["shell"].stops}
    assert stops["evidence"].summary.startswith("6 entries")
    assert stops["rehearse"].summary == ""


def test_nothing_of_anothers_is_told(filled):
    page = browser(emily()).get("/today/").content.decode()
    assert "Jocelyn" not in page


def test_the_number_of_queries_does_not_grow(client, filled):
    client.get("/today/")
    with CaptureQueriesContext(connection) as few:
        client.get("/today/")
    for number in range(30):
        record.create(subject=filled, noun=Goal, fields={"what": f"Goal {number}"})
    client.get("/today/")
    with CaptureQueriesContext(connection) as many:
        client.get("/today/")
    assert len(many) == len(few) <= 20
