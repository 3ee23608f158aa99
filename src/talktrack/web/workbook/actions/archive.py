"""Bringing a whole journey in: merged into what is there, as it was shown before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from talktrack.engine.story import Journey
from talktrack.engine.story.value import MOST_RECORDS
from talktrack.kit.errors import UserError
from talktrack.web.people.subject import Subject

from .. import access, bridge
from ..comparison import Change, compare
from ..models import Record, Revision, Workbook
from ..models.nouns import BY_KIND


@transaction.atomic
def merge(*, subject: Subject, incoming: Journey, revision: int, leave: Collection[str] = ()) -> tuple[Change, ...]:
    """Bring in what `queries.merge.preview` showed at that `revision`, but for the keys in `leave`.

    Returns what was new or changed. Raises UserError where the workbook has changed since the preview, where two
    incoming records share an id, or where there would be too many.
    """
    workbook = access.queue(subject)
    if workbook.revision != revision:
        raise UserError("The workbook has changed since this was shown. Look at the preview again.")
    rows = {(row.kind, row.name): row for row in Record.for_subject(subject)}
    live = [row for row in rows.values() if row.deleted_at is None]
    changes = tuple(
        change
        for change in compare(live, bridge.to_rows(incoming))
        if change.what != "same" and change.key not in leave
    )
    _room(live, changes)
    _write(workbook, rows, changes)
    return changes


def _room(live: list[Record], changes: tuple[Change, ...]) -> None:
    number = Counter(row.kind for row in live) + Counter(c.kind for c in changes if c.what == "new")
    if full := next((kind for kind, many in number.items() if many > MOST_RECORDS), None):
        raise UserError(
            f"That would make {number[full]:,} {full.replace('_', ' ')}; a workbook holds {MOST_RECORDS:,} at most."
        )


def _write(workbook: Workbook, rows: dict[tuple[str, str], Record], changes: tuple[Change, ...]) -> None:
    now = timezone.now()
    last: Counter[str] = Counter()
    for row in rows.values():
        last[row.kind] = max(last[row.kind], row.position)
    written: list[tuple[Record, str]] = []
    for change in changes:
        if (change.kind, change.name) in rows:
            row = rows[change.kind, change.name]
        else:
            last[change.kind] += 1
            row = Record(workbook=workbook, kind=change.kind, name=change.name, position=last[change.kind], version=0)
            row.made_at = now
        row.version, row.changed_at, row.deleted_at = row.version + 1, now, None
        bridge.fill(row, BY_KIND[change.kind].adapter.validate_json(change.body))
        written.append((row, "create" if change.what == "new" else "edit"))
    Record.write_all([row for row, _ in written])
    Revision.write_all(written, now)
    workbook.touch()
