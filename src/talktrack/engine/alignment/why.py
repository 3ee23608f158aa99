"""The sentence that says why two texts belong together. It states nothing that does not stand in one of them."""

from __future__ import annotations

from talktrack.kit.similarity.words import content_words

MOST = 2
"""Pairs of words named in one sentence."""


def why(mine: str, theirs: str, pairs: tuple[tuple[str, str], ...], common: tuple[str, str, str] | None) -> str:
    """One sentence about the two quotes.

    `pairs` are words of one side with the word that answers on the other. `common` is a theme with a word from
    either side. Without both there is nothing to name, and the sentence says so.
    """
    if pairs:
        named = " and ".join(_pair(*pair) for pair in pairs[:MOST])
        return f"“{mine}” belongs with “{theirs}”: {named}."
    if common:
        theme, here, there = common
        return f"“{mine}” and “{theirs}” are both about {theme}: “{here}” here, “{there}” there."
    return f"“{mine}” comes close in meaning to “{theirs}”, though they share no word: judge for yourself."


def _pair(here: str, there: str) -> str:
    if [root for root, _ in content_words(here)] == [root for root, _ in content_words(there)]:
        return f"both speak of “{there}”"
    return f"“{here}” goes with “{there}”"
