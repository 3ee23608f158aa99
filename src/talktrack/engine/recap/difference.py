"""What differs between two journeys, field by field: a pure comparison that knows no nouns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from talktrack.engine.story import Journey
from talktrack.engine.story.seal import values


@dataclass(frozen=True)
class Difference:
    """One record that came or went, or one field that is another than before."""

    record: str
    """The record, as "goals/denmark/actions/course"."""
    kind: Literal["added", "removed", "changed"]
    field: str = ""
    """The field, where the record was there before and is there still."""
    old: object = None
    """The value before; None where there was none."""
    new: object = None
    """The value after; None where there is none."""


def difference(before: Journey, after: Journey) -> tuple[Difference, ...]:
    """Every difference, in the order of `after`; what went comes last, in the order of `before`.

    A record that came or went is one difference, whatever it holds; records inside it are told apart from it.
    """
    old, new = dict(values(before)), dict(values(after))
    had, has = _records(old), _records(new)
    added = (Difference(record, "added") for record in has if record not in had)
    changed = (
        Difference(path.rpartition(".")[0], "changed", path.rpartition(".")[2], old[path], value)
        for path, value in new.items()
        if path in old and old[path] != value
    )
    place = {record: n for n, record in enumerate(has)}
    there = sorted((*added, *changed), key=lambda d: place[d.record])
    gone = (Difference(record, "removed") for record in had if record not in has)
    return (*there, *gone)


def _records(fields: dict[str, object]) -> dict[str, None]:
    return dict.fromkeys(path.rpartition(".")[0] for path in fields)
