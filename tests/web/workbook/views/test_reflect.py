"""Reflect (R05, R06): one prompt at a time, each of which may be skipped; themes quote the answers."""

from __future__ import annotations

from cast import emily

from talktrack.engine.reflect import PROMPTS
from talktrack.engine.story import Answer, Goal, Vision
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.queries import records
from talktrack.web.workbook.queries.journey import journey


def prompt(client):
    return client.get("/reflect/").context["page"].prompt


def test_one_prompt_at_a_time_answered_or_skipped(client, nathan):
    first = prompt(client)
    assert first.text == PROMPTS[0].text
    assert (first.number, first.of) == (1, 5)
    client.post(first.action, {"text": "A whole market."})
    assert journey(nathan).answers[0].text == "A whole market."
    second = prompt(client)
    assert second.number == 2
    client.post(second.skip.url)
    assert prompt(client).text not in (first.text, second.text)


def test_after_five_it_is_enough_for_today_unless_one_goes_on(client):
    for _ in range(5):
        client.post(prompt(client).skip.url)
    page = client.get("/reflect/").context["page"]
    assert page.prompt is None
    client.post(page.more.url)
    assert prompt(client).number == 1


def test_an_empty_answer_comes_back_with_its_prompt(client):
    answer = client.post("/reflect/prompt/energy/", {"text": " "})
    assert answer.status_code == 422
    assert "Or skip the prompt" in answer.content.decode()
    assert answer.context["page"].prompt.action == "/reflect/prompt/energy/"
    part = client.post("/reflect/prompt/energy/", {"text": ""}, headers={"hx-request": "true"})
    assert part.status_code == 422
    assert "<html" not in part.content.decode()
    assert client.post("/reflect/prompt/nonsense/", {"text": "x"}).status_code == 404


def test_a_theme_quotes_and_is_the_persons_to_confirm(client, nathan):
    for name, said in (("energy", "Writing the handbook."), ("interest", "A handbook that others can run.")):
        client.post(f"/reflect/prompt/{name}/", {"text": said})
    (theme,) = client.get("/reflect/").context["page"].themes
    assert not theme.done
    assert len(theme.quotes) == 2
    client.post(theme.acts[0].url)
    assert client.get("/reflect/").context["page"].themes[0].done
    client.post(theme.acts[1].url)
    assert client.get("/reflect/").context["page"].themes == ()
    assert client.post("/reflect/theme/nonsense/confirm/").status_code == 404


def test_an_answer_is_deleted_in_its_place_with_undo(client, nathan):
    client.post("/reflect/prompt/energy/", {"text": "Writing."})
    html = client.post("/reflect/energy/delete/", headers={"hx-request": "true"}).content.decode()
    assert "Undo" in html
    assert 'id="live"' in html
    assert journey(nathan).answers == ()
    client.post("/undo/" + html.split('formaction="/undo/')[1].split('/"')[0] + "/")
    assert journey(nathan).answers[0].text == "Writing."


def test_a_goal_that_pulls_against_a_drain_is_asked_about(client, nathan):
    client.post("/reflect/prompt/drain/", {"text": "Reporting in spreadsheets"})
    record.create(subject=nathan, noun=Goal, fields={"what": "Lead the reporting team"})
    (found,) = client.get("/reflect/").context["page"].answers
    assert "Lead the reporting team" in found.notes[0].why


def test_the_vision_is_written_once_and_changed_later(client, nathan):
    assert client.get("/reflect/vision/").status_code == 200
    client.post("/reflect/vision/", {"one_year": "Two panels", "manage_people": "False", "version": "0"})
    client.post("/reflect/vision/draft/", {"one_year": "Three panels", "version": "1"})
    assert client.get("/reflect/vision/").context["form"].initial["one_year"] == "Three panels"
    assert records.single(nathan, Vision).value == Vision(one_year="Two panels", manage_people=False)
    assert client.post("/reflect/vision/", {"one_year": "Four", "version": "9"}).status_code == 409


def test_what_is_anothers_is_not_there(client, nathan):
    theirs = record.create(subject=emily(), noun=Answer, fields={"topic": "energy", "text": "Hers"}).kept.name
    for method, below in (("get", ""), ("post", ""), ("post", "draft/"), ("post", "delete/"), ("get", "history/")):
        answer = getattr(client, method)(f"/reflect/{theirs}/{below}", {"text": "x", "topic": "energy"})
        assert answer.status_code == 404
