"""What bringing a journey into the workbook would change."""

from __future__ import annotations

from dataclasses import dataclass

from talktrack.engine.story import Journey
from talktrack.web.people.subject import Subject

from .. import bridge
from ..comparison import Change, compare
from ..models import Record, Workbook


@dataclass(frozen=True)
class Preview:
    """Every incoming record with what would become of it."""

    changes: tuple[Change, ...]
    revision: int
    """The state of the workbook that it was compared with; `actions.archive.merge` wants it back."""

    def of(self, what: str) -> tuple[Change, ...]:
        """Those that are "new", "changed" or "same"."""
        return tuple(change for change in self.changes if change.what == what)


def preview(subject: Subject, incoming: Journey) -> Preview:
    """What a merge would change; changes nothing. Raises UserError where two incoming records share an id."""
    revision = Workbook.revision_of(subject)
    return Preview(compare(Record.for_subject(subject).live(), bridge.to_rows(incoming)), revision)
