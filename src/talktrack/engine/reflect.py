"""Reflection: prompts one at a time, and themes that quote the person's own answers (R05, R06)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from talktrack.engine.story import Answer, Goal, Journey, Topic


@dataclass(frozen=True)
class Prompt:
    """One question to oneself; may always be skipped."""

    id: str
    topic: Topic
    text: str


PROMPTS = (
    Prompt("ambition", "ambition", "What would you like to be trusted with that you are not trusted with today?"),
    Prompt("motivator", "motivator", "Which part of your last month would you have done anyway?"),
    Prompt("strength", "strength", "What do people come to you for?"),
    Prompt("interest", "interest", "What do you read or ask about when nobody wants you to?"),
    Prompt("energy", "energy", "When did you last lose track of time at work?"),
    Prompt("drain", "drain", "Which task would you hand over tomorrow?"),
    Prompt("where", "where", "If it goes well, what does an ordinary Tuesday look like in three years?"),
    Prompt("value", "value", "What should an organisation never ask of you?"),
    Prompt("boundary", "boundary", "What would you not give up for a bigger job?"),
    Prompt("pride", "strength", "Which piece of work would you show a friend?"),
)

AT_ONCE = 5
"""The most prompts ever shown together (principle 4)."""


def next_prompts(journey: Journey, most: int = AT_ONCE) -> tuple[Prompt, ...]:
    """The prompts without an answer yet, in order, at most five."""
    answered = {a.id for a in journey.answers}
    return tuple(p for p in PROMPTS if p.id not in answered)[: min(most, AT_ONCE)]


@dataclass(frozen=True)
class Quote:
    """The person's own words, and where they stand."""

    answer: str
    """The answer's id."""
    words: str


@dataclass(frozen=True)
class Theme:
    """A word that comes back in several answers, with the sentences that hold it."""

    word: str
    quotes: tuple[Quote, ...]


_WORD = re.compile(r"[^\W\d_]{4,}")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_COMMON = frozenset(
    """about after again anyone anything because been before being could does doing done each enough even ever every
    everything from have having here into just know like made make many more most much must never nobody nothing only
    other ours one over people really two four five same should some someone something still such than that their
    them then there these they thing things this those three time today very want week well were what when where
    which while will with without work working would year years your""".split()  # noqa: SIM905
)


def themes(journey: Journey, most: int = 5) -> tuple[Theme, ...]:
    """Words that come back in at least two answers, the most frequent first, each with its quotes.

    Every theme traces to answers: it is made of nothing but their sentences.
    """
    found: dict[str, tuple[str, dict[str, Quote]]] = {}
    for answer in journey.answers:
        for word, quote in _words(answer):
            found.setdefault(word.removesuffix("s"), (word, {}))[1].setdefault(answer.id, quote)
    shared = sorted((row for row in found.values() if len(row[1]) > 1), key=lambda row: -len(row[1]))
    return tuple(Theme(word, tuple(quotes.values())) for word, quotes in shared[:most])


def _words(answer: Answer) -> list[tuple[str, Quote]]:
    rows = []
    for sentence in _SENTENCE.findall(answer.text):
        for word in _WORD.findall(sentence.lower()):
            if word not in _COMMON:
                rows.append((word, Quote(answer.id, sentence.strip())))
    return rows


def mismatch(journey: Journey, goal: Goal) -> str:
    """The question to ask oneself about a goal, so that nobody climbs a ladder that leans on the wrong wall (R06).

    Quotes what the person said drains them, where the goal's own words come back to it.
    """
    words = {word for word, _ in _words(Answer(id="goal", topic="other", text=goal.what + ". " + goal.interest))}
    for answer in journey.answers:
        if answer.topic in ("drain", "boundary") and words & {word for word, _ in _words(answer)}:
            return f"You wrote “{answer.text}”. How does this goal sit with that?"
    if goal.why or goal.interest:
        return ""
    return "What would you be doing on an ordinary day there, and would you want that without the title?"
