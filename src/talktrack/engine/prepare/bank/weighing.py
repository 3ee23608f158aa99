"""What a question of the bank weighs in one journey on one day (method §6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from talktrack.engine.story import (
    Action,
    Agreement,
    Ask,
    Commitment,
    Conversation,
    Goal,
    Journey,
    Value,
    earliest,
    walk,
)
from talktrack.kit.drafting import Slot, slot

from . import BankQuestion
from .missing import Missing

_SOON, _WITHIN_A_YEAR = 92, 366
"""Days. What is due sooner makes a question more urgent."""


@dataclass(frozen=True)
class Weighed:
    """A question with everything that its score is made of."""

    question: BankQuestion
    missing: Missing
    due: Slot | None
    """The first date that hangs on it, in words, with the record that it stands in."""
    urgency: int
    """2 within three months or overdue, 1 within a year, else 0."""

    @property
    def score(self) -> int:
        """Manager-only + decision impact + evidence gap + urgency − elsewhere − trust risk: −5 to 10."""
        q = self.question
        return q.manager_only + q.decision_impact + self.missing.level + self.urgency - q.elsewhere - q.trust_risk


Due = tuple[str, str, str]
"""A day, and the record and field in which it stands."""


def weigh(question: BankQuestion, gaps: Mapping[str, Missing], due: Mapping[str, Due], today: date) -> Weighed:
    """The question, weighed against what the journey lacks (`MISSING`) and what falls due in it (`first_due`)."""
    missing = gaps[question.gap]
    dates = sorted(due[ref] for ref in missing.about if ref in due)
    if not dates:
        return Weighed(question, missing, None, 0)
    when, ref, field = dates[0]
    days = (earliest(when) - today).days
    urgency = 2 if days <= _SOON else 1 if days <= _WITHIN_A_YEAR else 0
    return Weighed(question, missing, slot(ref, field, when, in_words(when), "in words"), urgency)


def first_due(journey: Journey) -> dict[str, Due]:
    """The first day that hangs on each record that is still open; for a goal also that of its actions."""
    first: dict[str, Due] = {}
    for ref, value in walk(journey):
        owner = "/".join(ref.split("/")[:2]) if ref.startswith("goals/") else ref
        for field, when in _dates(value):
            if when:
                found = (when, ref, field)
                first[owner] = min(found, first.get(owner, found))
    return first


def _dates(value: Value) -> Iterator[tuple[str, str]]:
    """The days on which something that is still open falls due."""
    match value:
        case Goal():
            yield "target", value.target
        case Action() if value.status in ("open", "doing"):
            yield "by", value.by
        case Ask():
            yield "by", value.by
        case Commitment() if value.status == "open":
            yield "due", value.due
        case Agreement():
            yield "review_on", value.review_on
        case Conversation():
            yield "review_on", value.review_on


def in_words(when: str) -> str:
    """A date as exact as it is known, as one says it: "29 January 2027", "March 2027", "2027"."""
    day = earliest(when)
    return " ".join([str(day.day), f"{day:%B}", str(day.year)][-len(when.split("-")) :])
