"""Find a time in the browser (R33): slots with reasons, one click takes one, one gives it back, and it is noted."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from caldav_served import LOOPBACK, NATHAN, radicale
from cast import bring_in, browser, emily, example
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from talktrack.engine.story import Conversation
from talktrack.outside import caldav
from talktrack.outside.http import Client
from talktrack.web.post import calendars, entries
from talktrack.web.post.calendars import CALDAV, Looking
from talktrack.web.workbook.actions import prepare as acting
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.queries import records

PAGE = "/prepare/december/time/"
KEY = "conversations/december"
ZONE = ZoneInfo("Europe/London")
SUNDAY = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
SPAN = (SUNDAY, SUNDAY + timedelta(days=60))


@pytest.fixture(autouse=True)
def sunday(monkeypatch, settings):
    """Every clock stands on a Sunday in November, and this machine may be asked."""
    settings.ALLOWED_NETWORKS = LOOPBACK
    monkeypatch.setattr(timezone, "now", lambda: SUNDAY)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with radicale(tmp_path_factory.mktemp("radicale")) as served:
        yield served


@pytest.fixture
def asking():
    with Client(allowed=LOOPBACK, login=NATHAN, seconds=60) as made:
        yield made


@pytest.fixture
def work(server, asking):
    return server.calendar(asking, f"Work {secrets.token_hex(4)}")


@pytest.fixture
def client(nathan):
    bring_in(nathan, example())
    return browser(nathan)


@pytest.fixture
def noting(nathan, client, work):
    """A calendar that takes talks."""
    looking = Looking(SUNDAY.date(), ZONE)
    row = calendars.connect(subject=nathan, looking=looking, purpose=CALDAV, label="Work", address=work, login=NATHAN)
    return calendars.choose(subject=nathan, number=row.pk, label="Work", busy=[work], writes=work)


def meeting(subject):
    return records.one(subject, Conversation, "december").value


def shown(client, query=""):
    return client.get(f"{PAGE}{query}").context["page"]


def words(answer):
    return answer.content.decode()


def work_all():
    for _ in range(20):
        if not entries.work(timezone.now() + timedelta(seconds=1)):
            return
    raise AssertionError("the work has no end")


def on_the_server(asking, work):
    return b"".join(caldav.events(asking, work, *SPAN))


def make_busy(*spans):
    rows = [
        f"BEGIN:VEVENT\r\nUID:{n}\r\nDTSTAMP:20261122T090000Z\r\nDTSTART:{a}\r\nDTEND:{b}\r\nEND:VEVENT\r\n"
        for n, (a, b) in enumerate(spans)
    ]
    return SimpleUploadedFile("a.ics", f"BEGIN:VCALENDAR\r\n{''.join(rows)}END:VCALENDAR\r\n".encode())


def test_without_any_calendar_the_hours_alone_give_times_and_say_so(client):
    page = shown(client)
    assert 3 <= len(page.slots) <= 5
    assert all(slot.when and slot.why for slot in page.slots)
    assert page.notes
    assert "No calendar is known" in words(client.get(PAGE)) or "no calendar is known" in words(client.get(PAGE))
    assert page.look is None


def test_a_time_is_taken_with_one_click_and_given_back_with_one(nathan, client):
    before = meeting(nathan)
    slot = shown(client).slots[0]
    answer = client.post(f"{PAGE}take/", {"start": slot.start}, follow=True)
    taken = meeting(nathan)
    start = datetime.fromisoformat(slot.start).astimezone(ZoneInfo(taken.timezone))
    assert taken.at == start.replace(tzinfo=None)
    assert taken.state == "planned"
    assert answer.context["page"].chosen.startswith(f"{start:%A}")
    assert slot.start not in {s.start for s in answer.context["page"].slots}
    client.post(answer.context["undo"].undo)
    assert meeting(nathan) == before


def test_the_preparation_offers_times_until_there_is_one(nathan, client):
    assert client.get("/prepare/december/").context["page"].arranged.slots == ()
    record.edit(subject=nathan, noun=Conversation, name="december", fields={"at": None}, version=1)
    arranged = client.get("/prepare/december/").context["page"].arranged
    assert len(arranged.slots) == 3
    client.post(arranged.take, {"start": arranged.slots[1].start})
    assert client.get("/prepare/december/").context["page"].arranged.chosen


def test_what_stands_in_either_calendar_is_kept_free(nathan, client):
    first = datetime.fromisoformat(shown(client).slots[0].start).astimezone(UTC)
    day = (f"{first:%Y%m%d}T000000Z", f"{first + timedelta(days=1):%Y%m%d}T000000Z")
    client.post("/you/calendars/add/file/", {"file": make_busy(day)})
    after = shown(client)
    assert all(datetime.fromisoformat(s.start).date() != first.date() for s in after.slots)
    second = datetime.fromisoformat(after.slots[0].start).astimezone(UTC)
    day = (f"{second:%Y%m%d}T000000Z", f"{second + timedelta(days=1):%Y%m%d}T000000Z")
    client.post("/you/calendars/add/theirs/", {"contact": "jocelyn", "file": make_busy(day)})
    both = shown(client)
    assert all(datetime.fromisoformat(s.start).date() not in (first.date(), second.date()) for s in both.slots)
    assert any("Both free" in s.why for s in both.slots)


def test_where_nothing_fits_it_says_why_and_what_to_do(client):
    client.post("/you/calendars/add/file/", {"file": make_busy(("20261101T000000Z", "20270301T000000Z"))})
    page = shown(client)
    assert page.slots == ()
    assert page.none
    assert client.get("/prepare/december/").status_code == 200


def test_one_can_look_further_ahead_and_sooner(client):
    later, soon = shown(client).further[1].url, shown(client).further[0].url
    assert shown(client, later.partition("/time/")[2].partition("#")[0]).slots[0].start > shown(client).slots[0].start
    assert shown(client, soon.partition("/time/")[2].partition("#")[0]).slots[0].start < shown(client).slots[0].start
    for odd in ("?from=x", "?from=1999-01-01", "?from=9999-12-31", "?from=2026-13-40"):
        assert shown(client, odd).slots == shown(client).slots


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"at": "tomorrow"},
        {"start": "x"},
        {"at": "9999-12-31T23:59"},
        {"start": "9999-12-31T23:59:00+00:00"},
        {"start": "0001-01-01T00:00:00+14:00"},
    ],
)
def test_a_bent_time_is_told_and_what_was_typed_stays(nathan, client, given):
    before = meeting(nathan)
    answer = client.post(f"{PAGE}take/", given)
    assert answer.status_code == 422
    assert answer.context["page"].error
    assert meeting(nathan) == before


def test_another_time_is_typed(nathan, client):
    client.post(f"{PAGE}take/", {"at": "2026-12-09T15:30"})
    assert meeting(nathan).at == datetime(2026, 12, 9, 15, 30)


def test_a_time_that_was_asked_for_is_moved_and_counts_as_a_change(nathan, client):
    acting.stand(subject=nathan, name="december", state="booked")
    client.post(f"{PAGE}take/", {"at": "2026-12-09T15:30"})
    assert (meeting(nathan).state, meeting(nathan).sequence) == ("asked", 1)
    answer = client.post(f"{PAGE}call-off/", follow=True)
    assert (meeting(nathan).state, meeting(nathan).sequence) == ("cancelled", 2)
    client.post(answer.context["undo"].undo)
    assert meeting(nathan).state == "asked"


def test_a_talk_is_noted_moved_and_taken_out_with_what_happens_to_it(nathan, client, noting, asking, work):
    client.post(f"{PAGE}take/", {"at": "2026-12-09T15:30"})
    assert shown(client).noted.again
    work_all()
    assert "In “" in shown(client).noted.state.text
    assert b"20261209T153000" in on_the_server(asking, work)
    stored = caldav.read(asking, caldav.place(work, uid(nathan)))
    assert b"CLASS:PRIVATE" in stored.ics
    assert b"ATTENDEE" not in stored.ics
    assert meeting(nathan).aim.encode() not in stored.ics
    answer = client.post(f"{PAGE}take/", {"at": "2026-12-10T11:00"}, follow=True)
    work_all()
    assert b"20261210T110000" in on_the_server(asking, work)
    client.post(answer.context["undo"].undo)
    work_all()
    assert b"20261209T153000" in on_the_server(asking, work)
    answer = client.post(f"{PAGE}call-off/", follow=True)
    work_all()
    assert on_the_server(asking, work) == b""
    client.post(answer.context["undo"].undo)
    work_all()
    assert b"20261209T153000" in on_the_server(asking, work)
    client.post("/prepare/december/edit/delete/")
    work_all()
    assert on_the_server(asking, work) == b""


def uid(subject):
    from talktrack.web.post.calendar_rows import Entry

    return Entry.for_subject(subject).get().uid


def test_ones_own_talk_does_not_stand_in_its_own_way(nathan, client, noting):
    client.post(f"{PAGE}take/", {"at": "2026-12-09T15:30"})
    work_all()
    client.post(f"{PAGE}look/")
    row = calendars.listed(nathan)[0]
    assert len(calendars.seen(row).blocks) == 1
    client.post(f"{PAGE}call-off/")
    record.edit(subject=nathan, noun=Conversation, name="december", fields={"state": "planned"}, version=3)
    assert client.get(PAGE).status_code == 200


def test_what_was_changed_in_the_calendar_is_asked_about(nathan, client, noting, asking, work):
    client.post(f"{PAGE}take/", {"at": "2026-12-09T15:30"})
    work_all()
    place = caldav.place(work, uid(nathan))
    stored = caldav.read(asking, place)
    caldav.write(asking, place, stored.ics.replace(b"T153000", b"T163000"), etag=stored.etag)
    client.post(f"{PAGE}take/", {"at": "2026-12-10T11:00"})
    work_all()
    noted = shown(client).noted
    assert [a.text for a in noted.acts] == ["Keep what is there", "Write it as it stands here"]
    assert b"T163000" in on_the_server(asking, work)
    client.post(f"{PAGE}noted/leave/")
    assert "As you keep it" in shown(client).noted.state.text
    assert b"T163000" in on_the_server(asking, work)
    client.post(f"{PAGE}noted/insist/")
    work_all()
    assert b"20261210T110000" in on_the_server(asking, work)


def test_a_time_that_was_taken_before_is_put_in_by_hand(nathan, client, noting, asking, work):
    noted = shown(client).noted
    assert noted.state.text == "Not in your calendar"
    client.post(noted.acts[0].url)
    work_all()
    assert b"20261203T100000" in on_the_server(asking, work)


def test_a_server_that_is_away_is_told_and_tried_again(nathan, client, tmp_path):
    with radicale(tmp_path) as away, Client(allowed=LOOPBACK, login=NATHAN) as asking:
        work = away.calendar(asking, "Away")
        row = calendars.connect(
            subject=nathan,
            looking=Looking(SUNDAY.date(), ZONE),
            purpose=CALDAV,
            label="Away",
            address=work,
            login=NATHAN,
        )
        calendars.choose(subject=nathan, number=row.pk, label="Away", busy=[], writes=work)
    client.post(f"{PAGE}take/", {"at": "2026-12-09T15:30"})
    work_all()
    noted = shown(client).noted
    assert "Nobody answers" in noted.told
    assert "Tries again at" in noted.told
    assert [a.text for a in noted.acts] == ["Try again"]
    assert client.post(noted.acts[0].url).status_code == 302
    answer = client.get(f"{PAGE}noted/")
    assert 'id="noted"' in words(answer)


def test_a_talk_of_the_past_and_one_that_was_held_are_left_alone(nathan, client, noting, asking, work):
    client.post(f"{PAGE}take/", {"at": "2026-11-02T09:00"})
    work_all()
    assert on_the_server(asking, work) == b""
    client.post(f"{PAGE}take/", {"at": "2026-12-09T15:30"})
    work_all()
    acting.stand(subject=nathan, name="december", state="held")
    work_all()
    assert b"20261209T153000" in on_the_server(asking, work)
    assert client.post(f"{PAGE}take/", {"at": "2026-12-10T11:00"}).status_code == 422


def test_another_owner_finds_nothing_there(nathan, client, noting):
    client.post(f"{PAGE}take/", {"at": "2026-12-09T15:30"})
    other = browser(emily())
    assert other.get(PAGE).status_code == 404
    assert other.get(f"{PAGE}noted/").status_code == 404
    for path in ("take/", "call-off/", "noted/retry/", "noted/put/", "noted/insist/", "noted/leave/"):
        assert other.post(f"{PAGE}{path}", {"at": "2026-12-10T11:00"}).status_code == 404
    assert client.post(f"{PAGE}noted/other/").status_code == 404


def test_the_page_reads_a_constant_number_of_rows(client):
    def queries():
        client.get(PAGE)
        with CaptureQueriesContext(connection) as read:
            client.get(PAGE)
        return len(read)

    few = queries()
    for n in range(4):
        client.post("/you/calendars/add/file/", {"file": make_busy(), "label": str(n)})
    assert queries() == few
