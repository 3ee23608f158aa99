"""The meeting: asked for, prepared, held."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .value import Id, Value, WallTime, When, Words, Zone


class Setting(Value):
    """Where the meeting is held (R35)."""

    place: Words = ""
    private: bool | None = None
    in_person: bool | None = None
    remote_reason: Words = ""
    """Why it cannot be in person, where it cannot."""


class Ask(Value):
    """Something the person will ask for: who decides or does what, by when."""

    id: Id
    what: Words
    """As it would be said: "Could you put me on the planning group for the Nordic launch?"."""
    decider: Words = ""
    by: When = ""
    goal: Id | None = None


class Question(Value):
    """A question of the person's own."""

    id: Id
    text: Words
    purpose: Words = ""


class Stretch(Value):
    """One part of the agenda, where the person plans it by hand."""

    part: Literal[
        "purpose", "accomplishments", "vision", "agreement", "questions", "pay", "next steps", "thanks", "buffer"
    ]
    minutes: Annotated[int, Field(ge=0, le=90)]


class Listening(Value):
    """What the person counted while listening (R43)."""

    paraphrased: int = 0
    clarified: int = 0
    interrupted: int = 0
    defended: int = 0


class Conversation(Value):
    """One meeting with one manager."""

    id: Id
    contact: Id | None = None
    aim: Words = ""
    """The objective: what the person wants to leave with."""
    state: Literal["planned", "asked", "booked", "held", "postponed", "cancelled"] = "planned"
    at: WallTime | None = None
    """Local wall time, in `timezone`."""
    timezone: Zone = ""
    sequence: Annotated[int, Field(ge=0)] = 0
    """How often the invitation was changed since it was first sent (SEQUENCE of RFC 5545)."""
    postponed_on: tuple[When, ...] = ()
    """The days on which it was put off."""
    minutes: Annotated[int, Field(ge=10, le=90)] = 30
    setting: Setting = Setting()
    agenda: tuple[Stretch, ...] = ()
    """The parts in the person's own order; used where their minutes add up to those of the meeting."""
    opening: Words = ""
    """The person's own opening; used as it stands."""
    closing: Words = ""
    """The person's own thanks; used as it stands."""
    asks: tuple[Ask, ...] = ()
    questions: tuple[Question, ...] = ()
    wanted: tuple[Words, ...] = ()
    """Ids of questions of the bank that the person wants in, whatever the ranking says."""
    unwanted: tuple[Words, ...] = ()
    """Ids of questions of the bank that the person does not want."""
    review_on: When = ""
    """The day of the performance review, not to be stacked on it."""
    confidence: Annotated[int, Field(ge=1, le=5)] | None = None
    """Self-rated before the meeting. Private."""
    listening: Listening = Listening()
