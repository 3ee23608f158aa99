"""Whether a date expression in its surroundings is a day by which something is due."""

from __future__ import annotations

from dataclasses import dataclass

from talktrack.kit.dates.leads import ARTICLES, Role
from talktrack.kit.dates.readings import OF_TODAY, Kind, Reading
from talktrack.kit.dates.tense import is_past
from talktrack.kit.dates.words import MONTHS, ORDINALS, SEASONS, WEEKDAYS, Words, phrases
from talktrack.kit.words import word_set


@dataclass(frozen=True)
class Found:
    """A date expression and what leads it in."""

    lead: int
    """The first word, that of the lead included."""
    start: int
    """The first word of the expression itself."""
    role: Role
    reading: Reading


_AT_THE_LATEST = phrases("at the latest", "latest", "at the very latest", "deadline", "max")
_REFERENCES = word_set(
    "version v release ticket room page section chapter step figure table item issue pr build route bus iso "
    "rfc score scored rated rating level part phase sprint # $ £ € nr number floor python java node open"
)
_GROWTH = word_set(
    "cut cuts reduce reduced reduces grew grow grows increase increased up down rose drop dropped fell "
    "improve improved cutting reducing growing increasing shrink shrank"
)
_FUNCTION = word_set(
    "and or at so if to with when because but that i we you he she they it by for then please unless which in "
    "on from will is are was were be has have had of the a an my our his her their this next would could "
    "should can may might as not before after until about also too latest works work suits s since off "
    "onwards ok fine good instead once while where who how what there here just through than do does let me "
    "us d ll re ve m onward sharp"
)
_NAMES_TOO = word_set("april may june august jan")
_OF_PEOPLE = word_set("gets is has comes leaves returns goes starts says joins moves retires and will can s")
_DEADLINES = {Role.BY, Role.BEFORE, Role.FOR, Role.AFTER}
_YEARS_AHEAD = 30
_BESIDE = 4
"""How many words may stand beside a bare month for it still to be the whole of the text."""


def counts(words: Words, found: Found) -> bool:
    """Whether the expression gives a day by which something is due."""
    reading = found.reading
    if found.role is Role.NONE or reading.kind is Kind.PAST or _frequent(words, found):
        return False
    if reading.last.year > words.today.year + _YEARS_AHEAD or _named_thing(words, found):
        return False
    if reading.weak and not (_strong_enough(words, found) or _alone(words, found)):
        return False
    if _gone(words, found) or _attribute(words, found):
        return False
    if found.role is Role.FOR and reading.kind in {Kind.MONTH, Kind.LONG}:
        return False
    return not is_past(words, found.lead, reading.end, by=found.role in {Role.BY, Role.BEFORE})


def _frequent(words: Words, found: Found) -> bool:
    """ "the first Monday of each month", "the last Friday" of many."""
    end = found.reading.end
    if words.at(end) in {"of", "in"} and words.at(end + 1) in {"every", "each", "any"}:
        return True
    return words.at(found.start) in WEEKDAYS and words.at(found.start - 1) in ORDINALS


def _named_thing(words: Words, found: Found) -> bool:
    """ "room 12/3", "version 2025", "$2027", "cut by 1/3", "April gets back"."""
    start, before = found.start, words.at(found.start - 1)
    word, after = words.at(start), words.at(found.reading.end)
    if word[:1].isdigit() and (
        before in _REFERENCES or (words.at(start - 2) in _REFERENCES and before in {".", ":"})
    ):
        return True
    near = {words.at(k) for k in range(found.lead - 4, found.lead)}
    if "." in word and found.reading.weak and near & _GROWTH:
        return True
    if "/" in word and len(word) < 6:
        return after in {"of", "%"} or bool(near & _GROWTH and _fraction(word)) or before in {"in", "over", "within"}
    if found.reading.weak and word in _NAMES_TOO and words.capital(start):
        return after in _OF_PEOPLE or before in {"to", "from", "with"}
    if word in {"sun", "sat", "wed"}:
        return before == "the" or (found.role is Role.BARE and words.capital(found.reading.end))
    return found.reading.weak and word.isdigit() and after.isalpha() and after not in _FUNCTION


def _fraction(word: str) -> bool:
    """Whether something can grow by that much: by 1/3, and not by 19/3 or by 3/14."""
    part, whole = [*(int(figure) for figure in word.split("/") if figure.isdigit()), 0, 0][:2]
    return part < whole <= 10


def _strong_enough(words: Words, found: Found) -> bool:
    """Whether the lead makes a date of words that can mean something else."""
    word = words.at(found.start)
    if found.reading.convention == OF_TODAY:
        return found.role in {Role.BY, Role.BEFORE}
    if found.role in {Role.ON, Role.FROM}:
        return not (word in SEASONS and words.at(found.reading.end) == "of")
    if found.role is Role.BARE and "/" in word:  # "slides 3/14": no fraction, and nothing follows
        figures = word.split("/")
        return max(map(int, figures[:2])) > 12 and not words.at(found.reading.end).isalnum()
    return found.role is not Role.BARE or words.match(found.reading.end, _AT_THE_LATEST) > 0


def _alone(words: Words, found: Found) -> bool:
    """Whether next to nothing else is said."""
    first, last = found.lead, len(words.starts) - found.reading.end
    if first > _BESIDE or last > _BESIDE:
        return False
    around = [*words.words[:first], *words.words[found.reading.end : found.reading.end + last]]
    return not any(word.isalnum() and word not in {"at", "the", "latest"} for word in around)


def _gone(words: Words, found: Found) -> bool:
    """Over already, and not a date written out in full that may well be overdue."""
    reading = found.reading
    if reading.last >= words.today:
        return False
    return reading.yearless or not (reading.kind is Kind.DAY or found.role in {Role.BY, Role.BEFORE})


def _attribute(words: Words, found: Found) -> bool:
    """ "the Q1 report", "our March review", "next week's agenda", unless "by" or "before" makes a day of it."""
    end, role = found.reading.end, found.role
    after = words.at(end)
    owns = (after == "'" and words.at(end + 1) == "s") or (after == "s" and words.glued(end))
    thing = after.isalpha() and not (after in _FUNCTION or words.capital(end) or after in MONTHS or after in WEEKDAYS)
    if not (owns or thing) or role in _DEADLINES or words.at(found.lead) in {"at", "on", "during"}:
        return False
    loose = found.reading.kind in {Kind.MONTH, Kind.LONG} and role is Role.BARE
    return loose or words.at(found.start - 1) in ARTICLES or (owns and role is not Role.ON)
