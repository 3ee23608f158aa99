"""Calendars in the browser: connected where they work, looked at, told of trouble, removed with their secret."""

from __future__ import annotations

import logging.config
import secrets
from datetime import UTC, datetime

import pytest
from caldav_served import LOOPBACK, NATHAN, radicale
from cast import bring_in, browser, emily, example
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hostile_http import hostile

from talktrack.outside import caldav
from talktrack.outside.http import Client
from talktrack.web.post import calendars
from talktrack.web.post.models import Connection
from talktrack.web.workbook.queries.files import archived

PAGE = "/you/calendars/"
EVENT = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20261122T090000Z\r\nDTSTART:20261203T100000Z\r\n"
    b"DTEND:20261203T110000Z\r\nSUMMARY:Canary\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture(autouse=True)
def sunday(monkeypatch, settings):
    """The clock stands on a Sunday in November, and this machine may be asked."""
    settings.ALLOWED_NETWORKS = LOOPBACK
    now = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
    monkeypatch.setattr("talktrack.web.workbook.views.clock.timezone.now", lambda: now)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with radicale(tmp_path_factory.mktemp("radicale")) as served:
        yield served


@pytest.fixture
def work(server):
    with Client(allowed=LOOPBACK, login=NATHAN) as asking:
        url = server.calendar(asking, f"Work {secrets.token_hex(4)}")
        caldav.write(asking, caldav.place(url, "a"), EVENT, etag=None)
    return url


@pytest.fixture
def client(nathan):
    bring_in(nathan, example())
    return browser(nathan)


def words(answer):
    return answer.content.decode()


def account(url, **changes):
    return {"address": url, "user": NATHAN.name, "password": NATHAN.password, "label": "Office", **changes}


def test_nothing_connected_yet_is_told_and_three_ways_are_offered(client):
    answer = client.get(PAGE)
    page = answer.context["page"]
    assert page.mine == page.theirs == ()
    assert [way.id for way in page.ways] == ["account", "address", "file"]
    assert page.whose == "Jocelyn’s"
    assert words(answer).count('class="btn go"') == 2, "one for the page, one for the note of the dock"


def test_an_account_is_tried_and_what_of_it_counts_is_chosen(nathan, client, work, server):
    answer = client.post(f"{PAGE}add/account/", account(server.url))
    row = calendars.listed(nathan)[0]
    assert answer["Location"] == f"{PAGE}{row.pk}/"
    shown = words(client.get(f"{PAGE}{row.pk}/"))
    assert work in shown
    assert NATHAN.password not in shown
    client.post(f"{PAGE}{row.pk}/", {"label": "Office", "busy": [work], "writes": work})
    row.refresh_from_db()
    assert [p.url for p in calendars.parts(row) if p.busy] == [work]
    assert len(calendars.seen(row).blocks) == 1
    page = client.get(PAGE).context["page"]
    assert [s.text for s in page.mine[0].states][1:] == ["Talks are noted here"]
    assert page.mine[0].seen == "one time taken until 21 May"
    assert "Canary" not in words(client.get(PAGE))


def test_what_does_not_work_is_told_beside_its_field_and_not_kept(nathan, client, work):
    answer = client.post(f"{PAGE}add/account/", account(work, password="canary"))
    assert answer.status_code == 422
    assert "did not accept the name or the password" in words(answer)
    assert "canary" not in words(answer)
    answer = client.post(f"{PAGE}add/address/", {"address": "https://10.0.0.1/x.ics?secret"})
    assert "TALKTRACK_ALLOW_NETWORKS=10.0.0.1" in words(answer)
    answer = client.post(f"{PAGE}add/theirs/", {})
    assert "Give an address, or choose a file" in words(answer)
    answer = client.post(f"{PAGE}add/file/", {"file": SimpleUploadedFile("a.ics", b"no calendar")})
    assert answer.status_code == 422
    assert calendars.listed(nathan) == ()
    assert client.post(f"{PAGE}add/other/", {}).status_code == 404


