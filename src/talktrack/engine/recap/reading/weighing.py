"""Rules and second opinion together: what the rules took and nothing else speaks for goes, what they missed comes."""

from __future__ import annotations

from dataclasses import replace

from talktrack.engine.recap.people import People
from talktrack.engine.recap.promises import Promise
from talktrack.kit.similarity import Closeness

from .second import KINDS, PROMISE, Opinion, second
from .sorting import Kind, Sorted


def weigh(
    found: list[Sorted],
    held: list[tuple[int, Promise]],
    plain: dict[int, Promise],
    people: People,
    closeness: Closeness,
    opinion: Opinion | None,
    *,
    most: int,
) -> dict[int, str]:
    """What the first `most` clauses are where no rule says so, of `KINDS`, by the clause.

    Takes out of `found`, of the promises `held` and of those handed on `plain` what the second opinion does not
    believe. What the rules alone know (a question left open, what was observed, what belongs to the clause before)
    stays.
    """
    busy = {at for at, _ in held} | set(plain)
    ruled = [({one.kind.value} | ({PROMISE} if at in busy else set())) - {""} for at, one in enumerate(found)]
    asked = found[: max(0, most)]
    guesses = dict[int, str]()
    for at, kind in enumerate(second(asked, ruled[: len(asked)], people, closeness, opinion)):
        if kind in ruled[at] or not ruled[at] <= set(KINDS) or not (kind or ruled[at]):
            continue
        held[:] = [(place, promise) for place, promise in held if place != at]
        plain.pop(at, None)
        found[at] = replace(found[at], kind=Kind.NONE)
        if kind:
            guesses[at] = kind
    return guesses
