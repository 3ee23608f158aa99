"""Who the journey belongs to."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .hours import WorkingHours
from .value import Value, When, Words, Zone

Ladder = Literal["defined", "partial", "none", "unknown"]
OrganisationType = Literal["", "start-up", "family-owned", "corporate", "public", "non-profit", "agency", "other"]


class Person(Value):
    """The owner of the journey, and where they work. Every field may stay empty."""

    name: Words = ""
    role: Words = ""
    """The work as its owner calls it: "community manager"."""
    organisation: Words = ""
    organisation_type: OrganisationType = ""
    started: When = ""
    """When they began there; tenure is computed from it, never typed."""
    level: Words = ""
    """The rung, where there is one."""
    ladder: Ladder = "unknown"
    """Whether the organisation has a career ladder for this work."""
    email: Words = ""
    timezone: Zone = ""
    hours: WorkingHours = ""
    """When they work, as "Mon-Fri 9-17" on the clock there; left empty, just that."""
    stays_by_choice: bool | None = None
    """Whether they would prefer to stay. Said in the opening only when True."""
    words_per_minute: Annotated[int, Field(ge=60, le=240)] = 130
    """How fast they speak; times the talk track."""
