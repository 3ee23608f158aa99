"""Prepare in the browser: one conversation from aim to pack, with and without scripts."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from cast import bring_in, browser, emily, example
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from talktrack.engine import coach
from talktrack.engine.prepare.pack import prepare
from talktrack.engine.story import Contact, Conversation, Journey, Lens
from talktrack.kit.similarity import offline
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.queries import records
from talktrack.web.workbook.queries.pack import FILES

DAY = date(2026, 11, 22)
PAGE = "/prepare/december/"


@pytest.fixture(autouse=True)
def sunday(monkeypatch):
    """The clock stands on a Sunday in November."""
    now = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
    monkeypatch.setattr("talktrack.web.workbook.views.clock.timezone.now", lambda: now)


@pytest.fixture
def client(nathan):
    bring_in(nathan, example())
    return browser(nathan)


def meeting(subject, name="december"):
    return records.one(subject, Conversation, name).value


def words(answer):
    return answer.content.decode()


def test_the_pack_of_the_browser_is_the_pack_of_the_file_byte_for_byte(nathan, client):
    whole = example()
    findings = coach.check(whole, today=DAY)
    made = prepare(whole, today=DAY, closeness=offline, findings=findings)
    answer = client.get(f"{PAGE}pack.zip")
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == 'attachment; filename="pack.zip"'
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert {i.filename.removeprefix("pack/"): archive.read(i) for i in archive.infolist()} == {
        f.name: f.content for f in made.files
    }
    for f in made.files:
        assert client.get(f"{PAGE}files/{f.name}").content == f.content
    assert client.get(f"{PAGE}pack.zip").content == answer.content


def test_every_file_is_named_on_the_page_and_can_be_taken(client):
    page = words(client.get(PAGE))
    for name in FILES:
        assert f"{PAGE}files/{name}" in page
    assert client.get(f"{PAGE}files/brief.pdf")["Content-Type"] == "application/pdf"
    assert client.get(f"{PAGE}print/")["Content-Disposition"].startswith("inline")
    assert client.get(f"{PAGE}files/passwd").status_code == 404


def test_the_page_shows_what_the_engine_drafts(client):
    answer = client.get(PAGE)
    page = answer.context["page"]
    assert page.head.title == "Thursday 3 December at 10:00, with Jocelyn"
    assert sum(p.minutes for p in page.agenda.parts) == 30
    assert page.agenda.parts[1].at == "10:02"
    assert page.agenda.ends == "10:30"
    assert any(
        run.kind == "evidence" and run.url == "/evidence/welcome/" for line in page.lines for run in line.words
    )
    assert [q.mark for q in page.asks][:4] == ["1", "2", "3", "+"]
    assert all(q.why for q in page.asks)
    assert page.side.title == "Her side"
    assert len(page.side.facts) == 3
    assert len(page.side.guesses) == 2
    assert words(answer).count('class="btn go"') == 2, "one for the page, one for the note of the dock"


def test_the_page_reads_a_constant_number_of_rows(nathan, client):
    client.get(PAGE)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(PAGE)
    for n in range(20):
        record.create(subject=nathan, noun=Contact, fields={"name": f"Person {n}"})
    client.get(PAGE)
    with CaptureQueriesContext(connection) as many:
        client.get(PAGE)
    assert len(many) == len(few)


def test_only_got_fifteen(client):
    page = client.get(f"{PAGE}?minutes=15").context["page"]
    assert sum(p.minutes for p in page.agenda.parts) == 15
    assert page.agenda.booked == "If there are 15 of the 30 booked"
    assert f"{PAGE}files/brief.pdf?minutes=15" in {f.url for f in page.files}
    for odd in ("9", "91", "x", "-5", "1e2", "²"):
        assert client.get(f"{PAGE}?minutes={odd}").context["page"].agenda.total == 30


def test_no_conversation_leads_to_a_new_one_and_one_sentence_is_enough(nathan):
    client = browser(nathan)
    assert client.get("/prepare/")["Location"] == "/prepare/new/"
    assert client.get("/prepare/new/").status_code == 200
    answer = client.post("/prepare/new/", {"aim": "Ask for the Danish launch", "minutes": "30"})
    made = records.listed(nathan, Conversation).items[0]
    assert answer["Location"] == f"/prepare/{made.name}/"
    page = client.get(answer["Location"]).context["page"]
    assert page.head.title == "Your talk with your manager, no day yet"
    assert page.agenda.parts[0].at == "0:00"
    assert page.next.text == "Write one down", "the first open thing is the filled button"
    assert client.get("/prepare/")["Location"] == f"/prepare/{made.name}/"


def test_what_cannot_be_right_comes_back_with_what_was_typed(nathan, client):
    answer = client.post(f"{PAGE}edit/", {"version": "1", "aim": "Kept in the field", "minutes": "5", "at": "soon"})
    assert answer.status_code == 422
    page = words(answer)
    assert "Kept in the field" in page
    assert "Ten minutes are the least" in page
    assert "such as 2026-12-03 10:00" in page
    assert meeting(nathan).aim == example().conversations[0].aim


def test_a_change_keeps_what_the_form_does_not_show(nathan, client):
    form = client.get(f"{PAGE}edit/").context["form"]
    data = {n: v for n, b in ((f, form[f].value()) for f in form.fields) if (v := b) not in (None, False)}
    data["at"] = "2026-12-03T10:00"
    answer = client.post(f"{PAGE}edit/", {**data, "aim": "Agree on the seat"})
    assert answer["Location"] == PAGE
    assert meeting(nathan) == example().conversations[0].model_copy(update={"aim": "Agree on the seat"})


def test_two_tabs_are_told(nathan, client):
    record.edit(subject=nathan, noun=Conversation, name="december", fields={"aim": "Theirs"}, version=1)
    answer = client.post(f"{PAGE}edit/", {"version": "1", "aim": "Mine", "minutes": "30"})
    assert answer.status_code == 409
    assert "Theirs" in words(answer)
    assert "Mine" in words(answer)
    assert client.post(f"{PAGE}edit/?over=2", {"version": "1", "aim": "Mine", "minutes": "30"}).status_code == 302
    assert meeting(nathan).aim == "Mine"


def test_while_typing_the_coach_answers_and_the_draft_stays(nathan, client):
    answer = client.post(
        f"{PAGE}edit/draft/",
        {"version": "1", "aim": "x", "minutes": "30", "opening": "Sorry to bother you, this is just a small thing."},
    )
    assert 'id="margin"' in words(answer)
    assert "Saved" in words(answer)
    assert "bother" in client.get(f"{PAGE}edit/").context["form"].initial["opening"]


def test_the_place(nathan, client):
    answer = client.post(f"{PAGE}arrange/", {"place": "the canteen", "done": "person"}, follow=True)
    assert meeting(nathan).setting.place == "the canteen"
    assert meeting(nathan).setting.private is None
    assert any("Others would hear" in s.text for s in answer.context["page"].arranged.states)
    client.post(answer.context["undo"].undo)
    assert meeting(nathan) == example().conversations[0]


def test_a_meeting_by_video_needs_only_its_reason(nathan, client):
    client.post(f"{PAGE}arrange/", {"place": "", "reason": "We work in two cities"})
    assert meeting(nathan).setting.in_person is False
    page = client.get(PAGE).context["page"]
    assert not any("hear" in s.text for s in page.arranged.states)
    assert {s.text: s.done for s in page.ready}


def test_the_agenda_by_hand_is_the_agenda_of_the_pack(nathan, client):
    page = client.get(PAGE).context["page"]
    rows = {"part": [p.id for p in page.agenda.parts], "minutes": [p.minutes for p in page.agenda.parts]}
    client.post(f"{PAGE}order/", {**rows, "move": "up:questions"})
    parts = [p.name for p in client.get(PAGE).context["page"].agenda.parts]
    assert parts.index("Questions, feedback") == parts.index("Agreement") - 1
    sheet = client.get(f"{PAGE}files/agenda.md").content.decode()
    assert sheet.index("Questions") < sheet.index("Agreement |") if "Agreement |" in sheet else True
    client.post(f"{PAGE}order/usual/")
    assert meeting(nathan).agenda == ()


def test_minutes_by_hand_are_the_new_length_and_odd_ones_are_told(nathan, client):
    assert client.post(f"{PAGE}order/", {"part": ["purpose", "questions"], "minutes": ["5", "20"]}).status_code == 302
    assert meeting(nathan).minutes == 25
    for bad in (["5", "4"], ["5", "x"], ["5"], ["90", "90"]):
        answer = client.post(f"{PAGE}order/", {"part": ["purpose", "questions"], "minutes": bad})
        assert answer.status_code == 422
        assert answer.context["page"].agenda.error
    assert client.post(f"{PAGE}order/", {"part": ["nothing"], "minutes": ["20"]}).status_code == 422


def test_a_question_is_asked_anyway_or_left(nathan, client):
    page = client.get(PAGE).context["page"]
    later = next(q for q in page.asks if q.mark == "–")
    client.post(later.act.url)
    name = later.id.removeprefix("q-")
    assert meeting(nathan).wanted == (name,)
    asked = client.get(PAGE).context["page"].asks
    assert next(q for q in asked if q.id == later.id).mark in "123456"
    client.post(f"{PAGE}questions/{name}/leave/")
    assert meeting(nathan).wanted == ()
    assert meeting(nathan).unwanted == (name,)
    every = client.get(f"{PAGE}questions/").context["page"].groups
    assert later.id in {q.id for heading, asks in every if heading == "Not needed here" for q in asks}
    assert client.post(f"{PAGE}questions/no-such/want/").status_code == 404
    assert client.post(f"{PAGE}questions/{name}/burn/").status_code == 404


def test_the_other_side_is_kept_apart_and_made_where_there_is_none(nathan):
    bring_in(
        nathan,
        Journey(
            contacts=(Contact(id="sam", name="Sam Reed", relation="manager"),),
            conversations=(Conversation(id="one", aim="Ask"),),
        ),
    )
    client = browser(nathan)
    assert client.get("/prepare/one/").context["page"].side.title == "Sam’s side"
    data = {
        "facts-0-text": "Said that costs come first",
        "facts-0-about": "priority",
        "guesses-0-text": "May fear a gap",
        "unknowns": "Who signs",
    }
    assert client.post("/prepare/one/side/", data)["Location"] == "/prepare/one/#side"
    lens = records.listed(nathan, Lens).items[0].value
    assert lens.contact == "sam"
    assert lens.facts[0].about == "priority"
    assert lens.guesses[0].text == "May fear a gap"
    form = client.get("/prepare/one/side/").context["form"]
    assert form["facts-0-text"].value() == "Said that costs come first"
    again = client.post(
        "/prepare/one/side/", {**data, "version": "1", "facts-0-id": lens.facts[0].id, "unknowns": ""}
    )
    assert again.status_code == 302
    assert records.listed(nathan, Lens).total == 1
    assert client.post("/prepare/one/side/", {**data, "version": "1"}).status_code == 409


def test_the_request_reads_as_the_manager_reads_it(nathan, client):
    answer = client.get(f"{PAGE}request/")
    assert "Jocelyn" in words(answer)
    assert answer.context["page"].asked
    client.post(f"{PAGE}asked/")
    assert meeting(nathan).state == "asked"
    assert client.get(f"{PAGE}request/").context["page"].asked is None


def test_what_blocks_holds_every_file_until_the_person_says_so(nathan):
    ask = {"id": "rise", "what": "Could you give me fewer nights by May, because I am pregnant?", "by": "2026-12-18"}
    bring_in(nathan, Journey.model_validate({"conversations": [{"id": "one", "aim": "Pay", "asks": [ask]}]}))
    client = browser(nathan)
    for file in ("pack.zip", "files/talk-track.md", "print/"):
        answer = client.get(f"/prepare/one/{file}")
        assert answer.status_code == 409, file
        assert 'id="held"' in words(answer)
    for note in answer.context["page"].held:
        client.post(note.dismiss.url)
    assert client.get("/prepare/one/pack.zip").status_code == 200


def test_a_past_conversation_can_still_be_looked_at(nathan, client):
    client.post(f"{PAGE}edit/", {"version": "1", "aim": "Done", "minutes": "30", "state": "held"})
    assert client.get(PAGE).status_code == 200
    assert client.get("/prepare/")["Location"] == PAGE


def test_delete_undo_and_history(nathan, client):
    answer = client.post(f"{PAGE}edit/delete/", follow=True)
    assert client.get(PAGE).status_code == 404
    client.post(answer.context["undo"].undo)
    assert client.get(PAGE).status_code == 200
    history = client.get(f"{PAGE}edit/history/")
    assert "Brought back" in words(history)


def test_what_is_not_yours_is_not_there(nathan):
    bring_in(emily(), example())
    client = browser(nathan)
    for path in (
        "",
        "edit/",
        "side/",
        "questions/",
        "request/",
        "print/",
        "pack.zip",
        "files/brief.pdf",
        "edit/history/",
    ):
        assert client.get(f"{PAGE}{path}").status_code == 404, path
    for path in ("arrange/", "order/usual/", "asked/", "edit/delete/", "side/", "edit/draft/"):
        assert client.post(f"{PAGE}{path}").status_code == 404, path


def test_what_is_printed_is_one_page_whatever_is_said(client):
    printed = client.get(client.get(PAGE).context["page"].print)
    assert len(PdfReader(io.BytesIO(printed.content)).pages) == 1
