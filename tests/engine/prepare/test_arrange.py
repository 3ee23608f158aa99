"""R33: a meeting is taken, moved and called off; calendars and people are told alike (RFC 5546)."""

from __future__ import annotations

import email
import email.policy
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event
from makers import TODAY, make_contact, make_conversation, make_journey, make_person

from talktrack.engine.prepare.arrange import call_off, move, take
from talktrack.engine.prepare.arranged import asking, calling_off, moving
from talktrack.engine.prepare.basis import Basis, gather
from talktrack.engine.prepare.pack import File
from talktrack.engine.story import Conversation
from talktrack.kit.errors import UserError

LONDON = ZoneInfo("Europe/London")
OLD, NEW = datetime(2026, 12, 3, 10, tzinfo=LONDON), datetime(2026, 12, 8, 14, tzinfo=LONDON)
ADDRESSES = ("nathan@example.org", "jocelyn@example.org")


def basis_of(conversation: Conversation, addresses: tuple[str, str] = ADDRESSES, **contact: object) -> Basis:
    mine, theirs = addresses
    journey = make_journey(
        person=make_person(email=mine),
        contacts=(make_contact(email=theirs, **contact),),
        conversations=(conversation,),
    )
    return gather(journey, today=TODAY)


def calendar_in(files: tuple[File, ...]) -> tuple[Calendar, Event]:
    calendar = Calendar.from_ical(next(f.content for f in files if f.name.endswith(".ics")))
    return calendar, calendar.walk("VEVENT")[0]


def body_in(files: tuple[File, ...]) -> str:
    return next(f.content for f in files if f.name.endswith(".txt")).decode()


def test_taken_moved_and_called_off_keep_one_id_and_count_each_change() -> None:
    taken = take(make_conversation(), OLD)
    moved = move(taken, NEW, minutes=45)
    off = call_off(moved)
    assert [c.sequence for c in (taken, moved, off)] == [0, 1, 2]
    assert [c.state for c in (taken, moved, off)] == ["asked", "asked", "cancelled"]
    assert (moved.at, moved.timezone, moved.minutes) == (datetime(2026, 12, 8, 14), "Europe/London", 45)

    papers = asking(basis_of(taken)), moving(basis_of(moved), taken), calling_off(basis_of(_still(off)))
    events = [calendar_in(files)[1] for files in papers]
    assert len({str(event["uid"]) for event in events}) == 1
    assert [int(event["sequence"]) for event in events] == [0, 1, 2]
    assert [str(event["summary"])[:10] for event in events] == ["30 minutes", "45 minutes", "45 minutes"]


def _still(off: Conversation) -> Conversation:
    return off.model_copy(update={"state": "asked"})


def test_a_new_time_asks_for_an_answer_again() -> None:
    moved = move(take(make_conversation(), OLD), NEW)
    calendar, event = calendar_in(moving(basis_of(moved), make_conversation(at=OLD.replace(tzinfo=None))))
    assert calendar["method"] == "REQUEST"
    assert event["organizer"] == "mailto:nathan@example.org"
    assert event["attendee"] == "mailto:jocelyn@example.org"
    assert event["attendee"].params["rsvp"] == "TRUE"
    assert event.decoded("dtstart") == NEW
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=30)
    assert event.decoded("dtstamp").utcoffset() == timedelta(0)


def test_a_cancellation_says_so_twice_names_both_and_asks_nothing() -> None:
    off = call_off(take(make_conversation(), OLD))
    calendar, event = calendar_in(calling_off(basis_of(_still(off))))
    assert (calendar["method"], event["status"]) == ("CANCEL", "CANCELLED")
    assert event["organizer"] == "mailto:nathan@example.org"
    assert event["attendee"] == "mailto:jocelyn@example.org"
    assert "rsvp" not in event["attendee"].params
    assert event.decoded("dtstart") == OLD
    assert not event.walk("VALARM")


