"""The forms in which an owner is bound to a verb: "Ann to send", "she'll send", "I have to send", "he sends"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from talktrack.engine.recap.promises.deeds import gerund, is_deed, third
from talktrack.engine.recap.promises.owners import Owner
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


_ADV = (
    r"(?:\s+(?:also|then|now|just|please|only|gladly|still|first|both|all|happily|definitely|personally|kindly"
    r"|again|each|together|quickly|soon|certainly|really|always|actually|separately|individually"
    r"|probably|likely|maybe|perhaps|possibly|ideally|hopefully))*"
)
_TRY = r"(?:try\s+(?:to|and)\s+|have\s+to\s+|(?:not\s+forget|remember|make\s+sure|be\s+sure)\s+to\s+)?"
_VERB = r"(?P<verb>[^\W\d_][\w'-]*)"
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
            rf"(?:'ve)?{_ADV}\s+(?:promise[sd]?|(?:promise[sd]?|owe[sd]?)\s+(?:me|her|him|them|us|[A-Z]\w*))\s+"
            rf"(?P<verb>(?:an?|the|my|her|his|their|two|three|\d+)\b(?=\s+\w))",
        ),
        (
            "promised",
            rf"(?:'ve|'s)?{_ADV}(?:\s+(?:has|have))?{_ADV}\s+(?:promise[sd]?|agree[sd]?|offer(?:s|ed)?"
            rf"|volunteer(?:s|ed)?|commit(?:s|ted)?|pledge[sd]?|undertook|undertakes?|swore|vowed|decided|decides)"
            rf"(?:\s+(?:me|us|her|him|themselves|himself|herself))?\s+to\s+{_VERB}",
        ),
        (
            "asked",
            rf"{_ADV}\s+(?:asked|asks|wants?|wanted|expects?|would\s+like|told|needs?)\s+(?P<whom>me)\s+to\s+{_VERB}",
        ),
        ("planned", rf"{_ADV}\s+(?:plans?|intends?|wants?|aims?|hopes?|expects?)\s+to\s+{_VERB}"),
        ("would", rf"(?:'d|\s+would){_ADV}\s+{_VERB}"),
        ("can", rf"\s+can{_ADV}\s+{_VERB}"),
        ("should", rf"\s+should{_ADV}\s+{_VERB}"),
        ("doing", rf"(?:'?m|'?s|'?re|\s+am|\s+is|\s+are)?{_ADV}\s+(?P<verb>[a-z-]+ing)\b"),
        ("takes", rf"{_ADV}\s+(?P<verb>takes|owns)\b(?=\s+(?:the|this|that|it|on|over|care|a|an|my|over)\b)"),
        ("plain", rf"{_ADV}\s+(?:please\s+)?{_VERB}"),
    )
)
_ASKED = re.compile(
    r"\b(?:for|or|asks?|asked|tell|tells|want|wants|gets?|allow|need|help|with|like|than|as|wait for|of|from)\s+$",
    re.I,
)
"""After these "Ann to send" is what somebody else asks or waits for."""
_GOING = re.compile(r"be\s+(?:also\s+)?([a-z-]+ing)\b")
_NOT_AFTER_TO = word_set("the a an this that these those our my your his her their it be")


def bound(text: str, owner: Owner, *, start: bool) -> Head | None:
    """The head, where a verb that binds follows the owner. `start`: the owner begins the sentence."""
    for form, pattern in _FORMS:
        match = pattern.match(text, owner.end)
        if not match or (form == "doing" and not gerund(match["verb"])):
            continue
        word, at = match["verb"].lower(), match.start("verb")
        plain = Head(form, owner, owner.start, at, len(text), word)
        match form:
            case "to":
                return plain if _may_be_told(text, owner, word, start=start) else None
            case "asked":
                whom = Owner(match.start("whom"), match.end("whom"), "i")
                return None if owner.kind in {"i", "we"} else replace(plain, owner=whom)
            case "plain":
                return _plain(plain, start=start)
            case "doing":
                return replace(plain, word=gerund(word))
            case "takes":
                return replace(plain, form="present", word=word[:-1])
            case _:
                return _progressive(plain, text)
    return None


def _may_be_told(text: str, owner: Owner, word: str, *, start: bool) -> bool:
    """Whether "Ann to send" stands for itself, and is not what somebody asks or waits for."""
    if word in _NOT_AFTER_TO or _ASKED.search(text, 0, owner.start):
        return False
    return owner.kind not in {"other", "we"} and (owner.kind != "i" or start)


def _progressive(head: Head, text: str) -> Head:
    """ "will be sending" binds as "will send" does."""
    going = _GOING.match(text, head.verb) if head.word == "be" else None
    if not going:
        return head
    return replace(head, verb=going.start(1), word=gerund(going[1]) or going[1])


def _plain(head: Head, *, start: bool) -> Head | None:
    """ "I send", "he signs", "@ann send"."""
    owner = head.owner
    if owner is None:
        return None
    if owner.kind in {"i", "you", "we", "group"} or owner.count > 1:
        form = "bare" if owner.kind in {"group", "handle"} else "present"
        return replace(head, form=form) if is_deed(head.word) else None
    if base := third(head.word):
        return replace(head, form="present", word=base) if owner.kind != "small" else None
    bare = start and owner.kind in {"handle", "initials", "known", "name"} and is_deed(head.word)
    return replace(head, form="bare") if bare else None
