"""What the papers of one pack are drafted from, gathered once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from talktrack.engine.story import Contact, Conversation, Journey, Link, manager, shareable, upcoming
from talktrack.kit.drafting import Slot, clause, slot
from talktrack.kit.verbs import is_base, wished

from .agenda import Agenda, agenda
from .questions import Picked, pick

_ALONE = frozenset("be know hear get become understand learn leave show tell ask explain".split())  # noqa: SIM905
"""Verbs of an objective that the person does, and not both."""
_TOGETHER = frozenset("agree clarify decide discuss settle".split())  # noqa: SIM905
"""Verbs of an objective that takes two."""

NOTICE_DAYS = 9
"""A suggested time gives the manager a full working week, so that nobody is surprised (R33)."""


@dataclass(frozen=True)
class Moment:
    """When the meeting is, or is suggested to be."""

    start: datetime
    """Aware, in the zone of the conversation."""
    suggested: bool
    """True where the person has not set a time, and this is only a suggestion."""


@dataclass(frozen=True)
class Basis:
    """One person's journey on one day, on the way to one conversation."""

    journey: Journey
    today: date
    conversation: Conversation | None
    manager: Contact | None
    moment: Moment
    agenda: Agenda
    questions: Picked
    proposals: tuple[Link, ...]
    """Links that wait for the person's word."""
    asked_minutes: int | None
    """Minutes given on the command, over those of the conversation."""

    @property
    def meeting(self) -> str:
        """The reference of the conversation; "run" where the journey holds none yet."""
        return f"conversations/{self.conversation.id}" if self.conversation else "run"

    def for_others(self) -> Basis:
        """The same, with nothing in it that is private by nature."""
        journey = shareable(self.journey)
        return replace(self, journey=journey, conversation=upcoming(journey), proposals=())

    # The slots that several papers share.

    def minutes(self) -> Slot | None:
        """The length of the meeting."""
        given = self.asked_minutes is not None or not self.conversation
        return slot("run" if given else self.meeting, "minutes", self.agenda.minutes)

    def manager_name(self) -> Slot | None:
        """The manager's first name, as one says it."""
        who = self.manager
        return slot(f"contacts/{who.id}", "name", who.name, who.first_name, "first name") if who else None

    def owner_name(self) -> Slot | None:
        """The person's name as they wrote it."""
        return slot("person", "name", self.journey.person.name)

    def organisation(self) -> Slot | None:
        """Where they work."""
        return slot("person", "organisation", self.journey.person.organisation)

    def aim(self) -> Slot | None:
        """The objective, as it goes on inside a sentence."""
        aim = self._aim()
        shown = wished(aim)
        return slot(self.meeting, "aim", aim, clause(shown or aim))

    def aim_form(self) -> str:
        """How it is put: "_verb" for what both do, "_to" for what one does, "_own" for a sentence, else ""."""
        aim = self._aim()
        verb = set((wished(aim) or aim).lower().split(maxsplit=1)[:1])
        if (wished(aim) and not verb & _TOGETHER) or verb & _ALONE:
            return "_to"
        if aim[:2].lower() in ("i ", "i'", "i’"):
            return "_own"
        return "_verb" if wished(aim) or is_base(aim) else ""

    def _aim(self) -> str:
        return self.conversation.aim if self.conversation else ""

    def moment_said(self) -> Slot | None:
        """The day and the time in words: "Thursday 3 December at 10:00"."""
        at = self.moment.start
        text = said_at(at)
        if self.moment.suggested:
            how = f"ten days ahead or a little more, on a day in the middle of a week: {text}"
            return slot("run", "today", self.today.isoformat(), text, how)
        return slot(self.meeting, "at", self.conversation and self.conversation.at, text, "in words")


def said_at(at: datetime) -> str:
    """ "Thursday 3 December at 10:00"."""
    return f"{at:%A} {at.day} {at:%B} at {at:%H:%M}"


def gather(journey: Journey, *, today: date, proposals: tuple[Link, ...] = (), minutes: int | None = None) -> Basis:
    """Everything that one pack needs. Raises UserError for a length that no agenda fits."""
    conversation = upcoming(journey)
    length = minutes if minutes is not None else conversation.minutes if conversation else 30
    plan = agenda(length, pay=journey.pay.discuss, by_hand=conversation.agenda if conversation else ())
    return Basis(
        journey=journey,
        today=today,
        conversation=conversation,
        manager=manager(journey),
        moment=_moment(journey, conversation, today),
        agenda=plan,
        questions=pick(journey, minutes=plan.minutes_of("questions"), today=today),
        proposals=proposals,
        asked_minutes=minutes,
    )


def _moment(journey: Journey, conversation: Conversation | None, today: date) -> Moment:
    zone = ZoneInfo((conversation and conversation.timezone) or journey.person.timezone or "UTC")
    if conversation and conversation.at:
        return Moment(conversation.at.replace(tzinfo=zone), suggested=False)
    day = today + timedelta(days=NOTICE_DAYS)
    while day.weekday() not in (1, 2, 3):  # not on a Monday, when the week lands on everyone, nor on a Friday
        day += timedelta(days=1)
    return Moment(datetime.combine(day, time(10, 0), zone), suggested=True)
