"""Words that carry meaning, by their stems, and the parts of a text that can be compared on their own."""

from __future__ import annotations

import re
from functools import lru_cache

Span = tuple[int, int]
"""Start and end, in characters."""

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_SENTENCE = re.compile(r"\n+|[.!?…]+(?=\s|$)|;\s")
_CLAUSE = re.compile(
    r"\n+|[.!?…;:]+(?=\s|$)|\s[–—]\s|,?\s+(?:and|but|so that|because|while|which|who|where|when)\s+"
    r"|,\s+|\s\((?=\w)|\)\s",
    re.IGNORECASE,
)
LONG = 30
"""Words from which a sentence is too long to be compared as one; its clauses are."""
MOST_PARTS = 24
"""Parts of one text that are read; what comes after them counts only as part of the whole."""

COMMON = frozenset(
    """a about above after again all also am an and any are as at be because been before being below between both
    but by can could did do does doing down during each every few for from further had has have having he her here
    hers him his how i if in into is it its itself just like me might more most much must my myself no nor not now of
    off on once one only or other our ours out over own per same shall she should so some such than that the their
    theirs them then there these they this those through to too under until up upon us very via was we were what when
    where which while who whom whose why will with within without would yes yet you your yours everyone everything
    something someone anyone many get got gets getting make makes made making want wants wanted let lets""".split()  # noqa: SIM905
)
"""Words that say nothing about what a text is about."""

_ENDINGS = (
    "isations", "izations", "isation", "ization", "ational", "ements", "ations", "ating", "ition", "ities",
    "ement", "ation", "ments", "ances", "ences", "ated", "ates", "able", "ible", "ions", "ment", "ness", "ance",
    "ence", "ally", "ised", "ized", "ises", "izes", "ings", "ate", "ers", "ors", "ing", "ies", "ion", "ity",
    "ive", "ise", "ize", "ed", "es", "er", "or", "ly", "al", "s", "e", "y",
)  # fmt: skip


@lru_cache(8192)
def stem(word: str) -> str:
    """What the forms of a lower-case word share: "expanding" and "expansion" both give "expan"."""
    for _ in range(2):
        ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 4), "")
        word = word.removesuffix(ending)
    return word.rstrip("sdt") if len(word) > 5 else word


def content_words(text: str) -> list[tuple[str, Span]]:
    """Stem and place of each word that carries meaning, in order."""
    found = ((match.group().lower().replace("’", "'"), match.span()) for match in _WORD.finditer(text))
    return [(stem(word.partition("'")[0]), span) for word, span in found if word not in COMMON]


def parts(text: str) -> list[Span]:
    """The sentences of a text, and of a very long sentence its clauses; the whole where there is no word."""
    found: list[Span] = []
    for start, end in _between(_SENTENCE, text, 0, len(text)):
        long = len(_WORD.findall(text, start, end)) > LONG
        found += clauses(text, start, end) if long else [(start, end)]
    return found[:MOST_PARTS] or [(0, len(text))]


def clauses(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The clauses between two places of a text; one with fewer than two words of meaning joins its neighbour."""
    joined: list[Span] = []
    for first, last in _between(_CLAUSE, text, start, len(text) if end is None else end):
        meant = len(content_words(text[first:last]))
        if joined and "\n" not in text[joined[-1][1] : first] and (meant < 2 or _is_thin(text, joined[-1])):
            joined[-1] = joined[-1][0], last
        else:
            joined.append((first, last))
    return joined


def _is_thin(text: str, span: Span) -> bool:
    return len(content_words(text[slice(*span)])) < 2


def _between(breaks: re.Pattern[str], text: str, start: int, end: int) -> list[Span]:
    """What stands between the breaks, from its first word to its last; a per cent sign belongs to a word."""
    cuts = [start, *(at for match in breaks.finditer(text, start, end) for at in match.span()), end]
    found = []
    for first, last in zip(cuts[::2], cuts[1::2], strict=True):
        if words := list(_WORD.finditer(text, first, last)):
            sign = re.compile(r"\s?%").match(text, words[-1].end(), last)
            found.append((words[0].start(), sign.end() if sign else words[-1].end()))
    return found
