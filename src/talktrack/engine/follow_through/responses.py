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
    rows = sorted(journey.reactions, key=lambda r: reacted_on(journey, r), reverse=True)
    return tuple(respond(journey, r) for r in rows)


def respond(journey: Journey, reaction: Reaction) -> Response:
    """What to do about one reaction; after putting aside in two talks with the same person: stop pressing."""
    if not reaction.reading:
        return Response(reaction, (), None, False, True, could_be(reaction))
    entry = _data()[reaction.reading]
    stop = reaction.reading == "deflecting" and _talks(journey, reaction) >= STOP_AFTER
    do = entry["stop"] if stop else entry["do"]
    return Response(
        reaction=reaction,
        do=tuple(Passage(step) for step in do),
        say=Passage(entry["stop_say"] if stop else entry["say"]),
        stop=stop,
        safe=reaction.reading != "unsafe",
        could_be=None,
    )


def _talks(journey: Journey, reaction: Reaction) -> int:
    """In how many talks with that person, up to this one, it was put aside."""
    whose = {c.id: c.contact for c in journey.conversations}
    until = reacted_on(journey, reaction)
    same = [
        r
        for r in journey.reactions
        if r.reading == "deflecting"
        and whose.get(r.conversation) == whose.get(reaction.conversation)
        and (reacted_on(journey, r) <= until or not until)
    ]
    return len({r.conversation for r in same})


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
