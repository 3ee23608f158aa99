"""How sure it is that a clause of one's own notes promises something."""

from __future__ import annotations

import re
from collections.abc import Callable

from talktrack.engine.recap.promises.clause import Clause
from talktrack.engine.recap.promises.deeds import is_deed
from talktrack.engine.recap.promises.vetoes import ASKED, HANDED, vetoed
from talktrack.kit.verbs import is_past
from talktrack.kit.words import word_set

_BY_FORM = {
    "to": (0.9, 0.95),
    "will": (0.9, 0.95),
    "label": (0.85, 0.95),
    "tail": (0.85, 0.95),
    "promised": (0.9, 0.95),
    "bound": (0.75, 0.9),
    "dropped": (0.6, 0.8),
    "bare": (0.3, 0.85),
    "tail-thing": (0.55, 0.85),
    "present": (0.3, 0.85),
    "doing": (0.3, 0.75),
    "asked": (0.3, 0.8),
    "addressed": (0.2, 0.75),
    "thing": (0.2, 0.75),
    "order": (0.2, 0.6),
    "can": (0.2, 0.6),
    "planned": (0.2, 0.55),
    "should": (0.1, 0.3),
    "would": (0.0, 0.0),
}
"""By its form, without a day and with one."""
_GIVEN = 0.8
_HIGHEST = 0.99
_NEEDS_KNOWN = frozenset({"present", "doing", "planned", "can", "will", "bound"})

_WANTS = re.compile(r"I\b.*\b(?:want|hope|wish|expect)", re.I)
_MUST = re.compile(r"\b(?:have|has|needs?|must|ought|got|gotta)\b", re.I)
_YOU = re.compile(r"\byou\b(?! know)", re.I)
_YOURS = re.compile(r"\b(?:your?|yours)\b", re.I)
_TO_ME = re.compile(r"(?:send|give|bring|show|tell|mail|email|forward|get) me\b", re.I)
_BACK_TO_US = re.compile(r"\w+ (?:me|us|back)\b", re.I)
_WITH_SOMEBODY = re.compile(r"\w+ (?:to|with) ", re.I)
_IF_FIRST = re.compile(r"^\W*(?:only\s+)?(?:if|unless|provided|suppose|should|as long as|in case)\b", re.I)
_CONDITION = re.compile(
    r"\b(?:if|unless|provided|as long as|subject to|depending on|in case|only when|only once)\b"
    r"(?! (?:need|necess|poss|you like|that's ok))",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:said|says|promis\w+|agree\w*|offer\w*|told (?:me|her|him|them)|confirm\w*|assured \w+)(?:\s+that)?"
    r"[\s,:\"“]*$",
    re.I,
)
_SAID_AFTER = re.compile(r",\s*(?:she|he|they|[A-Z]\w*) (?:said|says|promised)\W*$", re.I)
_OFFERED = re.compile(r"\b(?:offered|decided|volunteered)\b", re.I)
_HABIT = re.compile(
    r"\b(?:every|each|usually|always|often|never|normally|generally|mostly|most|once a|twice a|all the time|sometimes"
    r"|still|already|again and again|whenever|any ?more|since)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"[\w'-]+(?:\s*:|(?:\s+[\w'-]+)?\s+(?:is|are|was|were|has|have|had|will|would|can|could|starts?|ends?|begins?|closes|opens"
    r"|went|got)\b)",
    re.I,
)
_AGREES_TO = re.compile(r"\bagree[sd]? to\s*$", re.I)
_AGREES = re.compile(r"(?<!we )\bagree[sd]?(?:\s+that)?\s*$", re.I)
_TOLD_THAT = re.compile(r"\b(?:told|explained|mentioned|said|showed|about)\b.*\bthat\s*$", re.I)
_IS = re.compile(r"(?:'?m|'?s|'?re|\bam|\bis|\bare)\s", re.I)
_PAST = re.compile(r"\b(?:was|were|had|did|didn't|wasn't|weren't|hadn't|told|said|asked|went|got|came|gave)\b", re.I)
_ATTITUDE = word_set("think support agree back allow approve accept welcome let follow lead miss lack show tend like")
_DONE_FOR = word_set("show lend tell give call get let review answer join take cover hand pick collect pass")
_DUTIES = word_set("ask ring bring hand pay fill")
_FAVOURS = word_set("sponsor support back approve allow")
_FOR_ME = re.compile(r"\w+ me (?:the|her|his|their|a|an|some|with|how|my)\b", re.I)
_FOR_THE_OWNER = re.compile(
    r"\w+ (?:my name (?:forward|in|down)|me (?:in|down|forward|on the list)|a word in|in a (?:good )?word)\b", re.I
)
_SOON = HANDED | ASKED | {"give", "tell", "let", "show", "lend", "teach", "lending"}
_CARRIES = word_set("ask present clarify ring pass sort speak lend show put discuss check take")
_REACTS = word_set(
    """yes no ok okay agreed fine good great sure agree nope yep yeah not too nothing none never likes thinks wants
    happy pleased said told asked was were had did is are has the"""
)


def sureness(clause: Clause) -> float:
    """From 0 to 1, how sure it is that the clause promises something."""
    if vetoed(clause):
        return 0.0
    form = clause.head.form
    sure = _BY_FORM[form][clause.dated]
    if form in _JUDGED:
        sure = _JUDGED[form](clause, sure)
    if _IF_FIRST.search(clause.before) or _CONDITION.search(clause.text[clause.head.verb :]):
        sure *= 0.4
    named = form == "will" and clause.kind in {"body", "name"}
    if form in _NEEDS_KNOWN and not clause.who and not named:
        sure *= 0.85 if clause.dated else 0.5
    return min(sure, _HIGHEST)


