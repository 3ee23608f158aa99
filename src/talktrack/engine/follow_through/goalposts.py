"""What was asked of the person for one goal, talk by talk: criteria and dates as they were stated, and what moved.

A moved goalpost is shown as a fact, with its days. Why it moved is not known from here, and is not guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from talktrack.engine.story import Agreement, Contact, Conversation, Goal, Journey, When, contact
from talktrack.kit.blocks import Passage
from talktrack.kit.drafting import Slot, merged, slot

from .days import said
from .ledger import WORDING, first_name

STATES = {
    "agreed": "agreed",
    "conditional": "a yes with a condition",
    "disagreed": "seen differently",
    "not discussed": "not discussed",
}
"""How each state of an agreement is said."""


@dataclass(frozen=True)
class Word:
    """What was said of the goal in one conversation."""

    agreement: Agreement
    on: When
    who: Contact | None
    told: Passage
    """ "On 3 December, Jocelyn: if. The condition: “Sofia takes over the posts”." """


@dataclass(frozen=True)
class Goalposts:
    """One goal with every explicit word on it, the first one first."""

    goal: Goal
    words: tuple[Word, ...]
    moves: tuple[Passage, ...]
    """What was asked for that differs from the time before; empty where nothing moved."""

    @property
    def last(self) -> Word:
        """Where it stands."""
        return self.words[-1]


def goalposts(journey: Journey, today: date) -> tuple[Goalposts, ...]:
    """Every goal on which something explicit was said, in the order of the journey (R32, R53)."""
    order = {c.id: n for n, c in enumerate(in_order(journey))}
    found = []
    for goal in journey.goals:
        spoken = [a for a in journey.agreements if a.goal == goal.id and a.state != "not discussed"]
        spoken = sorted((a for a in spoken if a.conversation in order), key=lambda a: order[a.conversation])
        words = tuple(_word(journey, a, today) for a in spoken)
        # Several words of one talk belong together: only what another talk brought has moved.
        pairs = pairwise({w.agreement.conversation: w for w in words}.values())
        if words:
            found.append(Goalposts(goal, words, tuple(m for a, b in pairs for m in _moved(a, b, today))))
    return tuple(found)


def in_order(journey: Journey) -> tuple[Conversation, ...]:
    """The conversations as they followed each other; those without a day keep their place behind them."""
    return tuple(sorted(journey.conversations, key=lambda c: c.at.isoformat() if c.at else "9"))


def _word(journey: Journey, a: Agreement, today: date) -> Word:
    held = next(c for c in journey.conversations if c.id == a.conversation)
    who = contact(journey, held.contact)
    at, meeting = f"agreements/{a.id}", f"conversations/{held.id}"
    day = held.at.date().isoformat() if held.at else ""
    on = slot(meeting, "at", held.at, said(day, today) if day else "", "in words")
    name = slot(f"contacts/{who.id}", "name", who.name, first_name(who), "first name") if who else None
    state = slot(at, "state", a.state, STATES[a.state])
    head = WORDING.first("goalpost.on_who", "goalpost.on", "goalpost.plain", on=on, who=name, state=state)
    condition = WORDING.say("goalpost.condition", condition=quoted(at, "condition", a.condition))
    words = WORDING.say("goalpost.words", words=quoted(at, "words", a.words)) if not a.condition else None
    review = WORDING.say("goalpost.review", day=day_slot(at, "review_on", a.review_on, today))
    return Word(a, day, who, merged(head, condition, words, review) or Passage(""))


def _moved(before: Word, after: Word, today: date) -> list[Passage]:
    old, new = before.agreement, after.agreement
    made: list[Passage | None] = []
    if old.condition and new.condition and old.condition != new.condition:
        made.append(_pair("goalpost.condition_moved", before, after, "condition", today))
    elif new.condition and not old.condition:
        made.append(_pair("goalpost.condition_new", before, after, "condition", today))
    if old.review_on and new.review_on and old.review_on != new.review_on:
        made.append(_pair("goalpost.review_moved", before, after, "review_on", today))
    if old.state != new.state:
        made.append(_pair("goalpost.state_moved", before, after, "state", today))
    return [m for m in made if m]


def _pair(form: str, before: Word, after: Word, field: str, today: date) -> Passage | None:
    def part(word: Word) -> Slot | None:
        at, value = f"agreements/{word.agreement.id}", getattr(word.agreement, field)
        if field == "review_on":
            return day_slot(at, field, value, today)
        return quoted(at, field, value) if field == "condition" else slot(at, field, value, STATES[value])

    def day(word: Word) -> Slot | None:
        meeting = f"conversations/{word.agreement.conversation}"
        return slot(meeting, "at", word.on, said(word.on, today) if word.on else "", "in words")

    slots = {"was": part(before), "now": part(after), "first": day(before), "then": day(after)}
    return WORDING.first(form, f"{form}_undated", **slots)


def quoted(record: str, field: str, text: str) -> Slot | None:
    """Somebody's words as they stand inside quotation marks: without stops and quotes of their own around them."""
    return slot(record, field, text, text.strip(' .…;,"“”') or text)


def day_slot(record: str, field: str, when: When, today: date) -> Slot | None:
    """A day in words, resting on its record; None for no day."""
    return slot(record, field, when, said(when, today) if when else "", "in words")
