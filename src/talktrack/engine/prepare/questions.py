"""The short list of questions for one meeting: which, why these, and why not the others (R41, method §6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from talktrack.engine.story import Conversation, Journey, upcoming
from talktrack.kit.blocks import Passage, Source

from .agenda import SegmentName
from .bank import PURPOSES, BankQuestion, Purpose, bank
from .bank.answered import answered
from .bank.filling import fill, slots
from .bank.missing import MISSING
from .bank.reasons import Reasons
from .bank.weighing import Weighed, first_due, weigh

MINUTES_EACH, MOST = 3, 6
"""Minutes that a question takes with its answer and a follow-up; the most questions of a short list."""

_COVER: tuple[frozenset[str], ...] = (
    frozenset({"feedback", "examples"}),
    frozenset({"alignment"}),
    frozenset({"next steps"}),
)
"""What three questions cover before anything comes twice (method §6); the first ones where there is time for fewer:
a next step has a segment of its own on the agenda."""

_OWN_PHASE: dict[str, SegmentName] = {"alignment": "agreement", "next steps": "next steps", "pay": "pay"}
_OWN_CATEGORY = {"alignment": "direction", "feedback": "feedback", "examples": "feedback", "next steps": "commitment"}
_PHASES: tuple[SegmentName, ...] = get_args(SegmentName)


@dataclass(frozen=True)
class Choice:
    """One question as it would be asked, with the reason why it is in, waits or stays out."""

    id: str
    purpose: str
    """One of `PURPOSES`, or what the person wrote for a question of their own."""
    category: str
    gap: str
    """What it would fill in the person's notes; "" for the person's own."""
    phase: SegmentName
    """The segment of the agenda in which it is best asked."""
    text: Passage
    """The question. Its sources are the records that its slots were filled from."""
    reason: Passage
    minutes: int
    follow_ups: tuple[str, ...] = ()
    variants: tuple[Passage, ...] = ()
    """Other wordings."""
    score: int | None = None
    """Orders the bank for this meeting; None for the person's own. It rates the question, never the person."""
    own: bool = False


@dataclass(frozen=True)
class Picked:
    """The short list, and everything that is not on it."""

    included: tuple[Choice, ...]
    """In the order in which they are best asked."""
    reserve: tuple[Choice, ...]
    deferred: tuple[Choice, ...]
    """Those that could be asked another time, best first."""
    dropped: tuple[Choice, ...]
    """Answered, set aside by the person, or not fitting this journey."""
    minutes: int
    """Minutes that there are for questions."""
    pay: Choice | None = None
    """The question for the pay segment, where pay is to be discussed; its minutes belong to that segment."""

    def coverage(self) -> tuple[tuple[Purpose, Choice, bool], ...]:
        """Each purpose with its foremost question, and whether that one is asked (R41)."""
        asked = [*self.included, *([self.pay] if self.pay else [])]
        ranked = [*asked, *self.reserve, *self.deferred, *self.dropped]
        foremost = ((purpose, next(c for c in ranked if c.purpose == purpose)) for purpose in PURPOSES)
        return tuple((purpose, choice, choice in asked) for purpose, choice in foremost)


def pick(journey: Journey, *, minutes: int, today: date) -> Picked:
    """The questions for a meeting that has `minutes` for them: for nine, three and one in reserve.

    The person's own questions and those they want in come first, whatever they weigh. Then the bank by score per
    minute: feedback or an example, alignment and a next step before anything comes twice; beside those, a purpose
    or a kind of answer that is already there counts for less. The same input gives the same list.
    """
    desk = _Desk(journey, today)
    wanted, eligible, dropped = desk.sort()
    core = [*desk.own(), *(desk.choice(w, desk.reasons.frame("own.wanted")) for w in wanted)]
    rest = [w for w in eligible if w.question.purpose != "pay"]
    pay = sorted((w for w in eligible if w.question.purpose == "pay"), key=lambda w: _worth(w, []))
    chosen = _greedy(rest, core, minutes)
    included = [*core, *(desk.choice(w, desk.reasons.why(w)) for w in chosen)]
    left = [w for w in rest if w not in chosen]
    spare = _best(left, included)
    waiting = sorted((w for w in (*left, *pay[1:]) if w is not spare), key=lambda w: (-w.score, w.question.id))
    full = len(core) >= _places(minutes)
    return Picked(
        included=tuple(sorted(included, key=lambda c: _PHASES.index(c.phase))),
        reserve=(desk.choice(spare, desk.reasons.why(spare)),) if spare else (),
        deferred=tuple(desk.choice(w, desk.why_later(w, included, full)) for w in waiting),
        dropped=tuple(dropped),
        minutes=minutes,
        pay=desk.choice(pay[0], desk.reasons.why(pay[0])) if pay else None,
    )


