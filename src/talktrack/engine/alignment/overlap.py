"""The words of two texts that carry what they have in common, quoted exactly."""

from __future__ import annotations


def overlap(
    mine: str, my_span: tuple[int, int], theirs: str, their_span: tuple[int, int]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Substrings of both texts, as they stand there: the closest clauses."""
    return (mine[slice(*my_span)],), (theirs[slice(*their_span)],)
