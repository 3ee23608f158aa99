"""A line on each stage that holds something, for the journey page and the phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from talktrack.engine import reflect
from talktrack.engine.evidence import serving
from talktrack.engine.goals import grid
from talktrack.engine.story import Journey, upcoming
from talktrack.web.people.subject import Subject

from .journey import journey
from .memory import Memory


def summaries(subject: Subject, today: date) -> dict[str, str]:
    """By stage; worked out once for each state of the workbook and each day."""
    days = _days.of(subject)
    if today not in days:
        days[today] = dict(_lines(journey(subject), today))
    return days[today]


_days: Memory[dict[date, dict[str, str]]] = Memory(lambda _subject: {})


def number(records: Sequence[object], one: str, many: str = "") -> str:
    """ "3 goals"; "" where there are none."""
    return f"{len(records)} {one if len(records) == 1 else many or one + 's'}" if records else ""


def _lines(whole: Journey, today: date) -> Iterator[tuple[str, str]]:
    yield "reflect", _joined(number(whole.answers, "answer"), number(reflect.themes(whole), "theme"))
    loose = [a for a in whole.accomplishments if not serving(whole, a)]
    evidence = number(whole.accomplishments, "entry", "entries")
    yield "evidence", _joined(evidence, f"{len(loose)} without an objective" if loose else "")
    yield "organisation", number(whole.statements, "statement")
    yield "paths", _joined(number(whole.paths, "path"), number(whole.interviews, "finding"))
    empty = [cell for cell in grid(whole, today) if not cell.entries] if whole.goals else []
    yield "goals", _joined(number(whole.goals, "goal"), number(empty, "empty cell"))
    kept = [link for link in whole.links if link.state == "confirmed"]
    waiting = [link for link in whole.links if link.state == "proposed"]
    yield "alignment", _joined(f"{len(kept)} confirmed" if kept else "", _waits(waiting))
    if meeting := upcoming(whole):
        at = meeting.at
        yield "prepare", f"{at:%a} {at.day} {at:%B}" if at else "no day yet"
    yield "follow_through", number(whole.commitments, "promise")


def _waits(links: Sequence[object]) -> str:
    return f"{len(links)} {'waits' if len(links) == 1 else 'wait'} for you" if links else ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
