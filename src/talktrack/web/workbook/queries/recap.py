"""The recap of one conversation: its notes, what was read out of them, what is kept of it, what nobody spoke of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.http import Http404

from talktrack.engine.recap.repair import Repair, repair
from talktrack.engine.recap.takings import KINDS, Takings, dismissed, take, unread
from talktrack.engine.story import Contact, Conversation, Feedback, Goal, Journey, Note, Span, Value, contact, manager
from talktrack.web.people.subject import Subject

from . import closeness
from .journey import journey
from .memory import Memory

__all__ = ["KINDS", "Recap", "Repair", "Taken", "conversation", "proposal", "recap", "repair_of"]


@dataclass(frozen=True)
class Taken:
    """One taking: a proposal, or the record that came of it."""

    kind: str
    record: Value
    kept: bool
    """Whether the person gave their word on it, or wrote it themselves."""

    @property
    def id(self) -> str:
        """Its name, the same before and after it is kept."""
        return str(getattr(self.record, "id", ""))


@dataclass(frozen=True)
class Recap:
    """One conversation and what came of it."""

    meeting: Conversation
    who: Contact | None
    notes: tuple[Note, ...]
    taken: tuple[Taken, ...]
    """In the order of the notes; what was added by hand comes last."""
    dismissed: tuple[Taken, ...]
    untouched: tuple[str, ...]
    """What was prepared and not spoken of, in the person's words."""
    unread: tuple[Span, ...]
    """The lines of the notes from which nothing was proposed."""
    people: tuple[Contact, ...]
    goals: tuple[Goal, ...]
    day: date
    """The day of the talk; the day that it is now where none is known."""

    @property
    def waiting(self) -> tuple[Taken, ...]:
        """Proposals without the person's word on them."""
        return tuple(t for t in self.taken if not t.kept)


def recap(subject: Subject, name: str, today: date) -> Recap:
    """The recap of the conversation of that name. Raises Http404."""
    known = _recaps.of(subject)
    if (name, today) not in known:
        known[name, today] = _read(journey(subject), conversation(subject, name), today)
    return known[name, today]


_recaps: Memory[dict[tuple[str, date], Recap]] = Memory(lambda _: {})


def conversation(subject: Subject, name: str) -> Conversation:
    """The conversation of that name. Raises Http404."""
    found = next((c for c in journey(subject).conversations if c.id == name), None)
    if found is None:
        raise Http404
    return found


def proposal(subject: Subject, name: str, kind: str, id: str, today: date) -> Value:
    """What the notes of the conversation propose under that kind and id. Raises Http404."""
    found = next((t for t in recap(subject, name, today).taken if (t.kind, t.id) == (kind, id)), None)
    if found is None:
        raise Http404
    return found.record


def repair_of(feedback: Feedback) -> Repair:
    """What is vague in a piece of feedback, and what to ask about it."""
    return repair(feedback)


def _read(whole: Journey, meeting: Conversation, today: date) -> Recap:
    outcome = dict.fromkeys((*KINDS, "decisions", "snapshots"), ())
    read = _taken(whole.model_copy(update=outcome), meeting.id, today)
    proposed = {(kind, str(getattr(record, "id", ""))): record for kind, record in read}
    kept = {
        (kind, record.id): record
        for kind in KINDS
        for record in getattr(whole, kind)
        if record.conversation == meeting.id
    }
    refused = dismissed(whole)
    notes = tuple(n for n in whole.notes if n.conversation == meeting.id)
    place = {note.id: at for at, note in enumerate(notes)}

    def where(taken: Taken) -> tuple[int, int]:
        span = getattr(taken.record, "source", None)
        return (place.get(span.note, len(place)), span.start) if span else (len(place), 0)

    word = {d.record for d in whole.decisions if (d.about, d.verdict) == ("taking", "confirmed")}
    taken = [
        Taken(kind, record, f"{kind}/{id}" in word or getattr(record, "source", None) is None)
        for (kind, id), record in kept.items()
    ]
    taken += [Taken(kind, record, False) for (kind, id), record in proposed.items() if (kind, id) not in kept]
    taken.sort(key=where)
    gone = {(t.kind, t.id) for t in taken if not t.kept and f"{t.kind}/{t.id}" in refused}
    return Recap(
        meeting=meeting,
        who=contact(whole, meeting.contact) or manager(whole),
        notes=notes,
        taken=tuple(t for t in taken if (t.kind, t.id) not in gone),
        dismissed=tuple(t for t in taken if (t.kind, t.id) in gone),
        untouched=read.untouched if notes else (),
        unread=unread(whole, meeting, read),
        people=whole.contacts,
        goals=whole.goals,
        day=meeting.at.date() if meeting.at else today,
    )


@lru_cache(maxsize=8)
def _taken(before: Journey, name: str, today: date) -> Takings:
    """What the notes propose. `before` is the journey without what came of its talks, so that the person's word on
    one taking does not make all the notes be read again."""
    return take(before, name, today, closeness=closeness.engine)
