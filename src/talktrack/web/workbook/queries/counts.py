"""How much there is of what: for the rail, and for knowing whether the workbook is empty."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from talktrack.engine import STAGES
from talktrack.web.people.subject import Subject

from ..models import Record
from .memory import Memory

STAGE_NOUNS: dict[str, tuple[str, ...]] = {
    "reflect": ("answers", "vision"),
    "evidence": ("accomplishments", "skills"),
    "organisation": ("statements", "framework", "opportunity_facts"),
    "paths": ("paths", "contacts", "interviews"),
    "goals": ("goals", "wants", "learning"),
    "alignment": ("links",),
    "prepare": ("conversations", "lenses", "pay"),
    "rehearse": (),
    "converse": ("notes",),
    "recap": ("advice", "feedback", "agreements", "reactions", "open_questions"),
    "follow_through": ("commitments", "check_ins"),
}
"""What a stage fills. Rehearsals leave nothing behind."""


@dataclass(frozen=True)
class Counts:
    """Live records by kind ("goals")."""

    by_kind: dict[str, int]
    proposed: int
    """Proposed links that wait for the person's word."""
    open_promises: int

    def of_stage(self, stage: str) -> int:
        """How many records a stage has filled."""
        return sum(self.by_kind.get(kind, 0) for kind in STAGE_NOUNS[stage])

    @property
    def by_stage(self) -> dict[str, int]:
        """The same for every stage, in order."""
        return {stage: self.of_stage(stage) for stage in STAGES}

    @property
    def empty(self) -> bool:
        """Whether nothing was ever kept, or nothing is left."""
        return not self.by_kind


def counts(subject: Subject) -> Counts:
    """What there is. One query where nothing has changed since the last time, else two, whatever the number."""
    return _counts.of(subject)


def _count(subject: Subject) -> Counts:
    rows = (
        Record.for_subject(subject)
        .filter(deleted_at=None)
        .values("kind")
        .annotate(
            number=Count("pk"),
            proposed=Count("pk", filter=Q(kind="links", state="proposed")),
            promised=Count("pk", filter=Q(kind="commitments", state="open")),
        )
    )
    found = list(rows)
    return Counts(
        {row["kind"]: row["number"] for row in found},
        sum(row["proposed"] for row in found),
        sum(row["promised"] for row in found),
    )


_counts = Memory(_count)
