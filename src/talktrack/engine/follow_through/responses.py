"""What to do with a reaction: the observed act first, then two readings, then a response that fits (method §4, R45).

The person enters and reads; the software never does. Where it helps, it says that an act could be read in two ways.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from talktrack.engine.story import Journey, Reaction
from talktrack.kit.blocks import Passage, Source
from talktrack.kit.drafting import Slot
from talktrack.kit.text import Phrases, Prose

from .ledger import WORDING
from .signs import reacted_on

CLASSES = ("support", "conditional", "neutral", "deflecting", "discouraging", "unsafe")
STOP_AFTER = 2
"""Talks in which a matter was put aside, after which one stops pressing."""


@dataclass(frozen=True)
class Class:
    """One class of reaction, as the person may choose it."""

    id: str
    name: str
    signals: str


@dataclass(frozen=True)
class TwoReadings:
    """Two ways in which an act could be read."""

    text: Passage
    one: str
    other: str


@dataclass(frozen=True)
class Response:
    """One reaction with what could be done about it."""

    reaction: Reaction
    do: tuple[Passage, ...]
    """In order; empty while the person has not put it in a class."""
    say: Passage | None
    stop: bool
    """Whether it is time to stop pressing."""
    safe: bool
    """False where only one's own safety matters."""
    could_be: TwoReadings | None
    """Only where the person has chosen no class."""


def classes() -> tuple[Class, ...]:
    """The six classes, from support to unsafe."""
    return tuple(Class(name, _data()[name]["name"], _data()[name]["signals"]) for name in CLASSES)


def responses(journey: Journey) -> tuple[Response, ...]:
    """Every reaction with its response, the latest first."""
    aside = _put_aside(journey)
    rows = sorted(journey.reactions, key=lambda r: reacted_on(journey, r), reverse=True)
    return tuple(_respond(r, aside.get(r.id, 0)) for r in rows)


def respond(journey: Journey, reaction: Reaction) -> Response:
    """What to do about one reaction; after putting aside in two talks with the same person: stop pressing."""
    return _respond(reaction, _put_aside(journey).get(reaction.id, 0))


def _respond(reaction: Reaction, talks: int) -> Response:
    if not reaction.reading:
        return Response(reaction, (), None, False, True, could_be(reaction))
    entry = _data()[reaction.reading]
    stop = talks >= STOP_AFTER
    do = entry["stop"] if stop else entry["do"]
    return Response(
        reaction=reaction,
        do=tuple(Passage(step) for step in do),
        say=Passage(entry["stop_say"] if stop else entry["say"]),
        stop=stop,
        safe=reaction.reading != "unsafe",
        could_be=None,
    )


def _put_aside(journey: Journey) -> dict[str, int]:
    """For each reaction that put the matter aside: in how many talks with that person it was, up to this one."""
    whose = {c.id: c.contact for c in journey.conversations}
    rows = [r for r in journey.reactions if r.reading == "deflecting"]
    talks: dict[str | None, set[str]] = {}
    counted: dict[str, int] = {}
    for r in sorted(rows, key=lambda r: reacted_on(journey, r) or "9"):
        seen = talks.setdefault(whose.get(r.conversation), set())
        seen.add(r.conversation)
        counted[r.id] = len(seen)
    return counted


def could_be(reaction: Reaction) -> TwoReadings | None:
    """Two ways in which the act could be read; None where its words suggest nothing. Never a single one."""
    prose = Prose(reaction.act)
    for signal in _signals():
        place = next(iter(prose.find(_phrases(tuple(signal["phrases"])))), None)
        if place:
            phrase, (one, other) = prose.written(*place), signal["readings"]
            rest = Source(f"reactions/{reaction.id}", "act", reaction.act, f"read from “{phrase}”")
            names = {
                "one": Slot(_data()[one]["name"].lower(), (rest,)),
                "other": Slot(_data()[other]["name"].lower(), (rest,)),
                "why": Slot(signal["why"][0], (rest,)),
                "instead": Slot(signal["why"][1], (rest,)),
            }
            text = WORDING.say("reaction.two", **names)
            return TwoReadings(text, one, other) if text else None
    return None


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "responses.toml").read_text("utf-8"))


@cache
def _phrases(words: tuple[str, ...]) -> Phrases:
    return Phrases(*words)


@cache
def _signals() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((files(__package__) / "signals.toml").read_text("utf-8"))["signal"]
    return rows
