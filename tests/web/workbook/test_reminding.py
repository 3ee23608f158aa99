"""Reminders by mail: to those who want them, once, one mail a day, whatever becomes of workers and clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cast import bring_in, browser, emily
from makers import make_journey, make_person

from talktrack.engine.story import Commitment
from talktrack.web.post import connections, outbox
from talktrack.web.post.models import Outgoing, Reminder
from talktrack.web.workbook.actions import record, reminding

NINE = datetime(2026, 12, 10, 9, 0, tzinfo=UTC)
KEY = "reminders/2026-12-10"


@pytest.fixture(autouse=True)
def _new_worker():
    reminding._looked.clear()


def owe(subject, action: str = "Send the plan", **changes: object) -> None:
    fields = {"action": action, "owner": "me", "due": "2026-12-10", **changes}
    record.create(subject=subject, noun=Commitment, fields=fields)


def wish(subject, **changes: object):
    row = connections.keep(subject=subject, purpose="smtp", address="nathan@example.com")
    connections.tried(row)
    connections.wish(row, {"reminders": True, "hour": 9, "since": "2026-12-01", **changes})
    return row


@pytest.fixture
def london(nathan):
    bring_in(nathan, make_journey(person=make_person(timezone="Europe/London")))
    return nathan


def test_what_is_due_comes_by_mail_once(london):
    owe(london)
    wish(london)
    reminding.remind(NINE - timedelta(seconds=1))
    assert Outgoing.for_subject(london).count() == 0
    for after in (0, 30, 3600, 36_000):
        reminding.remind(NINE + timedelta(seconds=after))
    assert Outgoing.for_subject(london).count() == 1
    letter = outbox.of(london, KEY)[KEY]
    assert letter.to == ("nathan@example.com",)
    mail = outbox.file(london, KEY)
    assert b"Subject: Talktrack: one thing for today" in mail
    assert b"Send the plan" in mail


def test_one_mail_a_day_and_the_rest_the_next_morning(london):
    owe(london)
    wish(london)
    reminding.remind(NINE)
    owe(london, "Ask for the budget")
    reminding.remind(NINE + timedelta(hours=1))
    assert Outgoing.for_subject(london).count() == 1
    reminding.remind(NINE + timedelta(days=1))
    assert b"Meant for Thursday 10 December" in outbox.file(london, "reminders/2026-12-11")
    assert b"Send the plan" not in outbox.file(london, "reminders/2026-12-11")


def test_two_workers_and_a_clock_set_back_give_it_once(london):
    owe(london)
    wish(london)
    for hours in (0, 2, -5, 0, -30, 1):
        reminding._looked.clear()  # another worker, which remembers nothing
        reminding.remind(NINE + timedelta(hours=hours))
    assert Outgoing.for_subject(london).count() == 1
    assert Reminder.for_subject(london).count() == 2  # the thing, and the day's mail


def test_a_change_of_the_journey_is_seen_at_once(london):
    wish(london)
    reminding.remind(NINE)
    owe(london)
    reminding.remind(NINE + timedelta(minutes=1))
    assert Outgoing.for_subject(london).count() == 1


def test_a_worker_looks_again_only_when_something_has_changed(london, django_assert_num_queries):
    owe(london)
    wish(london)
    reminding.remind(NINE)
    with django_assert_num_queries(2):  # the accounts, the states of their workbooks
        reminding.remind(NINE + timedelta(minutes=1))


@pytest.mark.parametrize("change", [{"reminders": False}, {"since": "2026-12-11"}, {"hour": 10}])
def test_nothing_comes_that_was_not_wanted(london, change):
    owe(london)
    wish(london, **change)
    reminding.remind(NINE)
    assert Outgoing.for_subject(london).count() == 0


def test_an_account_that_does_not_work_gets_nothing(london):
    owe(london)
    connections.tried(wish(london), "The mail server does not know this password.")
    reminding.remind(NINE)
    assert Outgoing.for_subject(london).count() == 0


def test_a_promise_that_is_put_off_is_remembered_on_its_new_day(london):
    owe(london)
    wish(london)
    reminding.remind(NINE)
    (promise,) = (r for r in _promises(london))
    record.put(subject=london, value=promise.model_copy(update={"snoozed_until": "2026-12-12"}))
    reminding.remind(NINE + timedelta(days=1))
    assert Outgoing.for_subject(london).count() == 1
    reminding.remind(NINE + timedelta(days=2))
    assert b"You put it off until Saturday 12 December" in outbox.file(london, "reminders/2026-12-12")


def _promises(subject):
    from talktrack.web.workbook.queries.journey import journey

    return journey(subject).commitments


def test_everybody_gets_their_own(london):
    owe(london)
    wish(london)
    other = emily()
    bring_in(other, make_journey(person=make_person(timezone="Asia/Tokyo")))
    owe(other, "Call the printer")
    wish(other)
    reminding.remind(NINE - timedelta(hours=9))
    assert Outgoing.for_subject(london).count() == 0
    assert b"Call the printer" in outbox.file(other, KEY)
    reminding.remind(NINE)
    assert b"Call the printer" not in outbox.file(london, KEY)


def test_today_says_it_too_and_it_can_be_left(london):
    owe(london, due="2020-01-02")
    owe(london, "Read the strategy", due="")
    client = browser(london)
    assert client.get("/today/").context["page"].due == ()  # years ago is no reminder any more
    (promise, _) = _promises(london)
    day = datetime.now(tz=UTC).astimezone().date()
    record.put(subject=london, value=promise.model_copy(update={"due": day.isoformat()}))
    (line,) = client.get("/today/").context["page"].due
    assert "Send the plan" in line.text
    stops = {s.stage: s.count for s in client.get("/today/").context["shell"].stops}
    assert stops["follow_through"] == "1 due"
    page = client.post(line.leave.url, follow=True)
    assert page.context["page"].due == ()
    client.post(page.context["undo"].undo)
    assert len(client.get("/today/").context["page"].due) == 1
    assert client.post("/today/leave/mine/commitments/none/2020-01-01/").status_code == 404
