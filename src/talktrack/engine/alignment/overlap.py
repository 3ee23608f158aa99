"""The words of two texts that carry what they have in common, quoted exactly."""

from __future__ import annotations

from talktrack.kit.similarity.words import Span, clauses, content_words

SHORT = 14
"""Words that may be quoted as they stand; of a longer sentence only the clause that carries it."""
MOST_WORDS = 3
"""Single words quoted beside the clause."""


def overlap(text: str, sentence: Span, words: tuple[Span, ...]) -> tuple[str, ...]:
    """Substrings of `text`, as they stand there: the clause of its closest sentence that holds most of `words`,
    then those of `words` that stand elsewhere.
    """
    parts = [sentence]
    if len(text[slice(*sentence)].split()) > SHORT:
        parts = clauses(text, *sentence) or [sentence]
    carrier = max(parts, key=lambda part: (_inside(part, words), len(content_words(text[slice(*part)]))))
    beside = [text[slice(*word)] for word in words if not _inside(carrier, (word,))]
    quoted = [text[slice(*carrier)], *beside[:MOST_WORDS]]
    return tuple(dict.fromkeys(piece for piece in quoted if piece))


def _inside(part: Span, words: tuple[Span, ...]) -> int:
    return sum(part[0] <= start and end <= part[1] for start, end in words)
