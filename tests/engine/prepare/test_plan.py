"""The plan to hand over, and the lens on the brief."""

from __future__ import annotations

from makers import (
    EXAMPLES,
    TODAY,
    make_contact,
    make_conversation,
    make_goal,
    make_journey,
    make_path,
    make_person,
    make_statement,
)

from talktrack.engine import archive
from talktrack.engine.paths import practice
from talktrack.engine.prepare.basis import gather
from talktrack.engine.prepare.brief import STEPS, Fill, brief, page
from talktrack.engine.prepare.plan import plan
from talktrack.engine.story import Action, Learning, Lens, LensFact, LensGuess, Objection, Pay, Want
from talktrack.kit.blocks import Passage


def words(document) -> list[str]:
    return [p.text for p in document.passages()]


def plan_of(**changes: object) -> list[str]:
    return words(plan(gather(make_journey(**changes), today=TODAY)))


def test_r22_skills_experiences_and_knowledge_are_three_lists_with_the_problem_each_helps_with() -> None:
    wants = tuple(
        Want(id=kind, kind=kind, what=f"some {kind}", problem=f"the {kind} problem", benefit="It helps")
        for kind in ("knowledge", "skill", "experience")
    )
    text = plan_of(wants=wants)
    assert [t for t in text if t in ("Skill", "Experience", "Knowledge")] == ["Skill", "Experience", "Knowledge"]
    assert "The skill problem." in text


def test_r23_learning_appears_only_where_it_is_shared() -> None:
    course = Learning(id="c", what="Finance course", date="2027-03", cost="420 pounds", share=True)
    own = course.model_copy(update={"id": "o", "what": "Evening degree", "share": False})
    text = plan_of(learning=(course, own))
    assert {"Finance course.", "March 2027", "420 pounds."} <= set(text)
    assert not [t for t in text if "Evening degree" in t]


def test_r24_pay_is_in_the_plan_only_where_it_is_discussed() -> None:
    pay = Pay(reason="rent", case="The case", ask="The ask")
    assert "The case." not in plan_of(pay=pay)
    assert "The case." in plan_of(pay=pay.model_copy(update={"discuss": True}))


def test_r15_each_project_names_the_skill_it_builds_and_its_owner() -> None:
    project = make_statement(id="launch", kind="project", skills=("Budgeting", "hiring"), owner="jocelyn")
    loose = make_statement(id="loose", kind="project", skills=("budgeting",))
    journey = make_journey(
        statements=(project, loose), goals=(make_goal(skills=("budgeting",)),), paths=(make_path(build=("Hiring",)),)
    )
    rows = practice(journey)
    assert [(r.skill, r.project.id, r.owner and r.owner.id) for r in rows] == [
        ("budgeting", "launch", "jocelyn"),
        ("Hiring", "launch", "jocelyn"),
        ("budgeting", "loose", None),
    ]
    assert "not known yet" in words(plan(gather(journey, today=TODAY)))


def test_actions_of_all_three_kinds_with_support_and_date() -> None:
    actions = tuple(
        Action(
            id=kind, what=f"Do the {kind}", kind=kind, by="2027-03-31", support=f"Help with {kind}", done_test="seen"
        )
        for kind in ("experience", "exposure", "education")
    )
    text = plan_of(goals=(make_goal(actions=actions),))
    for kind in ("experience", "exposure", "education"):
        assert {f"Do the {kind}.", kind, f"Help with {kind}."} <= set(text)
    assert text.count("31 March 2027") == 3
    assert text.count("Done when: Seen.") == 3


def test_r26_each_goal_carries_the_need_with_source_and_date_or_says_that_none_is_noted() -> None:
    text = plan_of(goals=(make_goal(serves=("growth",)), make_goal(id="b")), statements=(make_statement(),))
    assert "“Expand into a new market.”" in text
    assert "The founders' letter, 7 September 2026" in text
    assert "No need of the organisation is noted yet. It is a question for our talk." in text


def lens() -> Lens:
    return Lens(
        id="side",
        contact="jocelyn",
        facts=(LensFact(id="f", text="She paid for a course."),),
        guesses=(LensGuess(id="g", text="She may fear a gap."),),
        objections=(Objection(id="o", says="Not now", bridge="Then in spring."), Objection(id="x", says="No budget")),
    )


def test_r37_facts_stand_apart_from_guesses_and_an_objection_needs_its_bridge() -> None:
    journey = make_journey(lenses=(lens(),), conversations=(make_conversation(),))
    text = words(page(gather(journey, today=TODAY), Fill()))
    assert {"“Not now”", "Then in spring.", "She paid for a course."} <= set(text)
    assert "“No budget”" not in text
    assert "She may fear a gap." not in text


def test_r37_the_lens_of_another_manager_stays_out() -> None:
    other = lens().model_copy(update={"contact": "rafael"})
    contacts = (make_contact(), make_contact(id="rafael", name="Rafael"))
    journey = make_journey(lenses=(other,), contacts=contacts, conversations=(make_conversation(),))
    assert "She paid for a course." not in words(page(gather(journey, today=TODAY), Fill()))


def test_r36_a_page_that_overflows_drops_in_order_and_says_so_and_keeps_what_matters() -> None:
    journey = archive.read(EXAMPLES / "nathan.toml")
    wordy = journey.model_copy(
        update={
            "accomplishments": tuple(
                a.model_copy(update={"did": f"{a.did} {'and more of it ' * 40}"}) for a in journey.accomplishments
            )
        }
    )
    made = brief(gather(wordy, today=TODAY))
    assert made.rendered.pages == 1
    assert made.dropped == tuple(name for name, _ in STEPS[: len(made.dropped)])
    assert "the third accomplishment" in made.dropped
    text = words(made.document)
    assert "What I ask" in text
    assert "Who does what, and by when?" in text


def test_r01_r04_the_three_finish_with_the_level_blank_and_a_one_page_brief() -> None:
    for name in ("nathan", "emily", "megan"):
        journey = archive.read(EXAMPLES / f"{name}.toml")
        blank = journey.model_copy(update={"person": journey.person.model_copy(update={"level": ""})})
        assert brief(gather(blank, today=TODAY)).rendered.pages == 1


def test_a_nameless_journey_still_has_a_title() -> None:
    assert plan_of(person=make_person(name=""))[0] == "Development plan"
    assert all(isinstance(p, Passage) for p in plan(gather(make_journey(), today=TODAY)).passages())
