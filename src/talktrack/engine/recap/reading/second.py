"""A second opinion on every clause: learned from marked pages, over words, place and meaning, its own and around it.

`python -m bench.second_opinion` learns the weights beside this file from the pages of `tests/data/notes`. It is asked
where an engine for closeness of meaning is at hand. What a rule says counts as evidence beside what was learned, so
that a rule that was written for other words is overruled where everything else speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from talktrack.engine.recap.people import People
from talktrack.kit.similarity import Closeness
from talktrack.kit.words import word_set

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
SURE, BACKED = 0.55, 0.35
"""How sure it must be of what a clause is, from 0 to 1: alone, and where a rule says the same."""
RULE = 1.5
"""How much more likely a kind gets, as a logarithm, where a rule says it: at 1 and 2 the sum of both is no better."""
MEANING = (3.0, 2.0, 2.0, 3.0)
"""How much the meaning of a clause weighs beside its words, then that of the clauses before and after it, and that of
its line under its heading."""

_TOKEN = re.compile(r"[a-z']+|\d+|[?!:\"]")
_NAME = re.compile(r"[^\W\d_]+")
_ACROSS = re.compile(r"\b(?:she|they)\b")
_THEIRS = re.compile(r"\b(?:her|their)\b")
_DAY = re.compile(
    r"\b(?:mon|tues?|wed|thurs?|fri|sat|sun)(?:day|nesday|sday|urday)?\b"
    r"|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|tember|ober)?\b"
)
_SPELT = dict(
    pair.split("=")
    for pair in word_set(
        """
        im=i'm ill=i'll ive=i've hes=he's shes=she's theyre=they're wont=won't cant=can't dont=don't doesnt=doesn't
        didnt=didn't isnt=isn't wasnt=wasn't wouldnt=wouldn't couldnt=couldn't shouldnt=shouldn't w/=with w=with
        w/o=without b4=before abt=about tmrw=tomorrow tmr=tomorrow ppl=people u=you ur=your r=are n=and nvr=never
        v=very yr=year wk=week wks=weeks mtg=meeting mtgs=meetings bc=because doin=doing goin=going gettin=getting
        tho=though til=until thru=through pls=please msg=message appt=appointment mgr=manager dept=department"""
    )
)
_SHORT = re.compile(
    rf"(?<![\w'/])(?:{'|'.join(map(re.escape, sorted(_SPELT, key=len, reverse=True)))})(?![\w'/])", re.I
)
_LONG = 5
"""Letters above which the ending of a word counts as well."""


@dataclass(frozen=True)
class Opinion:
    """What was learned."""

    words: dict[str, int]
    """The row of the weights for each feature."""
    weights: Vectors
    """A row for each feature, one for the bias, then one for each number of the meanings; a column for each kind."""


@cache
def learned() -> Opinion:
    """The weights that lie beside this file."""
    from talktrack.kit.similarity.tensors import parse

    words = WORDS.read_text("utf-8").splitlines()
    return Opinion({word: row for row, word in enumerate(words)}, parse(WEIGHTS.read_bytes())["weights"])


def second(
    found: Sequence[Sorted],
    ruled: Sequence[Container[str]],
    people: People,
    closeness: Closeness,
    opinion: Opinion | None = None,
) -> list[str]:
    """What each clause is, of `KINDS`; `ruled` holds what the rules say that it is."""
    import numpy as np

    if not found:
        return []
    learnt = opinion or learned()
    rows = inputs([features(found, at, people) for at in range(len(found))], learnt.words)
    scores = np.concatenate([rows, meanings(found, closeness)], 1) @ learnt.weights
    scores += RULE * np.array([[kind in said for kind in KINDS] for said in ruled], np.float32)
    sure = softmax(scores)
    best = [(KINDS[kind], float(row[kind])) for row, kind in zip(sure, sure.argmax(1), strict=True)]
    return [
        kind if likely >= (BACKED if kind in said else SURE) else ""
        for (kind, likely), said in zip(best, ruled, strict=True)
    ]


def meanings(found: Sequence[Sorted], closeness: Closeness) -> Vectors:
    """A row for each clause: what it, the clauses beside it and its line mean, as `MEANING` weighs them."""
    import numpy as np

    own = [text(one.unit) for one in found]
    lines = [spelt(f"{one.unit.line.heading} {one.unit.line.text}".strip()) for one in found]
    different = {words: row for row, words in enumerate(dict.fromkeys([*own, *lines]))}
    meant = closeness.embed(list(different))
    mine = meant[[different[words] for words in own]]
    nothing = np.zeros_like(mine[:1])
    around = mine, np.concatenate([nothing, mine[:-1]]), np.concatenate([mine[1:], nothing])
    parts = *around, meant[[different[words] for words in lines]]
    return np.concatenate([part * weight for part, weight in zip(parts, MEANING, strict=True)], 1)


def text(unit: Unit) -> str:
    """The words whose meaning counts, spelt out."""
    return spelt(unit.body or unit.plain)


def spelt(words: str) -> str:
    """Words as one types them on a phone, spelt out: "im 2 see him abt it" gives "i'm to see him about it"."""
    return _SHORT.sub(lambda found: _SPELT[found[0].lower()], words)


def features(found: Sequence[Sorted], at: int, people: People) -> frozenset[str]:
    """What is seen of a clause: its words, names left out, where it stands, and how it is meant."""
    unit, before = found[at].unit, found[at - 1].kind.value if at else "start"
    words = _TOKEN.findall(_nameless(spelt(unit.plain), people))
    where, opening = section_of(unit).value, words[0] if words else ""
    made = {f"w {word}" for word in words} | {f"s {word[-3:]}" for word in words if len(word) > _LONG}
    made |= {f"b {one} {two}" for one, two in pairwise(["^", *words, "$"])}
    made |= {f"f {' '.join(words[:1])}", f"f2 {' '.join(words[:2])}", f"n {min(len(words) // 3, 6)}"}
    made |= {f"section {where}", f"lead {unit.lead.value}", f"said {unit.said}"}
    made |= {f"section {where} f {opening}", f"said {unit.said} f {opening}"}
    made.add(f"section {where} said {unit.said} subject {unit.subject}")
    made |= {"across" if who == people.manager else "other" for who in people.named(unit.plain) if who != "me"}
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


def softmax(scores: Vectors) -> Vectors:
    """How likely each kind is: each row sums to 1."""
    import numpy as np

    raised: Vectors = np.exp(scores - scores.max(1, keepdims=True))
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
