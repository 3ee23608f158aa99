"""Around the stages: finding, history, bringing in and taking away, who can see what, the person, erasing."""

from __future__ import annotations

import json

import pytest
from cast import bring_in, browser, emily, example, owner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from talktrack.engine.story import Accomplishment, Goal, Journey, Pay, Person
from talktrack.examples import example as sample
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.queries import records
from talktrack.web.workbook.queries.journey import journey
from talktrack.web.workbook.views.places import KINDS, url_of

HTMX = {"hx-request": "true"}
BRAG = """# What I did

## March 2026
- **Rebuilt** the welcome series. Weekly actives rose by 65 %.
- Trained two hosts

## 2025

Answered the recall thread before it spread.
"""


def words(answer):
    return answer.content.decode()


def upload(name, content):
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())


# Finding


def test_a_slip_of_the_finger_is_forgiven_and_the_words_are_marked(filled, client):
    page = client.get("/search/?q=denmrk").context["page"]
    assert page.found
    assert any(run.kind == "mine" and run.text == "Denmark" for f in page.found for run in f.words)
    part = client.get("/search/?q=denmark", headers=HTMX)
    assert words(part).startswith('<section class="sec" id="found-list"')


def test_what_is_found_can_be_opened(filled, client):
    for query in ("launch", "Jocelyn", "repair", "budget", "members", "Priya", "salary"):
        for hit in client.get("/search/", {"q": query}).context["page"].found:
            answer = client.get(hit.url, follow=True)
            assert answer.status_code == 200, hit.url


def test_nothing_found_says_what_to_try_and_an_empty_query_asks(client):
    assert "Try one word" in words(client.get("/search/?q=zzzzzz"))
    assert "Type a word" in words(client.get("/search/"))
    assert client.get("/search/", {"q": "x" * 5000}).status_code == 200


def test_nobody_finds_what_is_anothers(nathan, client):
    bring_in(emily(), example())
    assert client.get("/search/?q=denmark").context["page"].found == ()


def test_every_kind_of_record_has_a_place():
    assert set(KINDS) == set(Journey.model_fields)
    assert url_of("goals/denmark/actions/shadow") == "/goals/denmark/"
    assert url_of("nothing/x") == ""


# History


def test_history_tells_everything_and_brings_back_what_was_deleted(filled, client):
    record.delete(subject=filled, noun=Goal, name="playbook")
    page = client.get("/history/").context["page"]
    day, gone = page.days[0]
    assert "30 days" in day
    assert gone[0].words[0].text.startswith("Write and test the guide")
    client.post(gone[0].acts[0].url)
    assert records.one(filled, Goal, "playbook")


def test_history_is_told_on_the_clock_of_the_person(nathan, client):
    record.create(subject=nathan, noun=Goal, fields={"what": "Stays"})
    shown = []
    for zone in ("Asia/Tokyo", "America/New_York"):
        record.put(subject=nathan, value=Person(name="Nathan", timezone=zone))
        events = [e for _, rows in client.get("/history/").context["page"].days for e in rows]
        shown.append(next(e.when for e in events if e.words[0].text.startswith("Stays")))
    assert shown[0] != shown[1]


def test_every_event_leads_on(filled, client):
    for _, events in client.get("/history/").context["page"].days:
        for event in events:
            for act in event.acts:
                assert client.get(act.url, follow=True).status_code == 200, act.url


def test_history_goes_back_page_by_page_in_one_query(filled, client):
    page = client.get("/history/").context["page"]
    assert page.older
    assert client.get(f"/history/{page.older.url}").context["page"].days
    with CaptureQueriesContext(connection) as few:
        client.get("/history/")
    for n in range(20):
        record.create(subject=filled, noun=Goal, fields={"what": f"Goal {n}"})
    client.get("/history/")
    with CaptureQueriesContext(connection) as many:
        client.get("/history/")
    assert len(many) == len(few)


def test_a_record_without_a_page_of_its_own_has_its_past_and_can_go_back(filled, client):
    record.edit(subject=filled, noun=Person, fields={"name": "N."}, version=1)
    past = "/history/of/person/person/"
    assert "Changed: name" in words(client.get(past))
    client.post(f"{past}history/1/")
    assert records.single(filled, Person).value.name == "Nathan Brooks"


@pytest.mark.parametrize(
    "address", ["/history/of/goals/none/", "/history/of/burned/x/", "/history/of/sentence/sentence/"]
)
def test_a_past_that_is_not_there(filled, client, address):
    assert client.get(address).status_code == 404


def test_anothers_history_is_not_there(filled):
    other = browser(emily())
    assert other.get("/history/of/goals/denmark/").status_code == 404
    assert other.post("/history/restore/goals/denmark/").status_code == 404
    assert other.get("/history/").context["page"].days == ()


