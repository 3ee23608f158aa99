"""Paths in the browser: directions, people and what they said, a path as a goal, the ladder where there is one."""

from __future__ import annotations

import pytest
from cast import bring_in, browser, emily
from django.db import connection
from django.test.utils import CaptureQueriesContext

from talktrack.engine.story import Contact, Goal, Interview, Journey, Path
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.queries import records

HOME = "/paths/"


def words(answer):
    return answer.content.decode()


def test_nothing_yet_teaches_the_directions_R01(nathan, client):
    page = client.get(HOME).context["page"]
    assert "up (a rung up" in page.empty.text
    bring_in(nathan, Journey.model_validate({"person": {"ladder": "none"}}))
    page = client.get(HOME).context["page"]
    assert "a rung up" not in page.empty.text
    assert "No ladder here" in page.head.title


def test_side_by_side_with_what_is_there_and_what_is_to_build(filled, client):
    page = client.get(HOME).context["page"]
    first = page.paths[0]
    assert first.title == "Wider: Community lead for a new market"
    columns = {name: "".join(run.text for run in text) for name, text in first.columns}
    assert "training others" in columns["You already have"]
    assert "budgeting" in columns["Still to build"]
    assert page.rose.across.name == "Across"
    assert page.rose.back.name == "Deeper"
    assert page.tally[0] == ("reporting to founders", "2 of 3 people")
    assert len(page.said) == 3
    assert len(page.practice) > 0
    assert "stays with you" in page.paths[-1].text


def test_a_path_is_added_picked_set_aside_and_taken_back(filled, client):
    client.post(f"{HOME}new/", {"name": "Host of hosts", "direction": "deeper", "internal": "on"})
    assert records.one(filled, Path, "host-of-hosts").value.direction == "deeper"
    done = client.post(f"{HOME}host-of-hosts/pick/", follow=True)
    page = done.context["page"]
    assert page.rose.back.picked
    assert page.go.text == "Turn “Host of hosts” into a goal"
    client.post(done.context["undo"].undo)
    assert not client.get(HOME).context["page"].rose.back.picked
    client.post(f"{HOME}host-of-hosts/aside/")
    assert "Set aside" in {p.state.text for p in client.get(HOME).context["page"].paths if p.state}


def test_a_path_becomes_a_goal(filled, client):
    answer = client.post(f"{HOME}new-market/goal/")
    goal = records.one(filled, Goal, answer["Location"].strip("/").split("/")[1]).value
    path = records.one(filled, Path, "new-market").value
    assert goal.what == path.name
    assert goal.skills == path.build
    assert goal.actions[0].what == path.first_test
    assert client.post(f"{HOME}elsewhere/goal/").status_code == 302
    assert [k.value.private for k in records.listed(filled, Goal).items][-1] is True, "a way out stays private"


def test_somebody_is_added_and_what_they_said_is_counted(nathan, client):
    assert client.post("/paths/people/new/", {"name": "", "relation": "mentor"}).status_code == 422
    client.post("/paths/people/new/", {"name": "Ada Cole", "relation": "mentor", "internal": "on"})
    contact = records.one(nathan, Contact, "ada-cole").value
    form = client.get("/paths/said/new/?contact=ada-cole").context["form"]
    assert form["contact"].value() == "ada-cole"
    assert "made the difference" in form["question"].value()
    data = {"contact": "ada-cole", "finding": "She asked for one small country.", "skills": "budgeting\nwriting"}
    assert client.post("/paths/said/new/", data)["Location"] == "/paths/#said"
    page = client.get(HOME).context["page"]
    assert page.tally[0] == ("budgeting", "1 of 1 person")
    assert records.listed(nathan, Interview, parent=contact.id).total == 1
    assert client.post("/paths/said/new/", {**data, "contact": "nobody"}).status_code == 422


def test_a_bent_time_zone_is_told_beside_the_field(client):
    answer = client.post("/paths/people/new/", {"name": "Ada", "relation": "mentor", "timezone": "Mars/Base"})
    assert answer.status_code == 422
    assert "Europe/London" in words(answer)


def test_the_ladder_quotes_its_lines_and_what_is_not_noted_is_no_verdict(nathan, client):
    lines = [
        {"id": "a", "area": "Writing", "level": "Junior", "text": "Writes clearly", "proof": ["w"]},
        {"id": "b", "area": "Writing", "level": "Senior", "text": "Writes for others to decide"},
    ]
    whole = {
        "person": {"level": "Junior", "ladder": "defined"},
        "framework": {"name": "Ladder", "competencies": lines},
        "accomplishments": [{"id": "w", "did": "Wrote the guide"}],
    }
    bring_in(nathan, Journey.model_validate(whole))
    answer = client.get(HOME)
    page = answer.context["page"]
    assert [(r.name, r.kind) for r in page.rungs] == [("Senior", "aim"), ("Junior", "me")]
    assert page.criteria.lines[0].quote == "Writes for others to decide"
    assert "Not the same as nothing done" in words(answer)


@pytest.mark.parametrize("address", [HOME, "/paths/people/"])
def test_lists_read_a_constant_number_of_rows(filled, client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for n in range(20):
        record.create(subject=filled, noun=Contact, fields={"name": f"Person {n}"})
        record.create(subject=filled, noun=Path, fields={"name": f"Path {n}", "direction": "wider"})
    client.get(address)
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) == len(few)


def test_everything_of_a_contact_is_one_page_deep(filled, client):
    for address in (
        "/paths/people/priya/",
        "/paths/people/priya/history/",
        "/paths/said/priya-path/",
        "/paths/craft/",
    ):
        assert client.get(address).status_code == 200, address
    assert client.get("/paths/said/")["Location"] == "/paths/#said"


def test_anothers_is_not_there(filled):
    other = browser(emily())
    for address in ("/paths/craft/", "/paths/people/priya/", "/paths/said/priya-path/"):
        assert other.get(address).status_code == 404, address
    for verb in ("pick", "aside", "goal", "burn"):
        assert other.post(f"/paths/craft/{verb}/").status_code == 404, verb
