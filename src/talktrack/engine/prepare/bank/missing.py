"""What is missing in a person's notes that an answer would fill: named gaps, each a question put to the journey."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from talktrack.engine.goals.horizons import horizon
from talktrack.engine.organisation import is_stale
from talktrack.engine.story import Goal, Journey, Statement, manager, upcoming

from .given import open_goals


@dataclass(frozen=True)
class Missing:
    """How much is missing, and which records it is about."""

    level: int
    """0 nothing, 1 in part, 2 altogether or where it matters most."""
    about: tuple[str, ...] = ()
    """References; what is due with them makes the question urgent."""


Gap = Callable[[Journey, date], Missing]


def _near(journey: Journey, today: date) -> list[Goal]:
    return [g for g in open_goals(journey) if horizon(g, today) == "near"]


def _goal_refs(goals: Iterable[Goal]) -> tuple[str, ...]:
    return tuple(f"goals/{g.id}" for g in goals)


def _of_goals(lacks: Callable[[Goal], bool], *, further: bool = True) -> Gap:
    """Two where a near goal lacks it, one where only a further one does; without goals there is nothing to lack."""

    def gap(journey: Journey, today: date) -> Missing:
        near = _near(journey, today)
        if lacking := [g for g in near if lacks(g)]:
            return Missing(2, _goal_refs(lacking))
        if further and (lacking := [g for g in open_goals(journey) if lacks(g)]):
            return Missing(1, _goal_refs(lacking[:1]))
        return Missing(0, _goal_refs(near))

    return gap


def _linked(journey: Journey, kind: str) -> set[str]:
    """Ids of the records of that kind that have a confirmed link to a statement."""
    confirmed = (k.record.partition("/") for k in journey.links if k.state == "confirmed")
    return {name for head, _, name in confirmed if head == kind}


def _goal_link(journey: Journey, today: date) -> Missing:
    linked = _linked(journey, "goals")
    return _of_goals(lambda g: not g.serves and g.id not in linked)(journey, today)


def _skill(journey: Journey, today: date) -> Missing:
    proven = {s.name.casefold() for s in journey.skills if s.proof}
    proven |= {s.casefold() for a in journey.accomplishments for s in a.skills}
    return _of_goals(lambda g: any(s.casefold() not in proven for s in g.skills))(journey, today)


def _accomplishment_link(journey: Journey, _: date) -> Missing:
    shown = [a for a in journey.accomplishments if not a.private]
    linked = _linked(journey, "accomplishments")
    loose = [a for a in shown if not a.serves and a.id not in linked]
    refs = tuple(f"accomplishments/{a.id}" for a in loose)
    return Missing(0 if not loose else 2 if len(loose) == len(shown) else 1, refs)


def _path(journey: Journey, _: date) -> Missing:
    inside = [p for p in journey.paths if p.internal]
    unknown = tuple(f"paths/{p.id}" for p in inside if p.unknown)
    return Missing(2 if unknown else 0 if inside else 1, unknown)


def _criteria(journey: Journey, today: date) -> Missing:
    lines = journey.framework.competencies if journey.framework else ()
    level = 2 if not lines else 0 if any(c.proof for c in lines) else 1
    return Missing(level, _goal_refs(_near(journey, today)))


def _mentor(journey: Journey, today: date) -> Missing:
    someone = any(c.relation in ("mentor", "sponsor") for c in journey.contacts)
    planned = any(g.mentors for g in open_goals(journey))
    return Missing(2 - someone - planned, _goal_refs(_near(journey, today)))


def _statements(journey: Journey, kinds: tuple[str, ...]) -> list[Statement]:
    return [s for s in journey.statements if s.kind in kinds]


def _statement(journey: Journey, _: date) -> Missing:
    if _statements(journey, ("strategy", "growth", "project", "problem")):
        return Missing(0)
    return Missing(1 if journey.statements else 2)


def _stale(journey: Journey, today: date) -> Missing:
    old = [s for s in journey.statements if is_stale(s, today)]
    level = 0 if not old else 2 if len(old) == len(journey.statements) else 1
    return Missing(level, tuple(f"statements/{s.id}" for s in old))


def _project_owner(journey: Journey, today: date) -> Missing:
    projects = [s for s in _statements(journey, ("project",)) if not is_stale(s, today)]
    unowned = tuple(f"statements/{s.id}" for s in projects if not s.owner)
    return Missing(0 if not unowned else 2 if len(unowned) == len(projects) else 1, unowned)


def _feedback(category: str) -> Gap:
    """While nothing at all was said, one kind missing counts for less than feedback as such."""

    def gap(journey: Journey, _: date) -> Missing:
        there = any(f.category == category for f in journey.feedback)
        return Missing(0 if there else 2 if journey.feedback else 1)

    return gap


def _any_feedback(journey: Journey, _: date) -> Missing:
    meeting = upcoming(journey)
    about = (f"conversations/{meeting.id}",) if meeting else ()
    return Missing(0 if journey.feedback else 2, about)


def _example(journey: Journey, _: date) -> Missing:
    vague = tuple(f"feedback/{f.id}" for f in journey.feedback if not f.situation)
    return Missing(0 if not vague and journey.feedback else 1 if len(vague) < len(journey.feedback) else 2, vague)


def _lens(about: tuple[str, ...], level: int) -> Gap:
    """Missing while no fact about the manager says it; guesses do not count."""

    def gap(journey: Journey, _: date) -> Missing:
        boss = manager(journey)
        sides = [side for side in journey.lenses if side.contact in (None, boss.id if boss else None)]
        return Missing(0 if any(f.about in about for side in sides for f in side.facts) else level)

    return gap


def _objection(journey: Journey, today: date) -> Missing:
    raised = [(side.id, o) for side in journey.lenses for o in side.objections]
    bare = tuple(f"lenses/{side}/objections/{o.id}" for side, o in raised if not o.bridge)
    return Missing(2 if bare else 0 if raised else 1, bare or _goal_refs(_near(journey, today)))


def _decider(journey: Journey, today: date) -> Missing:
    meeting = upcoming(journey)
    asks = meeting.asks if meeting else ()
    bare = tuple(f"conversations/{meeting.id}/asks/{a.id}" for a in asks if not a.decider) if meeting else ()
    return Missing(2 if bare else 0 if asks else 1, bare or _goal_refs(_near(journey, today)))


def _next_step(journey: Journey, _: date) -> Missing:
    pending = [c for c in journey.commitments if c.status == "open"]
    meeting = upcoming(journey)
    asks = tuple(f"conversations/{meeting.id}/asks/{a.id}" for a in meeting.asks) if meeting else ()
    return Missing(0 if pending else 2, tuple(f"commitments/{c.id}" for c in pending) or asks)


def _condition(journey: Journey, _: date) -> Missing:
    refs = tuple(f"agreements/{a.id}" for a in journey.agreements if a.state == "conditional")
    return Missing(2 if refs else 0, refs)


def _check_in(journey: Journey, today: date) -> Missing:
    coming = any(not c.held and c.on[:10] >= today.isoformat()[: len(c.on)] for c in journey.check_ins if c.on)
    return Missing(0 if coming else 2)


def _learning(journey: Journey, today: date) -> Missing:
    under_way = any(x.status in ("planned", "doing") for x in journey.learning)
    if under_way:
        return Missing(0, _goal_refs(_near(journey, today)))
    return _of_goals(lambda g: all(a.kind != "education" for a in g.actions))(journey, today)


MISSING: dict[str, Gap] = {
    "no-goal-link": _goal_link,
    "benefit-missing": _of_goals(lambda g: not (g.benefit.skill and g.benefit.change and g.benefit.result)),
    "skill-unproven": _skill,
    "exposure-missing": _of_goals(lambda g: not g.exposure and all(a.kind != "exposure" for a in g.actions)),
    "support-missing": _of_goals(lambda g: all(not a.support for a in g.actions), further=False),
    "learning-missing": _learning,
    "mentor-missing": _mentor,
    "accomplishment-unlinked": _accomplishment_link,
    "path-unknown": _path,
    "criteria-unknown": _criteria,
    "no-interview": lambda j, _: Missing(max(0, 2 - len(j.interviews))),
    "no-statement": _statement,
    "statement-stale": _stale,
    "no-project": lambda j, _: Missing(0 if _statements(j, ("project",)) else 2),
    "no-project-owner": _project_owner,
    "no-feedback": _any_feedback,
    "no-example": _example,
    "no-leadership-feedback": _feedback("leadership"),
    "no-interpersonal-feedback": _feedback("interpersonal"),
    "no-technical-feedback": _feedback("technical"),
    "no-effectiveness-feedback": _feedback("personal effectiveness"),
    "priority-unknown": _lens(("priority",), 2),
    "interest-unknown": _lens(("investment", "earlier act"), 1),
    "objection-open": _objection,
    "decider-unknown": _decider,
    "condition-open": _condition,
    "no-next-step": _next_step,
    "no-check-in": _check_in,
    "pay-open": lambda j, _: Missing(2 if j.pay.discuss else 0, ("pay",)),
}
