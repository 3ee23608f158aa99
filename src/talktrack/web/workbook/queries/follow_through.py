"""What follows a talk, as pages show it: the ledger, the next check-in, the reading, what carries over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import Http404

from talktrack.engine.follow_through import (
    carry,
    check_ins,
    handover,
    nudges,
    put_off,
    responses,
    signs,
    verbs,
    viability,
)
from talktrack.engine.follow_through.check_ins import Sheet
from talktrack.engine.follow_through.days import said, short
from talktrack.engine.follow_through.goalposts import Goalposts, goalposts
from talktrack.engine.follow_through.ledger import WORDING, Entry, Ledger, first_name, ledger, stand
from talktrack.engine.follow_through.nudges import Nudge
from talktrack.engine.follow_through.put_off import PutOff
from talktrack.engine.follow_through.responses import Class, Response, classes
from talktrack.engine.follow_through.signs import LINES
from talktrack.engine.follow_through.viability import LineRead, Viability
from talktrack.engine.story import CheckIn, Commitment, Journey, Reaction, When
from talktrack.kit.blocks import Passage
from talktrack.kit.render import eml, ics, pdf
from talktrack.web.people.subject import Subject

from .journey import journey
from .memory import Memory

__all__ = [
    "LINES",
    "Class",
    "Entry",
    "Follow",
    "LineRead",
    "Nudge",
    "Response",
    "Sheet",
    "Viability",
    "answers",
    "besides",
    "calm",
    "check_in",
    "classes",
    "first_name",
    "follow",
    "handed_over",
    "invitation",
    "last_time",
    "left_behind",
    "reacted_on",
    "said",
    "short",
    "stand",
    "talk_put_off",
    "word",
    "word_mail",
]


@dataclass(frozen=True)
class Follow:
    """Everything on the page that follows a talk."""

    journey: Journey
    book: Ledger
    posts: tuple[Goalposts, ...]
    sheet: Sheet
    coming: tuple[CheckIn, ...]
    proposed: tuple[CheckIn, ...]
    changed: handover.Changed | None
    carried: carry.Carried
    read: Viability

    def entry(self, name: str) -> Entry:
        """The promise of that name. Raises Http404."""
        found = next((e for e in self.book if e.commitment.id == name), None)
        if found is None:
            raise Http404
        return found


def follow(subject: Subject, today: date) -> Follow:
    """How it all stands on that day; worked out once for each state of the workbook."""
    known = _days.of(subject)
    if today not in known:
        known.clear()
        known[today] = _follow(journey(subject), today)
    return known[today]


_days: Memory[dict[date, Follow]] = Memory(lambda _: {})


def _follow(whole: Journey, today: date) -> Follow:
    return Follow(
        journey=whole,
        book=ledger(whole, today),
        posts=goalposts(whole, today),
        sheet=check_ins.sheet(whole, today),
        coming=check_ins.coming(whole),
        proposed=check_ins.proposed(whole, today),
        changed=handover.changed(whole, today),
        carried=carry.carried(whole, today),
        read=viability.viability(whole, today),
    )


def word(subject: Subject, name: str, today: date) -> Nudge:
    """The draft of a friendly word about a promise. Raises Http404."""
    found = follow(subject, today)
    return nudges.nudge(found.journey, found.entry(name), today)


def word_mail(subject: Subject, name: str, today: date) -> bytes:
    """The same as a mail file. Raises Http404 where none is drafted."""
    made = word(subject, name, today)
    if not made.ready:
        raise Http404
    return eml.render(nudges.mail(journey(subject), made, today))


def check_in(subject: Subject, name: str, today: date) -> Sheet:
    """The agenda of one check-in. Raises Http404."""
    whole = journey(subject)
    found = next((c for c in whole.check_ins if c.id == name), None)
    if found is None:
        raise Http404
    return check_ins.sheet(whole, today, found)


def invitation(subject: Subject, name: str, today: date) -> bytes:
    """Its invitation as a calendar file. Raises Http404 where it has no day."""
    sheet = check_in(subject, name, today)
    asked = check_ins.invitation(journey(subject), sheet.check_in, today) if sheet.check_in else None
    if asked is None:
        raise Http404
    return ics.render(asked.invite, check_ins.moment(today))


def handed_over(subject: Subject, today: date) -> bytes:
    """The page of facts for a new manager, as PDF. Raises Http404 where none is needed."""
    found = follow(subject, today)
    if found.changed is None:
        raise Http404
    return pdf.render(handover.page(found.journey, found.changed, today)).content


def talk_put_off(subject: Subject, name: str, today: date) -> PutOff | None:
    """What to write about a talk that was put off; None where it was not. Raises Http404."""
    whole = journey(subject)
    meeting = next((c for c in whole.conversations if c.id == name), None)
    if meeting is None:
        raise Http404
    return put_off.word(whole, meeting, today) if meeting.state == "postponed" else None


def left_behind(before: object, fields: Mapping[str, object], today: date) -> dict[str, object]:
    """What changing a record by hand leaves in it: a promise's history, the number of changes of an invitation."""
    if isinstance(before, Commitment):
        return {"history": verbs.changed_by_hand(before, fields, today=today)}
    moved = isinstance(before, CheckIn) and any(getattr(before, n) != fields.get(n) for n in ("on", "at", "minutes"))
    return {"sequence": before.sequence + 1} if moved and isinstance(before, CheckIn) else {}


def besides(found: Follow) -> tuple[Passage, ...]:
    """What is open after the last talk besides the promises, line by line."""
    whole = carry.lines(found.carried) if found.carried.conversation else ()
    return tuple(p for p in whole if not p.sources[0].record.startswith("commitments/"))


def calm() -> str:
    """What is said above the ways on inside and outside."""
    return WORDING.frame("viability.options").text


def reacted_on(subject: Subject, reaction: Reaction) -> When:
    """The day of a reaction, or ""."""
    return signs.reacted_on(journey(subject), reaction)


def answers(subject: Subject) -> tuple[Response, ...]:
    """Every reaction with what could be done about it, the latest first."""
    return responses.responses(journey(subject))


def last_time(subject: Subject, today: date, name: str) -> tuple[Passage, ...]:
    """What is open from the talk before this one; empty where there was none, or where this is that talk."""
    found = follow(subject, today).carried
    meeting = next((c for c in journey(subject).conversations if c.id == name), None)
    over = meeting is None or meeting.state in ("held", "cancelled")
    if over or found.conversation is None or found.conversation.id == name:
        return ()
    return carry.lines(found)
