"""What is remembered for whom: on its day, once, in words that its records bear out (R50, R53; T11)."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from makers import make_contact, make_conversation, make_journey, make_person

from bench.reminders import Case, given, intended
from talktrack.engine.follow_through import digest
from talktrack.engine.follow_through.reminders import due, moment, next_moment, reminders, ripe
from talktrack.engine.story import CheckIn, Commitment, Decision, Snapshot
from talktrack.kit.documents import Mailbox

LONDON = ZoneInfo("Europe/London")
LONG_AGO = date(2020, 1, 1)


def make_promise(**changes: object) -> Commitment:
    whole = {"id": "plan", "action": "Send the plan.", "owner": "me", "due": "2026-12-10", **changes}
    return Commitment.model_validate(whole)


def told(journey, day: str) -> list[str]:
    return [r.line.text for r in due(journey, date.fromisoformat(day))]


@pytest.mark.parametrize(
    ("promise", "first", "words"),
    [
        ({}, "2026-12-10", "You promised it for Thursday 10 December: Send the plan."),
        ({"due": "2026-12"}, "2026-12-31", "You promised it for Thursday 31 December: Send the plan."),
        ({"snoozed_until": "2026-12-14"}, "2026-12-14", "You put it off until Monday 14 December: Send the plan."),
        (
            {"owner": "jocelyn"},
            "2026-12-11",
            "Jocelyn promised it for Thursday 10 December: Send the plan. A friendly question is enough.",
        ),
        (
            {"owner": "jocelyn", "snoozed_until": "2026-12-20"},
            "2026-12-20",
            "Jocelyn promised it for Thursday 10 December: Send the plan. A friendly question is enough.",
        ),
    ],
)
def test_a_promise_is_remembered_on_its_day_and_for_a_week(promise, first, words):
    journey, day = make_journey(commitments=(make_promise(**promise),)), date.fromisoformat(first)
    assert [told(journey, (day + timedelta(days=n)).isoformat()) for n in (-1, 0, 7, 8)] == [[], [words], [words], []]


@pytest.mark.parametrize(
    "promise",
    [
        {"status": "done"},
        {"status": "declined"},
        {"status": "dropped"},
        {"due": ""},
        {"owner": ""},
        {"owner": "jocelyn", "nudged": ("2026-12-12",)},
    ],
)
def test_what_is_settled_undated_nobodys_or_was_asked_about_is_not(promise):
    assert reminders(make_journey(commitments=(make_promise(**promise),))) == ()


def test_a_check_in_is_remembered_two_days_before_with_what_is_open():
    promises = (
        make_promise(conversation="december"),
        make_promise(id="budget", conversation="december", owner="jocelyn", action="Ask for a budget", due=""),
        make_promise(id="course", conversation="december", owner="", action="Find a course", due="2026-12"),
        make_promise(id="kept", conversation="december", status="done"),
        make_promise(id="other", conversation="june"),
    )
    look = CheckIn(id="january", conversation="december", on="2027-01-14", about="the Nordic launch")
    journey = make_journey(commitments=promises, check_ins=(look,))
    found = {r.kind: r for r in reminders(journey)}["check_in"]
    assert (found.day, found.until) == (date(2027, 1, 12), date(2027, 1, 14))
    assert found.line.text == "Check-in on Thursday 14 January: the Nordic launch."
    assert [p.text for p in found.below] == [
        "You promised, by Thursday 10 December: Send the plan.",
        "Nobody has taken it yet, by Thursday 31 December: Find a course.",
        "Jocelyn promised: Ask for a budget.",
    ]
    assert all(p.sources for p in (found.line, *found.below))


def test_a_talk_is_remembered_the_day_before_on_the_persons_own_wall():
    talk = make_conversation(at="2026-12-03T09:00", timezone="Pacific/Auckland", state="booked")
    journey = make_journey(conversations=(talk,), person=make_person(timezone="Europe/London"))
    (found,) = reminders(journey)
    assert found.line.text == "You talk with Jocelyn on Wednesday 2 December, 20:00."
    assert (found.day, found.until) == (date(2026, 12, 1), date(2026, 12, 2))


@pytest.mark.parametrize("state", ["planned", "postponed", "cancelled"])
def test_a_talk_that_is_not_arranged_is_not(state):
    assert reminders(make_journey(conversations=(make_conversation(at="2026-12-03T09:00", state=state),))) == ()


def test_a_recap_is_remembered_the_day_after_until_one_is_sealed():
    talk = make_conversation(at="2026-12-03T09:00", state="held")
    assert told(make_journey(conversations=(talk,)), "2026-12-04") == [
        "You talked with Jocelyn on Thursday 3 December. A recap while it is fresh keeps what both of you said."
    ]
    fields = ("conversations/december.at",)
    sealed = Snapshot(id="sha256:1", kind="recap", sealed_on="2026-12-03", fields=fields)
    assert reminders(make_journey(conversations=(talk,), snapshots=(sealed,))) == ()


@pytest.mark.parametrize("off", ["mine", "mine/commitments/plan/2026-12-10"])
def test_a_kind_can_be_turned_off_and_one_reminder_left(off):
    decision = Decision(about="reminder", record=off, verdict="dismissed")
    journey = make_journey(commitments=(make_promise(),), decisions=(decision,))
    assert reminders(journey) == ()


@pytest.mark.parametrize(
    ("zone", "day", "hour", "wall"),
    [
        ("Europe/London", "2027-03-28", 1, "2027-03-28T02:00+01:00"),  # one o'clock does not exist that day
        ("Europe/London", "2026-10-25", 1, "2026-10-25T01:00+01:00"),  # it exists twice: the first time
        ("America/New_York", "2027-03-14", 2, "2027-03-14T03:00-04:00"),
        ("Australia/Lord_Howe", "2026-10-04", 2, "2026-10-04T02:30+11:00"),  # half an hour
        ("Africa/Casablanca", "2027-02-07", 3, "2027-02-07T03:00+00:00"),
        ("America/Santiago", "2026-09-06", 0, "2026-09-06T01:00-03:00"),  # no midnight
        ("Asia/Kathmandu", "2028-02-29", 9, "2028-02-29T09:00+05:45"),
        ("Pacific/Apia", "2011-12-30", 9, "2011-12-31T09:00+14:00"),  # a day that never was
    ],
)
def test_it_comes_once_at_the_intended_time_of_the_wall(zone, day, hour, wall):
    case = Case(ZoneInfo(zone), date.fromisoformat(day), hour)
    assert intended(case) == datetime.fromisoformat(wall)
    for seed in range(20):
        assert given(case, random.Random(seed)) == [intended(case)]


def test_a_machine_that_slept_is_reminded_once_and_at_no_hour_of_the_night():
    journey = make_journey(commitments=(make_promise(),))
    wakes = datetime(2026, 12, 12, 23, 30, tzinfo=UTC)
    asked = {"zone": LONDON, "hour": 9, "since": LONG_AGO}
    assert ripe(journey, now=wakes, **asked) == ()
    morning = next_moment(wakes, 9, LONDON)
    assert morning == datetime(2026, 12, 13, 9, tzinfo=UTC)
    (found,) = ripe(journey, now=morning, **asked)
    assert ripe(journey, now=morning, given={found.key}, **asked) == ()
    assert ripe(journey, now=morning, zone=LONDON, hour=9, since=date(2026, 12, 11)) == ()


def test_another_time_zone_gives_nothing_twice():
    journey = make_journey(commitments=(make_promise(),))
    first = moment(date(2026, 12, 10), 9, ZoneInfo("Asia/Tokyo"))
    (found,) = ripe(journey, now=first, zone=ZoneInfo("Asia/Tokyo"), hour=9, since=LONG_AGO)
    later = moment(date(2026, 12, 10), 9, ZoneInfo("America/Los_Angeles"))
    seen = {found.key}
    assert ripe(journey, now=later, zone=ZoneInfo("America/Los_Angeles"), hour=9, since=LONG_AGO, given=seen) == ()
    moved = make_journey(commitments=(make_promise(due="2026-12-11"),))
    again = moment(date(2026, 12, 11), 9, LONDON)
    assert ripe(moved, now=again, zone=LONDON, hour=9, since=LONG_AGO, given=seen)


def test_the_mail_says_for_which_day_and_its_subject_says_nothing():
    journey = make_journey(
        commitments=(make_promise(), make_promise(id="deck", action="Share the deck", due="2026-12-12")),
        contacts=(make_contact(),),
    )
    now = moment(date(2026, 12, 12), 9, LONDON)
    found = ripe(journey, now=now, zone=LONDON, hour=9, since=LONG_AGO)
    mail = digest.digest(journey, found, to=Mailbox("nathan@example.com"), now=now, zone=LONDON)
    assert mail.subject == "Talktrack: two things for today"
    assert mail.body.split("\n\n")[:3] == [
        "Good morning, Nathan.",
        "For today:\n- You promised it for Saturday 12 December: Share the deck.",
        "Meant for Thursday 10 December:\n- You promised it for Thursday 10 December: Send the plan.",
    ]
    assert "You chose to get such a mail" in mail.body
    again = digest.digest(journey, found, to=Mailbox("nathan@example.com"), now=now, zone=LONDON)
    assert again.message_id == mail.message_id
    assert digest.subject(1) == "Talktrack: one thing for today"
