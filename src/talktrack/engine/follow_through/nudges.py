"""One short friendly word about a promise past its day. A second one is put otherwise; a third is not sent."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta

from talktrack.engine.story import Journey
from talktrack.kit.blocks import Passage
from talktrack.kit.documents import Message
from talktrack.kit.drafting import slot

from .check_ins import coming, mailbox, moment
from .days import latest, said
from .goalposts import day_slot
from .ledger import WORDING, Entry, first_name
from .spoken import action, due

MOST = 2
APART = timedelta(days=7)
"""Between one friendly word and the next."""


@dataclass(frozen=True)
class Nudge:
    """The words, or the reason why none are drafted now."""

    entry: Entry
    subject: Passage | None
    paragraphs: tuple[Passage, ...]
    """Greeting first, name last; empty where `instead` says what to do."""
    instead: Passage | None = None

    @property
    def ready(self) -> bool:
        """Whether there is something to send."""
        return self.instead is None

    def text(self) -> str:
        """The body as plain text."""
        return "\n\n".join(p.text for p in self.paragraphs) + "\n"

    def letter(self) -> str:
        """Subject and body, to copy into any mail program."""
        return f"{self.subject.text if self.subject else ''}\n\n{self.text()}"

    def passages(self) -> tuple[Passage, ...]:
        """Every string that its reader sees."""
        return (*((self.subject,) if self.subject else ()), *self.paragraphs)


def nudge(journey: Journey, entry: Entry, today: date) -> Nudge:
    """A friendly word about one promise of somebody else's: cites the promise and its day, offers to make it smaller.

    Nothing is drafted for a promise that is not over, was snoozed, had a word within a week, or had two already.
    """
    instead = _instead(journey, entry, today)
    if instead:
        return Nudge(entry, None, (), instead)
    number = len(entry.commitment.nudged) + 1
    form, what = action(entry, to=first_name(entry.who))
    made = day_slot(f"conversations/{entry.commitment.conversation}", "at", entry.made_on, today)
    name = slot(f"contacts/{entry.who.id}", "name", entry.who.name, first_name(entry.who)) if entry.who else None
    asked = WORDING.first(
        f"nudge.ask{number}{form}_on", f"nudge.ask{number}{form}", action=what, due=due(entry, today), on=made
    )
    me = journey.person.name
    parts = (
        WORDING.first("nudge.hello", "nudge.hello_plain", name=name),
        asked,
        WORDING.frame(f"nudge.smaller{number}"),
        WORDING.say("nudge.sign", name=slot("person", "name", me, me.split()[0] if me.split() else me, "first name")),
    )
    subject = WORDING.say(f"nudge.subject{number}{form}", action=what)
    return Nudge(entry, subject, tuple(p for p in parts if p))


def _instead(journey: Journey, entry: Entry, today: date) -> Passage | None:
    made = entry.commitment
    name = slot(entry.reference, "owner", made.owner, entry.name)
    if entry.side != "theirs":
        return WORDING.frame("nudge.not_theirs" if entry.side == "mine" else "nudge.nobody")
    if entry.who and entry.who.until and latest(entry.who.until) <= today:
        return WORDING.say("nudge.moved_on", name=name)
    if not entry.waits:
        return WORDING.frame("nudge.settled")
    if not entry.over:
        return WORDING.first("nudge.not_due", "nudge.undated", due=due(entry, today))
    if entry.stand.kind == "snoozed":
        return WORDING.say(
            "nudge.snoozed", until=day_slot(entry.reference, "snoozed_until", made.snoozed_until, today)
        )
    last = max(made.nudged, default="")
    if len(made.nudged) >= MOST:
        day = next((c for c in coming(journey) if c.on and latest(c.on) >= today), None)
        on = slot(f"check_ins/{day.id}", "on", day.on, said(day.on, today), "in words") if day else None
        return WORDING.first("nudge.bring_on", "nudge.bring", on=on)
    if last and today - latest(last) < APART:
        return WORDING.say("nudge.lately", on=slot(entry.reference, "nudged", last, said(last, today), "in words"))
    return None


def mail(journey: Journey, made: Nudge, today: date) -> Message:
    """The word as a draft of a mail; the address is left out where it is not known."""
    person, who = journey.person, made.entry.who
    about = "\x1f".join((person.name, person.email, made.entry.commitment.id, str(len(made.entry.commitment.nudged))))
    to = mailbox(who.email, who.name) if who else None
    return Message(
        sender=mailbox(person.email, person.name),
        to=(to,) if to else (),
        subject=made.subject.text if made.subject else "",
        body=made.text(),
        message_id=f"word-{hashlib.sha256(about.encode()).hexdigest()[:20]}@talktrack.invalid",
        date=moment(today),
    )
