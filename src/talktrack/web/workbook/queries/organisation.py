"""What the organisation says, what serves it, and what to ask where something is unknown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from talktrack.engine.alignment import Project, Sight, coverage, line_of_sight, projects
from talktrack.engine.organisation import opportunity
from talktrack.engine.story import Journey, OpportunityFact, Statement
from talktrack.kit.text import clean
from talktrack.web.people.subject import Subject

from .journey import journey
from .memory import Memory

__all__ = ["Read", "Seen", "Sight", "names", "passages", "seen"]

MOST_READ = 40
"""Passages of one document that are shown: more is a document to read, not to quote."""
_SHORTEST, _LONGEST = 25, 600
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9“\"'(])|\n+")
_KINDS = (
    ("mission", r"\b(mission|our purpose|we exist|exists? to|reason for being)\b"),
    ("value", r"\b(values?|we believe|principles?|first|always|never)\b"),
    ("growth", r"\b(grow|growth|expand|new markets?|double|by the end of|share of|increase)\b"),
    (
        "problem",
        r"\b(problem|lose|losing|losses|fail|too (?:few|many|slow|late)|half of|not enough|short of|complain)\w*",
    ),
    ("project", r"\b(project|launch|roll out|build|introduce|migrat\w+|programme|program|pilot|open)\b"),
    ("role", r"\b(the role|you will|responsib\w+|manager keeps|job)\b"),
)


_ORDER = {kind: place for place, kind in enumerate(get_args(Statement.model_fields["kind"].annotation))}


@dataclass(frozen=True)
class Seen:
    """Everything that the page of the organisation shows."""

    sight: tuple[Sight, ...]
    """Kind by kind, in the order in which a statement's kinds are named."""
    counts: Mapping[str, int]
    """How many statements there are of each kind."""
    projects: dict[str, Project]
    """By the id of the statement."""
    facts: tuple[OpportunityFact, ...]
    loose_facts: int
    """Those without a source and a year, which are not shown."""
    framework: str
    """The name of the organisation's own competencies, "" where there are none."""
    covered: tuple[int, int]
    """Lines of it that are shown by a record, of how many."""
    records: dict[str, str]
    """What each record that serves something is called: "goals/nordic" → its words."""


def seen(subject: Subject, today: date) -> Seen:
    """What is known of the organisation; worked out once for each state of the workbook and each day."""
    days = _days.of(subject)
    if today not in days:
        days[today] = _see(journey(subject), today)
    return days[today]


_days: Memory[dict[date, Seen]] = Memory(lambda _: {})


def _see(whole: Journey, today: date) -> Seen:
    rows, shown = coverage(whole), opportunity(whole)
    return Seen(
        tuple(sorted(line_of_sight(whole, today=today), key=lambda row: _ORDER[row.statement.kind])),
        Counter(s.kind for s in whole.statements),
        {p.statement.id: p for p in projects(whole)},
        shown,
        len(whole.opportunity_facts) - len(shown),
        whole.framework.name or "Competencies" if whole.framework else "",
        (sum(bool(row.shown_by) for row in rows), len(rows)),
        names(whole),
    )


def names(whole: Journey) -> dict[str, str]:
    """What each record is called that can serve a statement."""
    found = {f"goals/{g.id}": g.what for g in whole.goals}
    found |= {f"accomplishments/{a.id}": a.did for a in whole.accomplishments}
    found |= {f"answers/{a.id}": a.text for a in whole.answers}
    found |= {f"skills/{s.id}": s.name for s in whole.skills}
    return found | {f"wants/{w.id}": w.what for w in whole.wants}


@dataclass(frozen=True)
class Read:
    """A passage of a document, and what it may be."""

    quote: str
    kind: str


def passages(text: str) -> tuple[Read, ...]:
    """The sentences of a document that could be quoted, at most 40, each with the kind that its words suggest."""
    found: list[Read] = []
    whole = [clean(piece).lstrip("-–*•#>0123456789.) ").strip() for piece in _END.split(text)]
    short = [piece for piece in whole if piece]
    for piece in short if len(short) == 1 else [p for p in short if len(p) >= _SHORTEST]:
        if piece not in (r.quote for r in found):
            found.append(Read(piece[:_LONGEST], _kind(piece)))
    return tuple(found[:MOST_READ])


def _kind(quote: str) -> str:
    return next((kind for kind, form in _KINDS if re.search(form, quote, re.IGNORECASE)), "strategy")
