"""What pages read: frozen values, in a number of queries that does not grow."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from cast import emily, make_accomplishment, make_goal
from django.http import Http404

from talktrack.engine import STAGES
from talktrack.engine.prepare.readiness import CHECKS
from talktrack.engine.story import (
    Accomplishment,
    CheckIn,
    Commitment,
    Conversation,
    Framework,
    Goal,
    Journey,
    Link,
    Note,
    Person,
    Snapshot,
)
from talktrack.kit.errors import UserError
from talktrack.web.people.subject import Subject
from talktrack.web.workbook.actions import archive, record, step
from talktrack.web.workbook.models.nouns import NOUNS
from talktrack.web.workbook.queries import counts, files, records, search, today
from talktrack.web.workbook.queries.journey import journey
from talktrack.web.workbook.queries.memory import Memory
from talktrack.web.workbook.queries.merge import preview


def bring_in(subject, whole):
    archive.merge(subject=subject, incoming=whole, revision=preview(subject, whole).revision)


def evidence(number):
    return tuple(
        make_accomplishment(id=f"a{n}", did=f"Did thing {n}", date=f"2025-{n % 12 + 1:02}" if n % 5 else "")
        for n in range(number)
    )


@pytest.mark.parametrize("number", [3, 120])
def test_a_list_takes_two_queries_however_long_it_is(nathan, django_assert_num_queries, number):
    bring_in(nathan, Journey(accomplishments=evidence(number)))
    with django_assert_num_queries(2):
        page = records.listed(nathan, Accomplishment, order="latest")
    assert page.total == number
    assert len(page.items) == min(number, records.PAGE)
    assert page.of == -(-number // records.PAGE)


def test_lists_come_in_the_order_of_the_journey_or_by_day(nathan):
    whole = Journey(accomplishments=evidence(7))
    bring_in(nathan, whole)
    assert tuple(kept.value for kept in records.listed(nathan, Accomplishment).items) == whole.accomplishments
    latest = [kept.value.date for kept in records.listed(nathan, Accomplishment, order="latest").items]
    assert latest == sorted(latest, reverse=True)
    earliest = [kept.value.date for kept in records.listed(nathan, Accomplishment, order="earliest").items]
    assert earliest == [*sorted(filter(None, earliest)), "", ""]


def test_a_page_beyond_the_last_is_the_last(nathan):
    bring_in(nathan, Journey(accomplishments=evidence(7)))
    page = records.listed(nathan, Accomplishment, page=99, size=3)
    assert (page.number, page.of, len(page.items)) == (3, 3, 1)
    assert records.listed(nathan, Accomplishment, page=-1, size=3).number == 1
    assert records.listed(nathan, Goal).of == 1


def test_lists_are_narrowed_by_state_and_by_what_they_belong_to(nathan):
    bring_in(
        nathan,
        Journey(
            commitments=(
                Commitment(id="a", action="Ask", conversation="first"),
                Commitment(id="b", action="Book", status="done", conversation="first"),
                Commitment(id="c", action="Call"),
            )
        ),
    )
    assert [k.name for k in records.listed(nathan, Commitment, state="open").items] == ["a", "c"]
    assert [k.name for k in records.listed(nathan, Commitment, parent="first").items] == ["a", "b"]


def test_the_journey_is_read_once_for_each_state_of_the_workbook(nathan, django_assert_num_queries):
    bring_in(nathan, Journey(goals=(make_goal(),)))
    with django_assert_num_queries(2):
        first = journey(nathan)
    with django_assert_num_queries(1):
        assert journey(nathan) is first
    record.delete(subject=nathan, noun=Goal, name="nordic")
    assert journey(nathan) == Journey()


def test_what_is_remembered_is_bounded_by_the_number_of_owners(nathan):
    made = []
    memory = Memory(lambda subject: made.append(subject.account) or subject.account)
    for account in range(1000, 1030):
        memory.of(Subject(account))
    memory.of(Subject(1029))
    memory.of(Subject(1000))
    assert made == [*range(1000, 1030), 1000]


def test_counts_take_two_queries_then_one_and_know_every_stage(nathan, django_assert_num_queries):
    bring_in(
        nathan,
        Journey(
            person=Person(name="Nathan"),
            goals=(make_goal(),),
            accomplishments=evidence(3),
            links=(Link(record="goals/nordic", statement="growth"),),
            commitments=(Commitment(id="a", action="Ask"), Commitment(id="b", action="Book", status="done")),
        ),
    )
    with django_assert_num_queries(2):
        counts.counts(nathan)
    with django_assert_num_queries(1):
        found = counts.counts(nathan)
    assert found.by_kind["accomplishments"] == 3
    assert (found.proposed, found.open_promises, found.empty) == (1, 1, False)
    assert list(found.by_stage) == list(STAGES)
    assert found.by_stage["evidence"] == 3
    assert counts.counts(emily()).empty


def test_every_noun_that_counts_for_a_stage_exists():
    kinds = {noun.kind for noun in NOUNS}
    assert {kind for stage in counts.STAGE_NOUNS.values() for kind in stage} <= kinds


@pytest.fixture
def searchable(nathan):
    bring_in(
        nathan,
        Journey(
            person=Person(name="Nathan", organisation="Brightwater"),
            goals=(make_goal(why="Because Copenhagen feels like home"),),
            accomplishments=(
                make_accomplishment(result="Weekly active members rose by 65 %"),
                make_accomplishment(id="cafe", did="Opened the café corner for newcomers"),
                make_accomplishment(id="jp", did="日本語の歓迎メッセージを書いた"),
            ),
        ),
    )
    return nathan


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("welcome", "welcome"),
        ("welc", "welcome"),
        ("welcmoe", "welcome"),
        ("wellcome series", "welcome"),
        ("memebrs", "welcome"),
        ("active 65", "welcome"),
        ("CAFE", "cafe"),
        ("café", "cafe"),
        ("copenhagn", "nordic"),
        ("歓迎", "jp"),
        ("brightwatre", ""),
    ],
)
def test_words_are_found_as_one_types_and_misspelt(searchable, query, first):
    hits = search.search(searchable, query)
    assert hits[0].name == first


@pytest.mark.parametrize("query", ["", "  ", "!!", "zebra", "welcome zebra", "nathan copenhagen"])
def test_what_is_in_no_record_is_not_found(searchable, query):
    assert search.search(searchable, query) == ()


def test_a_search_finds_ones_own_words_only_and_forgets_what_was_deleted(searchable, django_assert_num_queries):
    assert search.search(emily(), "welcome") == ()
    search.search(searchable, "welcome")
    with django_assert_num_queries(1):
        assert search.search(searchable, "welc")
    record.delete(subject=searchable, noun=Accomplishment, name="welcome")
    assert search.search(searchable, "active") == ()


def test_an_excerpt_shows_the_line_that_was_found(searchable):
    (hit,) = search.search(searchable, "copenhagen")
    assert (hit.kind, hit.title) == ("goals", "Run the Nordic launch community")
    assert hit.excerpt == "Because Copenhagen feels like home"


def test_a_single_record_that_is_not_there_is_empty(nathan):
    assert records.single(nathan, Person).value == Person()
    assert records.single(nathan, str).value == ""
    with pytest.raises(Http404):
        records.single(nathan, Framework)
    with pytest.raises(Http404):
        records.one(nathan, Goal, "nordic")


DAY = date(2026, 11, 22)


def test_today_has_one_next_step_and_it_may_be_refused_for_a_week(nathan):
    first = today.today(nathan, DAY)
    assert first.step is not None
    assert first.stage == "prepare"
    step.refuse(subject=nathan, step=first.step.name, today=DAY)
    second = today.today(nathan, DAY)
    assert second.step is not None
    assert second.step.name != first.step.name
    week = today.today(nathan, DAY + today.REFUSED_FOR).step
    assert week is not None
    assert week.name == first.step.name


def test_every_step_of_the_preparation_has_its_stage():
    assert list(today.STEP_STAGES) == list(CHECKS)
    assert set(today.STEP_STAGES.values()) <= set(STAGES)


def test_after_a_talk_the_next_step_is_what_it_left_to_do(nathan):
    def step():
        found = today.today(nathan, date(2026, 12, 4))
        return (found.step.name, found.stage) if found.step else None

    talk = Conversation(id="december", state="booked", at=datetime(2026, 12, 3, 10))
    bring_in(nathan, Journey(conversations=(talk,)))
    assert step() == ("notes", "recap")
    record.put(subject=nathan, value=talk.model_copy(update={"state": "held"}))
    record.put(subject=nathan, value=Note(id="n", conversation="december", text="She said yes."))
    assert step() == ("recap", "recap")
    told = Snapshot(id="sha256:1", kind="recap", sealed_on="2026-12-03", fields=("conversations/december.at",))
    record.put(subject=nathan, value=told)
    assert step() == ("promises", "follow_through")
    record.put(subject=nathan, value=Conversation(id="next"))
    found = step()
    assert found
    assert found[1] == "prepare"


def test_today_tells_what_was_promised_and_what_waits(nathan, django_assert_num_queries):
    bring_in(
        nathan,
        Journey(
            conversations=(Conversation(id="over", state="held"), Conversation(id="first", aim="Agree on a step")),
            commitments=(
                Commitment(id="a", action="Ask"),
                Commitment(id="b", action="Book", due="2026-12"),
                Commitment(id="c", action="Call", due="2026-11-30"),
                Commitment(id="d", action="Done", status="done"),
            ),
            check_ins=(CheckIn(id="x", on="2027-01-15"), CheckIn(id="y", on="2026-10", held=True)),
            links=(Link(record="goals/g", statement="s"), Link(record="goals/g", statement="t", state="confirmed")),
        ),
    )
    today.today(nathan, DAY)
    with django_assert_num_queries(1):
        found = today.today(nathan, DAY)
    assert [promise.id for promise in found.promises] == ["c", "b", "a"]
    assert [check_in.id for check_in in found.check_ins] == ["x"]
    assert found.conversation is not None
    assert found.conversation.id == "first"
    assert [link.statement for link in found.waiting] == ["s"]


def test_what_is_taken_away_can_be_brought_back(nathan):
    whole = Journey(goals=(make_goal(),), accomplishments=evidence(3), person=Person(name="Nathan"))
    bring_in(nathan, whole)
    assert files.brought("workbook.json", files.archived(nathan)) == whole
    assert files.brought("me.toml", b'sentence = "What comes next?"') == Journey(sentence="What comes next?")


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.json", b"{"), ("a.json", b"\xff\xfe\x00"), ("a.toml", b"x ="), ("a.toml", b"[[goals]]"), ("a", b"")],
)
def test_a_file_that_cannot_be_read_is_told(name, content):
    with pytest.raises(UserError, match=name):
        files.brought(name, content)


def test_the_history_of_everything_comes_page_by_page(nathan, django_assert_num_queries):
    bring_in(nathan, Journey(accomplishments=evidence(5)))
    record.delete(subject=nathan, noun=Accomplishment, name="a2")
    with django_assert_num_queries(1):
        first = records.happened(nathan, size=3)
    assert [(one.name, one.verb) for one in first] == [("a2", "delete"), ("a4", "create"), ("a3", "create")]
    rest = records.happened(nathan, before=first[-1].number)
    assert [one.name for one in rest] == ["a2", "a1", "a0"]
    assert records.happened(emily()) == ()
