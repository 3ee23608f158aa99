"""Words with marks on them: the same few kinds of mark in every text that the workbook shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["", "find", "mine", "theirs", "evidence", "gap", "new", "gone"]
"""find: the coach's wave. mine, theirs: words that match. evidence: a fact, leading to its record. gap: a blank to
fill in. new, gone: a difference between two versions."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one mark on it, or with none."""

    text: str
    kind: Kind = ""
    number: str = ""
    """Of the note in the margin (find), or of the record (evidence)."""
    url: str = ""
    """Where a gap or a piece of evidence leads."""
    on: bool = False
    """A wave whose note is being looked at."""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a mark begins and ends in a text, in characters."""

    start: int
    end: int
    kind: Kind = "find"
    number: str = ""
    url: str = ""
    on: bool = False


def plain(text: str) -> Runs:
    """The text without a mark; no run at all where there is no text."""
    return (Run(text),) if text else ()


def marked(text: str, marks: Iterable[Mark]) -> Runs:
    """The text as runs. Where two marks overlap, the one that starts first stands and the other is left out."""
    runs: list[Run] = []
    at = 0
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        start, end = max(mark.start, 0), min(mark.end, len(text))
        if start < at or end <= start:
            continue
        if start > at:
            runs.append(Run(text[at:start]))
        runs.append(Run(text[start:end], mark.kind, mark.number, mark.url, mark.on))
        at = end
    if at < len(text):
        runs.append(Run(text[at:]))
    return tuple(runs)
