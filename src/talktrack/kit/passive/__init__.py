"""Passive voice by words alone: forms of "be" and "get", a list of participles, and the adjectives among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from talktrack.kit.passive.words import ADVERBS, BE, GET, NOT_PARTICIPLES, PARTICIPLES, PLACED, STATES

__all__ = ["Match", "Passive", "matches", "passives"]


@dataclass(frozen=True)
class Match:
    """One passive in a row of words."""

    auxiliary: int
    """Index of the form of "be" or "get"."""
    verb: int
    """Index of the participle."""
    agent: tuple[int, int] | None
    """First and last-but-one index of "by" and who did it; None where nobody is named."""
    placed: bool
    """True for a standing arrangement ("is located in"), in which nobody's deed is hidden."""


@dataclass(frozen=True)
class Passive:
    """One passive in a text. Every span is (start, end) in characters."""

    span: tuple[int, int]
    """From the auxiliary to the participle."""
    verb: str
    """The participle, in lower case."""
    agent: tuple[int, int] | None
    """Where "by" and who did it stand; None where nobody is named."""
    placed: bool
    """True for a standing arrangement ("is located in"), in which nobody's deed is hidden."""


_WORD = re.compile(r"n['’]t\b|['’](?:s|re|m)\b|[^\W\d_]+?(?=n['’]t\b)|[^\W_]+(?:-[^\W_]+)*|[^\s\w]|_", re.IGNORECASE)


def passives(sentence: str) -> tuple[Passive, ...]:
    """The passives of a sentence or text, from left to right. Linear in its length; never raises."""
    tokens = list(_WORD.finditer(sentence))
    words = [t.group().lower().replace("’", "'") for t in tokens]
    return tuple(
        Passive(
            (tokens[m.auxiliary].start(), tokens[m.verb].end()),
            words[m.verb],
            (tokens[m.agent[0]].start(), tokens[m.agent[1] - 1].end()) if m.agent else None,
            m.placed,
        )
        for m in matches(words)
    )


def matches(words: Sequence[str]) -> tuple[Match, ...]:
    """The passives in a row of lower-case words and punctuation marks, contractions split ("was", "n't") or whole."""
    found: list[Match] = []
    for at, word in enumerate(words):
        if word in BE or word in GET:
            verb = _verb(words, at)
            if verb is not None and (not found or found[-1].verb != verb):
                found.append(Match(at, verb, None, words[verb] in PLACED))
    return tuple(found)


def _verb(words: Sequence[str], at: int) -> int | None:
    for i in range(at + 1, min(at + 6, len(words))):
        word = words[i]
        if word in PARTICIPLES or (word.endswith("ed") and word not in NOT_PARTICIPLES):
            return None if word in STATES else i
        if word not in ADVERBS and not word.endswith("ly"):
            return None
    return None
