"""The agenda as passages and blocks, the same on every paper (R34)."""

from __future__ import annotations

from datetime import timedelta

from talktrack.kit.blocks import Passage, Ribbon, Segment, Source, Table
from talktrack.kit.drafting import Slot

from . import agenda
from .basis import Basis
from .say import WORDING

TITLES = {
    "purpose": "Purpose",
    "accomplishments": "Accomplishments",
    "vision": "Vision and plan",
    "agreement": "Agreement",
    "questions": "Questions, feedback",
    "pay": "Pay",
    "next steps": "Next steps",
    "thanks": "Thanks, read-back",
    "buffer": "Spare",
}


def minutes(basis: Basis, name: str, count: int) -> Passage:
    """The minutes of one part, resting on the length of the meeting."""
    return Passage(str(count), _length(basis, f"minutes of {name}: {count}"))


def clock(basis: Basis, after: int) -> Passage:
    """The wall time so many minutes into the meeting, such as "10:06"."""
    at = (basis.moment.start + timedelta(minutes=after)).strftime("%H:%M")
    begins = basis.moment_said()
    return Passage(at, (*(begins.sources if begins else ()), *_length(basis, f"{after} minutes in: {at}")))


def _length(basis: Basis, how: str) -> tuple[Source, ...]:
    length = basis.minutes()
    return tuple(Source(s.record, s.field, s.value, how) for s in length.sources) if length else ()


def ribbon(basis: Basis) -> Ribbon:
    """The meeting to scale, and who talks."""
    return Ribbon(
        segments=tuple(
            Segment(Passage(TITLES[s.name]), minutes(basis, s.name, s.minutes), s.minutes, _share(s))
            for s in basis.agenda.segments
        ),
        mine=WORDING.frame("brief.mine"),
        theirs=WORDING.first("brief.theirs_name", "brief.theirs", manager=basis.manager_name()) or Passage(""),
        alternative=WORDING.frame("brief.ribbon"),
    )


def _share(segment: agenda.Segment) -> float | None:
    """How much of it the person speaks; None for the spare minutes, which are nobody's."""
    return None if segment.name == "buffer" else segment.own_share


def timetable(basis: Basis) -> Table:
    """The same as a table, with the sum."""
    whole = basis.agenda
    return Table(
        header=tuple(WORDING.frame(f"brief.column_{n}") for n in ("at", "part", "minutes")),
        rows=tuple(
            (clock(basis, s.start), Passage(TITLES[s.name]), minutes(basis, s.name, s.minutes))
            for s in whole.segments
        ),
        total=(clock(basis, whole.minutes), WORDING.frame("brief.total"), minutes(basis, "all", whole.minutes)),
        align=("left", "left", "right"),
        widths=(0, 1, 0),
    )


def seconds_said(basis: Basis, count: int, about: tuple[Passage, ...]) -> Slot:
    """A time of speaking, resting on the words that are said and the person's pace."""
    pace = basis.journey.person.words_per_minute
    words = sum(len(p.text.split()) for p in about)
    how = f"{words} words at {pace} a minute: {count} seconds"
    return Slot(str(count), (Source("person", "words_per_minute", str(pace), how),))
