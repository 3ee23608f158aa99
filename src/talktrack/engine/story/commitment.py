"""What each side promised."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .note import Span
from .value import Id, Value, WallTime, When, Words, Zone


class Change(Value):
    """A change to a promise: goalposts are kept in sight, not moved quietly."""

    on: When
    what: Words
    by: Words = ""
    """"me", or the id of a contact."""
    was: Words = ""
    """How it stood before: the old day, the old words."""
    field: Literal["", "due", "action", "done_test", "owner", "status"] = ""
    """What of the promise changed; `was` and `what` are then the old and the new value. "": told in words only."""
    because: Words = ""
    """The reason, where one was given."""


class Commitment(Value):
    """One promise with one owner (R50)."""

    id: Id
    conversation: Id | None = None
    action: Words
    owner: Words = ""
    """"me", or the id of a contact; "" where nobody has taken it."""
    due: When = ""
    done_test: Words = ""
    status: Literal["open", "done", "declined", "dropped"] = "open"
    kept_on: When = ""
    shown_by: Id | None = None
    """The accomplishment that keeps it, where one does."""
    snoozed_until: When = ""
    """No reminder before that day."""
    nudged: tuple[When, ...] = ()
    """The days on which its owner was reminded with a friendly word."""
    goal: Id | None = None
    advice: Id | None = None
    """The advice behind it, where there was any."""
    history: tuple[Change, ...] = ()
    source: Span | None = None


class CheckIn(Value):
    """An agreed moment to look again."""

    id: Id
    conversation: Id | None = None
    on: When
    about: Words = ""
    held: bool = False
    at: WallTime | None = None
    """Local wall time in `timezone`, where a time was agreed."""
    timezone: Zone = ""
    minutes: Annotated[int, Field(ge=5, le=90)] = 15
    sequence: Annotated[int, Field(ge=0)] = 0
    """How often its invitation was changed since it was first made (SEQUENCE of RFC 5545)."""
    source: Span | None = None
