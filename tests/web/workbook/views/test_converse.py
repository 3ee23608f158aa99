"""Converse in the browser: notes that come once however often they are sent, the end, plain forms, the sheet."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from cast import bring_in, browser, emily, example
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from talktrack.engine.story import Contact, Conversation, Listening, Note
from talktrack.web.workbook.actions import converse as acting
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.queries import converse as talks
from talktrack.web.workbook.queries import records

TALK = "/converse/december/"
TEN = datetime(2026, 12, 3, 10, 0, tzinfo=UTC)


@pytest.fixture
def now(monkeypatch):
    """A clock that stands at ten in the morning of the talk, and can be moved on by minutes."""
    hands = [TEN]
    monkeypatch.setattr("django.utils.timezone.now", lambda: hands[0])
    return lambda minutes: hands.__setitem__(0, TEN + timedelta(minutes=minutes))


@pytest.fixture
def client(nathan):
    bring_in(nathan, example())
    return browser(nathan)


def make_sent(number=1, **changes):
    at = int((TEN + timedelta(minutes=17)).timestamp() * 1000)
    return {"id": f"live-{number}", "turn": 100, "kind": "advice", "speaker": "manager", "form": "words",
            "text": "Go to the launch meeting.", "at": at, **changes}  # fmt: skip


def post(client, *notes, owner=None, subject=None, **changes):
    mark = owner or talks.device(subject or client.subject)
    body = {"owner": mark, "notes": list(notes), **changes}
    return client.post(f"{TALK}notes/", json.dumps(body), content_type="application/json")


@pytest.fixture(autouse=True)
def _subject(client, nathan):
    client.subject = nathan


def kept(subject):
    return {one.name: one.value for one in talks.notes(subject, "december")}


def meeting(subject):
    return records.one(subject, Conversation, "december").value


def test_a_note_is_kept_with_kind_speaker_words_and_time_on_the_wall_of_the_talk(client, nathan):
    """R44."""
    zone = {"timezone": "America/New_York"}
    record.edit(subject=nathan, noun=Conversation, name="december", fields=zone, version=1)
    answer = post(client, make_sent())
    assert answer.json()["notes"] == [{"id": "live-1", "turn": 100, "version": 1, "why": ""}]
    note = kept(nathan)["live-1"]
    assert (note.kind, note.speaker, note.form, note.text) == (
        "advice",
        "manager",
        "words",
        "Go to the launch meeting.",
    )
    assert note.at == datetime(2026, 12, 3, 5, 17)


def test_what_comes_twice_is_kept_once_and_answered_each_time(client, nathan):
    for _ in range(3):
        assert post(client, make_sent(), make_sent(2)).json()["notes"][1]["why"] == ""
    assert list(kept(nathan)) == ["live-1", "live-2"]
    assert len(records.history(nathan, Note, "live-1")) == 1


def test_of_two_writings_the_later_counts_whichever_comes_first(client, nathan):
    post(client, make_sent(turn=102, text="the last words"))
    post(client, make_sent(turn=101, text="the first words"))
    assert kept(nathan)["live-1"].text == "the last words"
    post(client, make_sent(turn=103, text="changed without a network"))
    assert kept(nathan)["live-1"].text == "changed without a network"


def test_what_was_taken_back_stays_away_even_when_it_comes_again(client, nathan):
    post(client, make_sent(turn=101))
    post(client, make_sent(turn=102, gone=True))
    assert kept(nathan) == {}
    post(client, make_sent(turn=101))
    assert kept(nathan) == {}
    post(client, make_sent(turn=103))
    assert list(kept(nathan)) == ["live-1"]
    assert post(client, make_sent(5, gone=True)).json()["notes"][0]["why"] == ""
    assert "live-5" not in kept(nathan)
    post(client, make_sent(5, turn=99))
    assert "live-5" not in kept(nathan)


def test_a_note_that_was_changed_at_home_meanwhile_keeps_both_texts(client, nathan):
    post(client, make_sent())
    record.edit(subject=nathan, noun=Note, name="live-1", fields={"text": "Mended at the desk."}, version=1)
    for _ in range(2):
        assert post(client, make_sent(turn=200, text="Mended on the train.")).json()["notes"][0]["why"] == ""
    assert sorted(note.text for note in kept(nathan).values()) == ["Mended at the desk.", "Mended on the train."]
    post(client, make_sent(turn=300, text="Mended in bed."))
    assert sorted(note.text for note in kept(nathan).values()) == ["Mended at the desk.", "Mended in bed."]
    post(client, make_sent(turn=400, gone=True))
    assert [note.text for note in kept(nathan).values()] == ["Mended at the desk."]


def test_a_note_seen_here_as_it_was_changed_at_home_is_simply_changed(client, nathan):
    post(client, make_sent())
    record.edit(subject=nathan, noun=Note, name="live-1", fields={"text": "Mended at the desk."}, version=1)
    seen = client.get(f"{TALK}notes/").json()["notes"][0]
    assert (seen["after"], seen["turn"], seen["text"]) == (2, 100, "Mended at the desk.")
    post(client, make_sent(turn=200, after=seen["after"], text="Mended once more."))
    assert {name: note.text for name, note in kept(nathan).items()} == {"live-1": "Mended once more."}


def test_odd_signs_are_kept_as_text_and_break_nothing(client, nathan):
    odd = "\ud800 <b>\u0000 \u202e 日本 🙂 {{ x }}"
    assert post(client, make_sent(text=odd)).json()["notes"][0]["why"] == ""
    text = kept(nathan)["live-1"].text
    assert "<b>" in text
    assert "🙂" in text
    html = client.get(TALK).content.decode()
    assert "&lt;b&gt;" in html
    assert "<b> " not in html


def test_one_that_cannot_be_kept_holds_up_no_other_and_says_why(client, nathan):
    answer = post(client, make_sent(1, text="x" * 20_001), make_sent(2), make_sent(3, kind="gossip"))
    whys = [one["why"] for one in answer.json()["notes"]]
    assert "too long" in whys[0]
    assert whys[1] == ""
    assert whys[2]
    assert list(kept(nathan)) == ["live-2"]


def test_a_note_of_another_talk_is_not_moved(client, nathan):
    record.create(subject=nathan, noun=Conversation, fields={"id": "spring"})
    record.create(subject=nathan, noun=Note, fields={"id": "live-1", "conversation": "spring", "text": "Theirs"})
    assert "another conversation" in post(client, make_sent()).json()["notes"][0]["why"]
    assert records.one(nathan, Note, "live-1").value.text == "Theirs"


@pytest.mark.parametrize(
    "body",
    ["", "[]", "{}", "null", '{"owner": 1, "notes": []}', '{"owner": "x", "notes": [{}]}', "[" * 5000,
     '{"owner": "x", "notes": [{"id": "a", "turn": -1, "at": 1}]}',
     '{"owner": "x", "notes": [{"id": "a", "turn": 1, "at": 1e99}]}',
     '{"owner": "x", "notes": [], "meeting": {"turn": true}}',
     r'{"owner": "x", "notes": [{"id": "live\u0000", "turn": 1, "at": 1}]}'],
)  # fmt: skip
def test_what_is_not_of_the_right_shape_is_refused_and_nothing_kept(client, nathan, body):
    answer = client.post(f"{TALK}notes/", body, content_type="application/json")
    assert answer.status_code == 400
    assert "Nothing of it was kept" in answer.json()["why"]
    assert kept(nathan) == {}


def test_notes_of_one_owner_never_land_in_the_workbook_of_another(client, nathan):
    ada = emily()
    bring_in(ada, example())
    hers = browser(ada)
    hers.subject = ada
    assert post(hers, make_sent(), owner=talks.device(nathan)).status_code == 409
    assert kept(ada) == {}
    assert hers.get(TALK)["X-Talktrack-Owner"] != client.get(TALK)["X-Talktrack-Owner"]
    record.create(subject=nathan, noun=Conversation, fields={"id": "mine-alone"})
    assert hers.get("/converse/mine-alone/notes/").status_code == 404
    body = json.dumps({"owner": talks.device(ada), "notes": [make_sent()]})
    assert hers.post("/converse/mine-alone/notes/", body, content_type="application/json").status_code == 404


def test_the_end_makes_it_held_and_keeps_the_counters(client, nathan):
    """R43."""
    counted = {"paraphrased": 2, "clarified": 1, "interrupted": 0, "defended": 1}
    answer = post(client, meeting={"turn": 7, "held": True, "counted": counted})
    assert answer.json()["turn"] == 7
    assert answer.json()["review"][0] == "You said back what you had heard twice."
    assert (meeting(nathan).state, meeting(nathan).listening) == ("held", Listening(**counted))
    post(client, meeting={"turn": 6, "held": False, "counted": {}})
    assert meeting(nathan).state == "held"
    post(client, meeting={"turn": 8, "held": False, "counted": counted})
    assert meeting(nathan).state == "booked"


def test_a_page_for_the_device_carries_no_note_and_any_other_page_does(client, nathan):
    post(client, make_sent(text="A word between the two of us"))
    assert "between the two of us" in client.get(TALK).content.decode()
    answer = client.get(f"{TALK}?device")
    assert "between the two of us" not in answer.content.decode()
    assert answer["X-Talktrack-Owner"] == talks.device(nathan)
    assert talks.device(nathan) in answer.content.decode()


def test_a_page_for_the_device_does_not_tell_what_just_happened(client):
    client.post(f"{TALK}note/", {"kind": "advice", "form": "words", "text": "Start small."})
    html = client.get(f"{TALK}?device").content.decode()
    assert "Noted." not in html
    assert "/undo/" not in html
    client.post(f"{TALK}note/", {"kind": "advice", "form": "words", "text": "Start smaller."})
    assert "Noted." in client.get(TALK).content.decode()


def test_the_worker_is_one_script_for_these_pages_alone(client):
    answer = client.get("/converse/worker.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"
    assert "Service-Worker-Allowed" not in answer  # so that it reaches no page above its own address
    assert "worker-src 'self'" in answer["Content-Security-Policy"]
    assert client.get("/converse/let-in.txt").status_code == 204
    assert browser().get("/converse/let-in.txt").status_code == 403


def test_the_way_leads_to_the_coming_talk_then_to_the_last_then_to_planning(client, nathan):
    assert client.get("/converse/").headers["Location"] == TALK
    acting.end(subject=nathan, name="december")
    assert client.get("/converse/").headers["Location"] == TALK
    record.delete(subject=nathan, noun=Conversation, name="december")
    assert "Plan a talk" in client.get("/converse/").content.decode()


def test_the_pronoun_comes_from_the_contact_and_from_nothing_else(client, nathan):
    assert "She has to go" in client.get(TALK).content.decode()
    record.edit(subject=nathan, noun=Contact, name="jocelyn", fields={"pronoun": ""}, version=1)
    html = client.get(TALK).content.decode()
    assert "Jocelyn has to go" in html
    assert "Jocelyn will" in html
    assert "She " not in html.split('id="data"')[0].replace("She did", "")


def test_without_scripts_a_note_takes_two_taps_too(client, nathan, now):
    now(17)
    page = client.get(f"{TALK}?kind=their-promise").content.decode()
    assert "She will at 10:17." in page
    answer = client.post(
        f"{TALK}note/", {"kind": "their-promise", "form": "mark", "speaker": "manager", "began": "17"}
    )
    assert answer.headers["Location"] == f"{TALK}?began=17"
    (note,) = kept(nathan).values()
    assert (note.kind, note.speaker, note.form, f"{note.at:%H:%M}") == ("promise", "manager", "mark", "10:17")
    client.post(f"{TALK}note/", {"kind": "advice", "form": "words", "text": "Start small.", "speaker": "other"})
    assert [n.form for n in kept(nathan).values()] == ["mark", "words"]
    assert "Start small." in client.get(TALK).content.decode()
    assert client.post(f"{TALK}note/", {"kind": "gossip"}).status_code == 404


def test_without_scripts_the_clock_is_read_from_the_address(client, now):
    start = client.get(f"{TALK}?start=1").headers["Location"]
    assert start == f"{TALK}?began={int(TEN.timestamp())}"
    now(17)
    html = client.get(start).content.decode()
    assert '<h1 id="part">Questions and feedback</h1>' in html
    assert "5 min" in html
    assert "left here, 13 in all. Mostly her turn." in html
    closing = client.get(f"{start}&go=1").content.decode()
    assert "Two minutes to close" in closing
    assert "2 min" in closing
    now(33)
    assert "3 over. Name the next step, and thank them." in client.get(start).content.decode()


def test_started_late_it_ends_when_it_was_booked_to_end(client, now):
    now(8)
    start = client.get(f"{TALK}?start=1").headers["Location"]
    html = client.get(start).content.decode()
    assert "22 in all" in html
    now(11)
    assert "Leave out the secondary examples: tell the first one only." in client.get(start).content.decode()


def test_without_scripts_it_is_counted_and_ended_and_taken_back(client, nathan):
    client.post(f"{TALK}count/", {"what": "clarified"})
    client.post(f"{TALK}count/", {"what": "clarified"})
    assert meeting(nathan).listening.clarified == 2
    assert client.post(f"{TALK}count/", {"what": "score"}).status_code == 404
    client.post(f"{TALK}end/")
    assert meeting(nathan).state == "held"
    html = client.get(TALK).content.decode()
    assert "You asked what was meant twice." in html
    assert 'href="/recap/december/"' in html
    client.post(f"{TALK}end/", {"again": "1"})
    assert meeting(nathan).state == "booked"


def test_the_page_to_write_on_is_one_page(client):
    answer = client.get(f"{TALK}sheet.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert len(PdfReader(io.BytesIO(answer.content)).pages) == 1
    assert client.get("/converse/nothing/sheet.pdf").status_code == 404


def test_where_it_is_not_safe_the_way_out_is_told_and_no_way_on(client):
    html = client.get(TALK).content.decode()
    place = html[html.index('id="unsafe"') : html.index('id="device"')]
    for needed in ("I’d like to stop here.", "word for word", "union", "lawyer", "End it here"):
        assert needed in place


def test_the_number_of_queries_does_not_grow_with_the_notes(client, nathan):
    def queries(path):
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as counted:
            client.get(path)
        return len(counted)

    before = [queries(TALK), queries(f"{TALK}notes/")]
    for number in range(0, 60, 20):
        post(client, *(make_sent(n) for n in range(number, number + 20)))
    assert [queries(TALK), queries(f"{TALK}notes/")] == before
    assert len(kept(nathan)) == 60


def test_erasing_everything_erases_what_is_known_of_devices(client, nathan):
    from talktrack.web.workbook.actions import wipe

    post(client, make_sent())
    assert talks.turns(nathan) == {"live-1": 100}
    wipe.wipe(subject=nathan)
    assert talks.turns(nathan) == {}
