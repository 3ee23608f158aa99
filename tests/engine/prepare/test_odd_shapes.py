"""Fields as people fill them: each reads as one would speak, and every sentence keeps its records (R38, R39)."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from typing import Any

import pypdf
import pytest
from lock import audit
from makers import (
    TODAY,
    make_accomplishment,
    make_contact,
    make_conversation,
    make_goal,
    make_journey,
    make_statement,
)

from talktrack.engine.evidence import spoken
from talktrack.engine.prepare import readiness, say, setting
from talktrack.engine.prepare.basis import Basis, gather
from talktrack.engine.prepare.brief import MOST_CHARACTERS, brief
from talktrack.engine.prepare.pack import prepare
from talktrack.engine.prepare.request import LONGEST_TOPIC, request
from talktrack.engine.story import Action, Ask, Benefit, Journey, Pay, Setting, Vision
from talktrack.kit.blocks import Passage
from talktrack.kit.render import pdf
from talktrack.kit.similarity import offline

engine = cache(offline)


def basis_of(**changes: Any) -> Basis:
    return gather(make_journey(**changes), today=TODAY)


def text(passages: tuple[Passage, ...]) -> str:
    return " ".join(p.text for p in passages)


@pytest.mark.parametrize(
    ("did", "told"),
    [
        ("i done the racking with the lads", "I done the racking with the lads."),
        ("We rebuilt it", "We rebuilt it."),
        ("REBUILT THE REPORT", "I REBUILT THE REPORT."),
        ("Rebuilt the report...", "I rebuilt the report."),
        ("Rebuilding the report", "One piece of work I want to name is rebuilding the report."),
        ("the weekly report", "One piece of work I want to name is this: the weekly report."),
        ("Responsible for the report", "I’ve been responsible for the report."),
    ],
)
def test_what_was_done_reads_as_spoken(did: str, told: str) -> None:
    assert spoken(make_accomplishment(did=did))[0].passage.text == told


def test_a_second_piece_of_work_is_not_introduced_as_the_first() -> None:
    rows = tuple(make_accomplishment(id=name, did=f"the {name} report") for name in ("weekly", "monthly"))
    told = " ".join(text(part) for part in say.accomplishments(basis_of(accomplishments=rows)))
    assert told.count("One piece of work I want to name") == 1
    assert "Another is this: the monthly report." in told


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("to lead the team", "The step I’d like to take next is to lead the team, by August 2027."),
        ("I want to lead the team", "The step I’d like to take next is to lead the team, by August 2027."),
        ("Lead engineer", "The step I’d like to take next, by August 2027: lead engineer."),
        ("Lead a team. Hire two", "The step I’d like to take next, by August 2027, is to lead a team. Hire two."),
        ("Own churn: the model", "The step I’d like to take next, by August 2027, is to own churn: the model."),
        ("Head of data", "The step I’d like to take next, by August 2027: head of data."),
        ("Become director…", "The step I’d like to take next is to become director, by August 2027."),
    ],
)
def test_a_goal_reads_as_spoken(goal: str, told: str) -> None:
    assert text(say.goal_lines(basis_of(goals=(make_goal(what=goal),)))) == told


@pytest.mark.parametrize(
    ("skill", "change", "result", "told"),
    [
        (
            "Inference",
            "lets us tell",
            "so that we save.",
            "What it brings: Inference, which lets us tell, so that we save.",
        ),
        (
            "Inference.",
            "Fewer errors",
            "so that we save",
            "What it brings: Inference. Fewer errors, so that we save.",
        ),
        ('"SQL"', '"speed"', '"money"', 'What it brings: "SQL". "speed". "money".'),
    ],
)
def test_what_a_goal_brings_is_one_train_of_thought(skill: str, change: str, result: str, told: str) -> None:
    made = say.benefit(make_goal(benefit=Benefit(skill=skill, change=change, result=result)))
    assert made is not None
    assert made.text == told


@pytest.mark.parametrize(
    ("year", "told"),
    [
        ("no idea", "One year from now: no idea."),
        ("Lead a team", "One year from now, I’d like to lead a team."),
        ("To lead a team", "One year from now, I’d like to lead a team."),
        ("i lead a team", "One year from now, I lead a team."),
        ("We will be two teams.", "One year from now, we will be two teams."),
        ("who knows...", "One year from now: who knows."),
        ("Leading a team. With a budget", "One year from now: Leading a team. With a budget."),
    ],
)
def test_the_years_ahead_read_as_spoken(year: str, told: str) -> None:
    assert text(say.years(basis_of(vision=Vision(one_year=year)))) == told


@pytest.mark.parametrize(
    ("aim", "said", "asked"),
    [
        ("Agree a date", "I’d like us to agree a date.", "By the end, I hope we can agree a date."),
        ("I want to know more", "I’d like to know more.", "By the end, I’d like to know more."),
        ("Know where I stand", "I’d like to know where I stand.", "By the end, I’d like to know where I stand."),
        ("to agree a date", "I’d like us to agree a date.", "By the end, I hope we can agree a date."),
        ("I want a mentor", "I want a mentor.", "I want a mentor."),
        ("a mentor", "What I hope to leave with: a mentor.", "What I hope we can settle: a mentor."),
    ],
)
def test_an_aim_reads_as_spoken_and_as_written(aim: str, said: str, asked: str) -> None:
    basis = basis_of(conversations=(make_conversation(aim=aim),))
    assert said in [p.text for p in say.opening(basis)]
    assert asked in [p.text for p in request(basis).before]


@pytest.mark.parametrize(
    ("sentence", "wish"),
    [
        ("I want to teach more, but nobody asks.", "I want to teach more."),
        ("me want less night shift. nobody tell me how", "Me want less night shift."),
    ],
)
def test_the_first_sentence_is_the_purpose_until_there_is_an_aim(sentence: str, wish: str) -> None:
    basis = basis_of(sentence=sentence)
    assert wish in [p.text for p in say.opening(basis)]
    assert wish not in request(basis).text()
    assert next(i for i in readiness.items(basis) if i.name == "aim").covered
    settled = basis_of(sentence=sentence, conversations=(make_conversation(),))
    assert wish not in [p.text for p in say.opening(settled)]


@pytest.mark.parametrize("sentence", ["Nobody tells me how I am doing.", "That is where I would like to go.", ""])
def test_a_sentence_without_a_wish_is_not_said(sentence: str) -> None:
    basis = basis_of(sentence=sentence)
    assert "like to go" not in text(say.opening(basis))
    assert "Nobody" not in text(say.opening(basis))
    assert not next(i for i in readiness.items(basis) if i.name == "aim").covered


def test_an_ask_that_asks_nothing_is_introduced_as_one() -> None:
    asks = (Ask(id="a", what="a day a week"), Ask(id="b", what="A mentor."), Ask(id="c", what="Could I go?"))
    told = text(say.next_steps(basis_of(conversations=(make_conversation(asks=asks),))))
    assert told.startswith("My ask is this: a day a week. And this: a mentor. Could I go?")


@pytest.mark.parametrize(
    ("reason", "asked", "listed"),
    [
        ("because of my knees", "by video, because of my knees.", "By video, because of my knees: camera"),
        ("i live in Leeds", "by video, because I live in Leeds.", "By video, because I live in Leeds: camera"),
        ("my knees", "by video: my knees.", "By video (my knees): camera"),
    ],
)
def test_the_reason_for_video_joins_on(reason: str, asked: str, listed: str) -> None:
    away = make_conversation(setting=Setting(in_person=False, remote_reason=reason))
    basis = basis_of(conversations=(away,))
    assert asked in request(basis).text()
    assert setting.checklist(basis)[0].text.startswith(listed)


def test_a_staff_room_is_no_private_room() -> None:
    basis = basis_of(conversations=(make_conversation(setting=Setting(place="the staff room")),))
    assert setting.checklist(basis)[0].text == "Find a room with a door instead of the staff room"


def test_topics_hold_no_more_than_a_line() -> None:
    goal = make_goal(what="Lead a team. It would have three people.", serves=("growth",))
    long = make_statement(quote="we grow and " * LONGEST_TOPIC)
    topics = [p.text for p in request(basis_of(goals=(goal,), statements=(long,))).topics]
    assert "Where I’d like to grow: lead a team" in topics
    assert "How that fits with what the team needs" in topics


def test_a_chain_is_asked_for_only_where_there_is_a_far_goal() -> None:
    assert "chain" not in [i.name for i in readiness.items(basis_of(goals=(make_goal(),)))]
    far = basis_of(goals=(make_goal(), make_goal(id="far", target="2033-01")))
    assert "chain" in [i.name for i in readiness.items(far)]


SHAPES = {
    "a word": "report",
    "with to": "to rebuild it",
    "a wish": "I want to lead",
    "in -ing": "Rebuilding it",
    "all capitals": "REBUILT THE REPORT",
    "trailing dots": "Rebuilt the report…",
    "quotes": 'Wrote "How we count" for all',
    "several": "Rebuilt it. Then taught it. It was hard",
    "we": "we got it down",
    "long": "It took a while and then it went well. " * 75,
}


def shaped(words: str) -> Journey:
    """A journey in which every free field holds those words."""
    away = Setting(place=words, in_person=False, remote_reason=words)
    goal = make_goal(
        what=words,
        serves=("growth",),
        benefit=Benefit(skill=words, change=words, result=words),
        learning_goal=words,
        progress=words,
        actions=(Action(id="first", what=words, kind="exposure", support=words, done_test=words),),
    )
    return make_journey(
        sentence=words,
        vision=Vision(one_year=words, three_years=words, five_years=words),
        contacts=(make_contact(),),
        accomplishments=(make_accomplishment(did=words, result=words, my_part=words, enjoyed=words),),
        statements=(make_statement(quote=words, source=words),),
        goals=(goal,),
        pay=Pay(discuss=True, case=words, ask=words),
        conversations=(make_conversation(aim=words, setting=away, asks=(Ask(id="a", what=words),)),),
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_keeps_the_evidence_lock(shape: str) -> None:
    journey = shaped(SHAPES[shape])
    files = {f.name: f.content for f in prepare(journey, today=date(2026, 11, 22), closeness=engine).files}
    # columns that run over a page are read in another order; plan.docx holds the same sentences
    across = "plan.pdf: says more" if shape == "long" else " "
    assert [f for f in audit(files, journey, date(2026, 11, 22)) if not f.startswith(across)] == []
    assert len(pypdf.PdfReader(io.BytesIO(files["brief.pdf"])).pages) == 1
    drafted = " ".join(files[n].decode() for n in ("request.txt", "talk-track.md", "agenda.md", "readiness.md"))
    assert not any(slip in drafted for slip in ("because because", "to to ", "?.", "!.", "…."))


@pytest.mark.parametrize("words", ["x" * 19_000, "word " * 3_800])
def test_a_brief_of_absurd_texts_is_one_page_and_is_set_few_times(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = []
    counted = pdf.pages
    monkeypatch.setattr(pdf, "pages", lambda d: (sizes.append(sum(len(p.text) for p in d.passages())), counted(d))[1])
    made = brief(gather(shaped(words.strip()), today=TODAY))
    assert made.rendered.pages == 1
    assert made.dropped[-1] in ("the ends of long texts", "most of the long texts")
    assert max(sizes) <= MOST_CHARACTERS
