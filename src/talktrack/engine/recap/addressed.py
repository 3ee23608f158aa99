"""Words noted about somebody, put to them: "tell her within the hour" becomes "tell you within the hour".

What stands between quotation marks stays as it is. Where it is not certain who is meant, so does all the rest.
"""

from __future__ import annotations

import re

from talktrack.engine.story import Contact
from talktrack.kit.verbs import is_past, is_third, may_start_small
from talktrack.kit.words import MONTHS, WEEKDAYS, word_set

_QUOTED = re.compile(r"(\"[^\"]*\"|“[^”]*”)")
_SENTENCE = re.compile(r"(?<=[.;!?])(?=\s)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OTHERS = {
    "she": {"hers": "yours", "herself": "yourself"},
    "he": {"him": "you", "his": "your", "himself": "yourself"},
}
_NOBODY = (
    MONTHS
    | WEEKDAYS
    | word_set("i sept oct nov dec jan feb mar apr jun jul aug mon tue tues wed thu thurs fri sat sun")
)
_SOMEBODY = word_set(
    """lad guy man woman boy girl lady gentleman colleague nurse patient apprentice foreman doctor teacher trainee
    candidate caller somebody someone anybody anyone assistant child mother father son daughter"""
)
_JOINS = word_set("and but or that if because when once while as what which who so until before after unless whether")
_ADVERBS = word_set("always often also never sometimes only just then still already usually really now again")
_MODALS = word_set("will would can could may might must should shall did had went to")
_VERBS = {"is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
          "hasn't": "haven't", "doesn't": "don't"}  # fmt: skip
_GIVING = word_set("give gives giving gave tell told show showed shown bring brought send sent offer offered owe")
_TOWARDS = _GIVING | word_set("to with for from ask tell by and via thank remind")
_AFTER_OBJECT = word_set(
    """the a an and or that this these those to in on at by for from of with about within before after until when if
    so as it them him me my her his how what why who where which again first then know see have do is was than not but
    back up down out over into all any some more one two three both no next last every everything something soon
    tomorrow today tonight directly early earlier sooner later straight once whether because while since personally"""
)


def addressed(text: str, who: Contact | None, *, others: tuple[Contact, ...] = (), before: str = "") -> str:
    """The words, put to `who`. `others` are people who may be meant by the same pronoun where they are named.

    `before` is what was said just before: somebody in it may be meant too.
    """
    if who is None or not who.name.strip():
        return text
    reader = _Reader(who, others)
    reader.put(before)
    pieces = _QUOTED.split(text)
    return "".join(piece if at % 2 else reader.put(piece) for at, piece in enumerate(pieces))


class _Reader:
    """Goes from sentence to sentence, and knows whether the talk is of somebody else just now."""

    def __init__(self, who: Contact, others: tuple[Contact, ...]) -> None:
        self.who = who
        self.names = {name.lower() for name in _called(who)}
        self.own = {who.pronoun, *_OTHERS.get(who.pronoun, ()), *(("her",) if who.pronoun == "she" else ())}
        self.known = {c.name.split()[0].lower(): c.pronoun for c in others if c.id != who.id and c.name.strip()}
        self.elsewhere = False

    def put(self, text: str) -> str:
        """The sentences, put to them."""
        return "".join(self._sentence(part) for part in _SENTENCE.split(text))

    def _sentence(self, text: str) -> str:
        rival, met, named = self._read(text)
        certain_until = 0 if self.elsewhere and named == len(text) else rival
        if min(met, named) < certain_until:
            self.elsewhere = False
        elif rival < len(text):
            self.elsewhere = True
        return _turned(text, self.who, certain_until)

    def _read(self, text: str) -> tuple[int, int, int]:
        """Where somebody else comes in, where their pronoun does, where their name does; the length for nowhere."""
        end = len(text)
        rival = met = named = end
        for found in _WORD.finditer(text):
            word = found[0].split("'")[0].split("’")[0]
            low = word.lower()
            if low in self.names and word[0].isupper():
                named = min(named, found.start())
            elif low in self.own:
                met = min(met, found.start())
            elif rival == end and self._is_rival(word, text, found, first=min(met, named) == end):
                rival = found.start()
        return rival, met, named

    def _is_rival(self, word: str, text: str, found: re.Match[str], *, first: bool) -> bool:
        """Whether it is somebody whom the pronoun may mean as well."""
        low = word.lower()
        if low in _SOMEBODY:
            return first
        if low in _NOBODY or not word[0].isupper():
            return False
        if low in self.known:
            return self.known[low] in ("", self.who.pronoun)
        return len(word) > 1 and (_inside(text, found.start()) or _does(word, text[found.end() :]))


