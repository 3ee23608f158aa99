"""Who did it: the "by" after a passive, where it names somebody and not a day, a way or an amount."""

from __future__ import annotations

from collections.abc import Sequence

from talktrack.kit.passive.words import AMOUNTS, CLAUSE_ENDS, NO_AGENT, OF_TIME
from talktrack.kit.words import NUMBERS, is_time, word_set

_REACH = 15
_LONGEST_NAME = 6
_ARTICLES = word_set("the a an my our your his her their its this that these those some many most all several both")
_NAME_ENDS = CLAUSE_ENDS | word_set(", and in on at for with by from to as before after during since until")


def agent(words: Sequence[str], verb: int) -> tuple[int, int] | None:
    """The place of "by" and the one after who did it; None where the clause names nobody."""
    for i in range(verb + 1, min(verb + _REACH, len(words) - 1)):
        if words[i] in CLAUSE_ENDS:
            return None
        if words[i] == "by" and _names(words, i + 1, words[verb]):
            end = i + 2
            while end < min(i + 1 + _LONGEST_NAME, len(words)) and words[end] not in _NAME_ENDS:
                end += 1
            return i, end
    return None


def _names(words: Sequence[str], i: int, verb: str) -> bool:
    """Whether the words after "by" can be somebody."""
    word = words[i]
    after = words[i + 1] if i + 1 < len(words) else ""
    if word in _ARTICLES:
        return after not in OF_TIME and not is_time(after) and after not in NO_AGENT
    if word[0].isdigit() or word in NUMBERS:
        return verb not in AMOUNTS and after.isalpha() and not is_time(after)
    if word.endswith("ing") and len(word) > 4:
        return False
    return word[0].isalpha() and word not in NO_AGENT and word not in OF_TIME and not is_time(word)
