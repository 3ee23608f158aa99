"""What a question may need, or rule out: named conditions on a journey, each with how to say that it is not met."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from talktrack.engine.goals.horizons import horizon
from talktrack.engine.story import Goal, Journey, manager, upcoming

Condition = Callable[[Journey, date], bool]


def open_goals(journey: Journey) -> tuple[Goal, ...]:
    """The goals that may be spoken of: those that the meeting asks something for, then the others, nearest first."""
    meeting = upcoming(journey)
    asked = {a.goal for a in meeting.asks} if meeting else set()
    spoken = (g for g in journey.goals if not g.private)
    return tuple(sorted(spoken, key=lambda g: (g.id not in asked, g.target or "9999")))


def _accomplished(journey: Journey, _: date) -> bool:
    return any(not a.private for a in journey.accomplishments)


def _far_goal(journey: Journey, today: date) -> bool:
    return any(horizon(g, today) in ("mid", "between", "long") for g in open_goals(journey))


def _remote(journey: Journey, today: date) -> bool:
    """Said to be so, or the manager's clock shows another time today."""
    meeting, boss = upcoming(journey), manager(journey)
    if meeting and meeting.setting.in_person is not None:
        return not meeting.setting.in_person
    zones = (journey.person.timezone, boss.timezone if boss else "")
    offsets = {datetime.combine(today, time(12), ZoneInfo(zone)).utcoffset() for zone in zones if zone}
    return all(zones) and len(offsets) == 2


def _held(journey: Journey, _: date) -> bool:
    return any(c.state == "held" for c in journey.conversations)


GIVEN: dict[str, Condition] = {
    "has-goal": lambda j, _: bool(open_goals(j)),
    "has-far-goal": _far_goal,
    "has-accomplishment": _accomplished,
    "has-statement": lambda j, _: bool(j.statements),
    "has-project": lambda j, _: any(s.kind == "project" for s in j.statements),
    "has-feedback": lambda j, _: bool(j.feedback),
    "has-condition": lambda j, _: any(a.state == "conditional" for a in j.agreements),
    "has-deeper-path": lambda j, _: any(p.direction == "deeper" and p.internal for p in j.paths),
    "first-conversation": lambda j, today: not _held(j, today),
    "later-conversation": _held,
    "remote": _remote,
    "wants-people": lambda j, _: j.vision.manage_people is True,
    "family-owned": lambda j, _: j.person.organisation_type == "family-owned",
    "no-ladder": lambda j, _: j.person.ladder == "none",
    "pay-discussed": lambda j, _: j.pay.discuss,
    "pay-case-given": lambda j, _: bool(j.pay.case),
}
"""How to say that one is not met stands in `questions.toml`, [needs] and [not_with]."""
