"""Kinds of word that several rules look for: numbers, times, months. English, lower case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from talktrack.kit.text import Prose
from talktrack.kit.verbs import is_past


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(words.split())


MONTHS = word_set(
    """january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec"""
)
WEEKDAYS = word_set(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri mondays
    tuesdays wednesdays thursdays fridays"""
)
NUMBERS = word_set(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty
    fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion dozen dozens
    half halved halving twice double doubled doubling triple tripled tripling quadrupled quadruple zero"""
)
SPANS_OF_TIME = word_set(
    """year years month months quarter quarters week weeks day days hour hours minute minutes fortnight sprint
    semester season annually yearly monthly weekly daily q1 q2 q3 q4 h1 h2"""
)
COMPARED = word_set("""baseline compared versus vs than before previously formerly since against yoy mom""")


def is_year(word: str) -> bool:
    """Whether the token reads as a year of our time, or as a date in one: "2026", "2026-10"."""
    return word[:2] in ("19", "20") and len(word) in (4, 7, 10) and (word.isdecimal() or word[4:5] == "-")


def is_time(word: str) -> bool:
    """Whether the token names a month, a weekday, a year or a span of time; not "may", which is mostly a verb."""
    word = word.removesuffix("'s")
    return (word in MONTHS and word != "may") or word in WEEKDAYS or word in SPANS_OF_TIME or is_year(word)


def quantities(words: Sequence[str]) -> list[int]:
    """Where the numbers stand that count something: no years, and no days beside a month."""
    found = []
    for i, word in enumerate(words):
        if word in NUMBERS or (word[0].isdigit() and not is_year(word)):
            beside = {*words[max(0, i - 1) : i], *words[i + 1 : i + 2]}
            if not beside & MONTHS:
                found.append(i)
    return found


def any_in(words: Iterable[str], *kinds: frozenset[str]) -> bool:
    """Whether any of the words is of one of the kinds."""
    return any(not kind.isdisjoint(words) for kind in kinds)


def by_doing(words: Sequence[str]) -> bool:
    """Whether the words name a way: "by leading ...", "after finishing ...", "through training ..."."""
    return any(a in ("by", "after", "through") and b.endswith("ing") and len(b) > 4 for a, b in pairwise(words))


def past_verb(prose: Prose, but: frozenset[str]) -> bool:
    """Whether a verb in the past stands in the text, other than those of `but`; a name that ends in -ed is none."""
    past = {word for word in prose.have - but - _NAMES if is_past(word)}
    return any(not prose.named(at) for word in past for at in prose.places(word)[:_LOOKED_AT])


_LOOKED_AT = 8
"""Places of one word that are looked at."""
_NAMES = word_set(
    """mohammed muhammed mohamed muhamed ahmed hamed saeed saed javed naveed waleed khaled majed rashed jared
    fred alfred wilfred winifred manfred obed reed mildred ethelred theed"""
)
"""Names that end as verbs do, for where they begin a sentence."""
