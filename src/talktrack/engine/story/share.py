"""What may leave the house: the journey without everything that is private by nature (method §8).

Papers for others are drafted from this and from nothing else, so what is not here cannot leak into them.
"""

from __future__ import annotations

from typing import Any

from .conversation import Conversation
from .goal import Goal
from .journey import Journey
from .pay import Pay

SHARED = (
    "person", "vision", "accomplishments", "skills", "wants", "learning", "statements", "framework", "contacts",
    "goals", "links", "conversations", "pay",
)  # fmt: skip
"""The kinds of record that may be shared at all. Everything else stays out, whatever later versions add."""

OUTCOME = ("agreements", "commitments", "check_ins", "advice", "feedback", "open_questions")
"""What a meeting came to: a recap may tell it to who was there, and nothing else does."""

PAY = "pay"
"""What an agreement on pay names in place of a goal."""


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


def sendable(journey: Journey) -> Journey:
    """What a recap or a new version of the plan may quote: what is shareable, and what a meeting came to.

    Left out of the latter: where it stands in the notes, who was named as having said it, why advice is not followed,
    when and whom one reminded, and agreements on a goal that is private.
    """
    shared = shareable(journey)
    known = {goal.id for goal in shared.goals} | ({PAY} if journey.pay.discuss else set())
    outcome: dict[str, Any] = {
        name: tuple(
            record.model_copy(update={k: empty for k, empty in _HIDDEN.items() if k in type(record).model_fields})
            for record in getattr(journey, name)
            if name != "agreements" or record.goal in known
        )
        for name in OUTCOME
    }
    return shared.model_copy(update=outcome)


_HIDDEN: dict[str, Any] = {
    "said_by": "", "reason": "", "snoozed_until": "", "nudged": (), "history": (), "source": None,
}  # fmt: skip


def _goal(goal: Goal) -> Goal:
    return goal.model_copy(update={"why": "", "obstacles": (), "if_then": ""})


def _conversation(conversation: Conversation) -> Conversation:
    hidden = {"confidence": None, "listening": type(conversation.listening)(), "opening": "", "closing": ""}
    return conversation.model_copy(update=hidden)


def _pay(pay: Pay) -> Pay:
    said = {"case": pay.case, "ask": pay.ask, "discuss": True} if pay.discuss else {}
    life = {"life": pay.life, "share_life": True} if pay.share_life else {}
    return Pay.model_validate(said | life)
