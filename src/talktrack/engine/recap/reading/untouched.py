"""What was prepared and not spoken of: silence, and neither yes nor no (R32)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from talktrack.engine.story import Conversation, Journey
from talktrack.kit.similarity.words import content_words

from .matching import Goals
from .units import Unit

_NOT = re.compile(
    r"\b(?:not (?:talked about|covered|discussed|mentioned|raised|reached|asked|touched|spoken about|come up)"
    r"|(?:didn't|did not|never) (?:get (?:there|to)|come up|talk about"
    r"|mention|discuss|raise|cover|ask|reach|touch)|no time (?:for|left)|ran out of time|skipped|neither\b"
    r"|left out|out of time)",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"\b(?:pay|salary|raise|wages?|money|band|bonus|increase|pound|pounds|euros?|dollars?|half|figure)\b|[£€$]\d",
    re.IGNORECASE,
)


def untouched(
    journey: Journey, conversation: Conversation, read: Sequence[Unit], goals: Goals, agreed: frozenset[str]
) -> tuple[str, ...]:
    """The goals, requests and pay that no clause speaks of, in the person's words; `agreed` are goals that were."""
    spoken = [unit for unit in read if not _NOT.search(unit.line.text)]
    told = [f"{unit.topic} {unit.line.heading} {unit.body}" for unit in spoken]
    touched = agreed | goals.touched([(unit.body, f"{unit.topic} {unit.line.heading}") for unit in spoken])
    left = [goal.what for goal in goals.goals if goal.id not in touched]
    stems = frozenset(stem for words in told for stem, _ in content_words(words))
    for ask in conversation.asks:
        own = {stem for stem, _ in content_words(ask.what)}
        if own and len(own & stems) * 3 < len(own):
            left.append(ask.what)
    pay = journey.pay
    if pay.discuss and (pay.ask or pay.case) and not any(_PAY.search(words) for words in told):
        left.append(pay.ask or "Pay")
    return tuple(left)
