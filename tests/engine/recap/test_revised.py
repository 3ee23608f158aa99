"""The plan after a talk: what changed, and why; every version can be read again (R25, R32, R50, R53)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from makers import make_contact, make_conversation, make_goal, make_journey
from talks import HELD, held

from talktrack.engine.recap.difference import Difference, difference
from talktrack.engine.recap.revised import revise, with_promises
from talktrack.engine.recap.version import paper
from talktrack.engine.story import Action, Journey
from talktrack.engine.story.seal import opened
from talktrack.kit.errors import UserError
from talktrack.kit.render import markdown, pdf

DAY = date(2026, 12, 3)
SEAT = Action(id="seat", what="Sit in the launch meeting every fortnight", kind="exposure", by="2027-01-29")


def talk(*promises: dict[str, Any], **kinds: list[dict[str, Any]]) -> Journey:
    journey = make_journey(
        contacts=(make_contact(pronoun="she"),),
        goals=(make_goal(actions=(SEAT,)),),
        conversations=(make_conversation(at="2026-12-03T10:00:00"),),
    )
    rows = [{"owner": "me", "goal": "denmark", **promise} for promise in promises]
    return held(journey, **{"commitments": rows, **kinds})


def revised(journey: Journey, on: date = DAY):
    return revise(journey, journey.conversations[0], on=on)


def shown(revision) -> str:
    return markdown.render(paper(revision.after, revision.before)).decode()


def test_a_promise_of_mine_becomes_an_action_with_its_day_put_to_the_manager() -> None:
    journey = with_promises(talk({"action": "send her the list", "due": "2026-12-11"}), today=DAY)
    assert [(a.what, a.by) for a in journey.goals[0].actions[1:]] == [("send you the list", "2026-12-11")]
    assert with_promises(journey, today=DAY) == journey


def test_a_promise_that_is_an_action_already_moves_its_day() -> None:
    journey = talk({"action": "sit in the launch meeting each fortnight", "due": "2027-01-15"})
    assert [a.by for a in with_promises(journey, today=DAY).goals[0].actions] == ["2027-01-15"]
    assert "Now by 15 January 2027; before, by 29 January 2027." in shown(revised(journey))


def test_small_words_make_no_promise_another_one() -> None:
    visits = Action(
        id="go", what="Go along on Greta's next two visits to suppliers", kind="experience", by="2027-02-12"
    )
    journey = talk({"action": "go along with Greta, both visits", "due": "2027-01-31"})
    journey = journey.model_copy(update={"goals": (make_goal(actions=(visits,)),)})
    assert [(a.id, a.by) for a in with_promises(journey, today=DAY).goals[0].actions] == [("go", "2027-01-31")]


def test_a_promise_that_was_dropped_is_no_longer_planned() -> None:
    journey = talk({"action": "sit in the launch meeting each fortnight", "status": "declined"})
    assert "No longer planned: Sit in the launch meeting every fortnight." in shown(revised(journey))


def test_r25_each_change_names_the_advice_behind_it() -> None:
    journey = talk(
        {"action": "write to the founders", "due": "2027-01-05", "advice": "ad0"},
        {"action": "hand over the posts", "due": "2027-02-01"},
        advice=[{"text": "write to them before they ask"}, {"text": "never mind the rest"}],
    )
    revision = revised(journey)
    assert [(c.record.rpartition("/")[2], c.because) for c in revision.after.changes] == [
        ("co0", "ad0"),
        ("co1", None),
        ("ad0", "ad0"),
    ]
    page = shown(revision)
    assert "Jocelyn’s advice: write to them before they ask." in page
    assert "Promised in our talk" in page
    assert "never mind the rest" not in page


def test_r32_agreements_and_conditions_stand_beside_their_goal_and_silence_does_not() -> None:
    page = shown(
        revised(
            talk(
                agreements=[
                    {"goal": "denmark", "state": "agreed", "words": "she wants me in it"},
                    {"goal": "denmark", "state": "conditional", "words": "travel, if Sofia helps"},
                    {"goal": "denmark", "state": "not discussed"},
                ],
                commitments=[{"action": "ask Ingrid", "owner": "jocelyn", "goal": "denmark", "due": "2026-12-11"}],
            )
        )
    )
    assert "Agreed. You want me in it." in page
    assert "On a condition. Travel, if Sofia helps." in page
    assert "Jocelyn: ask Ingrid, by Friday 11 December." in page
    assert "did not get to" not in page


def test_without_a_change_the_version_stays() -> None:
    revision = revised(talk({"action": "send the list", "goal": None}))
    assert not revision.changed
    assert revision.after.version == 1
    assert "What changed" not in markdown.render(paper(revision.after)).decode()


def kept(journey: Journey, revision) -> Journey:
    rows = {s.id: s for s in journey.snapshots if s.id != revision.superseded}
    rows |= {s.id: s for s in (revision.before, revision.after)}
    return journey.model_copy(update={"snapshots": tuple(rows.values())})


def test_closing_again_makes_no_further_version_and_a_better_reading_replaces_that_of_the_same_day() -> None:
    journey = talk({"action": "send the list", "due": "2026-12-11"})
    first = revised(journey)
    journey = kept(journey, first)
    assert revised(journey) == first
    assert revised(journey, date(2026, 12, 20)) == first
    more = [*journey.commitments, journey.commitments[0].model_copy(update={"id": "co9", "action": "call Ana"})]
    better = journey.model_copy(update={"commitments": tuple(more)})
    same_day = revised(better)
    assert (same_day.after.version, same_day.superseded) == (2, first.after.id)
    later = revised(better, date(2026, 12, 20))
    assert (later.after.version, later.superseded, later.before) == (3, "", first.after)


def test_r25_an_old_version_is_set_again_to_the_byte_whatever_became_of_the_journey() -> None:
    revision = revised(talk({"action": "send the list", "due": "2026-12-11"}))
    once = pdf.render(paper(revision.before)).content
    assert pdf.render(paper(revision.before)).content == once
    assert "version 1" in markdown.render(paper(revision.before)).decode()
    assert "Send the list" not in markdown.render(paper(revision.before)).decode()
    with pytest.raises(UserError):
        paper(revision.before.model_copy(update={"content": revision.before.content.replace("Denmark", "Norway")}))


def test_what_the_person_changed_in_the_file_since_is_told_with_what_stood_before() -> None:
    journey = talk({"action": "send the list", "due": "2026-12-11"})
    journey = kept(journey, revised(journey))
    goal = journey.goals[0].model_copy(update={"target": "2027-11", "what": "Run Denmark", "progress": "Members"})
    page = shown(revised(journey.model_copy(update={"goals": (goal,)}), date(2027, 1, 10)))
    assert "Now by November 2027; before, by August 2027." in page
    assert "In new words; before: “Run the community in Denmark”" in page
    assert "How progress shows revised." in page
    assert "since version 2" in page


def test_a_goal_that_came_and_one_that_went_are_told() -> None:
    journey = talk({"action": "send the list", "due": "2026-12-11"})
    journey = kept(journey, revised(journey))
    goals = (make_goal(id="sweden", what="Open Sweden"),)
    page = shown(revised(journey.model_copy(update={"goals": goals}), date(2027, 1, 10)))
    assert "A new goal." in page
    assert "Taken out: Run the community in Denmark." in page


def test_the_difference_is_a_plain_comparison() -> None:
    before = make_journey(goals=(make_goal(), make_goal(id="gone")))
    after = make_journey(goals=(make_goal(target="2027-09"), make_goal(id="new", actions=(SEAT,))))
    assert difference(before, after) == (
        Difference("goals/denmark", "changed", "target", "2027-08", "2027-09"),
        Difference("goals/new", "added"),
        Difference("goals/new/actions/seat", "added"),
        Difference("goals/gone", "removed"),
    )
    assert difference(after, after) == ()


def test_the_new_version_holds_no_word_of_the_talk_that_is_not_about_the_plan() -> None:
    journey = talk(
        {"action": "send the list", "due": "2026-12-11"},
        feedback=[{"text": "zqfeedback"}],
        reactions=[{"act": "zqreaction"}],
        open_questions=[{"text": "zqquestion"}],
        advice=[{"text": "zqadvice"}],
    )
    assert "zq" not in revised(journey).after.content
    assert opened(revised(journey).after).conversations[0].id == HELD