def _places(minutes: int) -> int:
    return max(1, min(MOST, minutes // MINUTES_EACH))


def _greedy(rest: list[Weighed], core: Sequence[Choice], minutes: int) -> list[Weighed]:
    """The best for each place that the person's own choices leave, within the time that they leave."""
    chosen: list[Weighed] = []
    time = minutes - sum(c.minutes for c in core)
    for place in range(_places(minutes) - len(core), 0, -1):
        there: list[Choice | BankQuestion] = [*core, *(w.question for w in chosen)]
        longest = time - 2 * (place - 1)  # two minutes stay for each place that is still to be filled
        best = _best([w for w in rest if w not in chosen and w.question.minutes <= longest], there)
        if not best:
            break
        chosen.append(best)
        time -= best.question.minutes
    return chosen


def _best(rest: list[Weighed], there: Sequence[Choice | BankQuestion]) -> Weighed | None:
    """The best beside what is there; while something is still to be covered, the best that covers it."""
    purposes = {q.purpose for q in there}
    cover = next((group for group in _COVER if not group & purposes), frozenset(PURPOSES))
    pool = [w for w in rest if w.question.purpose in cover] or rest
    return min(pool, key=lambda w: _worth(w, there), default=None)


def _worth(weighed: Weighed, there: Sequence[Choice | BankQuestion]) -> tuple[float, int, str]:
    """Sorts the best per minute first, what is already there later; equal ones by score, then by name."""
    q = weighed.question
    again = sum(_alike(q, other) for other in there)
    return (-(weighed.score - again) / q.minutes, -weighed.score, q.id)


def _alike(one: BankQuestion, other: Choice | BankQuestion) -> int:
    """How much less a question is worth beside another: the same gap would be asked about twice."""
    same = (one.gap == other.gap, one.purpose == other.purpose, one.category == other.category)
    return sum(weight for weight, is_same in zip((3, 2, 1), same, strict=True) if is_same)


class _Desk:
    """One journey on one day, and the bank laid out beside it."""

    def __init__(self, journey: Journey, today: date) -> None:
        self.journey, self.today = journey, today
        self.meeting = upcoming(journey) or Conversation(id="none")
        self.reasons = Reasons(journey, today)
        self._due = first_due(journey)
        self._gaps = {name: gap(journey, today) for name, gap in MISSING.items()}
        self._slots = slots(journey, today)

    def sort(self) -> tuple[list[Weighed], list[Weighed], list[Choice]]:
        """The questions that the person wants in, those that may be picked, and those that are out."""
        wanted: list[Weighed] = []
        eligible: list[Weighed] = []
        dropped: list[Choice] = []
        for question in bank():
            weighed = weigh(question, self._gaps, self._due, self.today)
            if question.id in self.meeting.wanted:
                wanted.append(weighed)
            elif out := self._out(weighed):
                dropped.append(self.choice(weighed, out))
            else:
                eligible.append(weighed)
        known = {question.id for question in bank()}
        dropped += [
            self._own(name, "wanted", name, "dropped.unknown") for name in self.meeting.wanted if name not in known
        ]
        return wanted, eligible, dropped

    def _out(self, weighed: Weighed) -> Passage | None:
        q = weighed.question
        refused = {d.record for d in self.journey.decisions if d.about == "question" and d.verdict == "dismissed"}
        if q.id in refused or q.id in self.meeting.unwanted:
            return self.reasons.frame("dropped.unwanted")
        texts = [*q.wordings, *(p.text for p in fill(q.wordings, self._slots))]
        if (on := answered(q.id, texts, self.journey)) is not None:
            return self.reasons.answered(on)
        return self.reasons.not_fitting(weighed)

    def own(self) -> list[Choice]:
        """The person's own questions."""
        asked = (q for q in self.meeting.questions if q.text)
        return [self._own(q.id, f"questions/{q.id}.text", q.text, "own.own", q.purpose) for q in asked]

    def _own(self, name: str, place: str, text: str, reason: str, purpose: str = "") -> Choice:
        """Words of the person's own that stand at `place` below the conversation."""
        below, _, field = place.rpartition(".")
        record = "/".join(filter(None, ("conversations", self.meeting.id, below)))
        return Choice(
            id=name,
            purpose=purpose,
            category=_OWN_CATEGORY.get(purpose, ""),
            gap="",
            phase=_OWN_PHASE.get(purpose, "questions"),
            text=Passage(text, (Source(record, field, text),)),
            reason=self.reasons.frame(reason),
            minutes=MINUTES_EACH,
            own=True,
        )

    def choice(self, weighed: Weighed, reason: Passage) -> Choice:
        """The question as it would be asked in this journey."""
        q: BankQuestion = weighed.question
        first, *others = fill(q.wordings, self._slots)
        return Choice(
            id=q.id,
            purpose=q.purpose,
            category=q.category,
            gap=q.gap,
            phase=q.phase,
            text=first,
            reason=reason,
            minutes=q.minutes,
            follow_ups=q.follow_ups,
            variants=tuple(others),
            score=weighed.score,
        )

    def why_later(self, weighed: Weighed, included: Sequence[Choice], full: bool) -> Passage:
        """Why a question that could be asked waits."""
        q = weighed.question
        if full:
            return self.reasons.frame("deferred.own_time")
        if q.elsewhere >= 2:
            return self.reasons.frame("deferred.elsewhere")
        if any(c.purpose == q.purpose for c in included):
            return self.reasons.frame("deferred.purpose")
        return self.reasons.frame("deferred.trust" if q.trust_risk else "deferred.time")
