"""Invitations: the right wall time in the right zone, folded lines, and no way out of a field."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from papers import make_invite

from talktrack.kit.documents import Mailbox
from talktrack.kit.errors import UserError
from talktrack.kit.render import ics
from talktrack.kit.text import clean

STAMP = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def read(made: bytes) -> Calendar:
    return Calendar.from_ical(made)


def test_R33_all_that_an_invitation_needs():
    calendar = read(ics.render(make_invite(), STAMP))
    event = calendar.walk("VEVENT")[0]
    assert (calendar["method"], event["status"], event["sequence"]) == ("REQUEST", "TENTATIVE", 0)
    assert event["uid"] == "conversation-2026-12@talktrack.invalid"
    assert event["location"] == "Room Alder"
    assert event.decoded("dtstamp") == STAMP
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=30)
    assert event["organizer"] == "mailto:nathan@example.com"
    assert event["attendee"].params["cn"] == "Jocelyn Reyes"
    assert calendar.walk("VALARM")[0].decoded("trigger") == timedelta(minutes=-15)
    assert "To read before" in event["description"]


@pytest.mark.parametrize("key", ["Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"])
def test_T11_zone_rules_say_when_clocks_change(key):
    zone = ZoneInfo(key)
    rules = read(ics.render(make_invite(start=datetime(2026, 12, 3, 10, tzinfo=zone)), STAMP)).walk("VTIMEZONE")[0]
    assert rules["tzid"] == key
    parts = rules.subcomponents
    assert len(parts) >= 4
    for part in parts[1:]:
        # RFC 5545, 3.6.5: the start is wall time under the offset that held until then
        moment = part.decoded("dtstart").replace(tzinfo=UTC) - part.decoded("tzoffsetfrom")
        before, after = (moment - timedelta(seconds=1)).astimezone(zone), moment.astimezone(zone)
        assert before.utcoffset() == part.decoded("tzoffsetfrom") != part.decoded("tzoffsetto")
        assert after.utcoffset() == part.decoded("tzoffsetto")


def test_T11_half_an_hour_stays_half_an_hour_when_clocks_change():
    start = datetime(2026, 10, 25, 2, 45, tzinfo=ZoneInfo("Europe/Amsterdam"))  # this hour comes twice
    event = read(ics.render(make_invite(start=start), STAMP)).walk("VEVENT")[0]
    assert event.decoded("duration") == timedelta(minutes=30)
    assert "dtend" not in event


def test_utc_needs_no_rules():
    made = ics.render(make_invite(start=datetime(2026, 12, 3, 10, tzinfo=ZoneInfo("UTC"))), STAMP)
    assert b"DTSTART:20261203T100000Z" in made
    assert b"VTIMEZONE" not in made


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_T6_no_text_leaves_its_field(text):
    attendee = Mailbox("j@example.com", clean(text)[:60].split("\n")[0])
    made = ics.render(make_invite(description=text, attendees=(attendee,)), STAMP)
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    calendar = read(made)
    assert [part.name for part in calendar.walk() if part.name != "STANDARD" and part.name != "DAYLIGHT"] == [
        "VCALENDAR",
        "VTIMEZONE",
        "VEVENT",
        "VALARM",
    ]
    assert calendar.walk("VEVENT")[0].get("description", "") == clean(text)


@settings(deadline=None)
@given(st.text())
def test_T6_any_description_comes_back(text):
    event = read(ics.render(make_invite(description=text), STAMP)).walk("VEVENT")[0]
    assert event.get("description", "") == clean(text)


@pytest.mark.parametrize("field", ["summary", "location", "uid"])
def test_a_line_break_is_refused_where_one_line_is_meant(field):
    with pytest.raises(UserError, match="on one line"):
        make_invite(**{field: "a\r\nATTACH:http://x.test"})


def test_start_in_a_bare_offset_is_refused():
    with pytest.raises(ValueError, match="named time zone"):
        make_invite(start=STAMP)


def test_same_bytes():
    assert ics.render(make_invite(), STAMP) == ics.render(make_invite(), STAMP)


def test_an_event_that_lies_in_a_calendar_has_no_method_and_shows_no_more_than_that_time_is_taken():
    calendar = read(ics.render(make_invite(method="", private=True), STAMP))
    assert "method" not in calendar
    assert calendar.walk("VEVENT")[0]["class"] == "PRIVATE"
    assert "class" not in read(ics.render(make_invite(), STAMP)).walk("VEVENT")[0]
