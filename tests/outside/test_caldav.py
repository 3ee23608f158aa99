"""Calendars of a real CalDAV server: found, asked, written to; and servers that answer with something else."""

from __future__ import annotations

import http.server
import ssl
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import trustme
from caldav_served import LOOPBACK, NATHAN, radicale

from talktrack.kit.errors import UserError
from talktrack.outside import caldav, subscription
from talktrack.outside.caldav import Changed
from talktrack.outside.http import Client, Login, Redirected

START = datetime(2026, 12, 1, tzinfo=UTC)
SPAN = (START, START + timedelta(days=14))
CANARY = "Talk about pay"


def event(uid="one", day=3, summary=CANARY, *more):
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", f"UID:{uid}",
             "DTSTAMP:20261122T100000Z", f"DTSTART:202612{day:02}T100000Z", "DURATION:PT30M", f"SUMMARY:{summary}",
             *more, "END:VEVENT", "END:VCALENDAR", "")  # fmt: skip
    return "\r\n".join(lines).encode()


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture(scope="module")
def server(tmp_path_factory, authority):
    with radicale(tmp_path_factory.mktemp("radicale"), authority) as served:
        yield served


@pytest.fixture
def client(authority):
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with Client(allowed=LOOPBACK, login=NATHAN, context=context) as made:
        yield made


@pytest.fixture
def work(server, client, request):
    return server.calendar(client, request.node.name.replace("_", "-")[:60])


def test_calendars_are_found_from_the_bare_address_of_the_server(server, client):
    server.calendar(client, "Work")
    server.calendar(client, "Tasks", kind="VTODO")
    named = {c.name: c for c in caldav.calendars(client, server.url)}
    assert named["Work"].writable
    assert named["Work"].url == f"{server.url}nathan/work/"
    assert "Tasks" not in named, "a list of tasks says nothing about when somebody is busy"


def test_one_calendar_is_found_from_its_own_address(server, client, work):
    assert [c.url for c in caldav.calendars(client, work)] == [work]
    by_person = caldav.calendars(client, f"{server.url}nathan/")
    assert work in [c.url for c in by_person]


def test_a_wrong_password_is_told(server, authority):
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with (
        Client(allowed=LOOPBACK, login=Login("nathan", "canary"), context=context) as client,
        pytest.raises(UserError, match="did not accept the name or the password") as told,
    ):
        caldav.calendars(client, server.url)
    assert "canary" not in told.value.message


def test_an_address_without_calendars_is_told(server, client):
    with pytest.raises(UserError, match="There is nothing at that address"):
        caldav.calendars(client, f"{server.url}nathan/nothing-here/")


def test_events_of_a_span_come_with_their_times(client, work):
    for number, day in enumerate((3, 10, 25)):
        caldav.write(client, caldav.place(work, f"event-{number}"), event(f"event-{number}", day), etag=None)
    weekly = event("weekly", 1, "Weekly", "RRULE:FREQ=WEEKLY")
    caldav.write(client, caldav.place(work, "weekly"), weekly, etag=None)
    found = b"".join(caldav.events(client, work, *SPAN))
    assert b"UID:event-0" in found
    assert b"UID:event-1" in found
    assert b"UID:event-2" not in found
    assert b"RRULE:FREQ=WEEKLY" in found
    local = datetime(2026, 12, 3, 11, tzinfo=ZoneInfo("Europe/Copenhagen"))
    assert b"UID:event-0" in b"".join(caldav.events(client, work, local, local + timedelta(minutes=5)))


def test_an_event_is_written_changed_and_taken_away(client, work):
    place = caldav.place(work, "talk/1@talktrack.invalid")
    first = caldav.write(client, place, event(), etag=None)
    assert first
    second = caldav.write(client, place, event(summary="Moved"), etag=first)
    stored = caldav.read(client, place)
    assert stored is not None
    assert b"SUMMARY:Moved" in stored.ics
    assert stored.etag == second != first
    caldav.delete(client, place, etag=second)
    assert caldav.read(client, place) is None
    caldav.delete(client, place, etag=second)


