"""What the person wants, by when, for whose good."""

from __future__ import annotations

from typing import Literal

from .value import Id, Month, Value, When, Words

Horizon = Literal["near", "mid", "between", "long"]
"""Near: up to 12 months. Mid: 1 to 3 years. Between: 3 to 5. Long: from 5 on."""


class Action(Value):
    """Something the person can do towards a goal."""

    id: Id
    what: Words
    kind: Literal["experience", "exposure", "education"]
    by: When = ""
    support: Words = ""
    """What the person asks of the manager for it."""
    done_test: Words = ""
    """How one would know that it is done."""
    status: Literal["open", "doing", "done", "dropped"] = "open"


class Obstacle(Value):
    """What may get in the way, and the answer to it."""

    what: Words
    response: Words = ""


class Benefit(Value):
    """Why the organisation gains: skill → change → result (R29)."""

    skill: Words = ""
    change: Words = ""
    result: Words = ""


class Goal(Value):
    """One goal on one horizon."""

    id: Id
    what: Words
    """The goal, starting with the verb: "Run the Nordic launch community"."""
    target: Month = ""
    """The month by which; the horizon is computed from it."""
    horizon: Horizon | None = None
    """Only where no month is known yet."""
    why: Words = ""
    """The motivator. Private."""
    interest: Words = ""
    """What in the work itself draws the person."""
    leads_to: tuple[Id, ...] = ()
    """Goals further out that this one supports."""
    serves: tuple[Id, ...] = ()
    """Statements of the organisation that it serves, as the person sees it."""
    benefit: Benefit = Benefit()
    skills: tuple[Words, ...] = ()
    experiences: tuple[Words, ...] = ()
    exposure: tuple[Words, ...] = ()
    mentors: tuple[Words, ...] = ()
    actions: tuple[Action, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    if_then: Words = ""
    """When, where and how: "If it is the first Monday of a month, I draft the report before lunch"."""
    progress: Words = ""
    """How progress is measured."""
    learning_goal: Words = ""
    """What to learn first, where the skill is new."""
    private: bool = False
