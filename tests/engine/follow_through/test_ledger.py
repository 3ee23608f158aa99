"""What both sides promised, how it stands in words, and what can be done with it (R50, R53)."""

from __future__ import annotations

from datetime import date

import pytest
from makers import make_contact, make_conversation, make_journey
from six_weeks import LATER, make_agreement, make_commitment, six_weeks_later

from talktrack.engine.follow_through import verbs
from talktrack.engine.follow_through.goalposts import goalposts
from talktrack.engine.follow_through.ledger import entry, ledger, stand
from talktrack.engine.story import Change, Journey
from talktrack.kit.errors import UserError

TODAY = date(2027, 1, 14)


def one(**changes: object) -> Journey:
    return make_journey(commitments=(make_commitment(goal=None, **changes),))


@pytest.mark.parametrize(
    ("changes", "kind", "text"),
    [
        ({"due": "2027-01-11"}, "over", "3 days over"),
        ({"due": "2027-01-13"}, "over", "1 day over"),
        ({"due": "2027-01-14"}, "due", "Due today"),
        ({"due": "2027-01-15"}, "due", "Due tomorrow"),
        ({"due": "2027-01-17"}, "due", "Due in 3 days"),
        ({"due": "2027-02-12"}, "due", "Due Fri 12 Feb"),
        ({"due": "2027-01"}, "due", "Due in January 2027"),
        ({"due": "2026-12"}, "over", "14 days over"),
        ({"due": ""}, "open", "No day yet"),
        ({"status": "done", "kept_on": "2026-12-07"}, "kept", "Kept on 7 December"),
        ({"status": "done"}, "kept", "Kept"),
        ({"status": "declined"}, "declined", "Declined"),
        ({"status": "dropped"}, "let go", "Let go"),
        ({"due": "2027-01-11", "snoozed_until": "2027-02-08"}, "snoozed", "Snoozed until 8 February; 3 days over"),
        ({"due": "2027-01-17", "snoozed_until": "2027-01-10"}, "due", "Due in 3 days"),
    ],
)
def test_how_a_promise_stands_is_said_in_words_and_never_as_a_failure(changes, kind, text):
    found = stand(make_commitment(**changes), TODAY)
    assert (found.kind, found.text) == (kind, text)
    assert "fail" not in found.text.lower()


def test_the_ledger_has_two_sides_and_what_nobody_took():
    book = ledger(six_weeks_later(), LATER)
    assert [e.commitment.id for e in book.mine] == ["ninety-days", "list"]
    (theirs,) = book.theirs
    assert theirs.name == "Jocelyn"
    assert [e.commitment.id for e in theirs.entries] == ["seat", "course", "join"]
    assert [e.commitment.id for e in book.nobody] == ["cover"]
    assert len(book.entries) == 6


def test_a_day_that_was_moved_shows_the_old_one_who_moved_it_and_why():
    seat = entry(six_weeks_later(), "seat", LATER)
    assert seat
    assert seat.moved == 1
    (move,) = seat.moves
    assert (move.before, move.after, move.by) == ("11 December", "15 January", "Jocelyn")
    assert move.text.text == (
        "Was 11 December, now 15 January; moved by Jocelyn on 10 December. "
        "Reason: Ingrid was away until the new year."
    )
    assert {s.record for s in move.text.sources} == {"commitments/seat"}


def test_a_history_written_by_hand_in_words_is_shown_as_it_stands():
    told = one(history=(Change(on="2026-12-20", what="from Friday to after the holidays"),))
    assert ledger(told, TODAY).entries[0].moves[0].text.text == "On 20 December: from Friday to after the holidays."


def test_r53_keeping_ones_own_promise_with_what_shows_it_makes_an_accomplishment():
    kept = verbs.keep(
        one(owner="me"), "seat", today=TODAY, on="2027-01-12", shown_by="Wrote the page for the founders"
    )
    (made,) = kept.commitments
    assert (made.status, made.kept_on, made.shown_by) == ("done", "2027-01-12", "wrote-the-page-for-the-founders")
    (shown,) = kept.accomplishments
    assert (shown.did, shown.date) == ("Wrote the page for the founders", "2027-01-12")
    assert entry(kept, "seat", TODAY).evidence == shown


