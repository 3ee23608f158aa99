"""Where one stands at a minute of the conversation, read off the schedule. The browser does the same lookup."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .schedule import Plan, Schedule, Slot


@dataclass(frozen=True)
class Anchor:
    """The last time the person said where they are: at the start, on going on, on staying, on an early goodbye."""

    left: int
    """Minutes that were left then."""
    at: int = 0
    """The part, by its place in the agenda."""
    since: int = 0
    """The minute of the conversation."""
    begun: bool = False
    """Whether they were in the middle of that part."""


@dataclass(frozen=True)
class Place:
    """Where one stands."""

    plan: Plan
    slot: Slot | None
    """The part that is on; None in the two-minute close, and once the time is up."""
    here: int
    """Minutes left in it, the one that runs included."""
    left: int
    """Minutes left in all; below 0 once the time is up."""
    drop: str
    """What to leave out now: of the part that is on, else of the next one that was shortened; "" where nothing is."""


def place(made: Schedule, anchor: Anchor, minute: int) -> Place:
    """Where the conversation stands when that many whole minutes have passed."""
    plan = made.plan(anchor.at, anchor.left, begun=anchor.begun)
    passed = max(minute - anchor.since, 0)
    left, end = anchor.left - passed, 0
    for slot in plan.slots:
        end += slot.minutes
        if passed < end:
            return Place(plan, slot, end - passed, left, _drop(made, plan, slot.part))
    return Place(plan, None, max(left, 0), left, "")


def _drop(made: Schedule, plan: Plan, at: int) -> str:
    own = next((words for part, words in plan.cuts if part == at), "")
    later = ((part, words) for part, words in plan.cuts if part > at and made.parts[part].share is not None)
    told = own or next((f"{made.parts[part].short}: {words}" for part, words in later), "")
    return f"Running late. {told}" if told else ""


def next_card(made: Schedule, slot: Slot, done: Collection[int]) -> int | None:
    """The place of the next card of the part that was neither done nor left out; None where there is none."""
    own = (n for n, card in enumerate(made.cards) if card.part == slot.part)
    return next((n for n in own if n not in done and n not in slot.left_out), None)


def asked(made: Schedule, slot: Slot, done: Collection[int]) -> tuple[int, int]:
    """How many cards of the part are done, and how many there are, without those left out."""
    own = [n for n, card in enumerate(made.cards) if card.part == slot.part and n not in slot.left_out]
    return sum(n in done for n in own), len(own)
