"""Goals: chains, the grid, one goal with its coach (R16 to R20)."""

from __future__ import annotations

import pytest
from cast import emily
from django.db import connection
from django.test.utils import CaptureQueriesContext

from talktrack.engine.story import Agreement, Goal
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.queries import drafts, records

from .test_evidence import posted


def made(subject, **fields):
    return record.create(subject=subject, noun=Goal, fields={"what": "Plan the weeks", **fields}).kept


def test_a_goal_needs_a_rough_sentence_only(client, nathan):
    assert "What would you like to have done" in client.get("/goals/").content.decode()
    answer = client.post("/goals/new/", {"what": "Plan the weeks", "horizon": "near"}, follow=True)
    assert answer.redirect_chain == [("/goals/", 302)]
    assert records.listed(nathan, Goal).items[0].value.horizon == "near"
    client.post("/goals/new/", {"what": "Plan the weeks", "horizon": "near"})
    assert records.listed(nathan, Goal).total == 1


def test_a_goal_with_all_that_belongs_to_it(client, nathan):
    far = made(nathan, what="Run a country", horizon="long")
    client.post(
        "/goals/new/",
        {"what": "Hold two panels", "target": "June 2027", "leads_to": [far.name], "benefit_skill": "to host",
         "benefit_change": "customers speak", "benefit_result": "we build less that nobody wants",
         "skills": "Hosting\n\nReading a chart\n", "actions-0-what": "Sit in on one", "actions-0-by": "2027",
         "obstacles-0-what": "No time", "obstacles-0-response": "I ask for Fridays"},
    )  # fmt: skip
    goal = next(k.value for k in records.listed(nathan, Goal).items if k.name == "hold-two-panels")
    assert (goal.target, goal.horizon, goal.leads_to) == ("2027-06", None, ("run-a-country",))
    assert goal.skills == ("Hosting", "Reading a chart")
    assert goal.benefit.change == "customers speak"
    assert (goal.actions[0].id, goal.actions[0].by, goal.actions[0].kind) == ("sit-in-on-one", "2027", "experience")
    assert goal.obstacles[0].response == "I ask for Fridays"


@pytest.mark.parametrize("name", ["region", "denmark", "hand-over"])
def test_a_goal_kept_as_it_stands_stays_as_it_is(client, filled, name):
    known = {k.name for k in records.listed(filled, Goal).items}
    name = name if name in known else sorted(known)[0]
    before = records.one(filled, Goal, name).value
    form = client.get(f"/goals/{name}/").context["form"]
    assert client.post(f"/goals/{name}/", posted(form)).status_code == 302
    assert records.one(filled, Goal, name).value == before


def test_what_cannot_be_right_is_told_beside_its_field(client, nathan):
    answer = client.post("/goals/new/", {"what": "", "target": "2027", "actions-0-what": "x", "actions-0-by": "soon"})
    assert answer.status_code == 422
    errors = answer.context["form"].errors
    assert {"what", "target", "actions-0-by"} <= set(errors)
    assert 'value="soon"' in answer.content.decode()


def test_while_one_types_the_margin_and_the_waves_come_back(client, nathan):
    html = client.post("/goals/new/draft/", {"what": "Improve my communication"}).content.decode()
    assert 'class="find"' in html
    assert "/goals/new/use/" in html
    assert drafts.draft(nathan, "goals/new").fields["what"] == "Improve my communication"
    assert client.get("/goals/new/").context["form"].initial["what"] == "Improve my communication"


def test_what_the_coach_suggests_goes_into_the_goal_and_is_not_kept(client, nathan):
    kept = made(nathan, what="Improve my communication")
    sent = {"what": "Improve my communication", "version": "1"}
    client.post(f"/goals/{kept.name}/use/G1/", sent)
    assert "___" in client.get(f"/goals/{kept.name}/").context["form"].initial["what"]
    assert records.one(nathan, Goal, kept.name).value.what == "Improve my communication"


def test_chains_and_the_grid(client, nathan):
    far = made(nathan, what="Run a country", horizon="long")
    made(nathan, what="Be asked by three teams", horizon="between", leads_to=[far.name])
    near = made(nathan, what="Hold two panels", target="2027-02", leads_to=[far.name], skills=["Hosting"])
    record.create(
        subject=nathan, noun=Agreement, fields={"conversation": "c", "goal": near.name, "state": "conditional",
                                                "condition": "evenings are covered"},
    )  # fmt: skip
    page = client.get("/goals/").context["page"]
    columns = {h.name: [c.goal for c in h.cards] for h in page.chains}
    assert columns["Mid"][0].note == "Between mid and long"
    assert columns["Near"][0].state.text == "If evenings are covered"
    assert page.cover.rows[0][1][0].items == ("Hosting",)
    assert page.cover.empty == "11 cells are empty"


def test_deleted_with_undo_and_its_past(client, nathan):
    kept = made(nathan)
    answer = client.post(f"/goals/{kept.name}/delete/", follow=True)
    client.post(answer.context["undo"].undo)
    assert client.get(f"/goals/{kept.name}/history/").status_code == 200
    assert client.post(f"/goals/{kept.name}/history/1/").status_code == 302
    assert client.post(f"/goals/{kept.name}/history/99/").status_code == 404


def test_what_is_anothers_is_not_there(client, nathan):
    theirs = made(emily(), what="Secret").name
    ways = (("get", ""), ("post", ""), ("post", "draft/"), ("post", "delete/"), ("get", "history/"))
    for method, below in ways:
        assert getattr(client, method)(f"/goals/{theirs}/{below}", {"what": "x"}).status_code == 404


def test_the_number_of_queries_does_not_grow(client, nathan):
    made(nathan)
    client.get("/goals/")
    with CaptureQueriesContext(connection) as few:
        client.get("/goals/")
    for number in range(30):
        made(nathan, what=f"Goal {number}", target="2027-05")
    client.get("/goals/")
    with CaptureQueriesContext(connection) as many:
        client.get("/goals/")
    assert len(many) == len(few)
