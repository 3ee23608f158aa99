"""An accomplishment as one would say it: the person's words, and numbers only from the record (R08, R39)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files

from talktrack.engine.story import Accomplishment, Journey, Measure
from talktrack.kit.blocks import Passage
from talktrack.kit.drafting import Slot, Wording, clause, joined, parts, sentence, slot, titled
from talktrack.kit.verbs import is_gerund, is_past

from .numbers import plain, with_unit
from .record import met
from .tenure import NUMBER_WORDS

WORDING = Wording.load(files(__package__) / "wording.toml")

_BY_ONE = re.compile(r"(?:I|we)(?:['’]\w+)?\s", re.IGNORECASE)
"""A sentence that says who did it."""

WEIGHTS = ("act", "result", "detail", "part", "target", "position", "joy")
"""What a sentence gives, most needed first: a script that runs long drops from the end."""


@dataclass(frozen=True)
class Line:
    """One sentence of a spoken accomplishment, and what it gives."""

    gives: str
    passage: Passage


def spoken(accomplishment: Accomplishment, journey: Journey | None = None, place: int = 0) -> tuple[Line, ...]:
    """The sentences as one says them, in order. Those with an unverified number are left out.

    `place` is the number of those told before it, since the second is not introduced as the first is.
    With a journey, a skill that it proves and that has somewhere to go gives the sentence on where it carries (R12).
    """
    a, reference = accomplishment, f"accomplishments/{accomplishment.id}"
    unsure = frozenset() if journey and _confirmed(journey, a) else unverified(a)
    if a.spoken:
        lines = [("act", _say("did.own", did=slot(reference, "spoken", a.spoken, sentence(a.spoken))))]
    else:
        lines = [("act", _act(a, reference, place)), ("result", _result(a, reference))]
        lines += [("detail", p) for p in _measures(a, reference, not unsure)]
        lines += [("part", _part(a, reference)), ("target", _target(a, reference))]
        lines += [("position", _position(a, journey))] if journey else []
        lines += [("joy", _joy(a, reference))]
    return tuple(Line(gives, p) for gives, p in lines if p and not _holds(p.text, unsure))


def _confirmed(journey: Journey, a: Accomplishment) -> bool:
    """Whether the person has said that the numbers of this record may be told although not looked up (A11)."""
    reference = f"accomplishments/{a.id}"
    return any(
        d.about == "A11" and d.record == reference and d.verdict == "confirmed" and d.holds_for(a)
        for d in journey.decisions
    )


def unverified(accomplishment: Accomplishment) -> frozenset[str]:
    """The numbers, as written, that the person still has to look up."""
    numbers = (
        n for m in accomplishment.measures if not m.verified for n in (m.change, m.value, m.baseline, m.result)
    )
    return frozenset(plain(abs(n)) for n in numbers if n is not None)


def _holds(text: str, numbers: frozenset[str]) -> bool:
    return bool(numbers & {word.strip(".,;:%()£$€–-") for word in text.split()})


def _say(name: str, **slots: Slot | None) -> Passage | None:
    return WORDING.say(name, **slots)


def _act(a: Accomplishment, reference: str, place: int) -> Passage | None:
    first = a.did.split(maxsplit=1)[0].lower() if a.did.strip() else ""
    if _BY_ONE.match(a.did):
        return _say("did.own", did=slot(reference, "did", a.did, sentence(a.did)))
    again = "_again" if place else ""
    name = "did.past" if is_past(first) else f"did.doing{again}" if _is_doing(a.did) else f"did.named{again}"
    if first in ("responsible", "accountable"):
        name = "did.charge"
    return _say(name, did=slot(reference, "did", a.did, clause(a.did)))


def _is_doing(text: str) -> bool:
    """Whether it begins with a verb in -ing, all of it one sentence: "rebuilding the weekly report"."""
    first = text.split(maxsplit=1)[0].lower()
    return len(first) > 5 and first.endswith("ing") and len(text.split()) > 1 and len(parts(text)) == 1


def _result(a: Accomplishment, reference: str) -> Passage | None:
    return _say("did.own", did=slot(reference, "result", a.result, sentence(a.result)))


def _part(a: Accomplishment, reference: str) -> Passage | None:
    if _BY_ONE.match(a.my_part):
        return _say("did.own", did=slot(reference, "my_part", a.my_part, sentence(a.my_part)))
    return _say("did.part", part=slot(reference, "my_part", a.my_part, clause(a.my_part)))


def _measures(a: Accomplishment, reference: str, all_known: bool) -> Iterator[Passage | None]:
    words = {word.strip(".,;:%()£$€").lower() for word in f"{a.did} {a.result}".split()}
    told = words | {str(n) for n, word in enumerate(NUMBER_WORDS) if word in words}
    for place, measure in enumerate(a.measures):
        if measure.verified or all_known:
            yield _measure(measure, reference, f"measures[{place}]", told)


def _measure(m: Measure, reference: str, field: str, told: set[str]) -> Passage | None:
    """What the words did not say yet: from where to where and when, the change, or the plain value."""
    level = _unit_once(m.baseline, m.result, m.level_unit)
    slots = {
        "what": slot(reference, f"{field}.what", m.what, titled(m.what)),
        "period": slot(reference, f"{field}.period", m.period),
        "baseline": _number(reference, f"{field}.baseline", m.baseline, level[0]),
        "result": _number(reference, f"{field}.result", m.result, level[1]),
        "change": _number(reference, f"{field}.change", m.change and abs(m.change), m.unit),
        "value": _number(reference, f"{field}.value", m.value, m.unit),
        "direction": slot(
            reference, f"{field}.change", m.change, "down" if m.change and m.change < 0 else "up", "by its sign"
        ),
    }
    known = {plain(n) for n in (m.baseline, m.result) if n is not None}
    if known and known <= told:
        return WORDING.say("measure.period", **slots)
    if m.change is not None and plain(abs(m.change)) in told and known:
        return WORDING.first("measure.detail_over", "measure.detail", **slots)
    if known:
        return WORDING.first("measure.from_to_over", "measure.from_to", **slots)
    if m.change is not None and plain(abs(m.change)) not in told:
        return WORDING.first("measure.change_over", "measure.change", **slots)
    if m.value is not None and plain(m.value) not in told:
        return WORDING.first("measure.value_over", "measure.value", **slots)
    return None


def _unit_once(baseline: Decimal | None, result: Decimal | None, unit: str) -> tuple[str, str]:
    """The unit for the first and the second number: said once, except the sign of a share."""
    if unit.startswith("%"):
        return ("%", unit)
    return (unit, unit) if baseline is None or result is None or unit in ("£", "$", "€") else ("", unit)


def _number(reference: str, field: str, number: Decimal | None, unit: str) -> Slot | None:
    return None if number is None else slot(reference, field, number, with_unit(number, unit), "with its unit")


def _target(a: Accomplishment, reference: str) -> Passage | None:
    for place, kpi in enumerate(a.kpis):
        if met(kpi) and kpi.target is not None and kpi.actual is not None:
            field = f"kpis[{place}]"
            return WORDING.say(
                "target.above",
                target=_number(reference, f"{field}.target", kpi.target, kpi.unit),
                actual=_number(reference, f"{field}.actual", kpi.actual, ""),
            )
    return None


def _position(a: Accomplishment, journey: Journey | None) -> Passage | None:
    for skill in journey.skills if journey else ():
        if a.id in skill.proof and skill.target:
            return WORDING.say(
                "position.skill",
                skill=joined([slot(f"skills/{skill.id}", "name", skill.name, clause(skill.name)) or Slot("", ())]),
                target=slot(f"skills/{skill.id}", "target", skill.target, clause(skill.target)),
            )
    return None


def _joy(a: Accomplishment, reference: str) -> Passage | None:
    name = "enjoyed.as_gerund" if is_gerund(a.enjoyed) else "enjoyed.as_said"
    return _say(name, enjoyed=slot(reference, "enjoyed", a.enjoyed, clause(a.enjoyed)))
