"""Closing a talk: evidence-locked, private by default, the same whenever it is done again (R25, R52)."""

from __future__ import annotations

import email
import email.policy
import json
from datetime import date, datetime
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from journeys import journeys
from lock import audit, text_of
from makers import make_contact, make_conversation, make_journey
from talks import HELD, example, held

from talktrack.engine.recap.close import Closed, close
from talktrack.engine.recap.revised import with_promises
from talktrack.engine.story import Goal, Journey, Reaction
from talktrack.engine.story.share import OUTCOME
from talktrack.kit.errors import UserError

DAY = date(2026, 12, 10)
NAMES = ("nathan", "emily", "megan")
CANARY = "zqcanary"
KEPT = {
    *("run", "person", "contacts", "conversations", "goals", "agreements", "commitments", "check_ins", "advice"),
    *("feedback", "open_questions"),
}
"""What a mail may rest on."""


@cache
def closed(name: str) -> Closed:
    journey = example(name)
    return close(journey, HELD, today=DAY, untouched=(journey.goals[-1].what,))


def contents(done: Closed) -> dict[str, bytes]:
    return {f.name: f.content for f in done.files}


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_is_frame_or_fact_and_every_fact_stands_in_its_records(name: str) -> None:
    done = closed(name)
    whole = with_promises(done.journey, today=DAY)
    assert audit(contents(done), whole, DAY, "recap.json") == []


def test_the_auditor_catches_a_claim_that_no_record_holds() -> None:
    files = contents(closed("nathan"))
    ledger = json.loads(files["recap.json"])
    ledger["files"]["recap.txt"]["sentences"][2]["text"] += " Sales rose by 900."
    whole = with_promises(closed("nathan").journey, today=DAY)
    assert audit({**files, "recap.json": json.dumps(ledger).encode()}, whole, DAY, "recap.json")


def planted() -> Journey:
    """Nathan's talk with a canary in every private field."""
    j = example("nathan")
    talk = j.conversations[0].model_copy(update={"opening": f"{CANARY}o", "closing": f"{CANARY}c"})
    return j.model_copy(
        update={
            "sentence": f"{CANARY}sentence",
            "answers": tuple(a.model_copy(update={"text": f"{CANARY}answer"}) for a in j.answers),
            "pay": j.pay.model_copy(update={"reason": f"{CANARY}reason", "case": f"{CANARY}case"}),
            "goals": (*map(_planted, j.goals), j.goals[0].model_copy(
                update={"id": "hidden", "what": f"{CANARY}goal", "private": True})),
            "lenses": tuple(x.model_copy(update={"unknowns": (f"{CANARY}unknown",)}) for x in j.lenses),
            "interviews": tuple(i.model_copy(update={"finding": f"{CANARY}said"}) for i in j.interviews),
            "paths": tuple(p.model_copy(update={"name": f"{CANARY}path"}) for p in j.paths),
            "conversations": (talk,),
            "reactions": (Reaction(id="r", conversation=HELD, act=f"{CANARY}act", my_reading=f"{CANARY}mine"),),
            "feedback": tuple(f.model_copy(update={"said_by": f"{CANARY}who"}) for f in j.feedback),
            "advice": (*(a.model_copy(update={"reason": f"{CANARY}why"}) for a in j.advice), j.advice[0].model_copy(
                update={"id": "no", "text": f"{CANARY}no", "decision": "decline"})),
            "agreements": (*j.agreements, j.agreements[0].model_copy(
                update={"id": "on-hidden", "goal": "hidden", "words": f"{CANARY}agreed"})),
            "notes": tuple(n.model_copy(update={"text": f"{n.text}\n{CANARY}note"}) for n in j.notes),
        }
    )  # fmt: skip


def _planted(goal: Goal) -> Goal:
    obstacles = tuple(o.model_copy(update={"what": f"{CANARY}obstacle"}) for o in goal.obstacles)
    return goal.model_copy(update={"why": f"{CANARY}why", "if_then": f"{CANARY}if", "obstacles": obstacles})


def test_r52_no_private_word_reaches_the_mail_the_plan_or_a_sealed_copy() -> None:
    done = close(planted(), HELD, today=DAY)
    shared = [f for f in done.files if f.for_others]
    assert [f.name for f in shared] == ["recap.eml", "recap.txt", "plan-v2.pdf", "plan-v2.docx"]
    for file in shared:
        assert CANARY not in text_of(file.name, file.content).casefold(), file.name
        assert not [p.text for p in file.passages if CANARY in p.text.casefold()]
    for snapshot in done.snapshots:
        assert CANARY not in snapshot.model_dump_json()


