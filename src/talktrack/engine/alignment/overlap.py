"""The words of two texts that carry what they have in common, quoted exactly."""

from __future__ import annotations

from talktrack.kit.similarity.words import Span, clauses, content_words

SHORT = 14
"""Words that may be quoted as they stand; of a longer sentence only the clause that carries it."""
MOST_WORDS = 2
"""Single words quoted beside the clause."""

_WEAK = frozenset(
    """one two three four five six seven eight nine ten twelve first second third last next early late long
    short small big large good better best great new old other another half full part day days week weeks
    month months year years today tomorrow time times people person someone nobody somebody whoever thing
    things way ways place lot work works working job use used using take takes taken give given go goes
    going come comes keep keeps keeping put set start starts say says said tell see show need needs help
    helps find found try know think still even never always together cannot able well""".split()  # noqa: SIM905
)
"""Words that two texts may share without having anything in common."""


def telling(word: str) -> bool:
    """Whether a shared word says something about what two texts have in common."""
    return word.casefold() not in _WEAK and not word[:1].isdigit()


def overlap(text: str, sentence: Span, words: tuple[Span, ...]) -> tuple[str, ...]:
    """Substrings of `text`, as they stand there: the clause that holds most of `words`, one of its closest sentence
    where several do, then those of `words` that stand elsewhere.
    """
    candidates = _short(text, sentence)
    rest = [part for part in _short(text, (0, len(text))) if part not in candidates]
    carrier = max([*candidates, *rest], key=lambda part: _inside(part, words))
    if not words:
        carrier = max(candidates, key=lambda part: len(content_words(text[slice(*part)])))
    beside = [text[slice(*word)] for word in words if not _inside(carrier, (word,))]
    quoted = [text[slice(*carrier)], *beside[:MOST_WORDS]]
    return tuple(dict.fromkeys(piece for piece in quoted if piece))


def _short(text: str, span: Span) -> list[Span]:
    if len(text[slice(*span)].split()) <= SHORT and "\n" not in text[slice(*span)]:
        return [span]
    return clauses(text, *span) or [span]


def _inside(part: Span, words: tuple[Span, ...]) -> int:
    return sum(part[0] <= start and end <= part[1] for start, end in words)