def test_what_was_changed_elsewhere_is_neither_written_over_nor_deleted(client, work):
    place = caldav.place(work, "talk")
    first = caldav.write(client, place, event("talk"), etag=None)
    theirs = caldav.write(client, place, event("talk", summary="Theirs"), etag=first)
    for act in (
        lambda: caldav.write(client, place, event("talk"), etag=first),
        lambda: caldav.write(client, place, event("talk"), etag=None),
        lambda: caldav.delete(client, place, etag=first),
    ):
        with pytest.raises(Changed):
            act()
    stored = caldav.read(client, place)
    assert stored is not None
    assert stored.etag == theirs
    assert b"Theirs" in stored.ics


def test_a_calendar_is_fetched_again_only_where_it_changed(client, work):
    """Radicale exports a calendar as one file at its address, with an ETag."""
    caldav.write(client, caldav.place(work, "a"), event("a"), etag=None)
    first = subscription.fetch(client, work)
    assert first.ics is not None
    assert b"UID:a" in first.ics
    assert subscription.fetch(client, work, etag=first.etag).etag == first.etag
    caldav.write(client, caldav.place(work, "b"), event("b"), etag=None)
    again = subscription.fetch(client, work, etag=first.etag, modified=first.modified)
    assert again.ics is not None
    assert b"UID:b" in again.ics


def test_a_server_that_is_switched_off(tmp_path):
    with radicale(tmp_path) as served:
        served.stop()
        with Client(allowed=LOOPBACK, login=NATHAN) as client, pytest.raises(UserError, match="Nobody answers"):
            caldav.calendars(client, served.url)


# A server of a few lines for what Radicale never does: each test says what it answers, by method and path.


