"""Check-ins, friendly words, what carries over, a talk put off, a manager who changes (R50, R53, R55)."""

from __future__ import annotations

from datetime import date

import pytest
from six_weeks import LATER, make_agreement, make_commitment, six_weeks_later

from talktrack.engine.follow_through import carry, check_ins, handover, nudges, put_off, verbs
from talktrack.engine.follow_through.ledger import entry
from talktrack.engine.story import Commitment, Contact, Decision, Goal, Journey, walk, without
from talktrack.kit.blocks import Passage
from talktrack.kit.render import eml, ics, markdown


def drafted(journey: Journey) -> list[Passage]:
    """Everything that is said after the talk, wherever it stands."""
    from talktrack.engine.follow_through import viability

    read = viability.viability(journey, LATER)
    sheet = check_ins.sheet(journey, LATER)
    changed = handover.Changed(journey.contacts[0], None, ()) if journey.contacts else None
    seat = entry(journey, "seat", LATER)
    papers = [check_ins.document(journey, sheet, LATER), viability.document(journey, read)]
    papers += [handover.page(journey, changed, LATER)] if changed else []
    return [
        *(p for paper in papers for p in paper.passages()),
        *carry.lines(carry.carried(journey, LATER)),
        *(nudges.nudge(journey, seat, LATER).passages() if seat else ()),
    ]


def test_every_fact_goes_with_its_record():
    journey = six_weeks_later()
    cited = {s.record for p in drafted(journey) for s in p.sources} - {"run", "person"}
    assert len(cited) > 15
    known = dict(walk(journey))
    assert cited <= set(known)
    for reference in sorted(cited):
        again = {s.record for p in drafted(without(journey, reference)) for s in p.sources}
        assert reference not in again


def test_every_number_in_a_fact_stands_in_a_source_of_it():
    import re

    for passage in drafted(six_weeks_later()):
        told = " ".join(f"{s.value} {s.how}" for s in passage.sources)
        for number in re.findall(r"\d+", passage.text):
            assert number in told or f"{int(number):02}" in told, passage.text


def test_a_check_in_fits_its_minutes_and_has_a_line_for_each_thing_that_is_open():
    sheet = check_ins.sheet(six_weeks_later(), LATER)
    assert sum(p.minutes for p in sheet.parts) == 15
    assert all(p.minutes > 0 for p in sheet.parts)
    said = "\n".join(line.text for line in sheet.lines)
    assert "You were going to ask Ingrid about the seat, by 15 January. Where does that stand?" in said
    assert "I had this on my list: “Send her the hand-over list for the daily posting”. That is done." in said
    assert "ok if Sofia takes over Tue and Thu posts" in said
    assert "failed" not in said


@pytest.mark.parametrize("minutes", [5, 6, 7, 10, 20, 33, 60, 90])
def test_any_length_is_shared_out_exactly(minutes):
    journey = six_weeks_later()
    short = journey.check_ins[0].model_copy(update={"minutes": minutes})
    sheet = check_ins.sheet(journey, LATER, short)
    assert sum(p.minutes for p in sheet.parts) == minutes


def test_a_check_in_with_nothing_open_still_has_a_line():
    sheet = check_ins.sheet(Journey(), LATER)
    assert sheet.lines[0].text.startswith("Nothing is open between us.")


def test_an_agreed_day_to_look_again_is_proposed_as_a_check_in():
    journey = six_weeks_later(check_ins=())
    assert [c.on for c in check_ins.proposed(journey, LATER)] == ["2027-01-29"]
    assert check_ins.proposed(six_weeks_later(), LATER) == ()  # the one on 2 February is near enough


def test_the_invitation_keeps_its_id_and_counts_its_changes():
    journey = six_weeks_later()
    first = check_ins.invitation(journey, journey.check_ins[0], LATER)
    moved = journey.check_ins[0].model_copy(update={"on": "2027-02-09", "sequence": 1, "at": None})
    second = check_ins.invitation(journey, moved, LATER)
    assert first.invite.uid == second.invite.uid
    assert (first.invite.sequence, second.invite.sequence) == (0, 1)
    assert first.invite.start.isoformat() == "2027-02-02T10:00:00+00:00"
    assert second.suggested
    assert second.invite.status == "TENTATIVE"
    assert b"BEGIN:VEVENT" in ics.render(first.invite, check_ins.moment(LATER))


def word(journey: Journey, name: str = "seat") -> nudges.Nudge:
    found = entry(journey, name, LATER)
    assert found
    return nudges.nudge(journey, found, LATER)


def test_a_friendly_word_cites_the_promise_and_its_day_and_offers_less():
    made = word(six_weeks_later())
    assert made.ready
    assert "When we talked on 3 December, you were going to ask Ingrid about the seat, by 15 January." in made.text()
    assert "tell me which part would" in made.text()
    assert b"jocelyn@larkmoor.example" in eml.render(nudges.mail(six_weeks_later(), made, LATER))


def test_the_second_word_is_put_otherwise_and_there_is_no_third():
    once = verbs.nudged(six_weeks_later(), "seat", today=date(2027, 1, 18))
    second = word(once)
    assert second.ready
    assert second.text() != word(six_weeks_later()).text()
    twice = verbs.nudged(once, "seat", today=date(2027, 1, 26))
    third = word(twice)
    assert not third.ready
    assert (
        third.instead.text
        == "Two friendly words went out. Bring it up on 2 February rather than writing a third time."
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("course", "It is due on 5 February."),
        ("list", "This one is yours."),
        ("cover", "Nobody has taken this one yet."),
    ],
)
def test_nobody_is_reminded_without_need(name, says):
    assert word(six_weeks_later(), name).instead.text.startswith(says)


