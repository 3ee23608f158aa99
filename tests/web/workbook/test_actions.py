"""Verbs on records: all or nothing, with a history, and an undo for 30 days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from cast import emily, make_goal
from django.core import signing
from django.http import Http404
from django.utils import timezone

from talktrack.engine import coach
from talktrack.engine.story import Accomplishment, Conversation, Decision, Goal, Lens, Link, Person, Vision
from talktrack.engine.story.value import MOST_RECORDS
from talktrack.kit.errors import InternalError, UserError
from talktrack.web.workbook.actions import alignment, draft, finding, record, wipe
from talktrack.web.workbook.actions.done import Conflict
from talktrack.web.workbook.actions.undo import undo
from talktrack.web.workbook.models import Record, Revision
from talktrack.web.workbook.queries import drafts, records
from talktrack.web.workbook.queries.journey import journey


def kept_goal(nathan, **fields):
    return record.create(subject=nathan, noun=Goal, fields={"what": "Run the Nordic launch community", **fields})


def test_a_record_is_called_after_its_own_words(nathan):
    assert kept_goal(nathan).kept.reference == "goals/run-the-nordic-launch-community"
    assert kept_goal(nathan).kept.name == "run-the-nordic-launch-community-2"


def test_a_deleted_record_keeps_its_name_for_its_return(nathan):
    first = kept_goal(nathan)
    record.delete(subject=nathan, noun=Goal, name=first.kept.name)
    assert kept_goal(nathan).kept.name != first.kept.name


def test_what_lies_inside_a_record_gets_ids_too(nathan):
    facts = [{"text": "She hires in spring"}, {"text": "She hires in spring"}]
    done = record.create(subject=nathan, noun=Lens, fields={"facts": facts})
    assert [fact.id for fact in done.kept.value.facts] == ["she-hires-in-spring", "she-hires-in-spring-2"]


def test_an_edit_changes_the_named_fields_and_no_other(nathan):
    before = kept_goal(nathan, why="I love it").kept
    done = record.edit(subject=nathan, noun=Goal, name=before.name, version=1, fields={"target": "2027-03"})
    assert (done.kept.value.target, done.kept.value.why, done.kept.version) == ("2027-03", "I love it", 2)


def test_two_tabs_that_edit_one_record_are_told(nathan):
    name = kept_goal(nathan).kept.name
    record.edit(subject=nathan, noun=Goal, name=name, version=1, fields={"what": "Mine"})
    with pytest.raises(Conflict) as told:
        record.edit(subject=nathan, noun=Goal, name=name, version=1, fields={"what": "Also mine"})
    assert told.value.theirs.value.what == "Mine"
    assert records.one(nathan, Goal, name).value.what == "Mine"


def test_the_single_records_fill_field_by_field(nathan):
    assert records.single(nathan, Person).version == 0
    record.edit(subject=nathan, noun=Person, version=0, fields={"name": "Nathan"})
    done = record.edit(subject=nathan, noun=Person, version=1, fields={"role": "community manager"})
    assert done.kept.value == Person(name="Nathan", role="community manager")
    assert done.kept.reference == "person"
    with pytest.raises(Conflict):
        record.edit(subject=nathan, noun=Person, version=0, fields={"name": "Somebody"})


def test_the_sentence_it_began_with_is_kept_and_cleaned(nathan):
    record.put(subject=nathan, value=" What comes next\x00 for me? ")
    assert journey(nathan).sentence == "What comes next for me?"
    with pytest.raises(UserError, match="cannot be right"):
        record.put(subject=nathan, value="x" * 20_001)


@pytest.mark.parametrize(
    ("fields", "field", "word"),
    [
        ({"what": ""}, "what", "needed"),
        ({"target": "2027-13"}, "target", "month"),
        ({"horizon": "soon"}, "horizon", "offered"),
        ({"what": "x" * 20_001}, "what", "too long"),
        ({"actions": [{"what": "Shadow", "kind": "walk"}]}, "actions.0.kind", "offered"),
    ],
)
def test_what_cannot_be_right_is_told_by_field(nathan, fields, field, word):
    with pytest.raises(UserError) as told:
        record.create(subject=nathan, noun=Goal, fields={"what": "Run it", **fields})
    (problem,) = told.value.problems
    assert problem.where == field
    assert word in problem.what
    assert records.listed(nathan, Goal).total == 0


def test_a_record_keeps_its_id(nathan):
    name = kept_goal(nathan).kept.name
    with pytest.raises(UserError, match="keeps its id"):
        record.edit(subject=nathan, noun=Goal, name=name, version=1, fields={"id": "other"})


def test_each_version_of_a_record_stays(nathan):
    name = kept_goal(nathan).kept.name
    record.edit(subject=nathan, noun=Goal, name=name, version=1, fields={"what": "Second"})
    record.delete(subject=nathan, noun=Goal, name=name)
    past = records.history(nathan, Goal, name)
    assert [(p.version, p.verb, p.value.what) for p in past] == [
        (3, "delete", "Second"),
        (2, "edit", "Second"),
        (1, "create", "Run the Nordic launch community"),
    ]


def test_history_cannot_be_rewritten(nathan):
    kept_goal(nathan)
    revision = Revision.for_subject(nathan).get()
    with pytest.raises(InternalError):
        revision.save()


def test_a_record_can_be_made_what_it_was(nathan):
    name = kept_goal(nathan).kept.name
    record.edit(subject=nathan, noun=Goal, name=name, version=1, fields={"what": "Second"})
    done = record.revert(subject=nathan, noun=Goal, name=name, to=1, version=2)
    assert (done.kept.value.what, done.kept.version) == ("Run the Nordic launch community", 3)


def test_every_verb_can_be_undone_and_the_undoing_too(nathan):
    made = kept_goal(nathan)
    name = made.kept.name
    gone = undo(subject=nathan, token=made.undo)
    assert records.listed(nathan, Goal).total == 0
    back = undo(subject=nathan, token=gone.undo)
    assert back.kept.value == made.kept.value
    edited = record.edit(
        subject=nathan, noun=Goal, name=name, version=back.kept.version, fields={"what": "Something else"}
    )
    again = undo(subject=nathan, token=edited.undo)
    assert again.kept.value == made.kept.value
    undo(subject=nathan, token=again.undo)
    assert records.one(nathan, Goal, name).value.what == "Something else"


def test_an_undo_after_another_change_is_refused(nathan):
    made = kept_goal(nathan)
    record.edit(subject=nathan, noun=Goal, name=made.kept.name, version=1, fields={"what": "Second"})
    with pytest.raises(Conflict):
        undo(subject=nathan, token=made.undo)


def test_an_undo_is_good_for_its_owner_and_for_30_days(nathan, monkeypatch):
    made = kept_goal(nathan)
    with pytest.raises(Http404):
        undo(subject=emily(), token=made.undo)
    with pytest.raises(UserError, match="cannot be taken back"):
        undo(subject=nathan, token=made.undo + "x")
    later = signing.time.time() + timedelta(days=31).total_seconds()
    monkeypatch.setattr(signing.time, "time", lambda: later)
    with pytest.raises(UserError, match="30 days"):
        undo(subject=nathan, token=made.undo)


def test_a_deleted_record_returns_to_its_place(nathan):
    first, _second = kept_goal(nathan), kept_goal(nathan)
    before = journey(nathan)
    record.delete(subject=nathan, noun=Goal, name=first.kept.name)
    assert [deleted.title for deleted in records.deleted(nathan)] == ["Run the Nordic launch community"]
    record.restore(subject=nathan, noun=Goal, name=first.kept.name)
    assert journey(nathan) == before
    assert records.deleted(nathan) == ()


def test_what_was_deleted_30_days_ago_is_forgotten_with_its_history(nathan, monkeypatch):
    name = kept_goal(nathan).kept.name
    record.delete(subject=nathan, noun=Goal, name=name)
    wipe.forget_deleted()
    assert len(records.history(nathan, Goal, name)) == 2
    later = timezone.now() + timedelta(days=30, minutes=1)
    monkeypatch.setattr(wipe.timezone, "now", lambda: later)
    wipe.forget_deleted()
    with pytest.raises(Http404):
        records.history(nathan, Goal, name)


def test_a_full_kind_is_refused_in_words(nathan):
    now = timezone.now()
    kept_goal(nathan)
    one = Record.for_subject(nathan).get()
    rows = [
        Record(workbook_id=one.workbook_id, kind="goals", name=f"g{n}", position=n, body=one.body, made_at=now,
               changed_at=now)
        for n in range(MOST_RECORDS - 1)
    ]  # fmt: skip
    Record.write_all(rows)
    with pytest.raises(UserError, match="2,000"):
        kept_goal(nathan)


def test_a_decision_about_a_link_takes_the_place_of_the_one_before(nathan):
    proposed = Link(record="goals/nordic", statement="growth", mine=("Nordic",), theirs=("new markets",))
    name = "goals/nordic>growth"
    assert alignment.renew(subject=nathan, links=[proposed]) == 1
    done = alignment.decide(subject=nathan, name=name, state="dismissed")
    assert alignment.renew(subject=nathan, links=[proposed]) == 0
    assert [kept.state for kept in journey(nathan).links] == ["dismissed"]
    undo(subject=nathan, token=done.undo)
    alignment.decide(subject=nathan, name=name, state="confirmed")
    assert [kept.state for kept in journey(nathan).links] == ["confirmed"]
    alignment.decide(subject=nathan, name=name, state="tension")
    assert journey(nathan).links[0].state == "tension"


def test_a_finding_is_dismissed_and_that_can_be_undone(nathan):
    today = date(2026, 11, 22)
    done = finding.dismiss(subject=nathan, rule="A3", about="accomplishments/welcome", today=today)
    assert journey(nathan).decisions == (
        Decision(about="A3", record="accomplishments/welcome", verdict="dismissed", on="2026-11-22"),
    )
    undo(subject=nathan, token=done.undo)
    assert journey(nathan).decisions == ()
    finding.confirm(subject=nathan, rule="A11", about="accomplishments/welcome", today=today)
    assert journey(nathan).decisions[0].verdict == "confirmed"


def test_what_is_confirmed_is_asked_again_once_it_is_changed(nathan):
    today = date(2026, 11, 22)
    goal = kept_goal(nathan, what="Ask for fewer nights after my surgery in June 2027").kept
    held = [f.rule for f in coach.check(journey(nathan), today=today, only=goal.reference) if f.blocks]
    assert held == ["K8"]
    finding.confirm(subject=nathan, rule="K8", about=goal.reference, today=today)
    assert not any(f.blocks for f in coach.check(journey(nathan), today=today, only=goal.reference))
    words = {"what": "Ask for fewer nights after my surgery and my divorce in June 2027"}
    record.edit(subject=nathan, noun=Goal, name=goal.name, fields=words, version=1)
    assert any(f.blocks for f in coach.check(journey(nathan), today=today, only=goal.reference))


def test_a_draft_survives_until_it_is_dropped(nathan):
    draft.save(subject=nathan, place="goals/nordic", fields={"what": "Run\x00 the"}, version=3)
    draft.save(subject=nathan, place="goals/nordic", fields={"what": "Run the Nordic"}, version=3)
    found = drafts.draft(nathan, "goals/nordic")
    assert found is not None
    assert (found.fields, found.version) == ({"what": "Run the Nordic"}, 3)
    assert drafts.draft(emily(), "goals/nordic") is None
    draft.drop(subject=nathan, place="goals/nordic")
    assert drafts.draft(nathan, "goals/nordic") is None


def test_drafts_are_bounded(nathan, monkeypatch):
    with pytest.raises(UserError, match="too much"):
        draft.save(subject=nathan, place="x", fields={"what": "y" * 20_001})
    monkeypatch.setattr(draft, "MOST_DRAFTS", 2)
    for place in ("one", "two", "three"):
        draft.save(subject=nathan, place=place, fields={})
    assert drafts.draft(nathan, "one") is None
    assert drafts.draft(nathan, "three") is not None


def test_a_wipe_leaves_nothing_of_one_owner_and_everything_of_others(nathan):
    other = emily()
    for subject in (nathan, other):
        kept_goal(subject)
        draft.save(subject=subject, place="x", fields={"a": "b"})
    assert wipe.wipe(subject=nathan) == 1
    assert Record.for_subject(nathan).count() == Revision.for_subject(nathan).count() == 0
    assert drafts.draft(nathan, "x") is None
    assert Record.for_subject(other).count() == Revision.for_subject(other).count() == 1


def test_a_failed_action_leaves_nothing_half_done(nathan, monkeypatch):
    name = kept_goal(nathan).kept.name

    def full(*_args, **_kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(Revision, "save", full)
    with pytest.raises(OSError, match="disk full"):
        record.edit(subject=nathan, noun=Goal, name=name, version=1, fields={"what": "Lost"})
    assert records.one(nathan, Goal, name).version == 1


@pytest.mark.parametrize("noun", [Goal, Accomplishment, Conversation])
def test_what_is_anothers_answers_exactly_like_what_is_not_there(nathan, noun):
    mine = record.create(subject=nathan, noun=noun, fields={"what": "x"} if noun is Goal else _fields(noun)).kept
    other = emily()
    for name in (mine.name, "never-there"):
        told = []
        for ask in (
            lambda name=name: records.one(other, noun, name),
            lambda name=name: records.history(other, noun, name),
            lambda name=name: record.edit(subject=other, noun=noun, name=name, version=1, fields={}),
            lambda name=name: record.delete(subject=other, noun=noun, name=name),
            lambda name=name: record.restore(subject=other, noun=noun, name=name),
            lambda name=name: record.revert(subject=other, noun=noun, name=name, to=1, version=1),
        ):
            with pytest.raises(Http404) as error:
                ask()
            told.append(error.value.args)
        assert set(told) == {()}
    assert records.one(nathan, noun, mine.name).version == 1


def _fields(noun):
    return {"did": "x"} if noun is Accomplishment else {"aim": "x"}


def test_models_have_no_public_manager():
    for model in (Record, Revision):
        assert not hasattr(model, "objects")


def test_the_goal_of_the_cast_can_be_added_whole(nathan):
    assert record.add(subject=nathan, value=make_goal()).kept.name == "nordic"
    with pytest.raises(UserError, match="already"):
        record.add(subject=nathan, value=make_goal())
    assert record.put(subject=nathan, value=Vision(one_year="Nordic")).verb == "create"
