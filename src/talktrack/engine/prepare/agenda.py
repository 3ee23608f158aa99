"""The timed agenda of one meeting (method §7): for any length, when it runs late, when it ends early."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from talktrack.engine.story import Stretch
from talktrack.kit.errors import UserError

SegmentName = Literal[
    "purpose", "accomplishments", "vision", "agreement", "questions", "pay", "next steps", "thanks", "buffer"
]

SHORTEST, LONGEST = 10, 90
"""Minutes of the shortest and the longest meeting that can be planned."""

_STEP = 15
_MINUTES: dict[SegmentName, tuple[int, int, int, int]] = {
    "purpose": (1, 2, 2, 2),
    "accomplishments": (2, 4, 5, 6),
    "vision": (2, 4, 6, 8),
    "agreement": (2, 3, 4, 6),
    "questions": (4, 9, 16, 22),
    "next steps": (3, 5, 7, 9),
    "thanks": (1, 2, 3, 4),
    "buffer": (0, 1, 2, 3),
}
"""Minutes of each segment in a meeting of 15, 30, 45 and 60 minutes (method §7)."""

_OWN_SHARE: dict[SegmentName, float] = {
    "purpose": 0.8,
    "accomplishments": 0.4,  # a script of 60 to 90 seconds in four minutes; the rest is the manager's reaction
    "vision": 0.5,
    "agreement": 0.4,
    "questions": 0.25,
    "pay": 0.5,
    "next steps": 0.4,
    "thanks": 0.6,
    "buffer": 0.0,
}
"""The share of each segment in which the person plans to speak. The whole stays under half (rule W1)."""

_TITLES: dict[SegmentName, str] = {
    "purpose": "Purpose",
    "accomplishments": "Accomplishments and reaction",
    "vision": "Vision and plan",
    "agreement": "Agreement with the organisation’s needs",
    "questions": "Questions and feedback",
    "pay": "Pay",
    "next steps": "Next steps",
    "thanks": "Thanks and read-back",
    "buffer": "Buffer",
}


@dataclass(frozen=True)
class Segment:
    """One stretch of the meeting."""

    name: SegmentName
    title: str
    start: int
    """Minutes from the beginning of the meeting, or of what is left of it."""
    minutes: int
    own_share: float
    """The planned share of own talk, 0 to 1."""

    @property
    def end(self) -> int:
        """The minute at which it ends."""
        return self.start + self.minutes


@dataclass(frozen=True)
class Agenda:
    """The segments in their fixed order. Their minutes sum to `minutes` exactly (R34)."""

    minutes: int
    segments: tuple[Segment, ...]

    @property
    def own_share(self) -> float:
        """The planned share of own talk in the whole meeting, 0 to 1."""
        return sum(s.minutes * s.own_share for s in self.segments) / self.minutes if self.minutes else 0.0

    def minutes_of(self, name: SegmentName) -> int:
        """The minutes of one segment; 0 where the agenda has none of that name."""
        return sum(s.minutes for s in self.segments if s.name == name)


def agenda(minutes: int, *, pay: bool = False, by_hand: Sequence[Stretch] = ()) -> Agenda:
    """The agenda of a meeting of that many minutes; with `pay`, a pay segment taken from the questions.

    Where the parts planned `by_hand` add up to the meeting, and none comes twice, they are the agenda as they stand.

    Each step of 15 minutes in the table of method §7 gives every segment its own number of minutes; within a
    step those arrive one by one, evenly spread, so a longer meeting never has less time for anything, and the
    columns are met exactly. Below 15 the step from nothing to the column of 15 is used, beyond 60 the step from
    45 to 60 is repeated.

    Raises UserError outside 10 to 90 minutes.
    """
    if not SHORTEST <= minutes <= LONGEST:
        raise UserError(f"A meeting of {minutes} minutes cannot be planned here. Choose {SHORTEST} to {LONGEST}.")
    if sum(s.minutes for s in by_hand) == minutes and len({s.part for s in by_hand}) == len(by_hand):
        return _laid_out([(s.part, s.minutes) for s in by_hand if s.minutes])
    whole = _whole_minutes(minutes)
    rows = [(name, whole[name]) for name in _MINUTES]
    if pay:
        rows = _with_pay(rows)
    return _laid_out([row for row in rows if row[1]])


def _whole_minutes(minutes: int) -> dict[SegmentName, int]:
    steps, more = divmod(minutes, _STEP)
    given = {name: sum(_step(row, place) for place in range(steps)) for name, row in _MINUTES.items()}
    due = [
        ((turn + 0.5) / _step(row, steps), name)  # the middle of each minute's share of the step
        for name, row in _MINUTES.items()
        for turn in range(_step(row, steps))
    ]
    for _, name in sorted(due, key=lambda pair: pair[0])[:more]:  # stable: earlier segments first
        given[name] += 1
    return given


def _step(row: tuple[int, int, int, int], place: int) -> int:
    """The minutes that a segment gains in that step of 15: from nothing to 15 is step 0."""
    if place == 0:
        return row[0]
    right = min(place, len(row) - 1)
    return row[right] - row[right - 1]


def _with_pay(rows: list[tuple[SegmentName, int]]) -> list[tuple[SegmentName, int]]:
    """A third of the time for questions becomes the pay segment, after them; six minutes at most."""
    made: list[tuple[SegmentName, int]] = []
    for name, minutes in rows:
        part = min(max(minutes // 3, 1), 6) if name == "questions" else 0
        made.append((name, minutes - part))
        if part:
            made.append(("pay", part))
    return made


def _laid_out(rows: list[tuple[SegmentName, int]]) -> Agenda:
    segments: list[Segment] = []
    start = 0
    for name, minutes in rows:
        segments.append(Segment(name, _TITLES[name], start, minutes, _OWN_SHARE[name]))
        start += minutes
    return Agenda(start, tuple(segments))


@dataclass(frozen=True)
class Cut:
    """One thing left out because time is short, and what to do instead."""

    segment: SegmentName
    minutes: int
    """Minutes won."""
    advice: str


_CUTS: tuple[tuple[SegmentName, int, str], ...] = (
    # segment, minutes that it keeps, what to do
    ("buffer", 0, "Use up the spare minutes."),
    ("accomplishments", 2, "Leave out the secondary examples: tell the first one only."),
    ("vision", 2, "Leave out the detail of the long horizon: one line on it is enough."),
    ("pay", 0, "Put pay off, and name a day for it."),
    ("thanks", 1, "Read back only what was agreed."),
    ("agreement", 1, "Ask about one goal only: the nearest."),
    ("next steps", 4, "Settle two next steps at most, and send the others afterwards."),
    ("questions", 5, "Ask fewer questions, and send the others afterwards."),
    ("accomplishments", 0, "Leave the accomplishments to the written brief."),
    ("vision", 0, "Leave the vision to the written plan."),
    ("questions", 3, "Keep one question, and listen."),
    ("next steps", 2, "Settle one next step only, with its date."),
    ("agreement", 0, "Ask for a view on the goals in writing."),
    ("thanks", 0, "Say thank you while closing the next step."),
    ("questions", 2, "Keep one question, and listen."),
    ("next steps", 1, "Name the next step and its date in one sentence."),
    ("purpose", 1, "Say the purpose in one sentence."),
    ("questions", 1, "Ask the one question, and let the answer stand."),
)
"""What to drop when running late, in order. Purpose, one question and one dated next step are never cut away."""

_CUTS_FOR_PAY: tuple[tuple[SegmentName, int, str], ...] = (
    *(cut for cut in _CUTS if cut[0] != "pay"),
    ("pay", 1, "Say the ask for pay in one sentence."),
    ("purpose", 0, "Begin with the ask for pay: it is the purpose."),
)


@dataclass(frozen=True)
class CloseStep:
    """One sentence of the two-minute close."""

    seconds: int
    do: str


TWO_MINUTE_CLOSE: tuple[CloseStep, ...] = (
    CloseStep(15, "Thank them for the time, and say that you see it is short."),
    CloseStep(30, "Say in one sentence what you came for."),
    CloseStep(35, "Name the one next step that matters most, and who takes it."),
    CloseStep(25, "Agree a date for it, and a date to talk about the rest."),
    CloseStep(15, "Say that you will send a short note today, and that they can correct it."),
)
"""What to do when the meeting ends early: 120 seconds."""


@dataclass(frozen=True)
class Late:
    """What is left of the meeting, and what was cut for it."""

    agenda: Agenda
    """The rest, laid out from now on; empty where only the close is left."""
    cuts: tuple[Cut, ...]
    """In the order in which they were made."""
    close: tuple[CloseStep, ...] = ()
    """The two-minute close, where two minutes or less are left."""


def late(whole: Agenda, minutes_left: int, *, at: SegmentName, pay_is_purpose: bool = False) -> Late:
    """What to do with `minutes_left` when the segment `at` is about to begin.

    Secondary examples go first, then the detail of the long horizon, then pay, unless pay is what the meeting
    is for. Kept to the end: the purpose, one question to listen to, one dated next step. With two minutes or
    less there is only the close. Time in hand becomes buffer.

    Raises ValueError where the agenda has no segment `at`.
    """
    if minutes_left <= 2:
        return Late(Agenda(0, ()), (), TWO_MINUTE_CLOSE)
    names = [s.name for s in whole.segments]
    planned = {s.name: s.minutes for s in whole.segments[names.index(at) :]}
    rest, advice = dict(planned), dict[SegmentName, str]()
    for name, keeps, says in _CUTS_FOR_PAY if pay_is_purpose else _CUTS:
        over = sum(rest.values()) - minutes_left
        if over > 0 and rest.get(name, 0) > keeps:
            rest[name] = max(rest[name] - over, keeps) if keeps else 0
            advice[name] = says  # the later advice for a segment includes the earlier
    spare = minutes_left - sum(rest.values())
    if spare > 0:  # what a segment gave up whole, and more than was needed, goes to listening
        name = "questions" if advice and "questions" in rest else "buffer"
        rest[name] = rest.get(name, 0) + spare
    cuts = (Cut(name, planned[name] - rest[name], says) for name, says in advice.items())
    return Late(_laid_out([row for row in rest.items() if row[1]]), tuple(c for c in cuts if c.minutes > 0))
