"""A talk that did not happen: how often it was put off, what to write, and how not to read too much into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from talktrack.engine.story import Conversation, Journey, contact, manager
from talktrack.kit.blocks import Passage, Source
from talktrack.kit.drafting import Slot, slot
from talktrack.kit.errors import UserError

from .days import said
from .ledger import WORDING, first_name

MOST = 3
"""From the third time on one wording serves."""


@dataclass(frozen=True)
class PutOff:
    """What to write, and what to think of it."""

    times: int
    subject: Passage
    paragraphs: tuple[Passage, ...]
    """A short kind mail: greeting first, name last."""
    reading: Passage
    """Two ways to read it; never one."""

    def text(self) -> str:
        """The body as plain text."""
        return "\n\n".join(p.text for p in self.paragraphs) + "\n"


def put_off(journey: Journey, name: str, *, today: date) -> Journey:
    """The conversation did not take place: it has no time any more, and the day is noted once.

    Raises UserError for one that is not there, was cancelled, or of which points are kept.
    """
    found = next((c for c in journey.conversations if c.id == name), None)
    if found is None:
        raise UserError(f"There is no conversation called “{name}”.")
    if found.state == "cancelled":
        raise UserError("That conversation is over already, so it cannot be put off.")
    if count := points(journey, name):
        kept, them = ("1 point", "it") if count == 1 else (f"{count} points", "them")
        raise UserError(
            f"You kept {kept} of this talk, so it reads as held. "
            f"If it really did not take place, drop {them} first; then it can be put off."
        )
    day = today.isoformat()
    days = (*(d for d in found.postponed_on if d != day), day)
    made = found.model_copy(update={"state": "postponed", "at": None, "postponed_on": days})
    rows = tuple(made if c.id == name else c for c in journey.conversations)
    return journey.model_copy(update={"conversations": rows})


_POINTS = ("commitments", "agreements", "feedback", "advice", "open_questions")


def points(journey: Journey, name: str) -> int:
    """How many points are kept of that conversation: what shows that it took place."""
    return sum(r.conversation == name for kind in _POINTS for r in getattr(journey, kind))


def word(journey: Journey, meeting: Conversation, today: date) -> PutOff:
    """A kind word for another day: easy the first time, shorter the second, a choice the third."""
    times = max(1, len(meeting.postponed_on))
    which = min(times, MOST)
    at = f"conversations/{meeting.id}"
    who = contact(journey, meeting.contact) or manager(journey)
    name = slot(f"contacts/{who.id}", "name", who.name, first_name(who), "first name") if who else None
    me = journey.person.name
    length = slot(at, "minutes", meeting.minutes)
    days = tuple(Source(at, f"postponed_on[{n}]", d, said(d, today)) for n, d in enumerate(meeting.postponed_on))
    told = {1: "once", 2: "twice", 3: "three times"}.get(times, f"{times} times")
    number = Slot(told, days or (Source(at, "state", meeting.state),))
    parts = (
        WORDING.first("put_off.hello", "put_off.hello_plain", name=name),
        WORDING.frame(f"put_off.open{which}"),
        WORDING.say(f"put_off.ask{which}", minutes=length) or WORDING.frame("put_off.ask3"),
        WORDING.say("put_off.sign", name=slot("person", "name", me, me.split()[0] if me.split() else me)),
    )
    subject = WORDING.say("put_off.subject", minutes=length)
    reading = WORDING.say(f"put_off.reading{which}", times=number)
    return PutOff(times, subject or Passage(""), tuple(p for p in parts if p), reading or Passage(""))
