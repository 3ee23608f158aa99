"""Where promises and agreements end and what stands beside them begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from talktrack.engine.recap.lines import Line
from talktrack.engine.recap.promises import Promise
from talktrack.engine.recap.sections import Section
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