@contextmanager
def odd(answers):
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked.append((self.command, self.path, dict(self.headers), body))
            status, head, content = answers.get((self.command, self.path), (404, {}, b""))
            self.send_response(status)
            for name, value in {**head, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_PUT = do_DELETE = do_PROPFIND = do_REPORT = answer

        def log_message(self, *_):
            """Silent."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{served.server_port}", asked
        served.shutdown()


def multi(inner):
    return f'<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">{inner}</multistatus>'.encode()


def row(href, *properties):
    found = "".join(properties)
    return (f"<response><href>{href}</href><propstat><prop>{found}</prop><status>HTTP/1.1 200 OK</status></propstat>"
            "</response>")  # fmt: skip


CALENDAR = "<resourcetype><collection/><C:calendar/></resourcetype>"
READ_ONLY = "<current-user-privilege-set><privilege><read/></privilege></current-user-privilege-set>"


def home(href):
    return f"<C:calendar-home-set><href>{href}</href></C:calendar-home-set>"


@pytest.fixture
def asker():
    with Client(allowed=LOOPBACK, login=Login("nathan", "canary"), seconds=5) as made:
        yield made


def test_a_server_that_points_to_its_own_place_for_calendars(asker):
    answers = {
        ("PROPFIND", "/.well-known/caldav"): (301, {"Location": "/dav/"}, b""),
        ("PROPFIND", "/dav/"): (207, {}, multi(row("/dav/", home("/dav/nathan/")))),
        ("PROPFIND", "/dav/nathan/"): (207, {}, multi(row("/d/") + row("/dav/nathan/a/", CALENDAR, READ_ONLY))),
    }
    with odd(answers) as (url, _):
        assert [(c.url, c.name, c.writable) for c in caldav.calendars(asker, url)] == [
            (f"{url}/dav/nathan/a/", "a", False)
        ]


def test_a_server_that_points_elsewhere_is_not_followed(asker):
    answers = {("PROPFIND", "/.well-known/caldav"): (302, {"Location": "https://other.example/dav/?k=canary"}, b"")}
    with odd(answers) as (url, _), pytest.raises(Redirected, match=r"https://other\.example/dav/") as told:
        caldav.calendars(asker, url)
    assert "canary" not in told.value.message


def test_the_password_goes_to_no_other_server_that_an_answer_names(asker):
    with odd({}) as (other, asked):
        answers = {("PROPFIND", "/"): (207, {}, multi(row("/", home(f"{other}/nathan/"))))}
        with odd(answers) as (url, _), pytest.raises(UserError, match="another server") as told:
            caldav.calendars(asker, url)
        assert asked == []
    assert "canary" not in told.value.message


@pytest.mark.parametrize(
    "content",
    [
        b"", b"<html>hello</html", b"\xff\xfe\x00", b"not xml", b'{"json": 1}',
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><multistatus xmlns="DAV:">&b;</multistatus>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><multistatus xmlns="DAV:"/>',
        multi(""), multi("<response/>"), multi(row("http://[::1", CALENDAR)),
        b"<a>" * 100_000, b'<?xml version="1.0" encoding="nonsense"?><multistatus xmlns="DAV:"/>',
    ],
)  # fmt: skip
def test_what_is_no_answer_of_a_calendar_server_is_told_in_words(asker, content):
    answers = {("PROPFIND", path): (207, {}, content) for path in ("/", "/.well-known/caldav")}
    with odd(answers) as (url, _), pytest.raises(UserError):
        caldav.calendars(asker, url)


def test_a_thousand_calendars_are_not_all_taken(asker):
    many = "".join(row(f"/c/{n}/", CALENDAR) for n in range(1000))
    answers = {
        ("PROPFIND", "/"): (207, {}, multi(row("/", home("/c/")))),
        ("PROPFIND", "/c/"): (207, {}, multi(many)),
    }
    with odd(answers) as (url, _):
        assert len(caldav.calendars(asker, url)) == 100


def test_only_free_and_busy_is_enough(asker):
    """Where a person may see no more than that, a server refuses the first question and answers the second."""
    free = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VFREEBUSY\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n"

    class Second(dict):
        def get(self, key, otherwise=None):
            self.count = getattr(self, "count", 0) + 1
            return (403, {}, b"") if self.count == 1 else (200, {}, free)

    with odd(Second()) as (url, asked):
        assert caldav.events(asker, f"{url}/c/", *SPAN) == (free,)
    assert b"calendar-query" in asked[0][3]
    assert b"free-busy-query" in asked[1][3]
    assert b'start="20261201T000000Z" end="20261215T000000Z"' in asked[1][3]
    assert b"LOCATION" not in asked[0][3]
    assert b"DESCRIPTION" not in asked[0][3]


def test_a_server_without_versions_is_asked_for_the_one_it_made(asker):
    answers = {("PUT", "/c/one.ics"): (201, {}, b""), ("GET", "/c/one.ics"): (200, {"ETag": '"later"'}, event())}
    with odd(answers) as (url, asked):
        assert caldav.write(asker, f"{url}/c/one.ics", event(), etag=None) == '"later"'
        assert caldav.write(asker, f"{url}/c/one.ics", event(), etag='W/"weak"') == '"later"'
    puts = [head for method, _, head, _ in asked if method == "PUT"]
    assert puts[0]["If-None-Match"] == "*"
    assert "If-Match" not in puts[1]


def test_a_server_that_wants_the_password_proved_and_not_told():
    challenge = 'Digest realm="cal", nonce="abc", qop="auth", algorithm=MD5'

    class Answers(dict):
        def get(self, key, otherwise=None):
            return (401, {"WWW-Authenticate": challenge}, b"")

    with (
        odd(Answers()) as (url, asked),
        Client(allowed=LOOPBACK, login=Login("nathan", "canary")) as client,
        pytest.raises(UserError, match="did not accept"),
    ):
        caldav.calendars(client, f"{url}/dav/")
    said = [head["Authorization"] for _, _, head, _ in asked if "Authorization" in head]
    assert said[-1].startswith('Digest username="nathan"')
    assert "canary" not in said[-1]
