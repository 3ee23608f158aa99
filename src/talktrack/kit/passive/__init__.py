"""Passive voice by words alone: forms of "be" and "get", a list of participles, and the adjectives among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from talktrack.kit.passive.agents import agent
from talktrack.kit.passive.words import (
    ADVERBS,
    BE,
    BEFORE_S,
    FINITE,
    GET,
    IRREGULAR,
    NOT_PARTICIPLES,
    OPENERS,
    PEOPLE,
    PERSONS,
    PLACED,
    STATES,
    SUBJECT_ENDS,
)

__all__ = ["Match", "Passive", "matches", "passives"]


@dataclass(frozen=True)
class Match:
    """One passive in a row of words."""

    auxiliary: int
    """Index of the form of "be" or "get"."""
    verb: int
    """Index of the participle."""
    agent: tuple[int, int] | None
    """Index of "by" and the one after who did it; None where nobody is named."""
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


_WORD = re.compile(
    r"n['’]t\b|['’](?:s|re|m)\b|[^\W\d_]+?(?=n['’]t\b)|[^\W_]+(?:-[^\W_]+)*|[^\s\w]|_",
    re.IGNORECASE,
)
_FAR = 6
"""Words between the auxiliary and its participle, at most."""
_LONGEST_SUBJECT = 4


def passives(sentence: str) -> tuple[Passive, ...]:
    """The passives of a sentence or text, from left to right. Linear in its length; never raises."""
    tokens = list(_WORD.finditer(sentence))
    words = [t.group().lower().replace("’", "'") for t in tokens]
    return tuple(
        Passive(
            (tokens[min(m.auxiliary, m.verb)].start(), tokens[max(m.auxiliary, m.verb)].end()),
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
        if word not in BE and word not in GET:
            continue
        verb = _verb(words, at)
        if verb is None or (found and found[-1].verb == verb):
            continue
        by = agent(words, verb)
        if by or not _is_state(words, at, verb):
            found.append(Match(at, verb, by, words[verb] in PLACED))
    return tuple(found)


def is_participle(word: str) -> bool:
    """Whether the word can be the participle of a passive."""
    return word in IRREGULAR or (word.endswith("ed") and len(word) > 3 and word not in NOT_PARTICIPLES)


def _verb(words: Sequence[str], at: int) -> int | None:
    """The participle that belongs to the form of "be" or "get" at this place."""
    if words[at] == "'s" and (at == 0 or words[at - 1] not in BEFORE_S):
        return None
    opens = at == 0 or words[at - 1] in OPENERS
    if (
        words[at] in FINITE
        and not opens
        and at > 0
        and words[at - 1] in PLACED
        and (at == 1 or words[at - 2] in OPENERS)
    ):
        return at - 1  # "Attached is the draft"
    start = _after_subject(words, at + 1) if opens and words[at] in FINITE else at + 1
    for i in range(start, min(start + _FAR, len(words))):
        word = words[i]
        if is_participle(word) or word in STATES:
            return i
        if word not in ADVERBS and not word.endswith("ly"):
            return None
    return None


def _after_subject(words: Sequence[str], start: int) -> int:
    """In a question, the place after the subject: "was [the plan] changed"; else the start."""
    for i in range(start, min(start + _LONGEST_SUBJECT + 1, len(words))):
        if is_participle(words[i]) or words[i] in STATES:
            return i
        if words[i] in SUBJECT_ENDS or words[i] in BE:
            break
    return start


def _is_state(words: Sequence[str], at: int, verb: int) -> bool:
    """Whether the participle is an adjective here: "I am tired", "we were done", "she got involved"."""
    word = words[verb]
    if words[at] == "being" or "being" in words[at:verb]:
        return False
    if word in STATES or (words[at] in GET and word in PERSONS):
        return True
    subject = words[at - 1] if at else ""
    whole = words[at].partition("'")[0]
    return word in PERSONS and (subject in PEOPLE or whole in PEOPLE)
