"""One event of one's own calendar, on a real CalDAV server: written once, moved, taken away, never written over."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from caldav_served import LOOPBACK, NATHAN, radicale
from cast import emily
from django.db import transaction
from django.http import Http404
from django.utils import timezone
from papers import make_invite

from talktrack.kit.errors import UserError
from talktrack.kit.render import ics
from talktrack.outside import caldav
from talktrack.outside.http import Client, Login
from talktrack.web.post import calendars, connections, entries
from talktrack.web.post.calendar_rows import Entry
from talktrack.web.post.calendars import CALDAV, SUBSCRIBED, THEIRS, Looking

KEY = "conversations/december"
ZONE = ZoneInfo("Europe/Copenhagen")
LOOKING = Looking(datetime(2026, 11, 22, tzinfo=UTC).date(), ZONE, ("nathan@example.com",))
STAMP = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with radicale(tmp_path_factory.mktemp("radicale")) as served:
        yield served


@pytest.fixture(autouse=True)
def allowed(settings):
    settings.ALLOWED_NETWORKS = LOOPBACK


@pytest.fixture
def client():
    with Client(allowed=LOOPBACK, login=NATHAN) as made:
        yield made


@pytest.fixture
def work(server, client):
    return server.calendar(client, f"Work {secrets.token_hex(4)}")


@pytest.fixture
def connected(nathan, work):
    row = calendars.connect(subject=nathan, looking=LOOKING, purpose=CALDAV, label="Work", address=work, login=NATHAN)
    return calendars.choose(subject=nathan, number=row.pk, label="Work", busy=[work], writes=work)


def make_event(hour=10, **changes):
    own = {"method": "", "organizer": None, "attendees": (), **changes}
    invite = make_invite(start=datetime(2026, 12, 3, hour, tzinfo=ZONE), **own)
    return entries.Event(invite.uid, ics.render(invite, STAMP), invite.start, invite.start + invite.duration)


def put(subject, event):
    with transaction.atomic():
        return entries.put(subject=subject, key=KEY, event=event)


def work_all(now=None):
    done = 0
    while entries.work(now or timezone.now()):
        done += 1
        assert done < 20
    return done


def there(client, work):
    return caldav.read(client, caldav.place(work, make_event().uid))


def state(subject):
    found = entries.of(subject, KEY)
    return found and found.state


def test_an_event_is_written_once_and_moved_and_taken_away(nathan, connected, client, work):
    assert put(nathan, make_event())
    assert state(nathan) == "waiting"
    assert work_all() == 1
    assert state(nathan) == "written"
    assert b"T100000" in there(client, work).ics
    assert put(nathan, make_event())
    assert work_all() == 0, "the same again is no work"
    put(nathan, make_event(14, sequence=1))
    work_all()
    assert b"T140000" in there(client, work).ics
    assert b"SEQUENCE:1" in there(client, work).ics
    assert len(caldav.events(client, work, STAMP, STAMP + timedelta(days=30))) == 1
    with transaction.atomic():
        entries.take_away(subject=nathan, key=KEY)
    work_all()
    assert there(client, work) is None
    assert entries.of(nathan, KEY) is None


def test_without_a_chosen_calendar_nothing_is_wished_for(nathan, work):
    calendars.connect(subject=nathan, looking=LOOKING, purpose=CALDAV, label="W", address=work, login=NATHAN)
    assert not put(nathan, make_event())
    assert entries.of(nathan, KEY) is None


def test_a_worker_that_died_after_writing_makes_no_second_event_and_no_conflict(nathan, connected, client, work):
    put(nathan, make_event())
    Entry._all.update(state="writing", lease="dead", leased_until=timezone.now() - timedelta(seconds=1), attempts=1)
    caldav.write(client, caldav.place(work, make_event().uid), make_event().ics, etag=None)
    assert work_all() == 1
    assert state(nathan) == "written"
    put(nathan, make_event(15))
    work_all()
    assert b"T150000" in there(client, work).ics, "the version that was found is the one that is replaced"


def test_what_was_changed_in_the_calendar_is_not_written_over_without_a_word(nathan, connected, client, work):
    put(nathan, make_event())
    work_all()
    theirs = make_event(16, summary="Moved by hand")
    stored = there(client, work)
    caldav.write(client, caldav.place(work, theirs.uid), theirs.ics, etag=stored.etag)
    put(nathan, make_event(11))
    work_all()
    found = entries.of(nathan, KEY)
    assert found.state == "conflict"
    assert "changed in your calendar" in found.trouble
    assert b"Moved by hand" in there(client, work).ics
    assert work_all() == 0
    entries.leave(subject=nathan, key=KEY)
    put(nathan, make_event(12))
    assert work_all() == 0, "what was left is not touched again"
    assert b"Moved by hand" in there(client, work).ics
    entries.insist(subject=nathan, key=KEY)
    put(nathan, make_event(12))
    work_all()
    assert b"T120000" in there(client, work).ics


def test_what_was_deleted_in_the_calendar_is_not_put_back_without_a_word(nathan, connected, client, work):
    put(nathan, make_event())
    work_all()
    caldav.delete(client, caldav.place(work, make_event().uid), etag="")
    put(nathan, make_event(11))
    work_all()
    assert state(nathan) == "conflict"
    entries.insist(subject=nathan, key=KEY)
    work_all()
    assert b"T110000" in there(client, work).ics


def test_a_server_that_is_away_is_tried_again_and_told(nathan, tmp_path):
    with radicale(tmp_path) as served, Client(allowed=LOOPBACK, login=NATHAN) as client:
        work = served.calendar(client, "Work")
        row = calendars.connect(
            subject=nathan, looking=LOOKING, purpose=CALDAV, label="Work", address=work, login=NATHAN
        )
        calendars.choose(subject=nathan, number=row.pk, label="Work", busy=[], writes=work)
        served.stop()
        put(nathan, make_event())
        assert work_all() == 1
    found = entries.of(nathan, KEY)
    assert found.state == "waiting"
    assert "Nobody answers" in found.trouble
    assert found.due_at > timezone.now()
    for days in range(1, entries.MOST_ATTEMPTS):
        assert entries.work(timezone.now() + timedelta(days=days))
    assert state(nathan) == "failed"
    port = int(work.split(":")[2].partition("/")[0])
    with radicale(tmp_path, port=port), Client(allowed=LOOPBACK, login=NATHAN) as client:
        entries.retry(subject=nathan, key=KEY)
        work_all()
        assert state(nathan) == "written"
        assert there(client, work) is not None


def test_a_wish_that_comes_while_one_is_written_is_written_next(nathan, connected, client, work, monkeypatch):
    put(nathan, make_event())
    really = caldav.write

    def meanwhile(*args, **more):
        monkeypatch.setattr(caldav, "write", really)
        etag = really(*args, **more)
        put(nathan, make_event(13))
        return etag

    monkeypatch.setattr(caldav, "write", meanwhile)
    assert work_all() == 2
    assert b"T130000" in there(client, work).ics
    assert state(nathan) == "written"


def test_a_fault_of_ours_stops_that_event_and_no_other(nathan, connected, client, work, monkeypatch):
    put(nathan, make_event())
    with transaction.atomic():
        other = make_event(uid="other@talktrack.invalid")
        entries.put(subject=nathan, key="conversations/other", event=other)
    really = caldav.write

    def broken(asking, url, ics, **more):
        return really(asking, url, ics, **more) if b"other" in ics else 1 / 0

    monkeypatch.setattr(caldav, "write", broken)
    assert work_all() == 2
    assert state(nathan) == "failed"
    assert "The fault is ours" in entries.of(nathan, KEY).trouble
    assert entries.of(nathan, "conversations/other").state == "written"


def test_events_are_their_owners_alone(nathan, connected):
    put(nathan, make_event())
    other = emily()
    assert entries.of(other, KEY) is None
    for act in (entries.retry, entries.insist, entries.leave):
        with pytest.raises(Http404):
            act(subject=other, key=KEY)


def test_removing_the_calendar_erases_its_secret_and_its_events(nathan, connected):
    put(nathan, make_event())
    connections.remove(subject=nathan, number=connected.pk)
    assert entries.of(nathan, KEY) is None
    assert calendars.listed(nathan) == ()


def test_one_calendar_takes_new_events(nathan, connected, server, client):
    home = server.calendar(client, "Home")
    row = calendars.connect(subject=nathan, looking=LOOKING, purpose=CALDAV, label="Home", address=home, login=NATHAN)
    calendars.choose(subject=nathan, number=row.pk, label="", busy=[home], writes=home)
    chosen = calendars.target(calendars.listed(nathan))
    assert chosen is not None
    assert chosen[1] == home
    assert sum(bool(r.settings.get("writes")) for r in calendars.listed(nathan)) == 1
    calendars.choose(subject=nathan, number=row.pk, label="", busy=[home], writes="https://elsewhere.example/")
    assert calendars.target(calendars.listed(nathan)) is None, "only a calendar that is there can be chosen"


# What is looked at, and what of it is kept.


def test_a_calendar_is_looked_at_and_only_times_are_kept(nathan, client, work):
    secret = make_event(summary="Canary: leaving in spring", description="canary")
    caldav.write(client, caldav.place(work, "a"), secret.ics, etag=None)
    row = calendars.connect(subject=nathan, looking=LOOKING, purpose=CALDAV, label="Work", address=work, login=NATHAN)
    found = calendars.seen(row)
    assert [(b.start, b.end) for b in found.blocks] == [(secret.starts.astimezone(UTC), secret.ends.astimezone(UTC))]
    assert row.tried_at
    assert "canary" not in str(row.settings).lower()
    caldav.write(client, caldav.place(work, "b"), make_event(15, uid="b@talktrack.invalid").ics, etag=None)
    calendars.look([(row, LOOKING)])
    row.refresh_from_db()
    assert len(calendars.seen(row).blocks) == 2


def test_a_calendar_in_trouble_keeps_what_was_seen_and_the_others_are_looked_at(nathan, tmp_path, client, work):
    with radicale(tmp_path) as served, Client(allowed=LOOPBACK, login=NATHAN) as other:
        gone = served.calendar(other, "Gone")
        caldav.write(other, caldav.place(gone, "a"), make_event().ics, etag=None)
        first = calendars.connect(
            subject=nathan, looking=LOOKING, purpose=CALDAV, label="Gone", address=gone, login=NATHAN
        )
    second = calendars.connect(
        subject=nathan, looking=LOOKING, purpose=SUBSCRIBED, label="Work", address=work, login=NATHAN
    )
    caldav.write(client, caldav.place(work, "b"), make_event(15).ics, etag=None)
    calendars.look((row, LOOKING) for row in calendars.listed(nathan))
    first.refresh_from_db()
    second.refresh_from_db()
    assert "Nobody answers" in first.trouble
    assert len(calendars.seen(first).blocks) == 1
    assert second.trouble == ""
    assert len(calendars.seen(second).blocks) == 1


def test_a_calendar_that_does_not_work_is_not_kept(nathan, work):
    for wrong in (
        {"purpose": CALDAV, "address": work, "login": Login("nathan", "canary")},
        {"purpose": SUBSCRIBED, "address": "https://10.0.0.1/x.ics"},
        {"purpose": THEIRS, "file": b"this is no calendar"},
    ):
        with pytest.raises(UserError) as told:
            calendars.connect(subject=nathan, looking=LOOKING, label="x", **wrong)
        assert "canary" not in str(told.value)
    assert calendars.listed(nathan) == ()


def test_a_file_is_read_and_not_kept(nathan):
    row = calendars.connect(
        subject=nathan, looking=LOOKING, purpose=THEIRS, label="Jocelyn", file=make_event().ics, contact="jocelyn"
    )
    assert len(calendars.seen(row).blocks) == 1
    assert row.settings["contact"] == "jocelyn"
    calendars.renew(row, LOOKING, make_event(15, uid="other@talktrack.invalid").ics)
    row.refresh_from_db()
    assert calendars.seen(row).blocks[0].start.hour == 14
