"""The words that lead a date in, and what they make of it: by, before, on, after, for; since and every unmake it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from talktrack.kit.dates.words import Words, phrases
from talktrack.kit.words import word_set


class Role(IntEnum):
    """What the words before a date make of it. Of several, the greatest counts."""

    BARE = 0
    FOR = 1
    """ "for Friday": due then where it is a day, the subject of the talk where it is a month or a year."""
    ON = 2
    FROM = 3
    """ "from March", "starting Monday": due when it begins."""
    AFTER = 4
    BY = 5
    BEFORE = 6
    NONE = 7
    """ "since March", "every Friday": no due date."""


_WORDS = {
    Role.FOR: "for | ready for",
    Role.ON: (
        "on | in | at | during | over | throughout | between | around | to | into | some time in | sometime in"
    ),
    Role.FROM: (
        "from | starting | beginning | effective | as of | as from | starting from | starting in | starting on | "
        "not before | beginning in | beginning on"
    ),
    Role.AFTER: ("after | following | any time after"),
    Role.BY: (
        "on or before | "
        "by | until | till | til | up until | no later than | not later than | latest | latest by | within | "
        "at the latest by | at the latest on | deadline | deadline of | deadline is | deadline : | due | "
        "due : | due date : | due date is | due on | due in | eta | @ | in time for | target : | deadline on"
    ),
    Role.BEFORE: ("before | prior to | ahead of | any time before"),
    Role.NONE: (
        "since | every | each | per | of | every other | every second | every single | any | most | like | "
        "weekly on | monthly on | daily on | ever since | with | earlier in | earlier | alternate | versus | "
        "vs | than"
    ),
}
_ROLE = {phrase.strip(): role for role, group in _WORDS.items() for phrase in group.split("|")}
_PHRASES = phrases(*_ROLE)
_ROUGHLY = phrases(
    "about | around | circa | roughly | approximately | approx | approx . | sometime | some time | maybe | "
    "probably | say | ca | ca . | ( | : | c . | ~ | very | early on | as early as | as soon as | now and"
)
ARTICLES = word_set("the our my your her his their a an")
STARTS = frozenset(_PHRASES) | ARTICLES
_LONGEST = 4
_PARTICLES = word_set("in on over through")
"""Before "by" or "on" these belong to the verb: "fill it in by Friday", "hand it over on Monday"."""


@dataclass(frozen=True)
class Lead:
    """What leads in a date."""

    role: Role
    end: int
    """The place at which the date is to begin, an article before it included."""


def lead(words: Words, i: int) -> Lead:
    """The words that start here and lead in a date; a bare one where there are none."""
    role, end = Role.BARE, i
    if _is_particle(words, i):
        return Lead(role, end)
    for _ in range(_LONGEST):
        if after := words.match(end, _PHRASES):
            role, end = max(role, _ROLE[" ".join(words.words[end:after])]), after
        elif after := words.match(end, _ROUGHLY) if end > i else 0:
            end = after
        else:
            break
    return Lead(role, end)


def _is_particle(words: Words, i: int) -> bool:
    """Whether the word ends a verb, and what leads in the date only follows."""
    if words.at(i) not in _PARTICLES or words.match(i, _PHRASES) != i + 1:
        return False
    after = words.match(i + 1, _PHRASES)
    role = _ROLE[" ".join(words.words[i + 1 : after])] if after else Role.BARE
    return role in {Role.BY, Role.BEFORE, Role.AFTER, Role.FROM} or words.at(i + 1) == "on"
