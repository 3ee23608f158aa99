"""Promises in the rows of a table: "trial plan | Ann | before Christmas"."""

from __future__ import annotations

import re
from datetime import date

from talktrack.engine.recap.lines import Line
from talktrack.engine.recap.people import People
from talktrack.engine.recap.promises.actions import deed, imperative
from talktrack.engine.recap.promises.days import binds, days
from talktrack.engine.recap.promises.promise import Promise
from talktrack.kit.dates import Due, Settings, due_date

_SURE = 0.85
_OVER = re.compile(
    r"(?:done|finished|closed|cancelled|dropped|✓|✔|x)\b.*|.*\b(?:always|usual|every)\b.*|.*\?", re.IGNORECASE
)
"""A cell after which nothing is left to do."""
_BESIDE = re.compile(r"\b(?:some ?time|latest|due|eo[dw])\b|\W", re.IGNORECASE)
"""What may stand beside the day in its cell."""
_EMPTY = re.compile(r"[\W_]*|open|tb[cd]|n/?a|none", re.IGNORECASE)


def in_row(line: Line, people: People, day: date, settings: Settings) -> Promise | None:
    """What the row of a table says that somebody will do: one cell names who, another may give the day.

    None where the line is no such row. The rows of other tables count where a cell gives a day.
    """
    cells = [cell.strip(" *_`") for cell in line.text.split("|")]
    cells = [cell for cell in cells if not _EMPTY.fullmatch(cell)]
    if "|" not in line.text or line.tapped or any(_OVER.fullmatch(cell) for cell in cells):
        return None
    due = next((due for cell in cells if (due := _day(cell, day, settings))), None)
    rest = [cell for cell in cells if not _day(cell, day, settings)]
    who = [line.speaker] if line.speaker else [cell for cell in rest if people.resolve(cell)]
    words = ", ".join(cell for cell in rest if cell not in who)
    if len(who) != 1 or " " not in words or not (due or line.owns):
        return None
    owner = people.resolve(who[0])
    done = deed(words, 0, len(words), len(words), () if due else days(words, today=day, settings=settings))
    when = due or done.due
    return Promise(
        owner, "" if owner else who[0], imperative(done.action, "present"), when.date.isoformat() if when else "",
        done.done_test, line.start, line.end, _SURE,
    )  # fmt: skip


def _day(cell: str, day: date, settings: Settings) -> Due | None:
    """The day, where the cell says nothing else."""
    due = due_date(cell, today=day, settings=settings)
    return (
        due if due and binds(cell, due) and not _BESIDE.sub("", cell[: due.span[0]] + cell[due.span[1] :]) else None
    )