# Bring in, take away


def take(client, answer, **changes):
    form, lines = answer.context["form"], answer.context["page"].lines
    data = {"incoming": form["incoming"].value(), "revision": form["revision"].value()}
    return client.post("/bring-in/", {**data, "take": [ln.id for ln in lines if ln.taken], **changes}, follow=True)


def test_the_archive_goes_out_and_comes_in_without_loss(filled, client):
    out = client.get("/you/archive.json")
    assert out["Content-Disposition"].startswith('attachment; filename="talktrack-')
    other = browser(emily())
    shown = other.post("/bring-in/", {"file": upload("mine.json", out.content)})
    assert "What is only in your workbook stays" in words(shown)
    assert journey(emily()) == Journey(), "nothing was kept by looking"
    take(other, shown)
    assert journey(emily()) == journey(filled)


def test_a_toml_file_comes_in_and_the_same_again_changes_nothing(nathan, client):
    text = sample("nathan").read_bytes()
    take(client, client.post("/bring-in/", {"file": upload("me.toml", text)}))
    assert journey(nathan) == example()
    again = client.post("/bring-in/", {"file": upload("me.toml", text)})
    assert all(line.same for line in again.context["page"].lines)


def test_a_talk_that_would_come_in_is_named_by_who_and_day(nathan, client):
    text = (
        '[[contacts]]\nid = "weiss"\nname = "Jürgen Weiß"\n'
        '[[conversations]]\nid = "spring"\ncontact = "weiss"\nat = 2027-03-02T10:00:00\n'
    )
    lines = client.post("/bring-in/", {"file": upload("me.toml", text)}).context["page"].lines
    talk = next(line for line in lines if line.id == "conversations/spring")
    assert talk.words[0].text == "Your talk with Jürgen Weiß, Tuesday 2 March"


def test_what_would_change_is_shown_and_left_where_the_person_leaves_it(filled, client):
    text = '[[goals]]\nid = "denmark"\nwhat = "Run it all"\n[[goals]]\nid = "fresh"\nwhat = "Something new"\n'
    shown = client.post("/bring-in/", {"file": upload("me.toml", text)})
    changed = next(line for line in shown.context["page"].lines if line.id == "goals/denmark")
    assert "Run the member community" in changed.change
    assert "Run it all" in changed.change
    take(client, shown, take=["goals/fresh"])
    assert records.one(filled, Goal, "fresh").value.what == "Something new"
    assert records.one(filled, Goal, "denmark").value.what.startswith("Run the member community")


def test_an_entry_that_fills_more_than_a_field_is_told_in_words(client):
    answer = client.post("/bring-in/", {"text": "Did it. " + "W" * 20_001})
    assert answer.status_code == 422
    assert "more than 20,000 characters" in words(answer)


def test_a_brag_document_becomes_evidence_and_never_twice(nathan, client):
    shown = client.post("/bring-in/", {"file": upload("brag.md", BRAG)})
    assert [line.becomes for line in shown.context["page"].lines] == ["Evidence"] * 3
    take(client, shown)
    first, second, third = (k.value for k in records.listed(nathan, Accomplishment).items)
    assert (first.did, first.result, first.date) == (
        "Rebuilt the welcome series.", "Weekly actives rose by 65 %.", "2026-03"
    )  # fmt: skip
    assert (second.did, third.date) == ("Trained two hosts", "2025")
    record.edit(subject=nathan, noun=Accomplishment, name=second.id, fields={"result": "Both stayed"}, version=1)
    again = client.post("/bring-in/", {"text": BRAG})
    assert all(line.same for line in again.context["page"].lines)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({}, "Choose a file, or paste some lines"),
        ({"file": ("x.toml", b"[[goals]\n")}, "line 1"),
        ({"file": ("x.json", b"{}")}, "archive"),
        ({"file": ("x.pdf", b"%PDF-1.7\x00\x01\x02")}, "no text"),
        ({"file": ("x.txt", b"\xff\xfe\xfa")}, ""),
        ({"text": "hm"}, "No entry was found"),
    ],
)
def test_what_cannot_be_read_is_told_beside_the_field(client, data, told):
    given = {k: upload(*v) if isinstance(v, tuple) else v for k, v in data.items()}
    answer = client.post("/bring-in/", given)
    assert answer.status_code == 422
    assert told in words(answer)


def test_a_workbook_that_changed_meanwhile_is_shown_again(nathan, client):
    shown = client.post("/bring-in/", {"text": BRAG})
    record.create(subject=nathan, noun=Goal, fields={"what": "Meanwhile"})
    answer = take(client, shown)
    assert answer.status_code == 409
    assert "has changed since" in words(answer)
    assert records.listed(nathan, Accomplishment).total == 0
    take(client, answer)
    assert records.listed(nathan, Accomplishment).total == 3


