"""Promises in the plainest words: somebody named, a verb in the present, a day to come or something for the owner."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from datetime import date

from talktrack.engine.recap.people import People
from talktrack.engine.recap.promises import Promise
from talktrack.engine.recap.promises.days import binds
from talktrack.engine.recap.sections import Section
from talktrack.kit.dates import Due, Settings, due_dates
from talktrack.kit.similarity.words import content_words
from talktrack.kit.words import word_set

from .advice import section_of
from .moods import is_irreal, is_told
from .sorting import Kind, Sorted
from .units import Unit

_CLAUSE = re.compile(
    r"(?:and |so |then )?(?P<who>i|[^\W\d_][\w.'-]*(?: (?-i:[A-Z])[\w'-]+)?) (?:also |then |now )?"
    r"(?P<verb>[a-z]{2,})\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_GIVES = word_set(
    """
    lend give show teach bring introduce help let explain send forward lends gives shows teaches brings
    introduces helps lets explains sends forwards"""
)
_NO_DEED = word_set(
    """
    is are am be was were been has have had do does did will would can could shall should may might must go
    goes come comes leave leaves start starts retire retires travel travels fly flies return returns work
    works finish finishes live lives turn turns get gets become becomes know knows think thinks want wants
    like likes need needs love loves hope hopes say says said feel feels mean means see sees hear hears look
    looks seem seems stay stays keep keeps mind minds wish wishes not never and or of in on at to from with
    for by before until the a an my told asked plan plans close closes open opens move moves last lasts"""
)
_USUAL = re.compile(
    r"\b(?:every|always|usually|often|each|normally|still|already|sometimes|never)\b|\?", re.IGNORECASE
)


def plainly(
    found: Sequence[Sorted], busy: Container[int], people: People, day: date, settings: Settings
) -> dict[int, Promise]:
    """What is somebody's to do though no form of promising says so, by the clause; `busy` are those that promise."""
    given = {
        at: _handed(one.unit, people, day, settings)
        for at, one in enumerate(found)
        if one.kind is Kind.NONE and at not in busy
    }
    return {at: promise for at, promise in given.items() if promise}


def _handed(unit: Unit, people: People, day: date, settings: Settings) -> Promise | None:
    """What somebody does by a day to come, or for the owner, told in the present; None where it is no such thing."""
    found = _CLAUSE.fullmatch(unit.plain.strip())
    if not found or not unit.opens or unit.asks or unit.verb or unit.direct or section_of(unit) is Section.FEEDBACK:
        return None
    verb = found["verb"].lower()
    owner = people.resolve(found["who"], people.named(unit.plain))
    if not owner or verb in _NO_DEED or is_told(unit.plain) or is_irreal(unit.plain) or _USUAL.search(unit.plain):
        return None
    if verb.endswith(("ed", "ly", "ing")) or (owner == "me" and verb.endswith("s") and not verb.endswith("ss")):
        return None
    rest = found["rest"]
    dues = [due for due in due_dates(rest, today=day, settings=settings) if due.date > day]
    if not dues and not (owner != "me" and verb in _GIVES and re.match(r"me\b", rest, re.I)):
        return None
    when, words = _by(rest, dues)
    action = f"{_base(verb, owner)} {words.strip(' ,.;')}"
    return Promise(owner, "", action, when, "", unit.start, unit.end, 0.5)


def _by(words: str, dues: Sequence[Due]) -> tuple[str, str]:
    """The first day that binds, and the words without it."""
    for due in dues:
        if binds(words, due):
            return due.date.isoformat(), words[: due.span[0]] + words[due.span[1] :]
    return "", words


def _base(verb: str, owner: str) -> str:
    """The verb as an order: "shows" gives "show"."""
    if owner == "me" or not verb.endswith("s") or verb.endswith("ss"):
        return verb
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    return verb[:-2] if verb.endswith(("ches", "shes", "sses", "xes", "zes")) else verb[:-1]


_NOBODY = re.compile(
    r"\b(?:someone|somebody|some1|anyone|we|us|they|team|who|needs? \w+ing|(?:need|has|have|got|will need) to be)\b",
    re.IGNORECASE,
)
_FOR_ME = re.compile(r"\b(?:me|my|you|your)\b", re.IGNORECASE)
_MINE = re.compile(r"\b(?:i|im|ill|ive|i'm|i'll|i've|i'd)\b|\(me\)", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:to|with|for|from|about|re|at|of|via|past)\b (?:the |dr |mrs? )?[^\W\d_]+", re.IGNORECASE)
"""Somebody whom a promise is made to or about, and not who keeps it."""
_THEIRS = re.compile(r"\b(?:s?he|hes|shes|hell|shell|her|his)\b", re.IGNORECASE)


def _likely(unit: Unit, plain: str, people: People) -> str:
    """Whose a promise without a clear subject is: what stands in one's own notes and names nobody is one's own."""
    if _NOBODY.search(plain):
        return ""
    if unit.direct and unit.said == "manager":
        return ""
    for label in (unit.label, unit.line.speaker):
        if label and (who := people.resolve(label) or next(iter(people.named(label)), "")):
            return who
    if _MINE.search(plain):
        return "me"
    named = [who for who in people.named(_TOWARDS.sub(" ", plain)) if who != "me"]
    across = people.manager if _THEIRS.search(plain) else ""
    if _FOR_ME.search(plain):
        return named[0] if named else across
    return "me" if not named and not across else ""


_JOINED = re.compile(r"\b([^\W\d_][\w.-]*) (?:and|&|\+) (I|me|[A-Z][\w.-]*) (?:will|to|are|have|should|must)\b")
"""Two who share it: nobody alone is its owner."""
_ABLE = re.compile(r"\b(?:needs?|has|have|must|should|ought)(?: to)? be (?:able|ready|allowed|free|willing)\b", re.I)
"""What somebody has to be, before something else may happen."""
_SUBJECT = re.compile(
    r"(?:and |but |so |also |then |oh )*(?P<who>[^\W\d_][\w.-]*?)(?:'s|'m|'re|'ll|'d|\b)"
    r"(?P<verb>(?: (?:is|am|are|was|has|have|had|will|shall|would|can|could|to|going|gonna|also|then|just"
    r"|said|says|promised|offered|agreed|she|he|i)(?:'ll|'d|'s)?\b)*)\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def guessed(unit: Unit, people: People, day: date, settings: Settings) -> Promise | None:
    """A clause that is known to promise something, by its subject and its day; None where it says nothing to do."""
    plain = unit.body if unit.said == "manager" and unit.verb else unit.plain
    if _ABLE.search(plain):
        return None
    if (shared := _JOINED.match(unit.line.text)) and all(map(people.resolve, shared.groups())):
        return Promise("", "", unit.line.text.strip(" ,.;"), "", "", unit.line.start, unit.line.end, 0.5)
    found = _SUBJECT.fullmatch(plain.strip())
    owner = people.resolve(found["who"], people.named(plain)) if found else ""
    if found and unit.direct and unit.said == "manager" and found["who"].lower() in ("i", "you"):
        owner = people.manager if found["who"].lower() == "i" else "me"
    words = found["rest"] if found and owner else plain
    owner = owner or _likely(unit, plain, people)
    dues = [due for due in due_dates(words, today=day, settings=settings) if due.date >= day]
    when, rest = _by(words, dues)
    if unit.plain.rstrip().endswith(":") or all(people.resolve(word) for word, _ in content_words(rest)):
        return None  # a heading, or nothing but a name and a day
    return Promise(owner, "", rest.strip(" ,.;"), when, "", unit.start, unit.end, 0.5)
