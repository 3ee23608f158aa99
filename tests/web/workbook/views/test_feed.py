"""The private address of one's own dates: opened by its secret word alone, renewed, switched off."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from cast import bring_in, browser, emily, example
from icalendar import Calendar

from talktrack.web.post.calendar_rows import Feed

MAKE, OFF = "/you/calendars/feed/make/", "/you/calendars/feed/off/"


@pytest.fixture
def client(nathan):
    bring_in(nathan, example())
    return browser(nathan)


def made(client, verb="make"):
    answer = client.post(f"/you/calendars/feed/{verb}/")
    return urlsplit(answer.context["page"].feed.address).path


def test_a_program_that_cannot_sign_in_reads_the_dates_by_the_secret_word(client):
    path = made(client)
    answer = browser().get(path)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    calendar = Calendar.from_ical(answer.content)
    assert calendar.walk("VEVENT")
    assert "Jocelyn" not in answer.content.decode()


def test_names_and_words_only_where_they_are_wished_for(client):
    assert "Jocelyn" in browser().get(made(client, "make-full")).content.decode()


def test_it_opens_one_owners_dates(client):
    mine = browser().get(made(client)).content
    theirs = browser().get(made(browser(emily()))).content
    assert b"BEGIN:VEVENT" in mine
    assert b"BEGIN:VEVENT" not in theirs


def test_a_wrong_word_an_old_one_and_one_switched_off_look_like_nothing_at_all(client):
    old = made(client)
    new = made(client)
    nothing = browser().get("/feed/no-such-word.ics")
    assert nothing.status_code == 404
    assert browser().get(new).status_code == 200
    client.post(OFF)
    for path in (old, new, "/feed/.ics", "/feed/%00.ics", f"/feed/{'a' * 5000}.ics", new.upper()):
        answer = browser().get(path)
        assert answer.status_code == 404, path
        assert answer.content == nothing.content


def test_the_address_is_shown_once_and_only_its_hash_is_kept(client):
    word = re.search(r"/feed/(.+)\.ics", made(client))[1]
    assert len(word) >= 43, "256 bits"
    assert word not in client.get("/you/calendars/").content.decode()
    assert word not in str(Feed._all.values_list("token_hash").get())


def test_when_it_was_read_last_is_told(client):
    path = made(client)
    assert "not read yet" in client.get("/you/calendars/").content.decode()
    browser().get(path)
    assert "last read" in client.get("/you/calendars/").content.decode()


def test_the_file_is_the_owners_alone(client):
    answer = client.get("/you/calendars/feed.ics")
    assert "Jocelyn" in answer.content.decode()
    assert answer["Content-Disposition"] == 'attachment; filename="talktrack.ics"'
    assert browser().get("/you/calendars/feed.ics").status_code == 403


def test_only_reading_is_answered(client):
    path = made(client)
    for method in ("post", "put", "delete", "patch"):
        assert getattr(browser(), method)(path).status_code == 405
    assert client.post("/you/calendars/feed/other/").status_code == 404
