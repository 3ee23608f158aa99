"""A8: a target without what came of it, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Accomplishment, Kpi
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.words import any_in, quantities, word_set

_TARGET = word_set("kpi kpis target targets quota quotas okr okrs")
_MET = word_set("""met meet meets hit hits exceeded exceed exceeds beat reached reach missed surpassed smashed""")


def find(piece: Piece) -> Iterator[Hit]:
    record = piece.value
    if isinstance(record, Accomplishment):
        for kpi in record.kpis:
            if missing := [word for word in ("target", "actual") if getattr(kpi, word) is None]:
                both = " and ".join(missing)
                yield Hit(
                    message=f"“{kpi.name}” lacks its {both}.",
                    suggestion=f"Add both: “{kpi.name}: target {_of(kpi, 'target')}, actual {_of(kpi, 'actual')}”.",
                    field="kpis",
                )
        if record.kpis:
            return
    prose = piece.prose
    for sentence in prose.sentences:
        words = prose.tokens(sentence)
        if any_in(words, _TARGET) and any_in(words, _MET) and not quantities(words):
            at = sentence.start + next(i for i, word in enumerate(words) if word in _TARGET)
            yield piece.hit(at, at + 1)


def _of(kpi: Kpi, field: str) -> str:
    value = getattr(kpi, field)
    return "___" if value is None else f"{value} {kpi.unit}".strip()


A8 = Rule(
    id="A8",
    title="A target without its outcome",
    reads=("accomplishment",),
    find=find,
    message="A target is named here without both of its numbers: what was agreed, and what came of it.",
    why="“Met or exceeded” can only be counted when both numbers stand side by side.",
    suggestion="Add both: “target ___, actual ___”.",
    grade="D",
    source="The method itself: “met” is computed from target and actual, never typed (R08).",
    fires=(
        "Met all my KPIs.",
        "I exceeded the sales target for the region.",
        Accomplishment(id="calls", did="Answered calls", kpis=(Kpi(name="first answer", target=None, actual=None),)),
        Accomplishment.model_validate(
            {"id": "calls", "did": "Answered calls", "kpis": [{"name": "calls", "target": 40}]}
        ),
    ),
    passes=(
        "Exceeded the sales target of 40 visits: 52.",
        "Set the target for the region together with finance.",
        Accomplishment.model_validate(
            {"id": "calls", "did": "Answered calls", "kpis": [{"name": "calls", "target": 40, "actual": 52}]}
        ),
    ),
)
