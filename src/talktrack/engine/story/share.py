"""What may leave the house: the journey without everything that is private by nature (method §8).

Papers for others are drafted from this and from nothing else, so what is not here cannot leak into them.
"""

from __future__ import annotations

from .conversation import Conversation
from .goal import Goal
from .journey import Journey
from .pay import Pay

SHARED = (
    "person", "vision", "accomplishments", "skills", "wants", "learning", "statements", "framework", "contacts",
    "goals", "links", "conversations", "pay",
)  # fmt: skip
"""The kinds of record that may be shared at all. Everything else stays out, whatever later versions add."""


def shareable(journey: Journey) -> Journey:
    """The journey as papers for others may quote it.

    Left out: answers, the lens, interviews, paths, notes, reactions, doubts, motives, obstacles, confidence, unset
    or undiscussed pay, learning that is not marked to share, and whatever the person marked private.
    """
    kept = {name: getattr(journey, name) for name in SHARED}
    kept["accomplishments"] = tuple(a for a in journey.accomplishments if not a.private)
    kept["goals"] = tuple(_goal(g) for g in journey.goals if not g.private)
    kept["learning"] = tuple(x for x in journey.learning if x.share)
    kept["links"] = tuple(k for k in journey.links if k.state == "confirmed")
    kept["conversations"] = tuple(_conversation(c) for c in journey.conversations)
    kept["pay"] = _pay(journey.pay)
    return Journey(**kept)


def _goal(goal: Goal) -> Goal:
    return goal.model_copy(update={"why": "", "obstacles": (), "if_then": ""})


def _conversation(conversation: Conversation) -> Conversation:
    hidden = {"confidence": None, "listening": type(conversation.listening)(), "opening": "", "closing": ""}
    return conversation.model_copy(update=hidden)


def _pay(pay: Pay) -> Pay:
    said = {"case": pay.case, "ask": pay.ask, "discuss": True} if pay.discuss else {}
    life = {"life": pay.life, "share_life": True} if pay.share_life else {}
    return Pay.model_validate(said | life)