def _inside(text: str, at: int) -> bool:
    """Whether a capital stands inside a sentence, where only names have one."""
    before = text[:at].rstrip()
    return bool(before) and before[-1] not in ".!?:;("


def _does(word: str, rest: str) -> bool:
    """Whether the first word of a sentence is somebody who does something: "Priya said"."""
    after = _WORD.match(rest.lstrip())
    verb, low = after[0].lower() if after else "", word.lower()
    several = low.endswith("s") or low in ("people", "everyone", "everybody", "nobody", "they", "we", "you", "it")
    return (
        not several
        and not may_start_small(word)
        and (is_past(verb) or is_third(verb) or verb in _MODALS or verb in _VERBS)
    )


def _turned(text: str, who: Contact, until: int) -> str:
    called = _called(who)
    made: list[str] = []
    last, verb_next = 0, False
    for found in _WORD.finditer(text):
        word = found[0]
        gap = text[last : found.start()]
        verb_next = verb_next and not gap.strip()
        rest, certain = text[found.end() :], found.start() < until
        given = bool(made) and made[-1].lower() in _GIVING
        new, is_subject = _one(word, rest, who, called, certain=certain, given=given)
        if new == word and len(word) == 1 and word in called and made and made[-1].lower() in _TOWARDS:
            new = "you"  # "list to V"
        if verb_next and not is_subject:
            low = word.lower()
            if low not in _ADVERBS:
                new, verb_next = with_you(word), False
        opens = not made or gap.strip(" ") != "" or made[-1].lower() in _JOINS
        verb_next = verb_next or (is_subject and (opens or word.lower() in ("she", "he")))
        begins = word[0].isupper() and (
            not text[: found.start()].strip() or text[: found.start()].rstrip()[-1] in ".!?"
        )
        made += [gap, new[:1].upper() + new[1:] if begins else new]
        last = found.end()
    return "".join(made) + text[last:]


def _one(
    word: str, rest: str, who: Contact, called: tuple[str, ...], *, certain: bool, given: bool
) -> tuple[str, bool]:
    """The word as it is put to them, and whether it is who does something."""
    low, bare = word.lower().replace("’", "'"), word.replace("’", "'")
    head, mark, tail = bare.partition("'")
    if head in called:
        return _named(head, tail if mark else "", rest)
    if not certain or who.pronoun not in ("she", "he"):  # "they" are mostly several
        return word, False
    if low == who.pronoun:
        return "you", True
    if low.partition("'")[0] == who.pronoun and "'" in low:
        tail = low.partition("'")[2]
        return ("you're" if tail == "s" else f"you'{tail}"), False
    if who.pronoun == "she" and low == "her":
        return ("you" if given or _is_object(rest) else "your"), False
    return _OTHERS[who.pronoun].get(low, word), False


def _called(who: Contact) -> tuple[str, ...]:
    """What a note calls them: first name, its letter, initials; "I" is somebody else."""
    parts = who.name.split()
    initials = "".join(part[0] for part in parts).upper()
    return tuple(name for name in (parts[0], parts[0][0].upper(), initials) if name != "I")


def _named(name: str, tail: str, rest: str) -> tuple[str, bool]:
    """Their name or initial: whose something is, or who does it."""
    if tail == "s":
        return "your", False
    if tail:
        return f"you'{tail}", False
    if len(name) == 1 and not re.match(r"\s+[a-z]", rest):
        return name, False  # a letter, and perhaps no name
    return "you", True


def _is_object(rest: str) -> bool:
    """Whether "her" stands for the person and not for whose something is."""
    after = _WORD.match(rest.lstrip()) if rest[:1].isspace() else None
    return after is None or after[0].lower() in _AFTER_OBJECT


def with_you(word: str) -> str:
    """The verb after "you": "forwards" becomes "forward"."""
    low = word.lower().replace("’", "'")
    if low in _VERBS:
        return _VERBS[low]
    if low in _MODALS or not low.endswith("s") or low.endswith(("ss", "us", "is")) or len(low) < 4:
        return word
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        return low[:-2]
    return low[:-1]
