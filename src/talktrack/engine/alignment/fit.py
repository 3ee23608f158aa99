"""The person's own values beside the organisation's: where they fit, and where they pull apart (R07)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from talktrack.engine.story import Answer, Journey, Link, Statement

from .settled import linked

State = Literal["fit", "tension", "proposed", "alone"]
"""`alone`: nothing on the other side has been laid beside it. That is no verdict."""


@dataclass(frozen=True)
class Fit:
    """One own value and one of the organisation's, or one of them alone."""

    mine: Answer | None
    theirs: Statement | None
    state: State


def fit(journey: Journey, proposals: Sequence[Link] = ()) -> tuple[Fit, ...]:
    """Pairs in the order of the own values, what the person has decided before what is proposed; then what stands
    alone. A tension that the person keeps stays in the list.
    """
    mine = {f"answers/{a.id}": a for a in journey.answers if a.topic == "value"}
    theirs = {s.id: s for s in journey.statements if s.kind == "value"}
    states: dict[tuple[str, str], State] = dict.fromkeys(linked(journey), "fit")
    states |= {(link.record, link.statement): "tension" for link in journey.links if link.state == "tension"}
    for link in proposals:
        states.setdefault((link.record, link.statement), "proposed")
    pairs = [(r, s, state) for (r, s), state in states.items() if r in mine and s in theirs]
    pairs.sort(key=lambda pair: (list(mine).index(pair[0]), pair[2] == "proposed"))
    rows = [Fit(mine[record], theirs[statement], state) for record, statement, state in pairs]
    rows += [Fit(answer, None, "alone") for at, answer in mine.items() if at not in {r for r, _, _ in pairs}]
    rows += [Fit(None, said, "alone") for at, said in theirs.items() if at not in {s for _, s, _ in pairs}]
    return tuple(rows)
