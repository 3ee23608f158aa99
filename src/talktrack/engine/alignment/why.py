"""The sentence that says why two texts belong together. It states nothing that does not stand in one of them."""

from __future__ import annotations

from talktrack.kit.similarity.words import content_words

MOST = 2
"""Pairs of words named in one sentence."""


def why(mine: str, theirs: str, pairs: tuple[tuple[str, str], ...], shared: tuple[str, str, str] | None) -> str:
    """One sentence about the two quotes.

    `pairs` are words of one side with the word that answers on the other. `shared` is a theme with a word from
    either side. Without both there is nothing to name, and the sentence says so.
    """
    if pairs:
        same = list(dict.fromkeys(there for here, there in pairs if _root(here) == _root(there)))
        other = [pair for pair in pairs if _root(pair[0]) != _root(pair[1])]
        named = [f"both speak of {_listed(same[:MOST])}"] if same else []
        named += [f"“{here}” goes with “{there}”" for here, there in other[: MOST - len(same[:MOST])]]
        return f"“{mine}” belongs with “{theirs}”: {' and '.join(named)}."
    if shared:
        theme, here, there = shared
        return f"“{mine}” and “{theirs}” are both about {theme}: “{here}” here, “{there}” there."
    return f"“{mine}” comes close in meaning to “{theirs}”; no single word says why, so judge for yourself."


def _root(word: str) -> list[str]:
    return [root for root, _ in content_words(word)]


def _listed(words: list[str]) -> str:
    return " and ".join(f"“{word}”" for word in words)
