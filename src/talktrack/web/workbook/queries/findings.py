"""What the coach says of the whole workbook, looked through once for each state of it and each day."""

from __future__ import annotations

from datetime import date

from talktrack.engine import coach
from talktrack.kit.checks import Finding
from talktrack.web.people.subject import Subject

from .journey import journey
from .margin import Advice
from .memory import Memory

_days: Memory[dict[date, tuple[Finding, ...]]] = Memory(lambda _: {})
_abouts: Memory[dict[tuple[date, tuple[str, ...]], tuple[Advice, ...]]] = Memory(lambda _: {})


def findings(subject: Subject, today: date) -> tuple[Finding, ...]:
    """Everything, but for what the person has decided on."""
    days = _days.of(subject)
    if today not in days:
        days[today] = coach.check(journey(subject), today=today)
    return days[today]


def advised(found: tuple[Finding, ...]) -> tuple[Advice, ...]:
    """Findings with what their rules look for and rest on."""
    rules = ((f, coach.rule(f.rule)) for f in found)
    return tuple(Advice(f, r.title, r.source) for f, r in rules if r)


def about(subject: Subject, today: date, *references: str) -> tuple[Advice, ...]:
    """What is said of these records and of what lies in them: an ask in a conversation, a goal among the goals."""
    known = _abouts.of(subject)
    asked = (today, references)
    if asked not in known:
        known[asked] = advised(
            tuple(
                f
                for f in findings(subject, today)
                if any(f.record == r or f.record.startswith(f"{r}/") for r in references)
            )
        )
    return known[asked]