@pytest.mark.parametrize("path", ["/bomb", "/garbage", "/half", "/elsewhere", "/trouble"])
def test_a_calendar_that_turns_bad_gets_a_line_and_the_rest_works(nathan, client, work, path):
    client.post(f"{PAGE}add/account/", account(work))
    with hostile() as bad:
        client.post(f"{PAGE}add/address/", {"address": bad.url("/ok"), "label": "Odd"})
        row = Connection.for_subject(nathan).get(label="Odd")
        row.address = bad.url(path)
        row.save()
        assert client.post(f"{PAGE}look/")["Location"] == PAGE
    page = client.get(PAGE).context["page"]
    office, odd = page.mine
    assert office.trouble == ""
    assert odd.trouble.startswith("“127.0.0.1”")
    assert odd.states[0].kind == "open"
    assert client.get("/prepare/december/").status_code == 200


def test_a_file_is_read_and_a_newer_one_takes_its_place(nathan, client):
    client.post(f"{PAGE}add/file/", {"file": SimpleUploadedFile("a.ics", EVENT), "label": "Holidays"})
    row = calendars.listed(nathan)[0]
    assert len(calendars.seen(row).blocks) == 1
    newer = EVENT.replace(b"20261203T10", b"20261204T10").replace(b"20261203T11", b"20261204T11")
    client.post(f"{PAGE}{row.pk}/", {"file": SimpleUploadedFile("a.ics", newer), "label": "Holidays"})
    row.refresh_from_db()
    assert calendars.seen(row).blocks[0].start.day == 4
    assert client.post(f"{PAGE}{row.pk}/", {"file": SimpleUploadedFile("a.ics", b"x")}).status_code == 422


def test_her_free_and_busy_times(nathan, client):
    listed = EVENT.replace(b"VEVENT", b"VFREEBUSY").replace(
        b"SUMMARY:Canary", b"FREEBUSY:20261203T100000Z/20261203T110000Z"
    )
    client.post(f"{PAGE}add/theirs/", {"contact": "jocelyn", "file": SimpleUploadedFile("j.ifb", listed)})
    page = client.get(PAGE).context["page"]
    assert page.theirs[0].name.startswith("Jocelyn")
    assert page.theirs[0].name.endswith("free and busy")
    assert page.theirs[0].seen.startswith("one time taken")


def test_no_address_and_no_password_reaches_a_log_or_a_page(client, settings, capsys):
    logging.config.dictConfig(settings.LOGGING)
    with hostile() as bad:
        for path in ("/garbage", "/half", "/elsewhere", "/trouble", "/chunks", "/gone", "/nowhere"):
            given = account(bad.url(f"{path}?key=canarybird"), user="canarybird", password="canarybird")
            shown = words(client.post(f"{PAGE}add/account/", given))
            assert shown.count("canarybird") == 2, "the two fields that were typed and may be seen"
            assert 'type="password" name="password" autocomplete="off" maxlength="1000" required' in shown
            client.post(f"{PAGE}add/address/", {"address": bad.url(f"{path}?key=canarybird")})
    said = capsys.readouterr()
    assert "canarybird" not in said.out + said.err


def test_removing_erases_the_secret_and_no_archive_ever_held_it(nathan, client, work):
    client.post(f"{PAGE}add/account/", account(work))
    row = calendars.listed(nathan)[0]
    assert NATHAN.password not in archived(nathan).decode()
    assert "Radicale" not in archived(nathan).decode()
    assert work not in archived(nathan).decode()
    client.post(f"{PAGE}{row.pk}/remove/")
    assert not Connection._all.exists()


def test_another_owners_calendar_is_not_there(nathan, client, work):
    client.post(f"{PAGE}add/account/", account(work))
    row = calendars.listed(nathan)[0]
    other = browser(emily())
    for answer in (
        other.get(f"{PAGE}{row.pk}/"),
        other.post(f"{PAGE}{row.pk}/", {"label": "Mine"}),
        other.post(f"{PAGE}{row.pk}/look/"),
        other.post(f"{PAGE}{row.pk}/remove/"),
    ):
        assert answer.status_code == 404
    assert other.get(PAGE).context["page"].mine == ()
    assert calendars.listed(nathan)[0].label == "Office"


def test_the_list_reads_a_constant_number_of_rows(client, nathan):
    def queries():
        client.get(PAGE)
        with CaptureQueriesContext(connection) as read:
            client.get(PAGE)
        return len(read)

    client.post(f"{PAGE}add/file/", {"file": SimpleUploadedFile("a.ics", EVENT), "label": "One"})
    few = queries()
    for n in range(5):
        client.post(f"{PAGE}add/file/", {"file": SimpleUploadedFile("a.ics", EVENT), "label": str(n)})
    assert queries() == few
