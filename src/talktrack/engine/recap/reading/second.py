"""A second opinion on the clauses that no rule knows: learned from marked pages, over words, place and meaning.

`python -m bench.second_opinion` learns the weights beside this file from the pages of `tests/data/notes`. It is asked
only where an engine for closeness of meaning is at hand, and never overrules a rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from talktrack.engine.recap.people import People
from talktrack.kit.similarity import Closeness

from .advice import section_of
from .moods import is_irreal, is_order, is_told
from .sorting import Kind, Sorted
from .units import Unit

if TYPE_CHECKING:
    from talktrack.kit.similarity import Vectors

WEIGHTS = Path(__file__).with_name("second.safetensors")
WORDS = Path(__file__).with_name("second.txt")
PROMISE = "promise"
KINDS = ("", PROMISE, Kind.ADVICE.value, Kind.FEEDBACK.value, Kind.AGREEMENT.value, Kind.MEETING.value)
"""What a clause can be; "" for none of these."""
SURE = {PROMISE: 0.65, Kind.ADVICE.value: 0.5, Kind.FEEDBACK.value: 0.7, Kind.AGREEMENT.value: 0.65}
"""How sure it must be of each, from 0 to 1. Leaving out each page in turn: .95 precision and .90 recall at .65; at .8
.97 and .89, and on pages nobody read more recall is lost (.71 to .64) than precision won (.91 to .93)."""
MOST = 600
"""Clauses of one talk that are asked about: many times a full page, and a second or two of work."""
MEANING = 4.0
"""How much the meaning of a clause weighs beside its words."""

_TOKEN = re.compile(r"[a-z']+|\d+|[?!:\"]")
_NAME = re.compile(r"[^\W\d_]+")
_ACROSS = re.compile(r"\b(?:she|they)\b")
_THEIRS = re.compile(r"\b(?:her|their)\b")
_DAY = re.compile(
    r"\b(?:mon|tues?|wed|thurs?|fri|sat|sun)(?:day|nesday|sday|urday)?\b"
    r"|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|tember|ober)?\b"
)
_LONG = 5
"""Letters above which the ending of a word counts as well."""


@dataclass(frozen=True)
class Opinion:
    """What was learned."""

    words: dict[str, int]
    """The row of the weights for each feature."""
    weights: Vectors
    """One row for each feature, one for the bias, then one for each number of the meaning; a column for each kind."""

    def of(self, found: Sequence[Sorted], at: Sequence[int], people: People, closeness: Closeness) -> Vectors:
        """How sure it is of each kind, a row for each clause of `at`; rows sum to 1."""
        import numpy as np

        rows = inputs([features(found, place, people) for place in at], self.words)
        meant = closeness.embed([text(found[place].unit) for place in at])
        return probable(np.concatenate([rows, meant * MEANING], 1), self.weights)


@cache
def learned() -> Opinion:
    """The weights that lie beside this file."""
    from talktrack.kit.similarity.tensors import parse

    words = WORDS.read_text("utf-8").splitlines()
    return Opinion({word: row for row, word in enumerate(words)}, parse(WEIGHTS.read_bytes())["weights"])


def second(
    found: Sequence[Sorted], at: Sequence[int], people: People, closeness: Closeness, opinion: Opinion | None = None
) -> dict[int, str]:
    """What the clauses at those places are, where it is sure enough."""
    if not at:
        return {}
    rows = (opinion or learned()).of(found, at, people, closeness)
    best = rows.argmax(1)
    return {
        place: KINDS[kind]
        for place, kind, row in zip(at, best.tolist(), rows, strict=True)
        if row[kind] >= SURE.get(KINDS[kind], 2.0)
    }


def text(unit: Unit) -> str:
    """The words whose meaning counts."""
    return unit.body or unit.plain


def features(found: Sequence[Sorted], at: int, people: People) -> frozenset[str]:
    """What is seen of a clause: its words, names left out, where it stands, and how it is meant."""
    unit, before = found[at].unit, found[at - 1].kind.value if at else "start"
    words = _TOKEN.findall(_nameless(unit.plain, people))
    made = {f"w {word}" for word in words} | {f"s {word[-3:]}" for word in words if len(word) > _LONG}
    made |= {f"b {one} {two}" for one, two in pairwise(["^", *words, "$"])}
    made |= {f"f {' '.join(words[:1])}", f"f2 {' '.join(words[:2])}", f"n {min(len(words) // 3, 6)}"}
    made |= {f"section {section_of(unit).value}", f"lead {unit.lead.value}", f"said {unit.said}"}
    made |= {f"subject {unit.subject}", f"verb {unit.verb[:6]}", f"before {before}", f"depth {min(unit.depth, 2)}"}
    flags = {"bulleted": unit.bulleted, "opens": unit.opens, "asks": unit.asks, "direct": unit.direct}
    flags |= {"told": is_told(unit.body), "order": is_order(unit.body), "irreal": is_irreal(unit.body)}
    return frozenset(made | {name for name, so in flags.items() if so})


def inputs(rows: Sequence[frozenset[str]], words: dict[str, int]) -> Vectors:
    """One row for each clause: 1 for each known feature that it has, and a last 1 for the bias."""
    import numpy as np

    made = np.zeros((len(rows), len(words) + 1), np.float32)
    made[:, -1] = 1
    for row, seen in enumerate(rows):
        made[row, [words[word] for word in seen if word in words]] = 1
    return made


def probable(rows: Vectors, weights: Vectors) -> Vectors:
    """The softmax of each row."""
    import numpy as np

    raised: Vectors = np.exp(rows @ weights - (rows @ weights).max(1, keepdims=True))
    total: Vectors = raised / raised.sum(1, keepdims=True)
    return total


def _nameless(plain: str, people: People) -> str:
    """The clause in small letters, with a pronoun for the manager, "somebody" for others, 0 for numbers."""

    def standing(word: re.Match[str]) -> str:
        who = people.resolve(word[0]) if word[0][:1].isupper() else ""
        return word[0] if who in ("", "me") else "he" if who == people.manager else "somebody"

    low = _NAME.sub(standing, plain).lower()
    low = re.sub(r"\d+", "0", _THEIRS.sub("his", _ACROSS.sub("he", low)))
    return _DAY.sub("day", low)
