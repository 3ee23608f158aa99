"""One conversation as it is prepared: agenda, what to say and ask, what is ready, the other side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from talktrack.engine.prepare.agenda import LONGEST, SHORTEST
from talktrack.engine.prepare.basis import Basis, gather
from talktrack.engine.prepare.brief import lens_of
from talktrack.engine.prepare.parts import TITLES
from talktrack.engine.prepare.questions import Choice
from talktrack.engine.prepare.readiness import Item, items
from talktrack.engine.prepare.request import Request, request
from talktrack.engine.prepare.say import seconds
from talktrack.engine.prepare.setting import is_public
from talktrack.engine.prepare.sheets import spoken_in
from talktrack.engine.story import Conversation, Journey, Lens, upcoming
from talktrack.kit.blocks import Passage
from talktrack.web.people.subject import Subject

from .journey import journey
from .memory import Memory

__all__ = ["LONGEST", "SHORTEST", "TITLES", "Choice", "Part", "Prepared", "about", "prepared"]


@dataclass(frozen=True)
class Part:
    """One part of the meeting, with what the person says in it."""

    name: str
    title: str
    start: int
    minutes: int
    own_share: float
    paragraphs: tuple[tuple[Passage, ...], ...]
    seconds: int
    """How long that takes to say."""


@dataclass(frozen=True)
class Prepared:
    """A conversation with everything that is drafted for it."""

    meeting: Conversation
    basis: Basis
    parts: tuple[Part, ...]
    items: tuple[Item, ...]
    lens: Lens | None
    public: bool
    """Whether others would hear it where it is to be held."""

    @property
    def speaks(self) -> int:
        """The minutes in which the person plans to speak."""
        return round(self.basis.agenda.own_share * self.basis.agenda.minutes)

    @property
    def who(self) -> str:
        """The other side's first name, or ""."""
        known = self.basis.manager
        return known.first_name if known and known.name else ""

    @property
    def asking(self) -> Request:
        """The words of the request."""
        return request(self.basis)

    def waiting(self) -> tuple[Choice, ...]:
        """Questions that are not asked: those for another time first."""
        return (*self.basis.questions.deferred, *self.basis.questions.dropped)


def prepared(subject: Subject, name: str, today: date, minutes: int | None = None) -> Prepared:
    """The conversation of that name; worked out once for each state of the workbook.

    Raises Http404 where there is none, UserError for a length that no agenda fits.
    """
    known = _made.of(subject)
    key = (name, today, minutes)
    if key not in known:
        if len(known) > 20:
            known.clear()
        known[key] = _prepare(about(journey(subject), name), today, minutes)
    return known[key]


_made: Memory[dict[tuple[str, date, int | None], Prepared]] = Memory(lambda _: {})


def about(whole: Journey, name: str) -> Journey:
    """The journey with the conversation of that name as the one that is coming. Raises Http404."""
    found = next((c for c in whole.conversations if c.id == name), None)
    if found is None:
        raise Http404
    if upcoming(whole) == found:
        return whole
    # One that is over is looked at as it was prepared.
    found = found.model_copy(update={"state": "booked"}) if found.state in ("held", "cancelled") else found
    others = tuple(c for c in whole.conversations if c.id != name)
    return whole.model_copy(update={"conversations": (found, *others)})


def _prepare(whole: Journey, today: date, minutes: int | None) -> Prepared:
    basis = gather(whole, today=today, minutes=minutes)
    meeting = basis.conversation
    if meeting is None:
        raise Http404
    return Prepared(meeting, basis, tuple(_parts(basis)), items(basis), lens_of(basis), is_public(meeting.setting))


def _parts(basis: Basis) -> list[Part]:
    pace = basis.journey.person.words_per_minute
    made = []
    for s in basis.agenda.segments:
        said = () if s.name == "buffer" else spoken_in(basis, s.name)
        told = tuple(p for paragraph in said for p in paragraph)
        made.append(Part(s.name, TITLES[s.name], s.start, s.minutes, s.own_share, said, seconds(told, pace)))
    return made