@pytest.mark.parametrize("name", NAMES)
def test_closing_it_again_changes_nothing_and_doubles_nothing(name: str) -> None:
    first = closed(name)
    again = close(first.journey, HELD, today=DAY, untouched=(first.journey.goals[-1].what,))
    assert contents(again) == contents(first)
    assert again.journey == first.journey
    later = close(first.journey, HELD, today=date(2026, 12, 17))
    assert later.journey.snapshots == first.journey.snapshots
    assert again.message.message_id == first.message.message_id


def test_the_mail_is_a_draft_to_the_manager_with_the_plan_attached() -> None:
    mail = email.message_from_bytes(contents(closed("nathan"))["recap.eml"], policy=email.policy.default)
    assert mail["To"].addresses[0].addr_spec == "jocelyn@larkmoor.example"
    assert mail["X-Unsent"] == "1"
    attached = {part.get_filename(): part.get_content() for part in mail.iter_attachments()}
    assert set(attached) == {"plan-v2.pdf", "plan-v2.docx"}
    assert attached["plan-v2.pdf"] == contents(closed("nathan"))["plan-v2.pdf"]
    assert (
        contents(closed("nathan"))["recap.txt"]
        .decode()
        .endswith(mail.get_body().get_content().replace("\r", "").strip() + "\n")
    )


def test_a_block_is_told_and_the_mail_is_not_to_leave() -> None:
    journey = held(
        make_journey(conversations=(make_conversation(contact=None),), contacts=()),
        advice=[{"text": "my reading is that you were deflecting"}],
    )
    done = close(journey, HELD, today=DAY)
    assert "M3" in {f.rule for f in done.held}


def test_a_question_about_the_other_is_for_oneself_alone() -> None:
    asked = [{"text": "could she have forgotten it?"}, {"text": "who pays for the course?"}]
    journey = held(make_journey(conversations=(make_conversation(),), contacts=(make_contact(pronoun="she"),)),
                   open_questions=asked)  # fmt: skip
    done = close(journey, HELD, today=DAY)
    assert "forgotten" not in done.letter.body()
    assert not any("forgotten" in s.content for s in done.snapshots)
    assert "Who pays for the course?" in done.letter.body()
    assert "forgotten" in contents(done)["takings.md"].decode()


def test_an_almost_empty_journey_gets_a_mail_and_no_plan() -> None:
    journey = held(make_journey(conversations=(make_conversation(contact=None),), contacts=()))
    done = close(journey, HELD, today=DAY, held_on=date(2026, 12, 1))
    assert [f.name for f in done.files] == ["recap.eml", "recap.txt", "takings.md", "recap.json"]
    assert done.journey.conversations[0].at == datetime(2026, 12, 1)
    assert "attached" not in done.letter.body()


def test_the_sheet_for_oneself_shows_the_words_of_the_notes_what_is_vague_and_what_was_not_spoken_of() -> None:
    sheet = text_of("takings.md", contents(closed("nathan"))["takings.md"])
    assert "In your notes: “- me: send her the hand-over list for the daily posting, by Fri next week”" in sheet
    assert "It has no day yet." in sheet
    assert "To ask: What did people in the room do then?" in sheet
    assert "Closed the laptop" in sheet
    assert "Shape how members take part in decisions everywhere we sell" in sheet
    assert "You have not confirmed it yet." in sheet


@given(journeys())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_journey_is_closed_or_told_why_not(journey: Journey) -> None:
    if not journey.conversations:
        return
    name = journey.conversations[0].id
    journey = of_that_talk(journey, name)
    try:
        done = close(journey, name, today=DAY)
        again = close(done.journey, name, today=DAY)
    except UserError:
        return
    assert contents(again) == contents(done)
    for passage in done.letter.passages():
        assert {s.record.split("/")[0] for s in passage.sources} <= KEPT


def of_that_talk(journey: Journey, name: str) -> Journey:
    """With every outcome of that talk, on goals and by people who are there."""
    goal = journey.goals[0].id if journey.goals else None
    owner = journey.contacts[0].id if journey.contacts else "me"
    outcome = {
        kind: tuple(
            record.model_copy(
                update={"conversation": name}
                | ({"goal": goal} if goal and "goal" in type(record).model_fields else {})
                | ({"owner": "me" if n % 2 else owner} if kind == "commitments" else {})
            )
            for n, record in enumerate(getattr(journey, kind))
        )
        for kind in OUTCOME
    }
    return journey.model_copy(update={**outcome, "snapshots": ()})