def test_what_shows_that_they_kept_theirs_is_no_accomplishment_of_mine():
    kept = verbs.keep(one(), "seat", today=TODAY, shown_by="Ingrid wrote to me")
    assert kept.accomplishments == ()
    assert "Reason: Ingrid wrote to me." in entry(kept, "seat", TODAY).moves[0].text.text


def test_r53_declining_is_allowed_and_keeps_its_reason():
    declined = verbs.decline(one(), "seat", today=TODAY, because="No seat before summer")
    found = entry(declined, "seat", TODAY)
    assert found.stand.text == "Declined on 14 January"
    assert declined.commitments[0].history[-1].by == "jocelyn"
    assert "No seat before summer" in found.moves[0].text.text


def test_every_verb_leaves_the_history_and_can_be_taken_back():
    journey = verbs.move(one(), "seat", "2027-02-01", today=TODAY, by="jocelyn")
    journey = verbs.reword(journey, "seat", today=TODAY, action="Introduce me to Ingrid", done_test="I have met her")
    journey = verbs.let_go(journey, "seat", today=TODAY)
    journey = verbs.reopen(journey, "seat", today=TODAY)
    made = journey.commitments[0]
    assert [c.field for c in made.history] == ["due", "action", "done_test", "status", "status"]
    assert (made.status, made.due, made.action) == ("open", "2027-02-01", "Introduce me to Ingrid")


def test_a_promise_of_nobody_is_taken_by_somebody():
    taken = verbs.take(one(owner=""), "seat", "jocelyn", today=TODAY)
    assert ledger(taken, TODAY).theirs[0].name == "Jocelyn"
    with pytest.raises(UserError, match="nobody called"):
        verbs.take(taken, "seat", "stranger", today=TODAY)


def test_what_cannot_be_done_is_said_with_the_way_on():
    with pytest.raises(UserError, match="Did you mean “seat”"):
        verbs.keep(one(), "seats", today=TODAY)
    with pytest.raises(UserError, match="has not come yet"):
        verbs.keep(one(), "seat", today=TODAY, on="2027-03-01")
    with pytest.raises(UserError, match="still to come"):
        verbs.snooze(one(), "seat", "2027-01-10", today=TODAY)
    with pytest.raises(UserError, match="not a day"):
        verbs.move(one(), "seat", "soon", today=TODAY)
    with pytest.raises(UserError, match="was kept"):
        verbs.move(verbs.keep(one(), "seat", today=TODAY), "seat", "2027-03-01", today=TODAY)


def test_a_moved_goalpost_is_a_dated_fact_without_a_reproach():
    first = make_conversation(at="2026-12-03T10:00:00", state="held")
    second = make_conversation(id="january", at="2027-01-08T10:00:00", state="held")
    journey = six_weeks_later(
        conversations=(second, first),
        agreements=(
            make_agreement(id="later", conversation="january", condition="first the second-year numbers"),
            make_agreement(review_on="2027-01-29"),
        ),
    )
    (posts,) = goalposts(journey, LATER)
    assert [w.agreement.id for w in posts.words] == ["launch", "later"]
    assert [m.text for m in posts.moves] == [
        "On 3 December the condition was “ok if Sofia takes over Tue and Thu posts”. "
        "On 8 January it was “first the second-year numbers”."
    ]
    assert {s.record.split("/")[0] for s in posts.moves[0].sources} == {"agreements", "conversations"}


def test_several_words_of_one_talk_are_no_moved_goalposts():
    also = make_agreement(id="yes", state="agreed", condition="", words="Yes, join the meeting")
    (posts,) = goalposts(six_weeks_later(agreements=(also, make_agreement())), LATER)
    assert len(posts.words) == 2
    assert posts.moves == ()


def test_an_owner_may_be_written_as_a_name():
    named = one(owner="Jocelyn Adeyemi")
    assert ledger(named, TODAY).entries[0].who == make_contact()
