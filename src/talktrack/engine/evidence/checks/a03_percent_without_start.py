"""A3: a percentage that does not say from what, or over which time."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Accomplishment
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases
from talktrack.kit.words import COMPARED, any_in, is_time, word_set

_PERCENT = frozenset({"%", "percent", "percentage"})
_PER_CENT = Phrases("per cent")
_SHARE = frozenset({"of", "done", "complete", "finished", "ready"})
"""After these the percentage is a share, and says of what."""
_LEVEL = word_set("rate rates share accuracy uptime availability margin score attendance occupancy")
"""Beside these the percentage is a level, and no leap."""
_CHANGES = word_set(
    """raised raise increased increase cut reduced reduce improved improve grew grow grown rose rise fell fall dropped
    drop lowered lower boosted up down higher better doubled added gained saved lost slashed shrank jumped climbed"""
)
_AGAINST = frozenset({"target", "plan", "budget", "average", "forecast"})


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    if _told_elsewhere(piece):
        return
    marks = [i for i, word in enumerate(prose.words) if word in _PERCENT]
    marks += [after - 1 for _, after in piece.found(_PER_CENT)]
    done = -1
    for at in sorted(marks):
        sentence = prose.sentence(at)
        if sentence.start == done:
            continue
        done = sentence.start
        words = prose.tokens(sentence)
        if _placed(words, prose.words[at + 1 : at + 2]):
            continue
        first = at - 1 if at and prose.words[at - 1][0].isdigit() else at
        own = prose.written(first, at + 1)
        yield piece.hit(
            first, at + 1, f"Give the start and the period: “{own}, from ___ to ___, between ___ and ___”."
        )


def _placed(words: list[str], next_word: list[str]) -> bool:
    return (
        ("from" in words and "to" in words)
        or any_in(words, COMPARED, _AGAINST)
        or any(is_time(word) for word in words)
        or bool(next_word and next_word[0] in _SHARE)
        or sum(word in _PERCENT for word in words) > 1
        or (any_in(words, _LEVEL) and not any_in(words, _CHANGES))
    )


def _told_elsewhere(piece: Piece) -> bool:
    record = piece.value
    if not isinstance(record, Accomplishment):
        return False
    return any(m.unit == "%" and (m.baseline is not None or m.period) for m in record.measures) or any(
        kpi.unit.startswith("%") and kpi.target is not None and kpi.actual is not None for kpi in record.kpis
    )


A3 = Rule(
    id="A3",
    title="A percentage without its start",
    reads=("accomplishment",),
    triggers=_PERCENT | {"cent"},
    find=find,
    message="This percentage does not say from what, or over which time.",
    why="Without a start and a period, the listener cannot tell a leap from a rounding; the first question will be "
    "“of what?”.",
    suggestion="Give the start and the period: “from ___ to ___, between ___ and ___”.",
    grade="C",
    source="Practice of reporting figures: unit, baseline and period belong to a percentage.",
    fires=(
        "Raised engagement by 65 %.",
        "Cut costs 30 percent.",
        "Response time fell by 12 per cent. I also wrote the guide.",
        Accomplishment(id="visits", did="Ran the spring campaign", result="Visits rose by 20 %."),
    ),
    passes=(
        "Raised engagement by 65 %, from 20 to 33 members a day.",
        "Cut costs by 30 percent compared with 2025.",
        "Trained 40 % of the team in the new tool.",
        "Standby is 11 % now, it was 19 %.",
        "Typed 5,200 forms at an error rate of 0.4 %.",
        Accomplishment.model_validate(
            {
                "id": "visits",
                "did": "Ran the spring campaign",
                "result": "Visits rose by 20 %.",
                "measures": [{"what": "visits", "change": 20, "unit": "%", "period": "March to May 2026"}],
            }
        ),
    ),
)
