"""What each clause of the notes is: one thing each, decided in an order that puts the surest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from talktrack.kit.dates import due_dates
from talktrack.kit.words import is_time

from .advice import advised, asked_of_me
from .agreements import Stand, stand
from .check_ins import Meeting, meeting
from .feedback import told_of_me
from .questions import left_open
from .reactions import observed
from .sections import Section
from .units import Unit
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
    act: tuple[int, int] = (0, 0)


_BETTER = re.compile(
    r"(?:and |but |also |then )*(?:(?:i |you )?(?:should|could|might|ought to) have\b|(?:she|he|they|\w+)(?:'d| would) have\b|(?:would have|'d have) been better|better[:,=]|next time\b)",
    re.IGNORECASE,
)
_DAY_WORDS = frozenset("today tomorrow tmrw tmr tonight yesterday eod eow eom noon easter christmas weekend spring summer autumn fall winter".split())  # noqa: SIM905
_WORD = re.compile(r"\w+")


def sort(read: Sequence[Unit], voice: Voices, day: date) -> list[Sorted]:
    """Every clause with what it is, in order."""
    made: list[Sorted] = []
    row, row_has = -1, False
    sentence, dated, order = -1, False, False
    carried, carried_row = "", -9
    for at, unit in enumerate(read):
        if unit.row != row:
            row, row_has = unit.row, False
        if unit.sentence != sentence:
            sentence, dated, order = unit.sentence, is_dated(unit.line.text, day), False
        if not unit.said and (unit.row == carried_row or (unit.row == carried_row + 1 and _goes_on(unit))):
            unit = replace(unit, said=carried) if _continues(unit) else unit
        if unit.said == "manager" and unit.verb:
            carried, carried_row = "manager", unit.row
        elif unit.said == "me":
            carried = ""
        after = read[at + 1] if at + 1 < len(read) else None
        one = _one(unit, after, voice, day, dated=dated, order=order, row_has=row_has)
        order = one.kind is Kind.ADVICE
        row_has |= one.kind is Kind.FEEDBACK
        made.append(one)
    return made


def _goes_on(unit: Unit) -> bool:
    return unit.first and bool(re.match(r"(?:but|and|also)\b", unit.plain, re.I))


def _continues(unit: Unit) -> bool:
    """Whether it can still be the manager's word: about the owner, or without a subject of its own."""
    return bool(re.match(r"(?:and |but |also |that |then )*(?:i|you|my|your|the|not|only|it|if|maybe|too)\b", unit.body, re.I)) and not bool(
        re.match(r"(?:and |but )*i (?:said|asked|told|was|felt|thanked|explained|thought|had)\b", unit.body, re.I)
    )


def is_dated(text: str, day: date) -> bool:
    """Whether a day to come stands in the text."""
    words = [word.lower() for word in _WORD.findall(text)]
    if not any(word[0].isdigit() or is_time(word) or word in _DAY_WORDS for word in words):
        return False
    return any(due.date >= day for due in due_dates(text, today=day))


def _one(unit: Unit, after: Unit | None, voice: Voices, day: date, *, dated: bool, order: bool, row_has: bool) -> Sorted:
    section = unit.lead if unit.lead not in (Section.NONE, Section.TOPIC) else unit.under
    if left_open(unit, after, several=False):
        return Sorted(unit, Kind.QUESTION)
    if section in (Section.BEFORE, Section.AFTER) or Section.AFTER in (unit.lead, unit.under):
        return Sorted(unit, Kind.SKIPPED)
    if dated and (met := meeting(unit, unit.line.text, day)):
        return Sorted(unit, Kind.MEETING, meeting=met)
    if act := observed(unit, voice):
        return Sorted(unit, Kind.REACTION, act=act)
    if unit.lead in (Section.BETTER, Section.EXAMPLE) or _BETTER.match(unit.body):
        return Sorted(unit, Kind.BETTER)
    if found := stand(unit, voice):
        return Sorted(unit, Kind.AGREEMENT, stand=found)
    if asked_of_me(unit):
        return Sorted(unit, Kind.ASKED)
    begin = advised(unit, voice, dated=dated, order_before=order)
    if begin is not None:
        return Sorted(unit, Kind.ADVICE, begin=begin)
    if told_of_me(unit, voice, row_has=row_has):
        return Sorted(unit, Kind.FEEDBACK)
    return Sorted(unit)
