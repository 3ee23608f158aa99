"""Where a sentence says that somebody will do something: the grammar of promises.

A head is an owner with a verb that binds: "Ann to send", "I'll send", "@ann: send", "he puts it", "send it (Ann)".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from talktrack.engine.recap.promises.deeds import gerund, is_deed, third
from talktrack.engine.recap.promises.owners import Owner, owner_at
from talktrack.kit.words import word_set


@dataclass(frozen=True)
class Head:
    """One owner and one verb in a sentence; offsets count from its beginning."""

    form: str
    owner: Owner | None
    start: int
    """Where the clause begins, its owner included."""
    verb: int
    """Where the action begins."""
    end: int
    """Where the action ends."""
    word: str
    """The verb as a base: "send"; "" for a bare thing."""
    speaker: Owner | None = None
    """Whose label stands in front."""
    stop: int = 0
    """Where the clause ends, which may be behind an owner at its end; 0 for where the action ends."""


_LEAD = re.compile(
    r"(?:\[[ xX]?\]\s*|\((?:not done|carried|from last)[^)]*\)\s*|[*_~\"“”'‘>]+\s*|(?:->|→|=>|⇒)\s*|\d+(?:\.\d+)*[.)]?\s+(?=\D)"
    r"|(?:action(?: items?)?s?|ais?|to[ -]?dos?|next(?: steps?| up)?|follow[- ]?ups?|agreed|deal|promised?|outcome"
    r"|so|also|and|then|yes|ok|okay|please|plus|finally|last|first|result|decision|commitments?)\s*(?::|\s[-–—]|,)\s*|(?:TODO|To ?do|todo|AI)\s+(?=[a-z]))+",
    re.IGNORECASE,
)
_ADV = (
    r"(?:\s+(?:also|then|now|just|please|only|gladly|still|first|both|all|happily|definitely|personally|kindly"
    r"|again|each|together|quickly|soon|certainly|really|always|actually|separately|individually"
    r"|probably|likely|maybe|perhaps|possibly|ideally|hopefully))*"
)
_TRY = r"(?:try\s+(?:to|and)\s+|have\s+to\s+|(?:not\s+forget|remember|make\s+sure|be\s+sure)\s+to\s+)?"
_VERB = r"(?P<verb>[^\W\d_][\w'-]*)"
_LABEL = re.compile(r"(?:\*\*|__)?(?:\s*\([^()]{1,30}\))?\s*:(?:\*\*|__)?\s*|\s+(?:\+\+|-{1,2}>?|–|—|→)\s+")
_FORMS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("to", rf"(?:\s*\([^()]{{1,30}}\))?{_ADV}\s+to(?:\s+(?:also|please|then|try\s+and|go\s+and))?\s+{_VERB}"),
        ("will", rf"(?:\s*\([^()]{{1,30}}\))?(?:'?ll|\s+(?:will|shall|wil)){_ADV}\s+{_TRY}{_VERB}"),
        (
            "bound",
            rf"(?:'?m|'?s|'?re|\s+am|\s+is|\s+are){_ADV}(?:\s+(?:going|supposed|meant|due|set|asked|happy|willing))?"
            rf"\s+to\s+{_VERB}",
        ),
        ("bound", rf"(?:'?ve|{_ADV}\s+(?:has|have|needs?|ought|got|'s got)){_ADV}(?:\s+got)?\s+to\s+{_VERB}"),
        ("bound", rf"{_ADV}\s+must{_ADV}\s+{_TRY}{_VERB}"),
        ("bound", rf"(?:'?m|'?s|'?re|\s+am|\s+is|\s+are)?\s+(?:gonna|gotta|gona)\s+{_VERB}"),
        (
            "promised",
            rf"(?:'ve)?{_ADV}\s+(?:promise[sd]?|owe[sd]?)\s+(?:me|her|him|them|us|[A-Z]\w*)\s+"
            rf"(?P<verb>(?:an?|the|my|her|his|their|two|three|\d+)\b(?=\s+\w))",
        ),
        (
            "promised",
            rf"(?:'ve|'s)?{_ADV}(?:\s+(?:has|have))?{_ADV}\s+(?:promise[sd]?|agree[sd]?|offer(?:s|ed)?|volunteer(?:s|ed)?"
            rf"|commit(?:s|ted)?|pledge[sd]?|undertook|undertakes?|swore|vowed|decided|decides)"
            rf"(?:\s+(?:me|us|her|him|themselves|himself|herself))?\s+to\s+{_VERB}",
        ),
        ("asked", rf"{_ADV}\s+(?:asked|asks|wants?|wanted|expects?|would\s+like|told|needs?)\s+(?P<whom>me)\s+to\s+{_VERB}"),
        ("planned", rf"{_ADV}\s+(?:plans?|intends?|wants?|aims?|hopes?|expects?)\s+to\s+{_VERB}"),
        ("would", rf"(?:'d|\s+would){_ADV}\s+{_VERB}"),
        ("can", rf"\s+can{_ADV}\s+{_VERB}"),
        ("should", rf"\s+should{_ADV}\s+{_VERB}"),
        ("doing", rf"(?:'?m|'?s|'?re|\s+am|\s+is|\s+are)?{_ADV}\s+(?P<verb>[a-z-]+ing)\b"),
        ("takes", rf"{_ADV}\s+(?P<verb>takes|owns)\b(?=\s+(?:the|this|that|it|on|over|care|a|an|my|over)\b)"),
        ("plain", rf"{_ADV}\s+(?:please\s+)?{_VERB}"),
    )
)
_BOUNDARY = re.compile(
    r"[,;:(\[.!?]\s*(?:and\s+|but\s+|then\s+|so\s+)?|\s[-–—]{1,2}\s+|(?:->|→|=>|⇒|\+|=)\s*|[\"“”]\s*"
    r"|\b(?:and|but|so|then|that|because|said|says|say|promised|promises|yes|ok|okay|agreed|agrees|while|maybe"
    r"|perhaps|think|thinks|thought|until|if|where|before|after|once|when|unless|provided|as|did|do|does|or|what|which"
    r"|who|than|hope|hopes|wish|guess|sure|mean|means|for|suggested|mentioned|noted|told\s+me|told\s+us)\s+"
)
_GIVEN = re.compile(r"(?:action(?: item)?s?|ai|to[ -]?do|task)\s*[(\[]\s*", re.I)
_TASK = re.compile(r"(?P<whose>my|her|his) (?:job|task|part|homework|to[- ]?dos?|action)s?(?: (?:until|till|by|for) [\w ]{1,20})?: ", re.I)
_CLOSED = re.compile(r"\s*[)\]]\s*:?\s*")
_SUBJECT = re.compile(r"\s(?=(?:I|[Hh]e|[Ss]he|[Tt]hey)(?:'\w+)?\s)")
"""These are nothing but subjects, wherever they stand."""
_DATED = (
    r"by|before|until|till|on|end|mid|early|late|this|next|tomorrow|today|tonight|due|deadline|asap|eo[dwm]\b"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)\w*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\d"
)
_TAIL = re.compile(
    r"\s*(?:[\[(](?P<in>[^()\[\]]{1,60})[\])]|(?:\s[-–—]|->|→|\bby|,|:)\s*(?P<out>@?[\w@&+/-]+(?: [\w@&+/-]+){0,3}?))"
    rf"(?:\s*[-–—,:]?\s*(?i:{_DATED})[^()]{{0,30}})?\s*[.!]*\s*$"
)
_TAIL_HANDLE = re.compile(r"\s(?P<out>@\w[\w-]*)\s*[.!]*\s*$")
_SKIP = re.compile(
    r"(?:(?:(?:please|pls|kindly|to|and|also|just|then|asap|urgent(?:ly)?|next week|this week|today|tomorrow|will"
    r"|again|action(?: item)?s?|todo)\b|->|→|:|-|–|\[ ?\]|\*\*|,)\s*)*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_ASKED = re.compile(
    r"\b(?:for|or|asks?|asked|tell|tells|want|wants|gets?|allow|need|help|with|like|than|as|wait for|of|from)\s+$",
    re.I,
)
"""After these "Ann to send" is what somebody else asks or waits for."""
_NOT_AFTER_TO = word_set("the a an this that these those our my your his her their it be")


def heads(text: str, known: Collection[str] = (), *, spoken: bool = False) -> list[Head]:
    """Every head of one sentence, from left to right. `text` has straight apostrophes; linear in its length.

    `spoken` says that somebody's label stood before the text, so that it may begin with an order or a thing.
    """
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    speaker, labelled = _label(text, begin, known)
    first = labelled or begin
    found = _clauses(text, first, known, speaker)
    if spoken or speaker:  # what a thing quotes is no clause of its own: "me: one page 'what I would do'"
        found = [head for head in found if not _quoted(text, head.start)]
    opening = _SKIP.match(text, first)
    at = opening.end() if opening else first
    word = _WORD.match(text, at)
    addressed = not labelled and not found and owner_at(text, begin, known)
    if addressed and addressed.kind == "handle" and addressed.end < len(text):
        return [Head("addressed", addressed, addressed.start, addressed.end + 1, len(text), "", None)]
    orders = bool(word) and is_deed(word[0]) and not (found and found[0].start <= at)  # type: ignore[index]
    if labelled and speaker:
        if word and orders:
            found.insert(0, Head("label", speaker, speaker.start, at, len(text), word[0].lower(), speaker))
        elif not found and at < len(text):
            found.append(Head("thing", speaker, speaker.start, at, len(text), "", speaker))
    elif word and orders:
        tail = _tail(text, at, known)
        form = "label" if spoken else "order"
        found.insert(0, tail or Head(form, None, begin, at, len(text), word[0].lower()))
    elif not found and at < len(text):
        tail = _tail(text, at, known)
        if tail:
            found.append(replace(tail, form="tail-thing", word=""))
        elif spoken:
            found.append(Head("thing", None, begin, at, len(text), ""))
    return found


def _quoted(text: str, at: int) -> bool:
    """Whether a quotation is open there that began inside the text."""
    return sum(text.count(mark, 1, at) for mark in '"“”') % 2 == 1


def _label(text: str, at: int, known: Collection[str]) -> tuple[Owner | None, int]:
    """Whoever stands before a colon or a dash at the beginning, and where what follows begins."""
    if given := _GIVEN.match(text, at):
        owner = owner_at(text, given.end(), known)
        close = _CLOSED.match(text, owner.end) if owner else None
        return (owner, close.end()) if close else (None, 0)
    if task := _TASK.match(text, at):
        return Owner(at, task.end("whose"), "i" if task["whose"].lower() == "my" else "other"), task.end()
    owner = owner_at(text, at, known)
    if not owner:
        return None, 0
    mark = _LABEL.match(text, owner.end)
    if not mark or (owner.kind == "small" and ":" in mark[0]):
        return None, 0
    return owner, mark.end()


def _clauses(text: str, first: int, known: Collection[str], speaker: Owner | None) -> list[Head]:
    found: list[Head] = []
    places = sorted({first, *(found.end() for mark in (_BOUNDARY, _SUBJECT) for found in mark.finditer(text, first))})
    after = -1
    for at in places:
        if at < after:
            continue
        owner = owner_at(text, at, known)
        if not owner or (owner.kind == "small" and at != first):
            continue
        if head := _bound(text, owner, start=at == first):
            found.append(replace(head, speaker=speaker))
            after = head.verb
    return found


def _bound(text: str, owner: Owner, *, start: bool) -> Head | None:
    """The head, where a verb that binds follows the owner."""
    for form, pattern in _FORMS:
        match = pattern.match(text, owner.end)
        if not match:
            continue
        word = match["verb"].lower()
        at = match.start("verb")
        if form == "to":
            if (
                word in _NOT_AFTER_TO
                or _ASKED.search(text, 0, owner.start)
                or owner.kind in {"other", "we"}
                or (owner.kind == "i" and not start)
            ):
                return None
            return Head(form, owner, owner.start, at, len(text), word)
        if form == "asked":
            whom = Owner(match.start("whom"), match.end("whom"), "i")
            return None if owner.kind in {"i", "we"} else Head(form, whom, owner.start, at, len(text), word)
        if form == "plain":
            return _plain(text, owner, word, at, start=start)
        if form == "doing":
            base = gerund(word)
            if base:
                return Head(form, owner, owner.start, at, len(text), base)
            continue
        if form == "takes":
            return Head("present", owner, owner.start, at, len(text), word[:-1])
        if word == "be" and (going := re.match(r"be\s+(?:also\s+)?([a-z-]+ing)\b", text[at : at + 40])):
            base = gerund(going[1])
            return Head(form, owner, owner.start, at + going.start(1), len(text), base or going[1])
        return Head(form, owner, owner.start, at, len(text), word)
    return None


def _plain(text: str, owner: Owner, word: str, at: int, *, start: bool) -> Head | None:
    """ "I send", "he signs", "@ann send"."""
    if owner.kind in {"i", "you", "we", "group"} or owner.count > 1:
        form = "bare" if owner.kind in {"group", "handle"} else "present"
        return Head(form, owner, owner.start, at, len(text), word) if is_deed(word) else None
    if base := third(word):
        if owner.kind != "small":
            return Head("present", owner, owner.start, at, len(text), base)
        return None
    if owner.kind in {"handle", "initials", "known", "name"} and start and is_deed(word):
        return Head("bare", owner, owner.start, at, len(text), word)
    return None


def _tail(text: str, at: int, known: Collection[str]) -> Head | None:
    """ "Send the list (Ann)", "send the list - @ann", "form to HR (me, by Friday)"."""
    for pattern in (_TAIL, _TAIL_HANDLE):
        found = pattern.search(text, max(at, len(text) - 80))
        if not found or found.start() <= at:
            continue
        group = "in" if found.groupdict().get("in") else "out"
        inner = found.start(group)
        owner = owner_at(text, inner, known)
        if not owner or owner.kind in {"small", "we", "body"} or (owner.kind == "name" and text[inner - 2 : inner] == ": "):
            continue
        rest = text[owner.end : found.end(group)].strip(" ,;:")
        if group == "out" and rest:
            continue
        word = _WORD.match(text, at)
        return Head("tail", owner, at, at, found.start(), word[0].lower() if word else "", stop=len(text))
    return None


def ended(found: list[Head]) -> list[Head]:
    """Each head with its action ending where the next one begins."""
    return [
        replace(head, end=min(head.end, found[i + 1].start)) if i + 1 < len(found) else head
        for i, head in enumerate(found)
    ]


LONGEST = 800
"""Characters after which a sentence is cut, so that looking around in it stays linear in the text."""


def pieces(sentence: str) -> Iterator[tuple[str, int]]:
    """The sentence, or where it is too long its parts, each with where it begins."""
    begin = 0
    while len(sentence) - begin > LONGEST:
        end = sentence.rfind(" ", begin + 1, begin + LONGEST) + 1 or begin + LONGEST
        yield sentence[begin:end], begin
        begin = end
    yield sentence[begin:], begin
