"""The log: what was done, what it served, and what of it is told; and how an entry could sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pydantic import ValidationError

from talktrack.engine.evidence import plain, serving, spoken, strongest
from talktrack.engine.story import Accomplishment, Journey, Measure, statements_by_id
from talktrack.kit.blocks import Passage
from talktrack.web.people.subject import Subject

from .journey import journey
from .margin import TYPED
from .memory import Memory

PAGE = 50


@dataclass(frozen=True)
class Logged:
    """An entry of the log."""

    value: Accomplishment
    serves: tuple[str, ...]
    """The objectives that it serves, quoted."""
    told: bool
    """Whether the talk track tells it."""

    @property
    def figure(self) -> str:
        """Its number, short: "+65 %", "40 minutes"; "" where there is none."""
        return next((text for m in self.value.measures if (text := _figure(m))), "")


@dataclass(frozen=True)
class Log:
    """A page of entries, the latest first, and how many there are of each kind."""

    entries: tuple[Logged, ...]
    all: int
    loose: int
    """Those that serve no objective yet."""
    told: int
    more: bool


@dataclass(frozen=True)
class Sound:
    """How an entry could be said."""

    name: str
    passages: tuple[Passage, ...]
    seconds: int


def log(subject: Subject, *, only: str = "", page: int = 1) -> Log:
    """The entries: all, or `only` those "loose" or "told"."""
    found = _logs.of(subject)
    chosen = found[only if only in found else ""]
    shown = chosen[(page - 1) * PAGE : page * PAGE]
    numbers = {name: len(entries) for name, entries in found.items()}
    return Log(shown, numbers[""], numbers["loose"], numbers["told"], len(chosen) > page * PAGE)


def _look(subject: Subject) -> dict[str, tuple[Logged, ...]]:
    whole = journey(subject)
    told = {ranked.accomplishment.id for ranked in strongest(whole)}
    rows = sorted(whole.accomplishments, key=lambda a: a.date, reverse=True)
    every = tuple(Logged(a, _quotes(whole, a), a.id in told) for a in rows)
    return {"": every, "loose": tuple(e for e in every if not e.serves), "told": tuple(e for e in every if e.told)}


_logs = Memory(_look)
"""Entries by what is asked for: going through thousands takes longer than the rest of the page."""


def sound(subject: Subject, fields: Mapping[str, object]) -> Sound | None:
    """How an entry with these fields could be said; None while it is none, or says only what was typed."""
    try:
        value = Accomplishment.model_validate({"id": TYPED, **fields})
    except ValidationError:
        return None
    return _sound(journey(subject), value) if value.did else None


def latest_sound(subject: Subject) -> Sound | None:
    """How the entry kept last could be said, where the person has neither worded it nor dismissed the proposal."""
    whole = journey(subject)
    last = whole.accomplishments[-1] if whole.accomplishments else None
    settled = any(d.about == "spoken" and last and d.record == f"accomplishments/{last.id}" for d in whole.decisions)
    return None if last is None or last.spoken or last.private or settled else _sound(whole, last)


def of(subject: Subject, name: str) -> Sound | None:
    """How one entry is said: in its owner's wording, where there is one."""
    whole = journey(subject)
    found = next((a for a in whole.accomplishments if a.id == name), None)
    return _sound(whole, found) if found else None


def numeral(number: Decimal) -> str:
    """A number as one writes it."""
    return plain(number)


def _sound(whole: Journey, value: Accomplishment) -> Sound:
    passages = tuple(line.passage for line in spoken(value, whole))
    count = sum(len(p.text.split()) for p in passages)
    return Sound(value.id, passages, round(count * 60 / whole.person.words_per_minute))


def _quotes(whole: Journey, value: Accomplishment) -> tuple[str, ...]:
    known = statements_by_id(whole.statements)
    return tuple(known[name].quote for name in serving(whole, value))


def _figure(m: Measure) -> str:
    if m.change is not None:
        unit = f" {m.unit}" if m.unit else ""
        return f"{'+' if m.change > 0 else '−'}{plain(abs(m.change))}{unit}"
    for number, unit in ((m.value, m.unit), (m.result, m.level_unit)):
        if number is not None:
            return f"{plain(number)} {unit.split()[0] if unit else ''}".strip()
    return ""