@pytest.mark.parametrize("addresses", [("", ""), ("nathan@example.org", ""), ("", "jocelyn@example.org")])
def test_without_both_addresses_it_is_a_note_that_invites_nobody(addresses: tuple[str, str]) -> None:
    off = call_off(take(make_conversation(), OLD))
    for files in (
        asking(basis_of(take(make_conversation(), OLD), addresses)),
        calling_off(basis_of(_still(off), addresses)),
    ):
        calendar, event = calendar_in(files)
        assert calendar["method"] == "PUBLISH"
        assert "attendee" not in event


def test_what_is_booked_is_confirmed_in_the_calendar() -> None:
    booked = make_conversation(at=OLD.replace(tzinfo=None), timezone="Europe/London", state="booked")
    assert calendar_in(asking(basis_of(booked)))[1]["status"] == "CONFIRMED"


def test_the_letters_say_what_changed_in_kind_and_plain_words() -> None:
    taken = take(make_conversation(), OLD)
    letter = body_in(moving(basis_of(move(taken, NEW)), taken))
    assert letter.startswith("Moved: 30 minutes about my next steps\n\nHello Jocelyn,\n\n")
    assert "from Thursday 3 December at 10:00 to Tuesday 8 December at 14:00" in letter
    assert letter.endswith("Thank you,\nNathan Brooks\n")
    off = body_in(calling_off(basis_of(_still(call_off(taken)))))
    assert "I am calling off our talk on Thursday 3 December at 10:00" in off
    assert "- " not in off


def test_R33_the_clock_of_the_manager_is_told_where_it_shows_another_time() -> None:
    taken = take(make_conversation(), OLD)
    copenhagen = body_in(asking(basis_of(taken, timezone="Europe/Copenhagen")))
    assert "10:00 suit you? That is 11:00 where you are." in copenhagen
    late = take(make_conversation(), OLD.replace(hour=16))
    there = body_in(asking(basis_of(late, timezone="Pacific/Auckland")))
    assert "That is Friday 4 December at 05:00 where you are." in there
    assert "where you are" not in body_in(asking(basis_of(taken, timezone="Europe/Lisbon")))


def test_every_sentence_of_the_letters_is_frame_or_cites_the_records() -> None:
    taken = take(make_conversation(), OLD)
    for files in (moving(basis_of(move(taken, NEW)), taken), calling_off(basis_of(_still(call_off(taken))))):
        for passage in files[0].passages:
            cited = {source.record for source in passage.sources}
            assert cited <= {"conversations/december", "contacts/jocelyn", "person"}
            if any(letter.isdigit() for letter in passage.text):
                assert "conversations/december" in cited


def test_the_mail_carries_the_invitation_as_a_part_that_is_answered() -> None:
    taken = take(make_conversation(), OLD)
    ids = set()
    for files, method in (
        (asking(basis_of(taken)), "REQUEST"),
        (moving(basis_of(move(taken, NEW)), taken), "REQUEST"),
        (calling_off(basis_of(_still(call_off(taken)))), "CANCEL"),
    ):
        message = email.message_from_bytes(files[0].content, policy=email.policy.default)
        (part,) = [p for p in message.walk() if p.get_content_type() == "text/calendar"]
        assert part["content-type"].params["method"] == method
        ids.add(message["message-id"])
    assert len(ids) == 3


def test_what_cannot_be_is_refused_with_what_to_do() -> None:
    planned = make_conversation()
    with pytest.raises(UserError, match="Take a time first"):
        move(planned, NEW)
    with pytest.raises(UserError, match="no meeting to call off"):
        call_off(planned)
    with pytest.raises(UserError, match="Move it"):
        take(make_conversation(at=OLD.replace(tzinfo=None), state="booked"), NEW)
    with pytest.raises(UserError, match="Begin a new one"):
        move(make_conversation(at=OLD.replace(tzinfo=None), state="held"), NEW)
