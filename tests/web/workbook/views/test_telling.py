"""A changed time is told in words, with an invitation that both calendars follow: one id, one number more."""

from __future__ import annotations

import email
import email.policy
from datetime import UTC, datetime

import pytest
from cast import bring_in, browser, emily, example
from django.utils import timezone
from icalendar import Calendar

from talktrack.engine.story import Conversation
from talktrack.web.post import connections, outbox
from talktrack.web.post.models import Outgoing
from talktrack.web.workbook.actions import prepare as acting
from talktrack.web.workbook.queries import records
from talktrack.web.workbook.queries.journey import journey

TIME = "/prepare/december/time/"
LETTER = f"{TIME}letter/"
SUNDAY = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def sunday(monkeypatch):
    """Every clock stands on a Sunday in November."""
    monkeypatch.setattr(timezone, "now", lambda: SUNDAY)


@pytest.fixture
def client(nathan):
    bring_in(nathan, example())
    return browser(nathan)


@pytest.fixture
def booked(nathan, client):
    acting.stand(subject=nathan, name="december", state="booked")
    return client


@pytest.fixture
def mail(nathan, booked):
    """The person's own mail, set up and tried."""
    row = connections.keep(
        subject=nathan,
        purpose="smtp",
        address=journey(nathan).person.email,
        settings={"host": "mail.example", "port": 465, "security": "tls"},
    )
    connections.tried(row)
    return row


def move(client, at):
    return client.post(f"{TIME}take/", {"at": at})


def invite(client, name="invite.ics"):
    return Calendar.from_ical(client.get(f"{LETTER}{name}").content)


def test_before_it_was_asked_for_nothing_has_to_be_told(client):
    assert move(client, "2026-12-09T15:30")["Location"] == TIME
    assert client.get(LETTER).status_code == 404
    assert client.get(TIME).context["page"].next.url == "/prepare/december/request/"


def test_a_booked_talk_that_is_moved_leads_to_the_letter(nathan, booked):
    was = invite_of_request(booked)
    assert move(booked, "2026-12-09T15:30")["Location"] == LETTER
    page = booked.get(LETTER).context["page"]
    text = " ".join(run.text for p in (*page.paragraphs, *page.after) for run in p)
    assert "3 December" in text
    assert "9 December" in text
    event = invite(booked).walk("VEVENT")[0]
    assert event["uid"] == was["uid"]
    assert event["sequence"] == was["sequence"] + 1 == 1
    assert event.decoded("dtstart").replace(tzinfo=None) == datetime(2026, 12, 9, 15, 30)
    assert {f.text for f in page.files} == {"moved.eml", "moved.txt", "invite.ics"}
    assert booked.get(f"{LETTER}other.txt").status_code == 404
    assert booked.get(TIME).context["page"].next.url == LETTER


def invite_of_request(client):
    found = Calendar.from_ical(client.get("/prepare/december/files/invite.ics").content)
    return found.walk("VEVENT")[0]


def test_calling_it_off_takes_it_out_of_both_calendars(nathan, booked):
    assert booked.post(f"{TIME}call-off/")["Location"] == LETTER
    calendar = invite(booked, "cancel.ics")
    assert (calendar["method"], calendar.walk("VEVENT")[0]["status"]) == ("CANCEL", "CANCELLED")
    assert "called off" in booked.get(LETTER).context["page"].head.title


def test_the_letter_goes_out_through_the_outbox_once(nathan, booked, mail):
    move(booked, "2026-12-09T15:30")
    assert booked.post(f"{LETTER}send/")["Location"] == LETTER
    waiting = outbox.of(nathan, "change/december/1")["change/december/1"]
    assert waiting.state == "waiting"
    whole = email.message_from_bytes(bytes(Outgoing._all.get().content), policy=email.policy.default)
    assert any("text/calendar" in part.get_content_type() for part in whole.walk())
    page = booked.get(LETTER).context["page"]
    assert page.send is None
    assert page.out is not None
    Outgoing._all.update(state="sent", sent_at=SUNDAY)
    assert booked.post(f"{LETTER}send/").status_code == 422
    assert Outgoing._all.count() == 1
    assert any(s.kind == "share" for s in journey(nathan).snapshots)


def test_what_the_other_side_knows_is_the_last_letter_that_was_sent(nathan, booked, mail):
    move(booked, "2026-12-09T15:30")
    booked.post(f"{LETTER}send/")
    outbox.withdraw(subject=nathan, key="change/december/1")
    move(booked, "2026-12-10T11:00")
    text = booked.get(f"{LETTER}moved.txt").content.decode()
    assert "3 December" in text, "the letter of the ninth never went out"
    assert "9 December" not in text
    booked.post(f"{LETTER}send/")
    Outgoing._all.filter(key="change/december/2").update(state="sent", sent_at=SUNDAY)
    move(booked, "2026-12-11T10:00")
    assert "10 December" in booked.get(f"{LETTER}moved.txt").content.decode()


def test_a_change_that_was_told_and_taken_back_is_followed_by_a_higher_number(nathan, booked, mail):
    answer = booked.post(f"{TIME}take/", {"at": "2026-12-09T15:30"}, follow=True)
    booked.post(f"{LETTER}send/")
    Outgoing._all.update(state="sent", sent_at=SUNDAY)
    booked.post(answer.context["undo"].undo)
    move(booked, "2026-12-10T11:00")
    assert records.one(nathan, Conversation, "december").value.sequence == 2


def test_without_mail_it_says_what_is_missing_and_the_files_are_there(booked):
    move(booked, "2026-12-09T15:30")
    page = booked.get(LETTER).context["page"]
    assert page.send is None
    assert page.mail.url == "/you/mail/"
    assert booked.post(f"{LETTER}send/").status_code == 422
    assert booked.get(f"{LETTER}moved.eml")["Content-Type"] == "message/rfc822"


def test_another_owner_finds_no_letter(booked):
    move(booked, "2026-12-09T15:30")
    other = browser(emily())
    assert other.get(LETTER).status_code == 404
    assert other.post(f"{LETTER}send/").status_code == 404
    assert other.get(f"{LETTER}moved.eml").status_code == 404
