"""The talk in one's own calendar: the id of the invitation, when and with whom, and nothing of what it is about."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from talktrack.engine import archive as files
from talktrack.engine.prepare.basis import gather
from talktrack.engine.prepare.noted import noted
from talktrack.engine.prepare.request import invitation, request
from talktrack.engine.story import Conversation, Journey
from talktrack.examples import example
from talktrack.kit.render import ics

ZONE = ZoneInfo("Europe/London")


def make_conversation(**changes):
    whole = {"id": "december", "at": "2026-12-03T10:00:00", "aim": "Canary", **changes}
    return Conversation.model_validate(whole)


def test_R33_it_has_the_id_of_the_invitation_and_moves_with_it():
    journey = files.read(example("nathan"))
    meeting = journey.conversations[0]
    basis = gather(journey, today=date(2026, 11, 22))
    invite, own = invitation(basis, request(basis)), noted(journey, meeting, zone=ZONE)
    assert own is not None
    assert (own.uid, own.start, own.duration, own.sequence) == (
        invite.uid,
        invite.start,
        invite.duration,
        invite.sequence,
    )


def test_it_is_private_invites_nobody_and_says_nothing_of_the_matter():
    own = noted(Journey(), make_conversation(setting={"place": "Alder"}), zone=ZONE)
    assert own is not None
    made = ics.render(own, datetime(2026, 11, 22, tzinfo=UTC)).decode()
    assert "CLASS:PRIVATE" in made
    assert "SUMMARY:Talk with my manager" in made
    assert "LOCATION:Alder" in made
    for absent in ("ATTENDEE", "ORGANIZER", "METHOD", "Canary", "DESCRIPTION:\r\n"):
        assert absent not in made


@pytest.mark.parametrize("changes", [{"at": None}, {"state": "held"}, {"state": "postponed"}, {"state": "cancelled"}])
def test_what_is_not_going_to_be_held_does_not_stand_there(changes):
    assert noted(Journey(), make_conversation(**changes), zone=ZONE) is None


def test_a_booked_talk_is_certain_and_stands_in_its_own_zone():
    own = noted(Journey(), make_conversation(state="booked", timezone="Europe/Copenhagen"), zone=ZONE)
    assert own is not None
    assert own.status == "CONFIRMED"
    assert own.start.tzinfo == ZoneInfo("Europe/Copenhagen")
