"""The organisation's own competencies, and what the person has noted that shows them (R30)."""

from __future__ import annotations

from dataclasses import dataclass

from talktrack.engine.story import Competency, Journey


@dataclass(frozen=True)
class Covered:
    """One line of the framework."""

    competency: Competency
    shown_by: tuple[str, ...]
    """Accomplishments, as references. None means not noted, which is not the same as not there."""


def coverage(journey: Journey) -> tuple[Covered, ...]:
    """Every line of the framework in its order. Without a framework there is none, and nothing waits for one."""
    if journey.framework is None:
        return ()
    known = {a.id for a in journey.accomplishments}
    return tuple(
        Covered(c, tuple(f"accomplishments/{proof}" for proof in c.proof if proof in known))
        for c in journey.framework.competencies
    )


def not_noted(journey: Journey) -> tuple[str, ...]:
    """The areas without a single line that is shown, each once: where to look next, not what is lacking."""
    rows = coverage(journey)
    shown = {row.competency.area for row in rows if row.shown_by}
    return tuple(dict.fromkeys(row.competency.area for row in rows if row.competency.area not in shown))
