"""Follow through in the browser: both sides, verbs with undo, check-ins, the reading, reactions (R50, R53–R55)."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from cast import bring_in, browser, emily
from django.db import connection
from django.test.utils import CaptureQueriesContext
from six_weeks import make_agreement, make_commitment, make_reaction, six_weeks_later

from talktrack.engine.story import Accomplishment, CheckIn, Commitment, Conversation, Journey, Reaction, Review
from talktrack.web.post import connections
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.queries import records
from talktrack.web.workbook.queries.journey import journey

HOME = "/follow-through/"
SEAT = f"{HOME}promises/seat/"


@pytest.fixture(autouse=True)
def later(monkeypatch):
    """The clock stands six weeks after the talk."""
    now = datetime(2027, 1, 27, 10, 0, tzinfo=UTC)
    monkeypatch.setattr("talktrack.web.workbook.views.clock.timezone.now", lambda: now)


@pytest.fixture
def client(nathan):
    bring_in(nathan, six_weeks_later())
    return browser(nathan)


@pytest.fixture
def stranger(db):
    return browser(emily())


def words(answer) -> str:
    return answer.content.decode()


def promise(subject, name="seat") -> Commitment:
    return records.one(subject, Commitment, name).value


def test_both_sides_stand_beside_each_other_with_what_was_moved_struck(client):
    answer = client.get(HOME)
    you, jocelyn, nobody = answer.context["page"].parties
    assert [p.id for p in you.pledges] == ["ninety-days", "list"]
    assert [p.id for p in jocelyn.pledges] == ["seat", "course", "join"]
    assert [p.id for p in nobody.pledges] == ["cover"]
    html = words(answer)
    assert "Was <s>11 December</s>, now 15 January; moved by Jocelyn on 10 December." in html
    assert "12 days over" in html
    assert "failed" not in html


def test_an_empty_workbook_says_how_little_is_enough(nathan):
    html = words(browser(nathan).get(HOME))
    assert "Nothing is promised yet" in html
    assert "One remembered promise is enough" in html


def test_the_page_takes_the_same_queries_however_many_promises(nathan, client):
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as made:
            assert client.get(HOME).status_code == 200
        return len(made)

    record.create(subject=nathan, noun=Commitment, fields={"action": "One more", "owner": "me"})
    few = queries()
    for number in range(20):
        record.create(subject=nathan, noun=Commitment, fields={"action": f"Send page {number}", "owner": "me"})
    assert queries() == few


@pytest.mark.parametrize(
    ("verb", "form", "status"),
    [
        ("keep", {}, "done"),
        ("let-go", {"because": "No longer needed"}, "dropped"),
        ("decline", {"because": "No seat before summer"}, "declined"),
        ("move", {"to": "2027-02-12", "by": "jocelyn"}, "open"),
        ("snooze", {"until": "12 February 2027"}, "open"),
        ("bring", {"until": "2027-02-02"}, "open"),
        ("nudged", {}, "open"),
    ],
)
def test_every_verb_is_done_and_can_be_taken_back(nathan, client, verb, form, status):
    before = promise(nathan)
    answer = client.post(f"{SEAT}do/{verb}/", form, follow=True)
    assert answer.status_code == 200
    after = promise(nathan)
    assert after.status == status
    assert after != before
    client.post(answer.context["undo"].undo)
    assert promise(nathan) == before


def test_what_shows_that_i_kept_mine_becomes_evidence(nathan, client):
    client.post(f"{HOME}promises/ninety-days/do/keep/", {"on": "2027-01-25", "shown_by": "Wrote the page on Denmark"})
    made = promise(nathan, "ninety-days")
    shown = records.one(nathan, Accomplishment, made.shown_by or "").value
    assert (shown.did, shown.date) == ("Wrote the page on Denmark", "2027-01-25")
    assert f"/evidence/{shown.id}/" in words(client.get(HOME))


def test_a_verb_by_htmx_gives_the_promise_back_with_the_way_back(client):
    answer = client.post(f"{SEAT}do/keep/", headers={"hx-request": "true"})
    html = words(answer)
    assert 'id="p-seat"' in html
    assert "Kept on 27 January" in html
    assert "Z to undo" in html


def test_what_cannot_be_done_is_said_beside_the_promise_and_nothing_is_kept(nathan, client):
    before = promise(nathan)
    answer = client.post(f"{SEAT}do/move/", {"to": "soon"})
    assert answer.status_code == 422
    pledge = next(p for party in answer.context["page"].parties for p in party.pledges if p.id == "seat")
    assert "is not a day" in pledge.error
    assert promise(nathan) == before
    assert client.post(f"{SEAT}do/explode/").status_code == 404


def test_nobodys_promise_can_be_taken(nathan, client):
    client.post(f"{HOME}promises/cover/do/take/?owner=me")
    assert promise(nathan, "cover").owner == "me"


@pytest.mark.parametrize("due", ["9999-12-31", "31 December 9999", "0026-01-07"])
def test_a_day_that_no_calendar_reaches_is_asked_about_and_no_page_falls(nathan, client, due):
    answer = client.post(f"{HOME}promises/new/", {"action": "Send it", "owner": "me", "due": due})
    assert answer.status_code == 422
    assert "Write a date as" in words(answer)
    assert client.get("/today/").status_code == 200


def test_changing_a_promise_by_its_form_leaves_the_old_day_in_its_history(nathan, client):
    kept = records.one(nathan, Commitment, "seat")
    form = {
        "action": "Ask Ingrid about the seat", "owner": "jocelyn", "due": "2027-02-19", "conversation": "december",
        "goal": "denmark", "version": kept.version,
    }  # fmt: skip
    client.post(SEAT, form)
    made = promise(nathan)
    assert made.due == "2027-02-19"
    assert (made.history[-1].was, made.history[-1].what) == ("2027-01-15", "2027-02-19")
    assert len(made.history) == 2


def test_a_promise_is_added_by_hand(nathan, client):
    form = {
        "action": "Send me the launch plan",
        "owner": "jocelyn",
        "due": "5 February 2027",
        "conversation": "december",
    }
    assert client.post(f"{HOME}promises/new/", form).status_code == 302
    assert promise(nathan, "send-me-the-launch-plan").due == "2027-02-05"


def test_a_friendly_word_is_a_draft_that_is_noted_when_it_went_out(nathan, client):
    html = words(client.get(f"{SEAT}word/"))
    assert "you were going to" in html
    mail = client.get(f"{SEAT}word.eml")
    assert mail["Content-Type"] == "message/rfc822"
    client.post(f"{SEAT}do/nudged/")
    assert promise(nathan).nudged == ("2027-01-27",)
    assert "Give it a week before the next word." in words(client.get(f"{SEAT}word/"))
    assert client.get(f"{SEAT}word.eml").status_code == 404


def mail_is_set_up(subject) -> None:
    """A mail account that was tried and works."""
    own = connections.keep(
        subject=subject,
        purpose="smtp",
        address="nathan@larkmoor.example",
        settings={"host": "127.0.0.1", "port": 2525, "security": "none"},
    )
    connections.tried(own)


def test_a_friendly_word_is_sent_once_and_can_be_stopped(nathan, client):
    mail_is_set_up(nathan)
    assert "Send it to Jocelyn" in words(client.get(f"{SEAT}word/"))
    sent = client.post(f"{SEAT}word/send/", follow=True)
    assert "On its way" in words(sent)
    assert promise(nathan).nudged == ("2027-01-27",)
    assert [s.kind for s in journey(nathan).snapshots] == ["share"]
    assert client.post(f"{SEAT}word/send/").status_code == 422
    stop = next(act for act in sent.context["page"].out.acts if act.text == "Stop")
    client.post(stop.url)
    assert promise(nathan).nudged == ()
    assert "Send it to Jocelyn" in words(client.get(f"{SEAT}word/"))


def test_without_a_mail_account_nothing_is_sent_and_the_way_on_is_told(nathan, client):
    answer = client.post(f"{SEAT}word/send/")
    assert answer.status_code == 422
    assert "Your own mail is not set up yet." in words(answer)
    assert promise(nathan).nudged == ()


def test_the_check_in_is_prepared_invited_and_held(nathan, client):
    page = client.get(f"{HOME}check-ins/february/sheet/")
    assert sum(p.minutes for p in page.context["page"].agenda.parts) == 15
    assert b"SEQUENCE:0" in client.get(f"{HOME}check-ins/february/invite.ics").content
    kept = records.one(nathan, CheckIn, "february")
    form = {"on": "2027-02-09", "minutes": "15", "conversation": "december", "version": kept.version}
    client.post(f"{HOME}check-ins/february/", form)
    assert b"SEQUENCE:1" in client.get(f"{HOME}check-ins/february/invite.ics").content
    client.post(f"{HOME}check-ins/february/held/")
    assert records.one(nathan, CheckIn, "february").value.held


def test_an_agreed_day_to_look_again_is_proposed_and_put_in(nathan):
    bring_in(nathan, six_weeks_later(check_ins=()))
    client = browser(nathan)
    (look,) = client.get(HOME).context["page"].looks
    assert look.state.text == "Proposed"
    client.post(look.acts[0].url)
    assert [c.on for c in journey(nathan).check_ins] == ["2027-01-29"]


def test_r55_the_next_conversation_opens_in_prepare_with_what_is_open(nathan, client):
    answer = client.post(f"{HOME}next/", follow=True)
    assert answer.redirect_chain[0][0] == "/prepare/jocelyn-2027-01/"
    html = words(answer)
    assert "From last time" in html
    assert "Could you still ask Ingrid about the seat, and by which day? If not, what stands in the way?" in html
    client.post(answer.context["undo"].undo)
    assert [c.id for c in journey(nathan).conversations] == ["december"]


def test_prepare_of_the_first_talk_has_nothing_from_last_time(client):
    assert "From last time" not in words(client.get("/prepare/december/"))


def test_the_reading_is_for_oneself_cites_its_records_and_is_kept_by_date(nathan, client):
    shown = client.get(f"{HOME}viability/").context["page"]
    assert shown.head.seal.text == "Only you, always"
    assert [w.name for w in shown.lines] == ["Willingness", "Power to decide", "A real opening", "Following through"]
    assert shown.state == "Supported, conditions open"
    against = "".join(run.text for line in shown.lines[3].contrary for run in line)
    assert "12 days over its day, 15 January: “Ask Ingrid about the seat”." in against
    client.post(f"{HOME}viability/keep/", {"note": "It moves"})
    assert [(r.state, r.note) for r in journey(nathan).reviews] == [("supported", "It moves")]
    assert records.one(nathan, Review, "look-2027-01-27")


def test_a_fact_about_the_manager_counts_only_where_it_was_put(client):
    shown = client.get(f"{HOME}viability/").context["page"]
    fact = next(f for f in shown.facts if "sofia-course" in f.reference)
    client.post(f"{HOME}viability/place/", {"fact": fact.reference, "place": "willingness:for"})
    again = client.get(f"{HOME}viability/").context["page"]
    assert fact.reference not in {f.reference for f in again.facts}
    assert any("film course" in "".join(run.text for run in s) for s in again.lines[0].support)
    assert client.post(f"{HOME}viability/place/", {"fact": "lenses/no/facts/no", "place": ":out"}).status_code == 404


def test_r45_a_reaction_needs_the_act_and_gets_a_response_once_it_is_read(nathan, client):
    new = f"{HOME}reactions/new/"
    assert client.post(new, {"my_reading": "He is afraid", "conversation": "december"}).status_code == 422
    client.post(new, {"act": "Looked at the clock", "conversation": "december"})
    rows = {r.act: r for r in client.get(f"{HOME}reactions/").context["page"].rows}
    assert rows["Looked at the clock"].could_be
    kept = records.one(nathan, Reaction, "looked-at-the-clock")
    form = {"act": "Looked at the clock", "conversation": "december", "reading": "unsafe", "version": kept.version}
    client.post(f"{HOME}reactions/looked-at-the-clock/", form)
    html = words(client.get(f"{HOME}reactions/"))
    assert "union" in html
    assert "no legal advice" in html


def test_where_something_unsafe_was_noted_there_is_help_and_no_next_test(nathan):
    bring_in(nathan, six_weeks_later(reactions=(make_reaction(act="Said I would regret it", reading="unsafe"),)))
    html = words(browser(nathan).get(f"{HOME}viability/"))
    assert "First, you" in html
    assert "Next small test" not in html


def test_a_talk_that_did_not_take_place_leads_to_a_kind_word(nathan, client):
    client.post(f"{HOME}next/")
    answer = client.post(f"{HOME}put-off/jocelyn-2027-01/", follow=True)
    assert "No harm done" in words(answer)
    meeting = records.one(nathan, Conversation, "jocelyn-2027-01").value
    assert (meeting.state, meeting.postponed_on) == ("postponed", ("2027-01-27",))
    assert "A kind word for another day" in words(client.get("/prepare/jocelyn-2027-01/"))


def test_a_talk_of_which_points_are_kept_is_not_put_off_without_a_question(nathan, client):
    before = records.one(nathan, Conversation, "december").value
    answer = client.post(f"{HOME}put-off/december/", follow=True)
    assert re.search(r"You kept \d+ points of this talk", words(answer))
    assert records.one(nathan, Conversation, "december").value == before


def test_a_new_manager_gets_a_page_and_may_be_asked_for_what_is_open(nathan):
    start = six_weeks_later()
    gone = tuple(c.model_copy(update={"until": "2027-01-20"}) if c.id == "jocelyn" else c for c in start.contacts)
    new = gone[0].model_copy(update={"id": "ada", "name": "Ada Byrne", "until": "", "email": ""})
    bring_in(nathan, start.model_copy(update={"contacts": (*gone, new)}))
    client = browser(nathan)
    html = words(client.get(HOME))
    assert "Jocelyn Adeyemi has moved on." in html
    assert "Ask Ada for it" in html
    assert client.get(f"{HOME}handover.pdf").content.startswith(b"%PDF")
    client.post(f"{SEAT}do/take/?owner=ada")
    assert promise(nathan).owner == "ada"


def test_a_strangers_promises_are_as_if_they_were_not_there(client, stranger):
    for url in (SEAT, f"{SEAT}word/", f"{HOME}check-ins/february/sheet/", f"{HOME}reactions/wrote-down/"):
        assert stranger.get(url).status_code == 404
    assert stranger.post(f"{SEAT}do/keep/").status_code == 404
    assert stranger.post(f"{HOME}put-off/december/").status_code == 404
    assert "Ingrid" not in words(stranger.get(HOME))


def test_today_shows_what_waits_and_leaves_out_what_is_snoozed(nathan, client):
    assert "Ask Ingrid about the seat" in words(client.get("/today/"))
    client.post(f"{SEAT}do/snooze/", {"until": "2027-02-10"})
    assert "Ask Ingrid about the seat" not in words(client.get("/today/"))


def test_hostile_words_stay_words(nathan):
    bad = '<script>alert(1)</script> "x" {{ 7*7 }}'
    whole = Journey(
        contacts=six_weeks_later().contacts,
        conversations=six_weeks_later().conversations,
        commitments=(make_commitment(action=bad, goal=None, done_test=bad),),
        reactions=(make_reaction(act=bad, my_reading=bad),),
        agreements=(make_agreement(condition=bad),),
        goals=six_weeks_later().goals,
    )
    bring_in(nathan, whole)
    client = browser(nathan)
    for url in (HOME, f"{HOME}viability/", f"{HOME}reactions/", f"{SEAT}word/", SEAT):
        html = words(client.get(url))
        assert "<script>alert" not in html
        assert "{{ 7*7 }}" in html
