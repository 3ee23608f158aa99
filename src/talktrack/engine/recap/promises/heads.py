"""Where a sentence says that somebody will do something: the grammar of promises.

A head is an owner with a verb that binds: "Ann to send", "I'll send", "@ann: send", "he puts it", "send it (Ann)".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from talktrack.engine.recap.promises.deeds import is_deed
from talktrack.engine.recap.promises.forms import Head, bound
from talktrack.engine.recap.promises.owners import Owner, owner_at
from talktrack.engine.recap.promises.tails import tail

__all__ = ["LONGEST", "Head", "ended", "heads", "pieces"]

LONGEST = 800
"""Characters after which a sentence is cut, so that looking around in it stays linear in the text."""

_LEAD = re.compile(
    r"(?:\[[ xX]?\]\s*|\((?:not done|carried|from last)[^)]*\)\s*|[*_~\"“”'‘>]+\s*|(?:->|→|=>|⇒)\s*"
    r"|\d+(?:\.\d+)*[.)]?\s+(?=\D)|(?:TODO|To ?do|AI)\s+(?=[a-z])"
    r"|(?:action(?: items?)?s?|ais?|to[ -]?dos?|next(?: steps?| up)?|follow[- ]?ups?|agreed|deal|promised?|outcome"
    r"|so|also|and|then|yes|ok|okay|please|plus|finally|last|first|result|decision|commitments?)"
    r"\s*(?::|\s[-–—]|,)\s*)+",
    re.IGNORECASE,
)
"""What may stand before the owner: boxes, quotation marks, arrows, "Action:", "next:"."""
_LABEL = re.compile(r"(?:\*\*|__)?(?:\s*\([^()]{1,30}\))?\s*:(?:\*\*|__)?\s*|\s+(?:\+\+|-{1,2}>?|–|—|→)\s+")
_GIVEN = re.compile(r"(?:action(?: item)?s?|ai|to[ -]?do|task)\s*[(\[]\s*", re.IGNORECASE)
_CLOSED = re.compile(r"\s*[)\]]\s*:?\s*")
_TASK = re.compile(
    r"(?P<whose>my|her|his) (?:job|task|part|homework|to[- ]?dos?|action)s?(?: (?:until|till|by|for) [\w ]{1,20})?: ",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    r"[,;:(\[.!?]\s*(?:and\s+|but\s+|then\s+|so\s+)?|\s[-–—]{1,2}\s+|(?:->|→|=>|⇒|\+|=)\s*|[\"“”]\s*"
    r"|\b(?:and|but|so|then|that|because|said|says|say|promised|promises|yes|ok|okay|agreed|agrees|while|maybe"
    r"|perhaps|think|thinks|thought|until|if|where|before|after|once|when|unless|provided|as|did|do|does|or|what|which"
    r"|who|than|hope|hopes|wish|guess|sure|mean|means|for|suggested|mentioned|noted|told\s+me|told\s+us)\s+"
)
"""After these another clause may begin."""
_SUBJECT = re.compile(r"\s(?=(?:I|[Hh]e|[Ss]he|[Tt]hey)(?:'\w+)?\s)")
"""These are nothing but subjects, wherever they stand."""
_SKIP = re.compile(
    r"(?:(?:(?:please|pls|kindly|to|and|also|just|then|asap|urgent(?:ly)?|next week|this week|today|tomorrow|will"
    r"|again|action(?: item)?s?|todo)\b|->|→|:|-|–|\[ ?\]|\*\*|,)\s*)*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_QUOTES = '"“”'


def heads(text: str, known: Collection[str] = (), *, spoken: bool = False) -> list[Head]:
    """Every head of one sentence, from left to right. `text` has straight apostrophes; linear in its length.

    `spoken` says that somebody's label stood before the text, so that it may begin with an order or a thing.
    """
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    speaker, labelled = _label(text, begin, known)
    first = labelled if speaker else begin
    found = _clauses(text, first, known, speaker)
    if spoken or speaker:  # what a thing quotes is no clause of its own: "me: one page 'what I would do'"
        found = [head for head in found if not _quoted(text, head.start)]
    opening = _SKIP.match(text, first)
    at = opening.end() if opening else first
    word = _WORD.match(text, at)
    verb = word[0].lower() if word and is_deed(word[0]) and not (found and found[0].start <= at) else ""
    if at >= len(text):
        return found
    if speaker:
        return _under_label(text, at, verb, speaker, found)
    if addressed := None if found else _addressed(text, begin, known):
        return [addressed]
    return _without_label(text, begin, at, verb, known, found, spoken=spoken)


def _label(text: str, at: int, known: Collection[str]) -> tuple[Owner | None, int]:
    """Whoever stands before a colon or a dash at the beginning, and where what follows begins."""
    if given := _GIVEN.match(text, at):
        owner = owner_at(text, given.end(), known)
        close = _CLOSED.match(text, owner.end) if owner else None
        return (owner, close.end()) if close else (None, 0)
    if task := _TASK.match(text, at):
        return Owner(at, task.end("whose"), "i" if task["whose"].lower() == "my" else "other"), task.end()
    owner = owner_at(text, at, known)
    mark = _LABEL.match(text, owner.end) if owner else None
    if not owner or not mark or (owner.kind == "small" and ":" in mark[0]):
        return None, 0
    return owner, mark.end()


def _clauses(text: str, first: int, known: Collection[str], speaker: Owner | None) -> list[Head]:
    """The heads with an owner and a verb of their own."""
    found: list[Head] = []
    places = {first, *(cut.end() for mark in (_BOUNDARY, _SUBJECT) for cut in mark.finditer(text, first))}
    after = -1
    for at in sorted(places):
        owner = owner_at(text, at, known) if at >= after else None
        if not owner or (owner.kind == "small" and at != first):
            continue
        if head := bound(text, owner, start=at == first):
            found.append(replace(head, speaker=speaker))
            after = head.verb
    return found


def _quoted(text: str, at: int) -> bool:
    """Whether a quotation is open there that began inside the text."""
    return sum(text.count(mark, 1, at) for mark in _QUOTES) % 2 == 1


def _under_label(text: str, at: int, verb: str, speaker: Owner, found: list[Head]) -> list[Head]:
    """ "Ann: send the list", "@ann: the list"."""
    if verb:
        return [Head("label", speaker, speaker.start, at, len(text), verb, speaker), *found]
    return found or [Head("thing", speaker, speaker.start, at, len(text), "", speaker)]


def _addressed(text: str, at: int, known: Collection[str]) -> Head | None:
    """ "@ann new issue for the shirts"."""
    owner = owner_at(text, at, known)
    if not owner or owner.kind != "handle" or owner.end >= len(text):
        return None
    return Head("addressed", owner, owner.start, owner.end + 1, len(text), "")


def _without_label(
    text: str, begin: int, at: int, verb: str, known: Collection[str], found: list[Head], *, spoken: bool
) -> list[Head]:
    """ "send the list (Ann)", "send the list", "form to HR (she)"."""
    if verb:
        form = "label" if spoken else "order"
        return [tail(text, at, known) or Head(form, None, begin, at, len(text), verb), *found]
    if found:
        return found
    if tailed := tail(text, at, known):
        return [replace(tailed, form="tail-thing", word="")]
    return [Head("thing", None, begin, at, len(text), "")] if spoken else []


def ended(found: list[Head]) -> list[Head]:
    """Each head with its action ending where the next one begins."""
    return [
        replace(head, end=min(head.end, found[i + 1].start)) if i + 1 < len(found) else head
        for i, head in enumerate(found)
    ]


def pieces(sentence: str) -> Iterator[tuple[str, int]]:
    """The sentence, or where it is too long its parts, each with where it begins."""
    begin = 0
    while len(sentence) - begin > LONGEST:
        end = sentence.rfind(" ", begin + 1, begin + LONGEST) + 1 or begin + LONGEST
        yield sentence[begin:end], begin
        begin = end
    yield sentence[begin:], begin
