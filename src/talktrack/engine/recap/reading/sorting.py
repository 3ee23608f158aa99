"""What each clause of the notes is: one thing each, decided in an order that puts the surest first."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from talktrack.engine.recap.sections import Section
from talktrack.kit.dates import Settings, due_dates
from talktrack.kit.words import is_time, word_set

from .advice import advised, asked_of_me, section_of
from .agreements import Stand, stand
from .check_ins import Meeting, meeting
from .feedback import rated, told_of_me
from .moods import is_order
from .questions import left_open
from .reactions import observed
from .units import Unit
from .unspoken import seen, unspoken
from .voices import Voices


class Kind(StrEnum):
    """What a clause is."""

    ADVICE = "advice"
    FEEDBACK = "feedback"
    AGREEMENT = "agreement"
    MEETING = "meeting"
    QUESTION = "question"
    REACTION = "reaction"
    ASKED = "asked"
    """The manager asks for something to be sent or told."""
    BETTER = "better"
    """How it would have been done well: belongs to the feedback before."""
    SKIPPED = "skipped"
    """Before or after the talk, and nobody's word."""
    NONE = ""


@dataclass(frozen=True)
class Sorted:
    """One clause with what it is."""

    unit: Unit
    kind: Kind = Kind.NONE
    begin: int = 0
    """Where, in the clause's body, advice begins."""
    stand: Stand | None = None
    meeting: Meeting | None = None


_USUAL = Settings()
_INVITES = re.compile(
    r"\basked?\b.*\b(?:better|wrong|improve|differently|feedback|example|in my way|holding me back"
    r"|holds me back|weak|miss(?:es|ing)?|how (?:i|am i)|what i)\b",
    re.IGNORECASE,
)
_BETTER = re.compile(
    r"(?:and |but |also |then )*(?:(?:i |you )?(?:should|could|might|ought to) have\b|\w+(?:'d| would) have\b"
    r"|(?:would have|'d have) been better|better[:,=]|next time\b)",
    re.IGNORECASE,
)
_DAY_WORDS = word_set(
    """
    today tomorrow tmrw tmr tonight yesterday eod eow eom noon easter christmas weekend spring summer autumn
    fall winter"""
)
_WORD = re.compile(r"\w+")


def sort(
    read: Sequence[Unit], voice: Voices, day: date, bound: Container[int], settings: Settings = _USUAL
) -> list[Sorted]:
    """Every clause with what it is, in order. `bound` holds the numbers of the sentences that promise something."""
    made: list[Sorted] = []
    row, row_has = -1, False
    sentence, dated, order = -1, False, False
    carried, carried_row = "", -9
    kept = unspoken(read, voice)
    for at, unit in enumerate(read):
        if unit.row != row:
            row, row_has = unit.row, False
        if unit.sentence != sentence:
            sentence, dated, order = unit.sentence, is_dated(unit.line.text, day, settings), False
        if not unit.said and (unit.row == carried_row or (unit.row == carried_row + 1 and _goes_on(unit))):
            unit = replace(unit, said=carried) if _continues(unit) else unit
        if unit.said == "manager" and unit.verb:
            carried, carried_row = "manager", unit.row
        elif unit.said == "me" and _INVITES.search(unit.plain):
            carried, carried_row = "manager", unit.row  # what follows on "I asked what I could do better"
        elif unit.said == "me":
            carried = ""
        after = read[at + 1] if at + 1 < len(read) else None
        before = made[-1].unit if made and made[-1].unit.row == unit.row else None
        last = made[-1] if made else None
        agreed = last is not None and last.kind is Kind.AGREEMENT and last.unit.sentence == unit.sentence
        near = any(one.kind in (Kind.FEEDBACK, Kind.ADVICE, Kind.BETTER) for one in made[-4:])
        place = _Place(before, after, dated, unit.sentence in bound, order, agreed, near, row_has)
        one = Sorted(unit, Kind.SKIPPED) if at in kept else _one(unit, place, voice, day, settings)
        order = one.kind is Kind.ADVICE
        row_has |= one.kind is Kind.FEEDBACK
        made.append(one)
    return made


def _goes_on(unit: Unit) -> bool:
    return unit.first and bool(re.match(r"(?:but|and|also)\b", unit.plain, re.I))


def _continues(unit: Unit) -> bool:
    """Whether it can still be the manager's word: about the owner, or without a subject of its own."""
    return bool(
        re.match(r"(?:and |but |also |that |then )*(?:i|you|my|your|the|not|only|it|if|maybe|too)\b", unit.body, re.I)
    ) and not bool(
        re.match(r"(?:and |but )*i (?:said|asked|told|was|felt|thanked|explained|thought)\b", unit.body, re.I)
    )


def is_dated(text: str, day: date, settings: Settings = _USUAL) -> bool:
    """Whether a day to come stands in the text."""
    words = [word.lower() for word in _WORD.findall(text)]
    if not any(word[0].isdigit() or is_time(word) or word in _DAY_WORDS for word in words):
        return False
    return any(due.date >= day for due in due_dates(text, today=day, settings=settings))


@dataclass(frozen=True)
class _Place:
    """What stands around a clause."""

    before: Unit | None
    """The clause before it in its line."""
    after: Unit | None
    dated: bool
    bound: bool
    """Whether its sentence promises something."""
    order: bool
    agreed: bool
    """Whether the clause before it in its sentence was agreement."""
    near: bool
    """Whether feedback or advice stands shortly before."""
    row_has: bool
    """Whether a clause of its line was feedback."""


def _one(unit: Unit, place: _Place, voice: Voices, day: date, settings: Settings) -> Sorted:
    section = section_of(unit)
    if left_open(unit, place.after):
        return Sorted(unit, Kind.QUESTION)
    if section in (Section.BEFORE, Section.AFTER) or Section.AFTER in (unit.lead, unit.under):
        return Sorted(unit, Kind.SKIPPED)
    if place.dated and (met := meeting(unit, unit.line.text, day, settings)):
        return Sorted(unit, Kind.MEETING, meeting=met)
    if observed(unit, voice):
        return Sorted(unit, Kind.REACTION)
    if unit.lead in (Section.BETTER, Section.EXAMPLE) or _BETTER.match(unit.body):
        own = is_order(unit.body) and not place.row_has and not unit.depth and unit.lead is not Section.BETTER
        return Sorted(unit, Kind.ADVICE if own else Kind.BETTER)
    if found := stand(unit, voice, place.before, goes_on=place.agreed):
        return Sorted(unit, Kind.FEEDBACK if rated(unit, place.after) else Kind.AGREEMENT, stand=found)
    if asked_of_me(unit) and not unit.line.owns:
        return Sorted(unit, Kind.ASKED)
    begin = advised(unit, voice, dated=place.dated and place.bound, order_before=place.order, near=place.near)
    if begin is not None and not _signs(unit, place.after):
        return Sorted(unit, Kind.ADVICE, begin=begin)
    told = Kind.FEEDBACK if told_of_me(unit, voice, row_has=place.row_has) else Kind.NONE
    return Sorted(unit, Kind.SKIPPED if seen(unit, voice) else told)


def _signs(unit: Unit, after: Unit | None) -> bool:
    """Whether the manager goes on with what he will do himself: "put it through, I'll sign it" advises nothing."""
    same = after is not None and after.sentence == unit.sentence and after.direct
    return unit.direct and same and bool(after and re.match(r"i(?:'ll| will)\b", after.body, re.I))
