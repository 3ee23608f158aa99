"""Whether a date belongs to something done already: "we shipped it in March" is no promise."""

from __future__ import annotations

from talktrack.kit.dates.words import Words
from talktrack.kit.words import word_set

_STOPS = word_set(". ! ? ; : , and but then so which because while ( ) — – although however")
_HARD_STOPS = word_set(". ! ? ;")
_AHEAD = word_set(
    "will ll shall should must need needs can could would d please let due deadline going plan plans want "
    "wants aim aims hope hopes might wo ca target eta expect expects intend intends tbc"
)
_PRONOUNS = word_set("i we he she they you it who")
_WENT = word_set(
    "was were did had met sent went led built grew began got gave took made came saw held ran wrote told said "
    "left kept won lost spent brought became chose felt found heard knew paid sold spoke taught thought "
    "understood fell drove broke bought caught dealt drew flew forgot hired joined rose sought slept stood "
    "swore threw wore withdrew"
)
_ARRANGED = word_set(
    "agreed promised committed offered scheduled planned booked targeted expected needed required postponed "
    "moved deferred delayed pushed rescheduled proposed suggested invited asked wanted hoped intended "
    "supposed decided set assigned said told wrote confirmed requested allocated slated due told wanted "
    "reminded interested excited based focused related detailed dedicated pleased advanced limited "
    "experienced attached fixed pencilled penciled"
)
"""Words that look back, but speak of what is to come, or only look like verbs."""
_BE = word_set("be am is are being been was were get gets getting 's to have has s re m")
_BACK_TO = word_set("managed got helped used began started continued had went failed happened tried")
_NOT_VERBS = word_set("the a an my our his her their its this that me you him them us it all both each some any")
_VERBS_IN_S = word_set("discuss process address focus assess access express pass press bypass dress guess")
_NEVER_PAST = word_set("next tomorrow coming upcoming tonight now")
_REACH = 25
_PERFECT = word_set("have has had")


def is_past(words: Words, start: int, end: int, *, by: bool) -> bool:
    """Whether the nearest verb on the left, or else on the right, tells of something done.

    "By" speaks of what is to come unless a pronoun stands before that verb: "I had it done by Friday".
    """
    if any(words.at(i) in _NEVER_PAST for i in range(start, end)):
        return False
    for i in range(start - 1, max(-1, start - _REACH), -1):
        if words.at(i) in _STOPS:
            break
        if (found := _marker(words, i)) is not None:
            return found and (not by or _has_subject(words, i))
    for i in range(end, min(len(words.starts), end + _REACH)):
        if words.at(i) in _HARD_STOPS:
            break
        if words.at(i) in _ARRANGED and _can_be_verb(words, i):  # "on Friday we agreed to meet": said then
            return not by
        if (found := _marker(words, i)) is not None:
            return found and not by
    return False


def _marker(words: Words, i: int) -> bool | None:
    """True for a verb of the past, False for a sign of what is to come, None for any other word."""
    word, before = words.at(i), words.at(i - 1)
    if word in _AHEAD:
        return False
    if word == "to":
        return _to(words, i)
    if word in _PERFECT and _participle(words, i + 1):
        return True
    if word in {"was", "were"}:
        return words.at(i + 1) not in _ARRANGED
    if word in _ARRANGED or before in _BE:
        return None
    if word in _WENT:
        return True
    if word.endswith("ed") and len(word) > 3 and _can_be_verb(words, i):
        return True
    return None


def _to(words: Words, i: int) -> bool | None:
    """ "to send" looks ahead, "to the board" is no verb, "managed to send" looks back."""
    after = words.at(i + 1)
    verb = after.isalpha() and after not in _NOT_VERBS and not words.capital(i + 1)
    if not verb or (after.endswith("s") and after not in _VERBS_IN_S):
        return None
    return words.at(i - 1) in _BACK_TO


def _participle(words: Words, i: int) -> bool:
    word = words.at(i)
    if word in {"been", "already", "just", "also", "all", "not", "now", "recently"}:
        return word == "been" or _participle(words, i + 1) if word != "not" else False
    return word in _WENT or (word.endswith("ed") and word not in _ARRANGED) or word in {"done", "seen", "taken"}


def _can_be_verb(words: Words, i: int) -> bool:
    """Whether a word in -ed has a subject before it or opens its clause, as in the bullets of a list."""
    before = words.at(i - 1)
    if before.endswith("ly") or before in {"also", "just", "already", "never", "all"}:
        before, i = words.at(i - 2), i - 1
    return before in _PRONOUNS or before in _STOPS or before in {"", "-", "*", "•", "that"} or words.capital(i - 1)


def _has_subject(words: Words, i: int) -> bool:
    return any(words.at(k) in _PRONOUNS for k in (i - 1, i - 2))
