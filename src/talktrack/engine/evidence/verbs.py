"""Whether a phrase begins with a verb, as far as its form tells. It chooses a frame and never judges."""

from __future__ import annotations

_PAST = frozenset(
    """began brought built bought caught chose came cut did drew drove fought found gave grew held kept knew laid led
    left
    lent let lost made met oversaw paid put ran read rebuilt redid rewrote rose said sat saved saw sent set
    showed sold spent split spoke stood stuck swept taught thought told took understood went won wrote
    broke undertook overcame overhauled reran shot spun wove hit beat bid cast dealt fed forgave kept slid strove
    withdrew shrank shut sought outgrew""".split()  # noqa: SIM905
)
_NOT_PAST = frozenset("need seed speed feed indeed hundred red bed shed united".split())  # noqa: SIM905


def is_past(word: str) -> bool:
    """Whether the word reads as a verb in the past: "rebuilt", "answered", "co-wrote"."""
    word = word.lower().strip(",.;:").split("-")[-1]
    return word in _PAST or (word.endswith("ed") and word not in _NOT_PAST)


def is_gerund(text: str) -> bool:
    """Whether the phrase begins as one that can follow "What I enjoyed was": "seeing ...", "how ..."."""
    first = text.split(maxsplit=1)[0].lower() if text.strip() else ""
    return (first.endswith("ing") and len(first) > 4) or first in ("how", "the", "being", "that", "a", "an")