def test_a_bent_preview_takes_nothing(nathan, client):
    for incoming, revision in (("{", "0"), (json.dumps({"goals": 3}), "0"), ("", "x")):
        answer = client.post("/bring-in/", {"incoming": incoming, "revision": revision, "take": "goals/x"})
        assert answer.status_code == 422
    assert journey(nathan) == Journey()


# The person, the look, who can see what, erasing


def test_the_person(nathan, client):
    form = client.get("/you/").context["form"]
    assert form["words_per_minute"].value() == 130
    data = {
        "version": "0",
        "name": "Nathan Brooks",
        "words_per_minute": "150",
        "stays_by_choice": "yes",
        "started": "May 2024",
    }
    assert client.post("/you/", data)["Location"] == "/you/"
    kept = records.single(nathan, Person).value
    assert (kept.name, kept.words_per_minute, kept.stays_by_choice, kept.started) == (
        "Nathan Brooks",
        150,
        True,
        "2024-05",
    )
    for bad, told in (({"words_per_minute": "5"}, "hard to follow"), ({"timezone": "Mars/Base"}, "Europe/London")):
        answer = client.post("/you/", {**data, "version": "1", **bad})
        assert answer.status_code == 422
        assert told in words(answer)
    record.edit(subject=nathan, noun=Person, fields={"name": "Theirs"}, version=1)
    both = client.post("/you/", {**data, "version": "1", "name": "Mine"})
    assert both.status_code == 409
    assert "Theirs" in words(both)


def test_pay_stays_apart_until_it_is_to_be_said(nathan, client):
    data = {"version": "0", "reason": "The rent goes up", "case": "Hosts run it alone", "ask": "A look at my pay"}
    assert client.post("/you/pay/", data).status_code == 302
    kept = records.single(nathan, Pay).value
    assert (kept.reason, kept.ask, kept.discuss) == ("The rent goes up", "A look at my pay", False)
    client.post("/you/pay/", {**data, "version": "1", "discuss": "on"})
    assert records.single(nathan, Pay).value.discuss
    assert client.post("/you/pay/", {**data, "version": "1", "ask": "Mine"}).status_code == 409
    assert client.post("/you/pay/", {**data, "version": "2", "ask": "x" * 20_001}).status_code == 422


def test_the_look_works_without_scripts(client):
    client.post("/you/look/dark/")
    assert 'data-theme="dark"' in words(client.get("/you/"))
    client.post("/you/look/device/")
    assert "data-theme=" not in words(client.get("/you/")).replace("data-theme-toggle", "")
    assert client.post("/you/look/pink/").status_code == 404


def test_who_can_see_what_is_true_for_the_installation_at_hand(client):
    page, own = words(client.get("/sharing/")), words(client.get("/you/"))
    local = connection.vendor == "sqlite"
    assert ("Nobody but you" in page, "no server" in page) == (local, local)
    assert ("whoever runs this installation" in page) is not local
    assert ("nobody but you" in own, "whoever runs this installation" in own) == (local, not local)


def test_erasing_takes_a_second_step_and_takes_only_ones_own(filled):
    bring_in(emily(), example())
    client = browser(owner())
    for word in ("", "no", "yes"):
        assert client.post("/you/erase/", {"word": word}).status_code == 422
    assert journey(filled).goals
    assert client.post("/you/erase/", {"word": " Erase "})["Location"] == "/start/"
    assert journey(filled) == Journey()
    assert journey(emily()).goals


EVERYWHERE = ("/organisation/", "/organisation/new/", "/alignment/", "/paths/", "/paths/new/", "/paths/people/",
              "/paths/people/new/", "/paths/said/new/", "/prepare/new/", "/search/", "/history/", "/bring-in/",
              "/sharing/", "/you/", "/you/pay/", "/you/erase/", "/more/", "/more/skills/new/", "/more/wants/new/",
              "/more/learning/new/", "/more/facts/new/")  # fmt: skip


@pytest.mark.parametrize("address", EVERYWHERE)
def test_an_empty_workbook_has_every_page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert "<h1>" in words(answer)


@pytest.mark.parametrize("address", [a for a in EVERYWHERE if a.endswith("/new/")])
def test_a_new_record_has_a_draft_that_survives(client, address):
    assert client.post(f"{address}draft/", {"name": "Half a", "what": "Half a", "aim": "Half a"}).status_code == 200
    assert "Not kept yet" in words(client.get(address))


def test_a_length_that_no_agenda_fits_is_told_plainly(filled, client):
    answer = client.get("/prepare/december/pack.zip?minutes=500")
    assert answer.status_code == 422
    assert "10 to 90 minutes" in words(answer)
