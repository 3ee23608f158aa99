"""The talk track and the agenda as sheets to read (R34, R39, R41)."""

from __future__ import annotations

from talktrack.kit.blocks import Block, Bullets, Heading, Note, Paragraph, Passage, Words
from talktrack.kit.documents import Document
from talktrack.kit.drafting import Slot, slot

from . import say
from .agenda import TWO_MINUTE_CLOSE, late
from .basis import Basis
from .parts import TITLES, minutes, seconds_said, timetable
from .request import topics
from .say import WORDING


def talk_track(basis: Basis) -> Document:
    """Everything the person says, part by part of the agenda, timed by their pace."""
    pace = basis.journey.person.words_per_minute
    blocks: list[Block] = [
        Paragraph(WORDING.frame("track.intro")),
        Note(WORDING.say("track.pace", pace=slot("person", "words_per_minute", pace)) or ()),
    ]
    for segment in basis.agenda.segments:
        if segment.name == "buffer":
            continue
        paragraphs = spoken_in(basis, segment.name)
        told = tuple(p for paragraph in paragraphs for p in paragraph)
        blocks.append(Heading(Passage(TITLES[segment.name])))
        blocks.append(Note(_time(basis, segment.name, segment.minutes, told)))
        blocks += _questions(basis) if segment.name == "questions" else [Paragraph(p) for p in paragraphs]
        if segment.name == "accomplishments":
            blocks.append(Note(WORDING.frame("track.stop")))
    title = WORDING.first("track.title_with", "track.title", manager=basis.manager_name())
    return _sheet(basis, title or Passage(""), blocks)


def spoken_in(basis: Basis, name: str) -> tuple[tuple[Passage, ...], ...]:
    """The paragraphs that the person says in that part of the agenda."""
    match name:
        case "purpose":
            return (say.opening(basis),)
        case "accomplishments":
            told = say.accomplishments(basis)
            evidence = any(not a.private for a in basis.journey.accomplishments)
            return (*told, (WORDING.frame("accomplishments.stop" if evidence else "accomplishments.none"),))
        case "vision":
            return tuple(p for p in (say.years(basis), say.goal_lines(basis), say.life(basis)) if p) or (
                say.vision(basis),
            )
        case "agreement":
            return (say.agreement(basis),)
        case "pay":
            asked = basis.questions.pay
            return (say.pay(basis), *(((asked.text,),) if asked else ()))
        case "next steps":
            return (say.next_steps(basis),)
        case "thanks":
            return (say.thanks(basis),)
    return ()


def _time(basis: Basis, name: str, length: int, told: tuple[Passage, ...]) -> Words:
    shown = minutes(basis, name, length)
    own = seconds_said(basis, say.seconds(told, basis.journey.person.words_per_minute), told)
    template = "track.time" if told else "track.time_listen"
    return WORDING.say(template, minutes=Slot(shown.text, shown.sources), seconds=own) or ()


def _questions(basis: Basis) -> list[Block]:
    blocks: list[Block] = []
    for question in basis.questions.included:
        blocks += [Paragraph(question.text), Note(question.reason)]
    for question in basis.questions.reserve:
        blocks += [
            Heading(WORDING.frame("track.reserve"), 2),
            Paragraph(question.text),
            Note(question.reason),
        ]
    return blocks


def agenda_sheet(basis: Basis) -> Document:
    """The agenda, minute by minute, with what to drop when time runs short."""
    when = WORDING.say("agenda.when", moment=basis.moment_said(), minutes=basis.minutes())
    short = late(basis.agenda, max(basis.agenda.minutes * 2 // 3, 3), at=basis.agenda.segments[0].name)
    blocks: list[Block] = [
        Paragraph(when or ()),
        Heading(WORDING.frame("agenda.topics")),
        Bullets(topics(basis.for_others())),
        Heading(WORDING.frame("agenda.parts")),
        timetable(basis),
        Heading(WORDING.frame("agenda.late")),
        Bullets(tuple(Passage(cut.advice) for cut in short.cuts), ordered=True),
        Heading(WORDING.frame("agenda.goodbye")),
        Bullets(tuple(Passage(step.do) for step in TWO_MINUTE_CLOSE), ordered=True),
    ]
    title = WORDING.first("agenda.title_with", "agenda.title", manager=basis.manager_name())
    return _sheet(basis, title or Passage(""), blocks)


def _sheet(basis: Basis, title: Passage, blocks: list[Block]) -> Document:
    name = basis.owner_name()
    return Document(
        title=title,
        author=Passage(name.text, name.sources) if name else Passage("Talktrack"),
        language="en-GB",
        date=basis.today,
        kind="pocket",
        blocks=tuple(blocks),
    )
