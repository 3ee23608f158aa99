"""Where promises and agreements end and what stands beside them begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from talktrack.engine.recap.lines import Line
from talktrack.engine.recap.people import People
from talktrack.engine.recap.promises import Promise
from talktrack.engine.recap.sections import Section
from talktrack.engine.story import Note
from talktrack.kit.passive.words import IRREGULAR
from talktrack.kit.verbs import is_past

from .sorting import Kind, Sorted
from .units import Unit

_TITLE = re.compile(
    r"\W*(?:\d|(?:mon|tues?|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b"
    r"|talk|point|yearly|annual|weekly|monthly|meeting|chat|notes?\b"
    r"|one[- ]to[- ]one|review|appraisal|supervision|call\b|lunch|coffee|conversation|discussion|minutes|catch)",
    re.IGNORECASE,
)


def stays(promise: Promise, one: Sorted) -> bool:
    """Whether a promise counts in a clause that is something else as well."""
    if one.kind is Kind.AGREEMENT:
        return Section.AGREED in (one.unit.lead, one.unit.under) and bool(promise.owner)
    return one.kind in (Kind.NONE, Kind.ASKED)


def bound(read: Sequence[Unit], promised: Sequence[Promise]) -> frozenset[int]:
    """The numbers of the sentences in which something is promised."""
    starts = [promise.start for promise in promised]
    return frozenset(
        unit.sentence
        for unit in read
        for i in (bisect_left(starts, unit.line.start),)
        if i < len(starts) and starts[i] < unit.line.end
    )


def had(words: str) -> bool:
    """Whether "'d" stands for "had": "I'd thought so" promises nothing."""
    found = re.match(r"\w+['’]d (?:also |already |never )?(\w+)", words)
    return bool(found) and found[1] not in _ALSO_BASE and (is_past(found[1]) or found[1] in IRREGULAR)  # type: ignore[index]


_ALSO_BASE = frozenset("read put set cut let run come hit cast".split())  # noqa: SIM905


def is_title(line: Line) -> bool:
    """Whether it is the first line of the page and only says what follows: "Talk with R, 3 Dec"."""
    return line.start < 4 and not line.speaker and len(line.text) < 60 and bool(_TITLE.match(line.text))


def joins(found: list[Sorted], at: int) -> bool:
    """Whether an agreement goes on with the one before it: "yes, she agrees I join"."""
    if at < 1 or found[at].kind is not Kind.AGREEMENT or found[at - 1].kind is not Kind.AGREEMENT:
        return False
    one, last = found[at], found[at - 1]
    same = one.stand and last.stand and one.stand.state == last.stand.state
    hangs = re.match(r"(?:wants?|needs?|has|but|only|if|provided|not|until|as long as|unless)\b", one.unit.body, re.I)
    return one.unit.sentence == last.unit.sentence and bool(same or hangs or len(last.unit.body.split()) < 3)


_OWN_LIST = re.compile(r"^[^\w\n]*(?:me|i)(?: will| to do)? ?:[^\S\n]*$", re.IGNORECASE | re.MULTILINE)
_SPOKEN_OF = re.compile(r"\b(?:him|her|them|he|she|they)\b", re.IGNORECASE)
"""Under somebody's name these are mostly that person, and somebody else acts."""


@lru_cache(maxsize=8)
def _lists_own(text: str) -> bool:
    """Whether the page has a list of the owner's beside that of somebody else."""
    return bool(_OWN_LIST.search(text))


def listed_under(line: Line, note: Note, people: People) -> str:
    """The name over a list of what its owner does; the manager's only beside a list of one's own: else it is over
    what she said.
    """
    who = people.resolve(line.heading) if line.heading and not (line.gap or line.parents) else ""
    if who in ("", "me") or note.kind != "other" or _SPOKEN_OF.search(line.text):
        return ""
    return "" if who == people.manager and not _lists_own(note.text) else line.heading
