"""How far a taking reaches in the notes, and what around it belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from talktrack.engine.recap.promises import Promise
from talktrack.engine.recap.sections import Section
from talktrack.kit.verbs import may_start_small

from .moods import is_told
from .parts import LED_IN, part_of
from .sorting import Kind, Sorted
from .units import Unit
from .wording import tidy

_ASIDE = re.compile(r"(?:whatever|no (?:example|date|idea)|couldn't|hm+\b)", re.IGNORECASE)
_KEPT_LABELS = ("keep", "stop", "start", "less", "more of")
"""Labels that are part of what was said."""


def body_start(unit: Unit) -> int:
    """Where the words of a clause begin, what reports them left out."""
    return unit.start if unit.said == "other" else unit.start + max(0, unit.plain.find(unit.body))


def beginning(unit: Unit) -> int:
    """Where the words of a taking begin: with the label that says what they are about."""
    named = unit.lead is Section.TOPIC or unit.label.lower() in _KEPT_LABELS
    return unit.line.start if unit.opens and named and not unit.verb else body_start(unit)


def question_before(found: Sequence[Sorted], at: int) -> Unit | None:
    """The owner's question that the clause answers: "own checks from spring? only once ..."."""
    unit = found[at].unit
    before = found[at - 1].unit if at else None
    if before is None or before.row != unit.row or not before.asks or not unit.opens or before.opens is False:
        return None
    return before if not before.verb and before.said != "manager" and len(before.body.split()) < 12 else None


_LONGEST_ABOUT = 9


def about_before(found: Sequence[Sorted], at: int) -> str:
    """What the clause before it says, where that can be what "it" means: a question, or what opens the sentence."""
    before = found[at - 1].unit if at else None
    unit = found[at].unit
    if before is None or before.row != unit.row or not before.first or before.direct:
        return ""
    if not (before.asks or before.sentence == unit.sentence) or len(before.body.split()) > _LONGEST_ABOUT:
        return ""
    said = tidy(before.body)
    return said if before.asks or not may_start_small(said) else said[:1].lower() + said[1:]


def reach(found: Sequence[Sorted], at: int, busy: frozenset[int]) -> int:
    """Where the words of a taking end: what its sentence goes on with belongs to it, unless it tells of the past."""
    one = found[at]
    end = one.unit.end
    for place in range(at + 1, len(found)):
        more = found[place]
        same = one.kind is Kind.ADVICE and more.kind is Kind.ADVICE
        if more.unit.sentence != one.unit.sentence or place in busy or not (same or more.kind is Kind.NONE):
            break
        if _ASIDE.match(more.unit.body):
            break
        if is_told(more.unit.body) and (one.kind is Kind.ADVICE or more.unit.direct != one.unit.direct):
            break
        end = more.unit.end
    return end


def holders(found: Sequence[Sorted], promised: Sequence[Promise]) -> list[tuple[int, Promise]]:
    """Each promise with the place of the clause that it stands in for the most part."""
    made: list[tuple[int, Promise]] = []
    first = 0
    for promise in promised:
        while first < len(found) - 1 and found[first].unit.end <= promise.start:
            first += 1
        best, most = first, -1
        for at in range(first, len(found)):
            unit = found[at].unit
            if unit.start >= promise.end:
                break
            shared = min(unit.end, promise.end) - max(unit.start, promise.start)
            if shared > most:
                best, most = at, shared
        if found:
            made.append((best, promise))
    return made


def parts(found: Sequence[Sorted], at: int, end: int, busy: frozenset[int]) -> dict[str, str]:
    """What the clauses after a piece of feedback tell of situation, behaviour, impact, and what would be better."""
    core = found[at].unit
    told: dict[str, list[str]] = {}
    for place in range(at + 1, len(found)):
        one, unit = found[place], found[place].unit
        if unit.row != core.row and unit.depth <= core.depth:
            break
        if one.kind in (Kind.FEEDBACK, Kind.AGREEMENT):
            break
        if unit.start < end or place in busy or one.kind not in (Kind.NONE, Kind.BETTER, Kind.ADVICE):
            continue
        if part := part_of(unit):
            start = unit.line.start if unit.opens and unit.lead is Section.TOPIC else body_start(unit)
            words = unit.note.text[start : unit.end]
            told.setdefault(part, []).append(tidy(LED_IN.sub("", words, count=1) if LED_IN.match(words) else words))
    return {part: "; ".join(pieces) for part, pieces in told.items()}
