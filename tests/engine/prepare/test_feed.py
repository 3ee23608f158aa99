"""R50, R53: one's own dates as a calendar to subscribe to, discreet, with ids that stay."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from makers import TODAY, make_conversation, make_journey

from talktrack.engine.prepare.feed import LOOKS_BACK, feed
from talktrack.engine.story import CheckIn, Commitment, Journey

CHECK_IN = CheckIn(id="january", on="2027-01-14", about="How the budget stands")
TIMED = CheckIn(id="july", on="2027-07-14", at=datetime(2027, 7, 14, 10), timezone="Europe/London", minutes=20)
MINE = Commitment(id="plan", action="Send the plan", owner="me", due="2026-12-18", done_test="She has it")
HERS = Commitment(id="intro", action="Introduce me to Ingrid", owner="jocelyn", due="2026-12-11")


def journey_of(**changes: object) -> Journey:
    whole = {"check_ins": (CHECK_IN, TIMED), "commitments": (MINE, HERS), **changes}
    return make_journey(**whole)


def events(journey: Journey, *, full: bool = False, today: date = TODAY) -> dict[str, Event]:
    made = Calendar.from_ical(feed(journey, today, full=full)).walk("VEVENT")
    return {str(event["uid"]): event for event in made}


def titles(journey: Journey, *, full: bool = False) -> list[str]:
    return sorted(str(event["summary"]) for event in events(journey, full=full).values())


def test_titles_tell_nothing_unless_full_words_are_wished() -> None:
    talk = make_conversation(at=datetime(2026, 12, 3, 10), timezone="Europe/London", aim="A raise")
    journey = journey_of(conversations=(talk,))
    assert titles(journey) == ["A promise is due", "Ask about a promise", "Check-in", "Check-in", "Conversation"]
    plain = feed(journey, TODAY).decode()
    assert not [word for word in ("Jocelyn", "plan", "Ingrid", "raise", "budget", "She has it") if word in plain]
    told = titles(journey, full=True)
    assert "Ask Jocelyn Adeyemi about: Introduce me to Ingrid" in told
    assert "Due: Send the plan" in told
    assert "Conversation with Jocelyn Adeyemi" in told


def test_due_dates_last_all_day_and_check_ins_stand_in_their_time_zone() -> None:
    found = {str(e["dtstart"].dt): e for e in events(journey_of()).values()}
    assert date(2026, 12, 18).isoformat() in found
    timed = next(e for e in found.values() if isinstance(e["dtstart"].dt, datetime))
    assert timed["dtstart"].dt == datetime(2027, 7, 14, 10, tzinfo=ZoneInfo("Europe/London"))
    assert timed.decoded("duration") == timedelta(minutes=20)


def test_T11_the_rules_of_the_zone_reach_to_the_last_date() -> None:
    far = TIMED.model_copy(update={"id": "far", "on": "2031-07-14", "at": datetime(2031, 7, 14, 10)})
    calendar = Calendar.from_ical(feed(journey_of(check_ins=(TIMED, far)), TODAY))
    starts = [part["dtstart"].dt.year for part in calendar.walk("DAYLIGHT")]
    assert max(starts) >= 2031


def test_ids_stay_when_words_days_and_the_day_of_making_change() -> None:
    later = journey_of(commitments=(MINE.model_copy(update={"due": "2027-01-08", "action": "Send it"}), HERS))
    assert set(events(journey_of())) == set(events(later, full=True, today=TODAY + timedelta(days=3)))
    assert feed(journey_of(), TODAY) == feed(journey_of(), TODAY)


def test_what_is_over_or_has_no_day_is_not_in_it() -> None:
    gone = journey_of(
        check_ins=(
            CHECK_IN.model_copy(update={"held": True}),
            CHECK_IN.model_copy(update={"id": "b", "on": "2027-02"}),
        ),
        commitments=(
            MINE.model_copy(update={"status": "done"}),
            HERS.model_copy(update={"due": ""}),
            MINE.model_copy(update={"id": "old", "due": (TODAY - LOOKS_BACK - timedelta(days=1)).isoformat()}),
        ),
        conversations=(make_conversation(at=datetime(2026, 12, 3, 10), state="cancelled"),),
    )
    assert not events(gone)


def test_another_ones_promise_is_asked_about_once_it_rests_no_more() -> None:
    resting = HERS.model_copy(update={"snoozed_until": "2026-12-20"})
    (event,) = events(journey_of(check_ins=(), commitments=(resting,))).values()
    assert event["dtstart"].dt == date(2026, 12, 20)


def test_it_takes_no_time_and_is_private() -> None:
    for event in events(journey_of()).values():
        assert (event["transp"], event["class"]) == ("TRANSPARENT", "PRIVATE")
