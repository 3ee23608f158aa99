from __future__ import annotations

from datetime import datetime

import pytest
from makers import EXAMPLES, TODAY, make_contact, make_conversation, make_goal, make_journey, make_person

from talktrack.engine import archive
from talktrack.engine.prepare.basis import Basis, gather
from talktrack.engine.prepare.request import invitation, request
from talktrack.engine.prepare.setting import checklist, is_public
from talktrack.engine.story import Conversation, Journey, Pay, Setting


def basis_of(conversation: Conversation | None = None, **changes: object) -> Basis:
    meetings = (conversation,) if conversation else ()
    return gather(make_journey(conversations=meetings, **changes), today=TODAY)


def test_r33_the_request_names_purpose_topics_time_and_gives_notice() -> None:
    meeting = make_conversation(at=datetime(2026, 12, 3, 10), timezone="Europe/London")
    basis = basis_of(meeting, goals=(make_goal(),))
    text = request(basis).text()
    assert text.startswith("Hello Jocelyn,")
    assert "apart from our usual catch-ups" in text
    assert "By the end, I hope we can agree a first step." in text
    assert "- Where I’d like to grow: run the community in Denmark" in text
    assert "Would Thursday 3 December at 10:00 suit you?" in text
    assert text.rstrip().endswith("Nathan Brooks")


def test_r33_without_a_time_a_suggestion_gives_a_full_week_and_says_that_it_is_one() -> None:
    basis = basis_of(make_conversation())
    assert basis.moment.suggested
    assert (basis.moment.start.date() - TODAY).days >= 9
    assert basis.moment.start.weekday() in (1, 2, 3)
    assert "I’d suggest " in request(basis).text()


def test_the_invitation_keeps_its_id_and_the_wall_time_of_the_zone() -> None:
    meeting = make_conversation(at=datetime(2026, 12, 3, 10), timezone="America/New_York", minutes=45)
    basis = basis_of(meeting)
    invite = invitation(basis, request(basis))
    again = invitation(basis_of(meeting, goals=(make_goal(),)), request(basis))
    assert invite.uid == again.uid
    assert invite.start.isoformat() == "2026-12-03T10:00:00-05:00"
    assert invite.duration.total_seconds() == 45 * 60
    assert invite.alarm_minutes


@pytest.mark.parametrize("place", ["The cafeteria", "staff canteen", "Café Blau", "open-plan area by the window"])
def test_r35_a_place_where_people_pass_is_flagged(place: str) -> None:
    setting = Setting(place=place)
    assert is_public(setting)
    lines = [p.text for p in checklist(basis_of(make_conversation(setting=setting)))]
    assert lines[0].startswith("Find a room with a door instead of")


@pytest.mark.parametrize("place", ["Room Alder", "Barbara's office", "Publishing, second floor", ""])
def test_r35_an_ordinary_room_is_not(place: str) -> None:
    assert not is_public(Setting(place=place))


def test_r35_remote_keeps_its_reason_and_never_dead_ends() -> None:
    setting = Setting(in_person=False, remote_reason="She works in Toronto")
    basis = basis_of(make_conversation(setting=setting))
    assert any("She works in Toronto".lower() in p.text.lower() for p in checklist(basis))
    assert "by video" in request(basis).text()
    unexplained = basis_of(make_conversation(setting=Setting(in_person=False)))
    assert any("note the reason" in p.text for p in checklist(unexplained))


@pytest.mark.parametrize(("zone", "call"), [("Asia/Tokyo", True), ("Europe/Berlin", False), ("", False)])
def test_r35_a_call_is_offered_where_the_clocks_are_hours_apart_and_no_place_is_noted(zone: str, call: bool) -> None:
    plain = make_conversation(timezone="Europe/London", at=datetime(2026, 12, 1, 8, 30))
    theirs = (make_contact(timezone=zone),)
    text = request(basis_of(plain, contacts=theirs)).text()
    assert ("A call is fine" in text) is call
    assert ("A room with a door" in text) is not call
    met = plain.model_copy(update={"setting": Setting(in_person=True)})
    assert "A call is fine" not in request(basis_of(met, contacts=theirs)).text()


def test_r24_pay_is_a_topic_only_where_the_person_wants_it() -> None:
    silent = Pay(reason="rent", case="The case", ask="A review", discuss=False)
    assert "Pay" not in [p.text for p in request(basis_of(make_conversation(), pay=silent)).topics]
    open_pay = silent.model_copy(update={"discuss": True})
    assert "Pay" in [p.text for p in request(basis_of(make_conversation(), pay=open_pay)).topics]


def test_a_request_can_be_made_from_nothing() -> None:
    basis = gather(Journey(), today=TODAY)
    assert request(basis).text().startswith("Hello,")
    assert invitation(basis, request(basis)).attendees == ()


def test_r02_nothing_needs_the_manager_to_have_an_account_or_an_address() -> None:
    basis = basis_of(make_conversation(), contacts=(make_contact(email=""),), person=make_person(email=""))
    assert "http" not in request(basis).text()


def test_the_examples_ask_in_whole_sentences() -> None:
    for name in ("nathan", "emily", "megan", "bare"):
        journey = archive.read(EXAMPLES / f"{name}.toml")
        text = request(gather(journey, today=TODAY)).text()
        assert "{" not in text
        assert ".." not in text
        assert "  " not in text
