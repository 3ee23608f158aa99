"""Who would do it, as notes name people: "Ann", "@ann", "AB", "Ann and Bo", "JZ / BN", "all", "she"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from talktrack.engine.recap.promises.deeds import did, is_deed, third, words_of
from talktrack.kit.words import MONTHS, WEEKDAYS, word_set

I = word_set("i me myself")  # noqa: E741
OTHERS = word_set("he she they")
WE = word_set("we both us")
GROUP = word_set("all everyone everybody team group others")
_PRONOUN = re.compile(
    r"(?:(?:[Ii]|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Yy]ou|me|ME|Me|myself|[Bb]oth of us|[Bb]oth)(?![\w@-]|\.\w)"
    r"|[Ii](?=(?:ll|m|ve)\b)|(?:[Tt]hey)(?=(?:ll|re)\b)|(?:[Hh]e|[Ss]he)(?=s\b))"
)
_HANDLE = re.compile(r"@\w[\w-]*(?:\.\w[\w-]*)*|\w[\w-]*(?:\.\w+)*@(?![\w.])")
_GROUP = re.compile(r"(?:[Aa]ll|[Ee]veryone|[Ee]verybody)(?![\w-])")
_NAME = re.compile(r"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?[^\W\d_a-z][\w'-]*(?<!')")
_SMALL = re.compile(r"[a-z][a-z0-9]*(?:[-_]?[a-z0-9]+)*(?:(?='s )|(?='ll )|(?![\w'@.-]))")
_IS_DOING = re.compile(r"'s (?:gonna|going|also |\w+ing\b|to \w)")
_BODY = re.compile(
    r"(?:[Mm]y|[Tt]he|[Oo]ur) (?:[a-z]+ )?(?:manager|boss|supervisor|lead|mentor|coach|sponsor|tutor|director)"
    r"(?: [A-Z][\w-]+)?(?!['’\w-])|(?:[Mm]anager|[Bb]oss)(?= (?:to|will|is|asks|checks|sends)\b|'ll\b)"
    r"|(?:(?:[Tt]he|[Oo]ur) )?(?:HR|IT|[Pp]ayroll|[Ff]inance|[Ll]egal|[Ff]acilities|[Aa]ccounts|[Rr]ecruiting)"
    r"(?= (?:will|to|is going)\b|'ll\b)"
    r"|[Tt]he (?:agency|founders|partners|board|office|recruiter|supplier|admin|union|bank|school|college)"
    r"(?= (?:will|to|are|is)\b|'ll\b)"
)
"""People who are called by their post or their place."""
_FROM = re.compile(r" (?:from|in|at|of) (?:the )?[A-Z][\w-]*(?= (?:will|to|is|has)\b|'ll\b|:)")
_INITIAL = re.compile(r"[A-Z]\.(?= (?:to|will|is|has)\b|:|'ll\b)")
_PARTICLE = re.compile(r"(?:de|van|von|der|den|la|del|di|da|al|el|bin|ter) (?=[A-Z])")
_JOIN = re.compile(r"\s*,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*[&/+]\s*|\s+(?=@)")
_ALSO_VERBS = word_set(
    "mark grant chase bill rob will sue jack frank pat ray drew dean victor grace hope pierce ward"
)
_DOES = re.compile(r"(?:'ll|:| to| will| and| &| /|,) ")
_WISHES = word_set("tends wants needs has seems likes hopes plans intends expects gonna prefers doesn't didn't won't")
_NO_NAME = re.compile(
    r".{3,}(?:ing|ness|ment|ments|tion|tions|ity|ities|able|ible|ous|ful|less|ive|ally|ward|ance|ence|wise)$"
)
"""Endings of words that are no names, in small letters or at the beginning of a sentence."""
_SHORTEST_SMALL = 3
"""Letters from which on a name in small letters is taken for one."""
_LONGEST_INITIALS = 3
_LONGEST_NAME = 4
_MOST_JOINED = 8

NO_PERSON = words_of("nobody") | MONTHS | WEEKDAYS
"""What begins a line with a capital and names nobody."""


@dataclass(frozen=True)
class Owner:
    """Where the name of who would do it stands."""

    start: int
    end: int
    kind: str
    """"i", "other" (a pronoun), "you", "we", "group", "body" (a post or a department), "handle", "known", "initials",
    "name" or "small"."""
    count: int = 1


def owner_at(text: str, at: int, known: Collection[str]) -> Owner | None:
    """The owner that is named exactly there, several joined ones included; None where nobody is."""
    first = _one(text, at, known)
    if not first:
        return None
    end, kind = first
    count = 1
    while count < _MOST_JOINED and (join := _JOIN.match(text, end)):
        more = _one(text, join.end(), known)
        if not more or more[1] in {"small", "group"}:
            break
        end, count = more[0], count + 1
    return Owner(at, end, kind, count)


def _one(text: str, at: int, known: Collection[str]) -> tuple[int, str] | None:
    """End and kind of the one person named there."""
    if at >= len(text):
        return None
    char = text[at]
    if found := _PRONOUN.match(text, at):
        low = found[0].lower()
        kind = "i" if low in I else "other" if low in OTHERS else "you" if low == "you" else "we"
        return found.end(), kind
    if found := _HANDLE.match(text, at):
        return found.end(), "handle"
    if found := _GROUP.match(text, at):
        return found.end(), "group"
    if found := _BODY.match(text, at):
        return found.end(), "body"
    if found := _INITIAL.match(text, at):
        return found.end(), "initials"
    if char.isupper():
        name = _name(text, at, known)
        place = _FROM.match(text, name[0]) if name else None
        return (place.end(), name[1]) if place and name else name
    found = _SMALL.match(text, at)
    if found and len(found[0]) >= _SHORTEST_SMALL and found[0] in known:
        return found.end(), "known"
    if found and len(found[0]) > 2 and at == 0 and not _common(found[0]):
        return found.end(), "small"
    return None


def _common(word: str) -> bool:
    """Whether a word in small letters is surely no handle."""
    return (
        word in NO_PERSON
        or word in _WISHES
        or is_deed(word)
        or word.endswith("ed")
        or did(word)
        or bool(third(word) or _NO_NAME.match(word))
    )


def _name(text: str, at: int, known: Collection[str]) -> tuple[int, str] | None:
    """A name of one to four words with capitals."""
    words = _capitals(text, at, known)
    if not words:
        return None
    first, end = words[0][0], words[-1][1]
    low = first.lower()
    if low in known or text[at:end].lower() in known:
        return end, "known"
    single = len(words) == 1
    if low in NO_PERSON or did(low) or low in _WISHES or (single and (third(low) or _NO_NAME.match(low))):
        return None
    if single and is_deed(first) and not (low in _ALSO_VERBS and _DOES.match(text, end)):
        return None
    short = single and len(first) <= _LONGEST_INITIALS and first[:2].isupper()
    return end, "initials" if short else "name"


def _capitals(text: str, at: int, known: Collection[str]) -> list[tuple[str, int]]:
    """The words with a capital from there on that can be one name, each with its end."""
    words: list[tuple[str, int]] = []
    place = at
    while len(words) < _LONGEST_NAME and (found := _NAME.match(text, place)):
        word, end = found[0], found.end()
        if word.endswith("'s"):
            word, end = word[:-2], end - 2
            if not _IS_DOING.match(text, end):
                break
        low = word.lower()
        if words and (low in NO_PERSON or (is_deed(word) and low not in known)):
            break
        words.append((word, end))
        if text[end : end + 1] != " ":
            break
        particle = _PARTICLE.match(text, end + 1)
        place = particle.end() if particle else end + 1
    return words
