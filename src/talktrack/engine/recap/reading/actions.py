"""The words of a promise, told from the owner's side and whole: whom "her" means, and what "it" is about."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from talktrack.engine.recap.people import People
from talktrack.engine.recap.promises import Promise
from talktrack.engine.recap.sections import Section
from talktrack.kit.dates import Settings, due_date
from talktrack.kit.similarity.words import content_words
from talktrack.kit.words import word_set

from .units import Unit
from .wording import tidy

_OBJECT = re.compile(
    r"\b(?P<who>her|him|them)\b(?=$|[,.;)]|\s(?:the|a|an|my|our|one|two|this|that|some|about|to|for|on|in|at"
    r"|by|if|when"
    r"|what|how|whether|of|with|know|and|again|first|every|before|after|until|once|w/)\b)",
    re.IGNORECASE,
)
_YOU = {"you": "me", "your": "my", "yours": "mine", "yourself": "myself"}
_SPOKEN = re.compile(r"\b(?:you|your|yours|yourself|me|my)\b", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:it|that|this|them|those|both|one)\b(?! (?:page|\w+ (?:list|page|note)))", re.IGNORECASE)
_FEW = 2
"""Words that say something, below which an action does not say what it is about."""
_THIN = word_set("know let get look ask tell see check find send give do say back")


def action_of(promise: Promise, unit: Unit, people: People, before: str = "") -> str:
    """The action as it may stand in a list of who does what; `before` is what it may be about."""
    words = tidy(promise.action)
    across = people.name(people.manager)
    if unit.direct and unit.said == "manager":
        words = _SPOKEN.sub(lambda found: _turned(found[0], across), words)
    elif promise.owner == "me" and across:
        words = _OBJECT.sub(lambda found: _named(found["who"], unit, people, across), words)
    about = _about(unit) or before
    thin = sum(word not in _THIN for word, _ in content_words(words)) < _FEW or bool(_POINTS.search(words))
    if about and thin and about.lower() not in words.lower():
        words = f"{words} ({about})"
    if promise.named and not promise.owner and promise.named.lower() not in _NOBODY:
        words = f"{promise.named}: {words}"
    return words


_NOBODY = word_set("we us both someone somebody she he they team all everyone i me")


def _turned(word: str, across: str) -> str:
    low = word.lower()
    made = _YOU.get(low) or (f"{across}’s" if low == "my" else across)
    return (made or word).capitalize() if word[0].isupper() else made or word


def _named(word: str, unit: Unit, people: People, across: str) -> str:
    near = people.named(unit.line.text)
    return across if people.resolve(word, near) == people.manager else word


def _about(unit: Unit) -> str:
    """What the clause is about, where a label in front of it says so."""
    if unit.lead is Section.TOPIC and not unit.label.lower().startswith(("so", "me")):
        return unit.label.strip(" ?")
    if unit.lead is Section.CHECK_IN and unit.label.lower().startswith(("next ", "follow", "another ")):
        return unit.label
    return ""


_OWN_LIST = re.compile(
    r"(?:my )?(?:to[- ]?dos?|to[- ]?do'?s?(?: list)?|homework|my (?:actions?|tasks|side))\W*", re.IGNORECASE
)


def own_task(promise: Promise, unit: Unit) -> Promise:
    """What stands in one's own list of things to do without a name is the owner's."""
    if promise.owner or promise.named:
        return promise
    above = (unit.line.heading, unit.label, *unit.line.parents)
    return replace(promise, owner="me") if any(_OWN_LIST.fullmatch(words) for words in above) else promise


_GOES_ON = re.compile(r"\s*(?:how|what|which|who|where|why|whether|that)\b", re.IGNORECASE)


def carried_on(promise: Promise, unit: Unit, day: date, settings: Settings) -> Promise:
    """The promise with what its clause goes on with, where that begins with "how", "what" or the like."""
    rest = " ".join(unit.note.text[promise.end : unit.end].split())
    if promise.end >= unit.end or not _GOES_ON.match(rest):
        return promise
    due = None if promise.due else due_date(rest, today=day, settings=settings)
    when = promise.due
    if due and due.date >= day:
        rest, when = rest[: due.span[0]] + rest[due.span[1] :], due.date.isoformat()
    return replace(promise, action=f"{promise.action} {rest.strip(' .,;')}", due=when, end=unit.end)
