"""Evidence: the pad, the coach beside it, the log, and each record."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cast import browser, emily
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from talktrack.engine.story import Accomplishment, Statement
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.models import Record
from talktrack.web.workbook.queries import drafts, records
from talktrack.web.workbook.queries.journey import journey

ROUGH = "I was responsible for the forum and we raised weekly visits by 65 %."


def made(subject, **fields):
    return record.create(subject=subject, noun=Accomplishment, fields={"did": "Cut late answers", **fields}).kept


def entries(subject):
    return records.listed(subject, Accomplishment).items


def test_a_line_is_kept_and_dated_today(client, nathan):
    answer = client.post("/evidence/", {"text": "Cut late answers. From 30 a week to 3."}, follow=True)
    assert answer.redirect_chain == [("/evidence/", 302)]
    assert "Kept." in answer.content.decode()
    (kept,) = entries(nathan)
    assert (kept.value.did, kept.value.result) == ("Cut late answers.", "From 30 a week to 3.")
    assert len(kept.value.date) == 10


def test_a_line_sent_twice_is_kept_once_and_again_later_twice(client, nathan):
    for _ in range(3):
        client.post("/evidence/", {"text": "Cut late answers"})
    assert len(entries(nathan)) == 1
    Record.for_subject(nathan).update(made_at=timezone.now() - timedelta(hours=1))
    client.post("/evidence/", {"text": "Cut late answers"})
    assert len(entries(nathan)) == 2


def test_nothing_typed_and_a_date_that_is_none_are_told_beside_the_field(client, nathan):
    answer = client.post("/evidence/", {"text": "", "date": "soon"})
    assert answer.status_code == 422
    form = answer.context["form"]
    assert "needed" in form.errors["text"][0]
    assert "Write a date" in form.errors["date"][0]
    assert 'value="soon"' in answer.content.decode()
    assert entries(nathan) == ()


def test_the_number_is_kept_with_its_start_and_its_period(client, nathan):
    client.post(
        "/evidence/",
        {"text": "Raised weekly visits by 65 %", "what": "weekly visits", "baseline": "3.1", "result": "5.1",
         "level_unit": "% of members", "period": "2025 to 2026"},
    )  # fmt: skip
    (measure,) = entries(nathan)[0].value.measures
    assert (str(measure.change), measure.unit, measure.what) == ("65", "%", "weekly visits")
    assert (str(measure.baseline), str(measure.result), measure.period) == ("3.1", "5.1", "2025 to 2026")


def test_while_one_types_the_draft_is_kept_and_the_margin_comes_back(client, nathan):
    answer = client.post("/evidence/draft/", {"text": ROUGH}, headers={"hx-request": "true"})
    html = answer.content.decode()
    assert "Saved " in html
    for there in ('id="margin"', 'id="id_text_copy"', 'id="measure"', 'data-n="1"', "About the 65 %"):
        assert there in html
    assert entries(nathan) == ()
    assert drafts.draft(nathan, "accomplishments/new").fields["text"] == ROUGH
    page = client.get("/evidence/").content.decode()
    assert ROUGH in page
    assert "Not kept yet" in page


def test_a_field_that_is_being_typed_in_is_not_swapped(client):
    fields = {"text": ROUGH, "baseline": "3.1", "result": "5.1"}
    html = client.post("/evidence/draft/", fields, headers={"hx-request": "true"}).content.decode()
    assert 'name="baseline"' not in html
    assert "From 3.1 to 5.1 is 64.5" in html


def test_a_number_that_does_not_hold_is_asked_about(client):
    html = client.post("/evidence/draft/", {"text": ROUGH, "baseline": "10", "result": "11"}).content.decode()
    assert "Which one is right?" in html


def test_what_is_kept_leaves_no_draft(client, nathan):
    client.post("/evidence/draft/", {"text": ROUGH})
    client.post("/evidence/", {"text": ROUGH})
    assert drafts.draft(nathan, "accomplishments/new") is None


def test_what_the_coach_suggests_goes_into_the_pad_and_is_not_kept(client, nathan):
    answer = client.post("/evidence/use/A4/", {"text": "Responsible for the forum"}, follow=True)
    assert "___" in answer.context["form"].initial["text"]
    assert "Responsible for the forum" in answer.context["form"].initial["text"]
    assert entries(nathan) == ()
    assert client.post("/evidence/use/Z9/", {"text": "x"}).status_code == 404


def test_a_note_dismissed_while_typing_stays_dismissed_once_it_is_kept(client, nathan):
    page = client.post("/evidence/dismiss/A4/", {"text": "Responsible for the forum"}, follow=True)
    assert "A4" not in {note.rule for note in page.context["page"].notes}
    client.post("/evidence/", {"text": "Responsible for the forum", "quiet": "A4 A11 nonsense"})
    about = entries(nathan)[0].reference
    assert [(d.about, d.record) for d in journey(nathan).decisions] == [("A4", about)]


def test_a_note_on_a_kept_record_is_dismissed_and_undone(client, nathan):
    about = made(nathan, did="Responsible for the forum").reference
    rules = lambda: {n.rule for n in client.get("/evidence/responsible-for-the-forum/").context["page"].notes}  # noqa: E731
    assert "A4" in rules()
    answer = client.post(f"/margin/A4/{about}/", headers={"hx-request": "true"}).content.decode()
    assert "Undo" in answer
    assert "A4" not in rules()
    token = answer.split('formaction="/undo/')[1].split('/"')[0]
    client.post(f"/undo/{token}/")
    assert "A4" in rules()
    assert client.post(f"/margin/Z9/{about}/").status_code == 404


def test_the_log_says_what_each_entry_served(client, nathan):
    record.create(subject=nathan, noun=Statement, fields={"id": "need", "kind": "growth", "quote": "Keep buyers"})
    made(nathan, serves=["need"])
    made(nathan, did="Held a panel")
    page = client.get("/evidence/").context["page"]
    assert {e.serves for e in page.entries} == {"Keep buyers", ""}
    assert len(client.get("/evidence/?only=loose").context["page"].entries) == 1


@pytest.mark.parametrize("query", ["page=0", "page=-1", "page=x", "page=99999999", "page=٣", "only=x", "prompt=x"])
def test_an_address_that_was_played_with_still_shows_a_page(client, nathan, query):
    assert client.get(f"/evidence/?{query}").status_code == 200


def test_the_wording_is_used_undone_and_dismissed(client, nathan):
    name = made(nathan, result="They fell from 30 to 3.").name
    answer = client.post(f"/evidence/{name}/say/use/", follow=True)
    assert records.one(nathan, Accomplishment, name).value.spoken == "I cut late answers. They fell from 30 to 3."
    client.post(answer.context["undo"].undo)
    assert records.one(nathan, Accomplishment, name).value.spoken == ""
    assert client.get("/evidence/").context["page"].spoken
    client.post(f"/evidence/{name}/say/dismiss/")
    assert client.get("/evidence/").context["page"].spoken is None
    assert client.post(f"/evidence/{name}/say/shout/").status_code == 404


def test_a_record_is_changed_without_losing_what_the_form_does_not_show(client, filled):
    before = records.one(filled, Accomplishment, "reply")
    page = client.get("/evidence/reply/")
    fields = posted(page.context["form"])
    answer = client.post("/evidence/reply/", {**fields, "proof": "The July report"})
    assert answer.status_code == 302
    after = records.one(filled, Accomplishment, "reply").value
    assert after == before.value.model_copy(update={"proof": "The July report"})


def posted(form) -> dict[str, object]:
    """What a browser would send of the form as it stands."""
    sent: dict[str, object] = {}
    for field in form:
        value = field.value()
        if value is True:
            sent[field.html_name] = "on"
        elif isinstance(value, (list, tuple)) and field.widget_type == "checkboxselectmultiple":
            sent[field.html_name] = list(value)
        elif value not in (None, False, ""):
            sent[field.html_name] = str(value)
    return sent


def test_two_hands_on_one_record_see_both_texts(client, nathan):
    kept = made(nathan)
    url = f"/evidence/{kept.name}/"
    mine = {"did": "Cut late answers by half", "kind": "result", "version": "1"}
    record.edit(subject=nathan, noun=Accomplishment, name=kept.name, fields={"did": "Theirs"}, version=1)
    answer = client.post(url, mine)
    assert answer.status_code == 409
    html = answer.content.decode()
    assert "Theirs" in html
    assert "Cut late answers by half" in html
    assert records.one(nathan, Accomplishment, kept.name).value.did == "Theirs"
    over = answer.context["conflict"].keep_mine.url
    assert client.post(over, mine).status_code == 302
    assert records.one(nathan, Accomplishment, kept.name).value.did == "Cut late answers by half"


def test_a_record_sent_twice_is_no_conflict(client, nathan):
    kept = made(nathan)
    mine = {"did": "Cut them", "kind": "result", "version": "1"}
    assert [client.post(f"/evidence/{kept.name}/", mine).status_code for _ in range(2)] == [302, 302]
    assert records.one(nathan, Accomplishment, kept.name).version == 2


def test_a_field_that_cannot_be_right_names_itself(client, nathan):
    kept = made(nathan)
    wrong = {"did": "Cut", "kind": "result", "version": "1", "measures-0-what": "late", "measures-0-change": "many"}
    answer = client.post(f"/evidence/{kept.name}/", wrong)
    assert answer.status_code == 422
    assert "Write a number" in answer.context["form"].errors["measures-0-change"][0]
    assert 'value="many"' in answer.content.decode()
    nothing = client.post(f"/evidence/{kept.name}/", {**wrong, "measures-0-what": "", "measures-0-change": "5"})
    assert "measures-0-what" in nothing.context["form"].errors


def test_deleted_and_brought_back_and_every_version_told(client, nathan):
    kept = made(nathan)
    record.edit(subject=nathan, noun=Accomplishment, name=kept.name, fields={"result": "Less"}, version=1)
    answer = client.post(f"/evidence/{kept.name}/delete/", follow=True)
    assert "is deleted" in answer.content.decode()
    assert client.get(f"/evidence/{kept.name}/").status_code == 404
    assert "Deleted" in client.get(f"/evidence/{kept.name}/history/").content.decode()
    client.post(answer.context["undo"].undo)
    client.post(f"/evidence/{kept.name}/history/1/")
    assert records.one(nathan, Accomplishment, kept.name).value.result == ""


@pytest.mark.parametrize(
    ("method", "below"),
    [("get", ""), ("post", ""), ("post", "draft/"), ("post", "delete/"), ("get", "history/"), ("post", "history/1/"),
     ("post", "say/use/"), ("post", "say/dismiss/"), ("post", "use/A4/")],
)  # fmt: skip
def test_what_is_anothers_answers_like_what_is_not_there(client, nathan, method, below):
    theirs = made(emily(), did="Secret of hers").name
    for name in (theirs, "never-was"):
        answer = getattr(client, method)(f"/evidence/{name}/{below}", {"did": "x", "kind": "result"})
        assert answer.status_code == 404, (name, below)
        assert "Secret" not in answer.content.decode()
    assert browser(emily()).get(f"/evidence/{theirs}/").status_code == 200


def test_the_number_of_queries_does_not_grow(client, nathan):
    made(nathan)
    client.get("/evidence/")
    with CaptureQueriesContext(connection) as few:
        client.get("/evidence/")
    for number in range(40):
        made(nathan, did=f"Did {number}")
    client.get("/evidence/")
    with CaptureQueriesContext(connection) as many:
        client.get("/evidence/")
    assert len(many) == len(few)
