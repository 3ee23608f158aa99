"""The whole conversation worked out beforehand: what is left to do for every part and every number of minutes left.

A phone without a network has no engine. It gets these tables once, and only looks things up by its clock.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from talktrack.engine.prepare.agenda import TWO_MINUTE_CLOSE, CloseStep, Segment, SegmentName, late
from talktrack.engine.prepare.basis import Basis
from talktrack.engine.prepare.parts import TITLES
from talktrack.engine.prepare.questions import MINUTES_EACH
from talktrack.kit.text import lowered

from .address import address
from .cards import Card, cards

FINISH = 2
"""Minutes in which to come to the end of a part that has begun."""
CLOSING = 2
"""Minutes left from which on there is only the close."""
_PAY = re.compile(r"\b(?:pay|salary|raise|bonus|compensation|wages?)\b")


@dataclass(frozen=True)
class Part:
    """One part of the agenda as it was planned."""

    name: SegmentName
    title: str
    short: str
    """The same in a word or two, as it stands on paper."""
    minutes: int
    share: float | None
    """The planned share of own talk; None for the spare minutes."""
    turn: str
    """Whose turn it mostly is, as a sentence."""


@dataclass(frozen=True)
class Slot:
    """One part as there is time for it now."""

    part: int
    minutes: int
    left_out: tuple[int, ...] = ()
    """The places of the cards that there is no time for."""


@dataclass(frozen=True)
class Plan:
    """The rest of the meeting from some minute on."""

    slots: tuple[Slot, ...]
    cuts: tuple[tuple[int, str], ...] = ()
    """What to drop, in the order of method §7: the part, and what to do."""
    close: bool = False
    """Whether only the two-minute close is left."""


@dataclass(frozen=True)
class Schedule:
    """One conversation. `fresh[part][left]` is the plan where that part is about to begin and so many minutes are
    left; `begun[part][left]` where one is in the middle of it."""

    minutes: int
    parts: tuple[Part, ...]
    cards: tuple[Card, ...]
    fresh: tuple[tuple[Plan, ...], ...] = field(repr=False)
    begun: tuple[tuple[Plan, ...], ...] = field(repr=False)
    close: tuple[CloseStep, ...] = TWO_MINUTE_CLOSE

    def granted(self, late_by: int) -> int:
        """The minutes there are where one begins so many minutes after the time that was booked: to its end, unless
        that is all but over. An early start makes it no longer."""
        return self.minutes - late_by if 0 < late_by < self.minutes - CLOSING else self.minutes

    def plan(self, at: int, left: int, *, begun: bool = False) -> Plan:
        """The plan from that part on; fewer than no minutes count as none, more than the whole as the whole."""
        return (self.begun if begun else self.fresh)[at][min(max(left, 0), self.minutes)]


def schedule(basis: Basis) -> Schedule:
    """Everything that the conversation can come to, minute by minute."""
    tables = _Tables(basis)
    lengths = range(basis.agenda.minutes + 1)
    return Schedule(
        basis.agenda.minutes,
        tables.parts,
        tables.cards,
        tuple(tuple(tables.fresh(at, left) for left in lengths) for at in range(len(tables.parts))),
        tuple(tuple(tables.begun(at, left) for left in lengths) for at in range(len(tables.parts))),
    )


class _Tables:
    """One conversation, and the plans that it is asked for."""

    def __init__(self, basis: Basis) -> None:
        self.whole, self.cards = basis.agenda, cards(basis)
        whose = address(basis.manager).whose
        names = [s.name for s in self.whole.segments]
        segments = list(self.whole.segments)
        if "buffer" not in names:  # time in hand goes there, in an agenda without any to spare too
            segments.append(Segment("buffer", "Buffer", self.whole.minutes, 0, 0.0))
        self.parts = tuple(
            Part(
                s.name,
                "Spare" if s.name == "buffer" else s.title,
                TITLES[s.name],
                s.minutes,
                None if s.name == "buffer" else s.own_share,
                _turn(s.name, s.own_share, whose),
            )
            for s in segments
        )
        self.places = {part.name: place for place, part in enumerate(self.parts)}
        aim = basis.conversation.aim if basis.conversation else ""
        self.for_pay = basis.journey.pay.discuss and bool(_PAY.search(lowered(aim)))

    def fresh(self, at: int, left: int) -> Plan:
        """Where that part is about to begin."""
        if at >= len(self.whole.segments):
            return Plan((Slot(at, left),)) if left > CLOSING else Plan((), close=True)
        made = late(self.whole, left, at=self.parts[at].name, pay_is_purpose=self.for_pay)
        slots = tuple(self._slot(s.name, s.minutes) for s in made.agenda.segments)
        cuts = tuple((self.places[cut.segment], cut.advice) for cut in made.cuts)
        return Plan(slots, cuts, bool(made.close))

    def begun(self, at: int, left: int) -> Plan:
        """Where one is in the middle of it: first to its end, then on."""
        if left <= CLOSING or at + 1 == len(self.parts):
            return self.fresh(at, left)
        rest = self.fresh(at + 1, left - FINISH)
        return Plan((Slot(at, FINISH), *rest.slots), rest.cuts, rest.close)

    def _slot(self, name: SegmentName, minutes: int) -> Slot:
        at = self.places[name]
        own = [place for place, card in enumerate(self.cards) if card.part == at]
        kept = own if minutes >= self.parts[at].minutes else _kept(name, minutes, own, self.cards)
        return Slot(at, minutes, tuple(place for place in own if place not in kept))


def _kept(name: SegmentName, minutes: int, own: list[int], told: tuple[Card, ...]) -> list[int]:
    """What fits into a part that was shortened: no spare card, and no more asks than there is time for."""
    kept = [place for place in own if not told[place].spare]
    if name == "questions":
        return kept[: max(1, minutes // MINUTES_EACH)]
    if name == "agreement" and minutes <= 1:
        return kept[:1]
    if name == "next steps":
        asks = [place for place in kept if told[place].words[0].is_fact]
        late_ones = asks[1 if minutes <= CLOSING else 2 :]
        return [place for place in kept if place not in late_ones]
    return kept


def _turn(name: SegmentName, share: float, whose: str) -> str:
    if name == "buffer":
        return "Nobody’s turn."
    return (
        "Mostly your turn." if share > 0.5 else "Half and half." if share == 0.5 else f"Mostly {_small(whose)} turn."
    )


def _small(whose: str) -> str:
    return whose.lower() if whose in ("Her", "His", "Their", "Your manager’s") else whose


def as_json(made: Schedule) -> dict[str, Any]:
    """The tables for a browser: each plan once, and by part and minutes left its number."""
    plans: dict[Plan, int] = {}
    advice: dict[str, int] = {}

    def numbers(table: tuple[tuple[Plan, ...], ...]) -> list[list[int]]:
        return [[plans.setdefault(plan, len(plans)) for plan in row] for row in table]

    fresh, begun = numbers(made.fresh), numbers(made.begun)
    return {
        "minutes": made.minutes,
        "granted": [made.granted(late_by) for late_by in range(made.minutes)],
        "parts": [{"title": p.title, "short": p.short, "share": p.share, "turn": p.turn} for p in made.parts],
        "cards": [
            {"part": c.part, "kind": c.kind, "text": c.text, "then": c.then, "spare": c.spare} for c in made.cards
        ],
        "plans": [
            {
                "slots": [[s.part, s.minutes, list(s.left_out)] for s in plan.slots],
                "cuts": [[part, advice.setdefault(words, len(advice))] for part, words in plan.cuts],
                "close": plan.close,
            }
            for plan in plans
        ],
        "advice": list(advice),
        "fresh": fresh,
        "begun": begun,
    }
