"""A sealed copy holds the picked fields and nothing else, and shows when it was touched (R24, R25, R52)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journeys import journeys
from makers import EXAMPLES, make_goal, make_journey, make_statement

from talktrack.engine import archive
from talktrack.engine.story import Agreement, Conversation, Feedback, Journey, Link, Reaction, Span
from talktrack.engine.story.seal import opened, seal, values
from talktrack.engine.story.share import sendable
from talktrack.engine.story.usual import plan_fields, recap_fields
from talktrack.kit.errors import UserError

ON = "2026-12-03"


def sealed(journey: Journey, *fields: str, **more: object):
    return seal(journey, kind="plan", fields=fields, on=ON, **more)


def test_only_the_picked_fields_are_in_it() -> None:
    journey = make_journey(goals=(make_goal(interest="People", progress="Members"), make_goal(id="other")))
    copy = opened(sealed(journey, "goals/denmark.what", "goals/denmark.progress", "person.role"))
    assert copy == Journey(goals=(make_goal(target="", progress="Members"),))


def test_the_order_of_picking_changes_nothing_and_the_order_of_the_journey_stays() -> None:
    journey = make_journey(goals=(make_goal(id="z"), make_goal(id="a")))
    first = sealed(journey, "goals/a.what", "goals/z.what")
    assert first == sealed(journey, "goals/z.what", "goals/a.what")
    assert [g.id for g in opened(first).goals] == ["z", "a"]


def test_any_changed_byte_is_noticed() -> None:
    copy = sealed(make_journey(goals=(make_goal(),)), "goals/denmark.what")
    for changed in (
        {"content": copy.content.replace("Denmark", "denmark")},
        {"content": copy.content + " "},
        {"fields": (*copy.fields, "goals/denmark.why")},
        {"sealed_on": "2026-12-04"},
        {"version": 2},
        {"id": f"{copy.id[:-1]}{'0' if copy.id[-1] != '0' else '1'}"},
    ):
        with pytest.raises(UserError, match="not as it was sealed"):
            opened(copy.model_copy(update=changed))


def test_a_version_knows_the_one_before() -> None:
    journey = make_journey(goals=(make_goal(),))
    first = sealed(journey, "goals/denmark.what")
    second = sealed(journey, "goals/denmark.what", follows=first)
    assert (second.version, second.follows) == (2, first.id)
    assert second.id != first.id


@pytest.mark.parametrize("name", ["nathan", "emily", "megan"])
def test_r24_nothing_private_can_be_picked_in_one_step(name: str) -> None:
    journey = archive.read(EXAMPLES / f"{name}.toml")
    everything = dict(values(journey))
    shared = dict(values(sendable(journey)))
    private = [path for path, value in everything.items() if path not in shared or shared[path] != value]
    kinds = {path.split("/")[0].split(".")[0] for path in private}
    assert {"sentence", "answers", "lenses", "interviews", "paths", "pay", "goals"} <= kinds
    for path in private:
        with pytest.raises(UserError, match="private"):
            sealed(journey, path)
    named = next(path for path in private if path.startswith("answers"))
    assert opened(sealed(journey, named, named=(named,))).answers


def test_an_outcome_keeps_its_source_its_speaker_and_a_private_goal_to_itself() -> None:
    goals = (make_goal(), make_goal(id="leave", what="Leave", private=True))
    journey = make_journey(
        goals=goals,
        conversations=(Conversation(id="december"),),
        feedback=(Feedback(id="f", conversation="december", text="Post sooner", said_by="Ruth"),),
        agreements=(Agreement(id="a", conversation="december", goal="leave", state="agreed"),),
        reactions=(Reaction(id="r", conversation="december", act="Nodded"),),
    )
    for path in ("feedback/f.said_by", "agreements/a.state", "goals/leave.what", "reactions/r.act"):
        with pytest.raises(UserError):
            sealed(journey, path)
    assert not {p for p in recap_fields(journey, "december") if "said_by" in p or "agreements" in p}


def test_the_id_of_what_is_not_in_the_copy_is_not_in_it_either() -> None:
    journey = make_journey(
        statements=(make_statement(),),
        goals=(make_goal(leads_to=("secret-plan",), serves=("growth",)), make_goal(id="secret-plan", private=True)),
        links=(Link(record="goals/denmark", statement="growth", state="confirmed"),),
        conversations=(Conversation(id="december"),),
        feedback=(Feedback(id="f", conversation="december", text="x", source=Span(note="n", start=0, end=1)),),
    )
    one = sealed(journey, "goals/denmark.leads_to", "goals/denmark.serves")
    assert "secret" not in one.content
    assert "growth" not in one.content
    link = "links/goals/denmark>statements/growth.state"
    assert "growth" not in sealed(journey, "goals/denmark.what", link).content
    both = opened(sealed(journey, "goals/denmark.serves", "statements/growth.quote", link))
    assert both.goals[0].serves == ("growth",)
    assert both.links[0].state == "confirmed"


def test_a_field_that_is_not_there_is_told() -> None:
    with pytest.raises(UserError, match="There is no field"):
        sealed(make_journey(), "goals/nowhere.what")


@given(journeys(), st.data())
@settings(max_examples=60, deadline=None)
def test_any_journey_gives_back_the_values_that_were_picked(journey: Journey, data: st.DataObject) -> None:
    shared = dict(values(sendable(journey)))
    may = [p for p, value in values(journey) if p in shared and shared[p] == value]
    picked = tuple(data.draw(st.lists(st.sampled_from(may), unique=True, max_size=8))) if may else ()
    copy = sealed(journey, *picked)
    again = dict(values(opened(copy)))
    references = {"leads_to", "serves", "contact", "owner", "proof", "stakeholders", "interviews", "evidence",
                  "goal", "advice", "shown_by", "source", "conversation", "statement"}  # fmt: skip
    for path in picked:
        if path.rpartition(".")[2] not in references and not path.startswith("links/"):
            assert again[path] == dict(values(journey))[path]
    filled = {p for p, v in again.items() if v not in ("", (), None) and v != _empty(p)}
    assert filled <= {*copy.fields}, filled - {*copy.fields}


def _empty(path: str) -> object:
    """The value of that field where nobody wrote one."""
    kind, name = path.split("/")[0].split(".")[0], path.rpartition(".")[2]
    nouns = dict(_NOUNS, **{f"{k}/{i}": n for k, i, n in _INNER})
    inner = path.split("/")
    noun = nouns.get("/".join((inner[0], inner[2])) if len(inner) > 3 else kind)
    field = noun.model_fields[name] if noun and name in noun.model_fields else None
    return field.default if field and not field.is_required() else None


def _nouns() -> list[tuple[str, type]]:
    from talktrack.engine.archive.records import nests

    return [(name, model) for name, (model, _) in nests(Journey).items()]


def _inner() -> list[tuple[str, str, type]]:
    from talktrack.engine.archive.records import nests

    return [(name, i, m) for name, model in _NOUNS for i, (m, _) in nests(model).items()]


_NOUNS = _nouns()
_INNER = _inner()


@pytest.mark.parametrize("name", ["nathan", "emily", "megan", "bare"])
def test_the_usual_fields_of_a_plan_can_be_sealed_as_they_are(name: str) -> None:
    journey = archive.read(EXAMPLES / f"{name}.toml")
    copy = sealed(journey, *plan_fields(journey))
    assert opened(copy).person.name == journey.person.name
    assert not opened(copy).conversations
    assert not any(g.why or g.obstacles or g.if_then for g in opened(copy).goals)
