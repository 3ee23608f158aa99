"""What the person can do, wants to learn, and is learning."""

from __future__ import annotations

from typing import Literal

from .value import Id, Value, When, Words


class Skill(Value):
    """A transferable skill: where it is proven today, where it would serve next (R11)."""

    id: Id
    name: Words
    level: Literal["", "novice", "working", "strong"] = ""
    proof: tuple[Id, ...] = ()
    """Accomplishments that show it."""
    target: Words = ""
    """The area or role where it would serve next."""


class Want(Value):
    """A skill, experience or piece of knowledge wanted, tied to a problem of the business (R22)."""

    id: Id
    kind: Literal["skill", "experience", "knowledge"]
    what: Words
    problem: Words = ""
    """The business problem that it helps with."""
    serves: tuple[Id, ...] = ()
    benefit: Words = ""


class Learning(Value):
    """A class, training, certificate or degree (R23)."""

    id: Id
    what: Words
    kind: Literal["class", "training", "certificate", "degree", "other"] = "training"
    status: Literal["idea", "planned", "doing", "done"] = "planned"
    date: When = ""
    cost: Words = ""
    share: bool = False
    """Appears in a file for others only when True."""
