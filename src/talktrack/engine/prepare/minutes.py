"""How long what is planned would take."""

from __future__ import annotations

from talktrack.engine.story import Conversation, Journey

from .agenda import agenda

_PER_QUESTION = 3
"""Minutes of one question with its answer: three core questions fill nine minutes of thirty (method §6 and §7)."""
_PER_ASK = 1
"""Minutes of answer to one ask; its agreement belongs to the next steps."""
_TOLD = 3
"""Accomplishments that are told (R39)."""


def own_minutes(meeting: Conversation, journey: Journey) -> float:
    """Minutes of the person's own talk: opening, three accomplishments, asks, questions and thanks, at their pace."""
    told = [a.spoken or f"{a.did} {a.result}" for a in journey.accomplishments if not a.private][:_TOLD]
    said = [
        meeting.opening,
        meeting.closing,
        *told,
        *(a.what for a in meeting.asks),
        *(q.text for q in meeting.questions),
    ]
    return sum(len(text.split()) for text in said) / journey.person.words_per_minute


def planned_minutes(meeting: Conversation, journey: Journey) -> float:
    """Minutes of the whole: own talk, the answers, and what agreement, next steps and thanks take by the agenda."""
    plan = agenda(meeting.minutes)
    fixed = plan.minutes_of("agreement") + plan.minutes_of("next steps") + plan.minutes_of("thanks")
    answers = _PER_QUESTION * (len(meeting.questions) + len(meeting.wanted)) + _PER_ASK * len(meeting.asks)
    return own_minutes(meeting, journey) + answers + fixed
