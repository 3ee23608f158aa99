"""Whether a phrase begins with a verb, as far as its form tells. It chooses a frame and never judges."""

from __future__ import annotations

_PAST = frozenset(
    """began brought built bought caught chose came cut did drew drove fought found gave grew held kept knew laid led
    left lent let lost made met oversaw paid put ran read rebuilt redid rewrote rose said sat saved saw sent set
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


_BASE = frozenset(
    """accept achieve agree ask assist be become begin bring build call carry change check choose clarify close coach
    commit complete consider create cut decide define deliver design develop discuss do draft draw earn explain
    explore extend find finish fix gain get give go grow guide hand have hear help hire hold improve introduce join
    keep know launch lead learn leave let look make manage map mark meet mentor move name negotiate offer open own
    plan prepare present propose put raise reach receive redesign reduce replace research review run see set settle
    shadow shape share show specialise speak start stay step stop study take talk teach tell test train try
    understand use visit win work write""".split()  # noqa: SIM905
)


def is_base(text: str) -> bool:
    """Whether the phrase begins with a verb as it follows "to": "agree a part for me"."""
    first = text.split(maxsplit=1)[0].lower() if text.strip() else ""
    return first.strip(",.;:").split("-")[-1] in _BASE