def _order(clause: Clause, sure: float) -> float:
    """ "book the room": whose, and whether at all, tells what stands above it."""
    if _FINITE.match(clause.action) or _PAST.search(clause.action):
        return 0.0
    if _YOU.search(clause.action) and not clause.spoken:
        return 0.0  # another's words to the owner
    if clause.asked:
        return _GIVEN
    if clause.spoken and clause.quoted:
        return 0.6 if _TO_ME.match(clause.action) else 0.3
    if clause.told:
        return 0.2
    return 0.65 if clause.next_steps else sure if clause.firm else min(sure, 0.4)


def _label(clause: Clause, sure: float) -> float:
    """ "J: send the list" is hers; "J: send your list" and what J is quoted with is not."""
    if len(clause.words) > 1 and clause.words[1] not in ("read", "put", "set", "cut") and is_past(clause.words[1]):
        return 0.0  # "me: screen froze"
    if clause.head.owner is not None:
        return sure
    if _FINITE.match(clause.action):
        return 0.0
    if clause.quoted:
        return 0.6 if _TO_ME.match(clause.action) else 0.3
    return 0.3 if _YOURS.search(clause.action) else sure


def _thing(clause: Clause, sure: float) -> float:
    """ "me: form to Priti by Friday"."""
    if clause.head.form == "thing" and clause.asked:
        sure = _GIVEN
    elif clause.head.form == "thing" and not clause.who:
        return 0.0
    loose = clause.dated and not clause.trailing
    return 0.0 if clause.words[0] in _REACTS or _PAST.search(clause.action) or loose else sure


def _dropped(clause: Clause, sure: float) -> float:
    """ "tells Sam", "must ring HR": without a day it may be said of anybody."""
    said = clause.head.verb == clause.head.start or _MUST.match(clause.text.lstrip(" -"))
    return 0.3 if said and not clause.dated else sure


def _bare(clause: Clause, sure: float) -> float:
    return sure if clause.who else 0.3


def _planned(clause: Clause, sure: float) -> float:
    return 0.2 if clause.far or _WANTS.match(clause.auxiliary) else sure


def _bound(clause: Clause, sure: float) -> float:
    """ "I have to send it" is one; "she needs to trust people" is none."""
    loose = not clause.dated and _MUST.search(clause.auxiliary) and clause.verb not in HANDED | _DUTIES
    return 0.4 if loose else sure


def _will(clause: Clause, sure: float) -> float:
    """ "she will support me" is agreed to, and not yet a deed."""
    return sure if clause.dated or clause.verb not in _FAVOURS else 0.45


def _would(clause: Clause, sure: float) -> float:
    """Only what somebody said they would do; "I'd thought" is past."""
    if is_past(clause.verb) and not is_deed(clause.verb):
        return 0.0
    if clause.kind == "other" and not clause.before.strip() and _FOR_THE_OWNER.match(clause.action):
        return 0.6
    return 0.85 if _REPORTED.search(clause.before) or _SAID_AFTER.search(clause.text) else sure


def _promised(clause: Clause, sure: float) -> float:
    if _AGREES_TO.search(clause.auxiliary) and not is_deed(clause.verb):
        return 0.3
    if _OFFERED.search(clause.auxiliary):
        return 0.85 if clause.dated else 0.45
    return sure


def _present(clause: Clause, sure: float) -> float:
    """ "I send the invite": for later, unless it is told, a habit, or a state."""
    head, verb = clause.head, clause.verb
    if not is_deed(verb) or _HABIT.search(clause.auxiliary + clause.action) or _TOLD_THAT.search(clause.before):
        return 0.0
    if " " not in clause.action and not clause.dated:
        return 0.0
    if clause.kind in {"name", "small", "initials", "group"} and not clause.who:
        return 0.8 if clause.dated and " " in clause.action and verb in HANDED | ASKED | _DONE_FOR else 0.3
    if verb in _ATTITUDE or _AGREES.search(clause.before):
        return min(sure, 0.45)
    if verb == "get" and clause.kind != "i" and not _BACK_TO_US.match(clause.action):
        return 0.2
    if head.form == "doing" and (verb not in _SOON or not _IS.search(clause.auxiliary)):
        return min(sure, 0.4)
    if clause.dated:
        return 0.3 if clause.told and not clause.trailing else sure
    return _undated(clause)


def _undated(clause: Clause) -> float:
    """What is said in the present and without a day."""
    if clause.told or _PAST.search(clause.text):
        return 0.2
    if clause.who and _FOR_ME.match(clause.action) and clause.verb in HANDED | _DONE_FOR | {"teach", "help"}:
        return 0.6
    if clause.verb in {"speak", "talk"}:
        return 0.6 if _WITH_SOMEBODY.match(clause.action) and clause.head.form == "present" else 0.2
    if clause.who and clause.who != "me" and clause.kind != "other" and clause.verb in _CARRIES:
        return 0.6
    return 0.6 if clause.verb in HANDED else 0.2


_JUDGED: dict[str, Callable[[Clause, float], float]] = {
    "order": _order,
    "label": _label,
    "thing": _thing,
    "tail-thing": _thing,
    "dropped": _dropped,
    "bare": _bare,
    "planned": _planned,
    "bound": _bound,
    "would": _would,
    "will": _will,
    "promised": _promised,
    "present": _present,
    "doing": _present,
}
