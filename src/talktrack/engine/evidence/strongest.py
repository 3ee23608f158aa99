"""Which accomplishments to lead with, and why."""

from __future__ import annotations

from dataclasses import dataclass

from talktrack.engine.story import Accomplishment, Journey

from .record import met, serving


@dataclass(frozen=True)
class Ranked:
    """An accomplishment with what speaks for leading with it, in plain words."""

    accomplishment: Accomplishment
    reasons: tuple[str, ...]


def strongest(journey: Journey, most: int = 3) -> tuple[Ranked, ...]:
    """Up to `most` accomplishments that are not private, best first; a result comes first where there is one (R39).

    What counts: it serves a need of the organisation, it has a number with its start, a target met, proof at
    hand; then the later date. The order is by what is on record; it is no score of the person.
    """
    open_ones = [a for a in journey.accomplishments if not a.private]
    ranked = sorted(open_ones, key=lambda a: a.date, reverse=True)
    ranked.sort(key=lambda a: len(reasons(journey, a)), reverse=True)
    lead = next((a for a in ranked if a.kind == "result"), None)
    ranked.sort(key=lambda a: a is not lead)
    return tuple(Ranked(a, reasons(journey, a)) for a in ranked[:most])


def reasons(journey: Journey, accomplishment: Accomplishment) -> tuple[str, ...]:
    """What speaks for it."""
    a = accomplishment
    checks = (
        (bool(serving(journey, a)), "it serves something the organisation has asked for"),
        (any(m.verified and m.baseline is not None for m in a.measures), "it has a number with its start"),
        (any(met(k) for k in a.kpis), "it met an agreed target"),
        (bool(a.proof), "there is proof at hand"),
    )
    return tuple(reason for holds, reason in checks if holds)
