"""Skills, wants, learning and facts: whatever the file can say, the browser can say."""

from __future__ import annotations

import pytest
from cast import browser, emily
from django.db import connection
from django.test.utils import CaptureQueriesContext

from talktrack.engine.story import Learning, OpportunityFact, Skill, Want
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.queries import records

MADE = (
    ("skills", Skill, {"name": "Budgeting", "level": "novice", "target": "running a market"}),
    ("wants", Want, {"what": "Hold a budget", "kind": "experience", "problem": "Nobody sees the whole"}),
    ("learning", Learning, {"what": "Danish", "kind": "class", "status": "doing", "date": "2027-01", "share": "on"}),
    ("facts", OpportunityFact, {"claim": "Three of five run an area", "source": "Team charts", "year": "2026"}),
)


@pytest.mark.parametrize(("kind", "noun", "data"), MADE, ids=[kind for kind, _, _ in MADE])
def test_added_changed_deleted_and_brought_back(nathan, client, kind, noun, data):
    assert client.post(f"/more/{kind}/new/", data)["Location"] == f"/more/#{kind}"
    kept = records.listed(nathan, noun).items[0]
    assert str(next(iter(data.values()))) in client.get("/more/").content.decode()
    first = next(iter(data))
    url = f"/more/{kind}/{kept.name}/"
    assert client.post(url, {**data, "version": "1", first: ""}).status_code == 422
    assert client.post(url, {**data, "version": "1", first: "Otherwise"}).status_code == 302
    assert getattr(records.one(nathan, noun, kept.name).value, first) == "Otherwise"
    assert client.post(url, {**data, "version": "1", first: "Late"}).status_code == 409
    undo = client.post(f"{url}delete/", follow=True).context["undo"].undo
    assert client.get(url).status_code == 404
    client.post(undo)
    assert client.get(f"{url}history/").status_code == 200
    other = browser(emily())
    assert other.get(url).status_code == 404


def test_a_skill_names_what_shows_it(filled, client):
    client.post("/more/skills/new/", {"name": "Teaching", "level": "", "proof": ["hosts"]})
    assert records.one(filled, Skill, "teaching").value.proof == ("hosts",)


def test_the_page_reads_a_constant_number_of_rows(filled, client):
    client.get("/more/")
    with CaptureQueriesContext(connection) as few:
        client.get("/more/")
    for n in range(20):
        record.create(subject=filled, noun=Skill, fields={"name": f"Skill {n}"})
    client.get("/more/")
    with CaptureQueriesContext(connection) as many:
        client.get("/more/")
    assert len(many) == len(few)