def test_nobody_is_reminded_twice_in_a_week_or_while_it_is_snoozed():
    lately = verbs.nudged(six_weeks_later(), "seat", today=date(2027, 1, 25))
    assert word(lately).instead.text.startswith("You wrote about it on 25 January.")
    quiet = verbs.snooze(six_weeks_later(), "seat", "2027-02-10", today=LATER)
    assert word(quiet).instead.text == "You put it aside until 10 February."


def test_r55_what_is_unresolved_survives_into_the_next_conversation():
    made = carry.start_next(six_weeks_later(), LATER)
    assert made.new
    assert made.conversation.aim == (
        "Settle what is still open on this: run the member community for the Danish launch"
    )
    assert (
        made.conversation.asks[0].what
        == "Could you still ask Ingrid about the seat, and by which day? If not, what stands in the way?"
    )
    asked = " ".join(q.text for q in made.conversation.questions)
    assert "ok if Sofia takes over" in asked
    assert "a bit more presence in the big meetings" in asked
    assert "Who covers the comments while I travel?" in asked
    assert len(made.conversation.questions) <= 5


def test_r55_what_is_resolved_does_not():
    journey = verbs.keep(six_weeks_later(), "seat", today=LATER)
    journey = journey.model_copy(
        update={
            "decisions": (Decision(about="question", record="open_questions/comments", verdict="confirmed"),),
            "agreements": (make_agreement(state="agreed", condition=""),),
        }
    )
    found = carry.carried(journey, LATER)
    assert [e.commitment.id for e in found.theirs] == ["course"]
    assert found.open_questions == ()
    assert found.conditions == ()


def test_a_conversation_that_is_planned_takes_over_what_is_open_once():
    first = carry.start_next(six_weeks_later(), LATER)
    again = carry.start_next(first.journey, LATER)
    assert not again.new
    assert again.journey == first.journey


def test_private_goals_are_not_carried_into_what_is_asked():
    journey = six_weeks_later()
    goals = tuple(g.model_copy(update={"private": True}) for g in journey.goals)
    found = carry.carried(journey.model_copy(update={"goals": goals}), LATER)
    assert found.not_discussed == ()


def test_a_talk_put_off_is_answered_kindly_and_read_in_two_ways():
    journey = carry.start_next(six_weeks_later(), LATER).journey
    name = journey.conversations[-1].id
    texts = []
    for day in (27, 28, 29):
        journey = put_off.put_off(journey, name, today=date(2027, 1, day))
        meeting = journey.conversations[-1]
        texts.append(put_off.word(journey, meeting, LATER))
    assert meeting.state == "postponed"
    assert len(meeting.postponed_on) == 3
    assert meeting.at is None
    assert len({t.text() for t in texts}) == 3
    assert "That says nothing yet" in texts[0].reading.text
    assert "You cannot tell from here" in texts[1].reading.text
    assert "If you also noted in two talks" in texts[2].reading.text


def with_a_new_manager() -> Journey:
    journey = six_weeks_later()
    gone = tuple(c.model_copy(update={"until": "2027-01-20"}) if c.id == "jocelyn" else c for c in journey.contacts)
    return journey.model_copy(update={"contacts": (*gone, Contact(id="ada", name="Ada Byrne", relation="manager"))})


def test_a_manager_who_left_is_asked_nothing_and_the_new_one_gets_facts():
    journey = with_a_new_manager()
    found = handover.changed(journey, LATER)
    assert found
    assert found.left.id == "jocelyn"
    assert found.now
    assert found.now.id == "ada"
    assert [e.commitment.id for e in found.open] == ["seat", "course"]
    assert word(journey).instead.text.startswith("Jocelyn has moved on.")
    assert carry.start_next(journey, LATER).conversation.contact == "ada"
    page = markdown.render(handover.page(journey, found, LATER)).decode()
    assert "what I agreed with Jocelyn Adeyemi, my manager until 20 January" in page
    assert "On 3 December, Jocelyn: a yes with a condition." in page


def test_the_handover_holds_nothing_private():
    journey = with_a_new_manager()
    secret = Goal(id="secret", what="Leave for Priya's company", private=True)
    journey = journey.model_copy(
        update={
            "goals": (*journey.goals, secret),
            "commitments": (
                *journey.commitments,
                Commitment(id="coffee", action="Have coffee with Priya's director", owner="me", goal="secret"),
            ),
        }
    )
    page = markdown.render(handover.page(journey, handover.changed(journey, LATER), LATER)).decode()
    for hidden in ("Priya", "see how the year goes", "presence", "her one number", "Our rent", "Femi"):
        assert hidden not in page


def test_a_promise_inside_a_sentence_never_means_somebody_else():
    from talktrack.engine.follow_through.spoken import action

    journey = six_weeks_later(
        commitments=(
            make_commitment(id="you", action="Invite you to the brand meeting"),
            make_commitment(id="her", action="Ask Jocelyn's boss", owner="me"),
        )
    )
    for name in ("you", "her"):
        form, _ = action(entry(journey, name, LATER), to="Jocelyn")
        assert form == "_noted"
