"""The sentence that says why two texts belong together."""

from __future__ import annotations


def why(mine: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    """One sentence that quotes both sides and adds no fact of its own."""
    return f"“{mine[0]}” is close in meaning to “{theirs[0]}”."
