"""Links between what a person has and wants and what the organisation says: proposed, decided, kept as a tension."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from talktrack.engine.alignment import BusinessCase, business_case, linked
from talktrack.engine.alignment import propose as close_ones
from talktrack.engine.alignment.reading import readings
from talktrack.engine.story import Goal, Journey, Link, Statement
from talktrack.kit.similarity import ON_TOPIC, Closeness
from talktrack.web.people.subject import Subject

from .journey import journey
from .memory import Memory

__all__ = [
    "DISTANT",
    "BusinessCase",
    "Pair",
    "Side",
    "case",
    "comparable",
    "looked",
    "pairs",
    "proposals",
    "remember",
]

KINDS = ("goals", "accomplishments", "answers")
DISTANT = ON_TOPIC
"""Below this two texts are not about the same thing, though they may share a rare word."""
MOST = 60
"""Proposals that are kept at once, the closest first."""


@dataclass(frozen=True)
class Pair:
    """A link with both sides."""

    link: Link
    mine: str
    """What the record says, with the lines of it that the link quotes."""
    theirs: Statement


@dataclass(frozen=True)
class Side:
    """All links of one state."""

    proposed: tuple[Pair, ...]
    """The closest first."""
    confirmed: tuple[Pair, ...]
    tension: tuple[Pair, ...]
    by_hand: int
    """Links that stand in the records themselves, as what a goal serves."""
    said: Mapping[str, int]
    """How many statements there are of each kind."""


def pairs(subject: Subject) -> Side:
    """Every link of which both sides still stand, and still hold the words that it quotes."""
    return _sides.of(subject)


def _lay_out(subject: Subject) -> Side:
    whole = journey(subject)
    read, said = dict(readings(whole)), {s.id: s for s in whole.statements}
    found = [
        Pair(k, _lines(read[k.record], k.mine), said[k.statement])
        for k in whole.links
        if k.record in read and k.statement in said
    ]
    proposed = sorted((p for p in found if p.link.state == "proposed"), key=lambda p: -(p.link.closeness or 0))
    explicit = {(k.record, k.statement) for k in whole.links if k.state == "confirmed"}
    return Side(
        tuple(proposed),
        tuple(p for p in found if p.link.state == "confirmed"),
        tuple(p for p in found if p.link.state == "tension"),
        len([pair for pair in linked(whole) if pair not in explicit]),
        Counter(s.kind for s in whole.statements),
    )


_sides = Memory(_lay_out)


def _lines(text: str, quoted: tuple[str, ...]) -> str:
    first, *rest = text.split("\n")
    return " … ".join([first, *(line for line in rest if any(word in line for word in quoted if word not in first))])


def comparable(subject: Subject) -> bool:
    """Whether there is something on both sides."""
    whole = journey(subject)
    return bool(whole.statements and any(getattr(whole, kind) for kind in KINDS))


_looked: Memory[set[str]] = Memory(lambda _: set())


def looked(subject: Subject) -> bool:
    """Whether the workbook as it stands was looked through for links."""
    return "links" in _looked.of(subject)


def remember(subject: Subject) -> None:
    """It was looked through just now."""
    _looked.of(subject).add("links")


def proposals(subject: Subject, engine: Callable[[], Closeness]) -> tuple[Link, ...]:
    """The links to propose, the closest first. Takes a moment.

    Raises UserError where there is too much to compare.
    """
    whole: Journey = journey(subject)
    found = close_ones(whole, engine(), kinds=KINDS)
    return tuple(sorted(found, key=lambda link: -(link.closeness or 0))[:MOST])


def case(subject: Subject, name: str = "") -> tuple[Goal, BusinessCase] | None:
    """The goal of that name with its business case; without a name the first whose case has a gap, else the first."""
    cases = _cases.of(subject)
    if name:
        return next((row for row in cases if row[0].id == name), None)
    return next((row for row in cases if row[1].missing), cases[0] if cases else None)


_cases = Memory(lambda subject: tuple((goal, business_case(goal)) for goal in journey(subject).goals))
