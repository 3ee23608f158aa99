"""What sounds like a promise and is none: asked, joked, dreamt, refused, past, or hanging below another clause."""

from __future__ import annotations

import re
from collections.abc import Callable

from talktrack.engine.recap.promises.clause import Clause
from talktrack.engine.recap.promises.heads import Head
from talktrack.kit.passive.words import IRREGULAR
from talktrack.kit.verbs import is_past
from talktrack.kit.words import word_set

HANDED = word_set(
    """send write check book bring call ring draft prepare sign arrange order email mail share forward submit register
    schedule organise organize introduce invite contact chase raise request print copy fix set supervise announce
    confirm clear apply"""
)
"""What is meant for later when notes say it in the present: "I send the invite"."""
ASKED = word_set("ask talk speak find get look finish sort learn read bring hand fill ring pay")
_WEAK = word_set(
    """be have need know like love want mean miss become happen depend cost last seem feel fail lose regret forget
    believe hate wish hope notice matter exist remain appear belong consist contain never not no prefer understand
    suffer die fall enjoy win require mind doubt deserve rather been eat remember retire stay live"""
)
"""Verbs that bind nobody: "it will be", "she'd like"."""
_ADMITTED = word_set("say admit confess miss grant spare pass love")
_ADVISED = word_set(
    "try be keep stop start focus think delegate listen trust consider remember speak make take slow relax"
)
_BINDS = re.compile(r"be in touch|be back|have (?:it|that|the .* ready|them|a word|a look|a chat|another)\b", re.I)
_SUBORDINATE = re.compile(
    r"\b(?:if|unless|provided|as long as|in case|whether|suppose|assuming|once|when|until|till|as soon as|before"
    r"|after|while|wish\w*|hop(?:e|es|ed|ing)|maybe|perhaps|might|may|could|would|wonder\w*|who|what|how|why|which"
    r"|depends on|asked|asks|suggest\w*|recommend\w*|advis\w*|propos\w*|because|as|since|than|thinks?|thought"
    r"|reckons?|guess|likes?|liked|where|although|though)"
    r"(?:\s+(?:that|if|whether|him|her|me|them))?[\s\"“]*$",
    re.IGNORECASE,
)
_JOKE = re.compile(
    r"\b(?:ha ?ha|lol|jok(?:e|ed|es|ing)|kidding|lottery|my hat|in your dreams|when pigs)\b"
    r"|[;:]-?[)DP](?=\s|$)|[😂😉🤣]",
    re.IGNORECASE,
)
_DREAM = re.compile(r"\b(?:one day|some ?day|ever|eventually|sometime in my life|in another life|dream\w*)\b", re.I)
_MEETS = re.compile(
    r"(?:meet|speak|talk|chat|see|catch|sit|touch|look|revisit|review|go over|come back|have)\b", re.I
)
_CATCHES_UP = re.compile(r"(?:chat|catch up|meet)\b", re.I)
_AGAIN = re.compile(r"\b(?:again|next time|follow[- ]?up|base|up with each other|together|back to it)\b", re.I)
_SEES = re.compile(r"(?:see|find|look)\s+(?:how|what|where it)\b|see[.!, ]*$|cross that", re.I)
_NOT = re.compile(r"(?:don't|do not|not|never)\b", re.I)
_REFUSED = re.compile(r"\bnot\s*$|n't\s*$", re.I)
_BROKEN = re.compile(
    r"\b(?:and didn't|but didn't|did not|never|nothing|forgot"
    r"|last (?:year|summer|spring|autumn|winter|month|time|week)|(?:weeks?|months?|years?) ago|back in)\b",
    re.I,
)
_ALWAYS = re.compile(r"\b(?:always|never)\b", re.I)
_ENDS = " \t\"”')"


def subordinate(head: Head, text: str) -> bool:
    """Whether the clause hangs below another: "before I go", "hope she'll ring"."""
    return bool(_SUBORDINATE.search(text[: head.start]))


def vetoed(clause: Clause) -> bool:
    """Whether the clause surely promises nothing."""
    return not clause.words or any(veto(clause) for veto in _VETOES)


def _question(clause: Clause) -> bool:
    return clause.text.rstrip(_ENDS).endswith("?")


def _joke_or_dream(clause: Clause) -> bool:
    return bool(_JOKE.search(clause.text) or _DREAM.search(clause.before) or _DREAM.search(clause.action))


def _weak(clause: Clause) -> bool:
    named_only = clause.head.form in {"label", "thing", "tail", "tail-thing", "order"}
    return not named_only and clause.verb in _WEAK and not _kept(clause)


def _kept(clause: Clause) -> bool:
    """ "be in touch", "have it ready", "have the room booked by Friday": these do bind."""
    if _BINDS.match(clause.action):
        return True
    first, *rest = clause.words
    return clause.dated and first == "have" and any(is_past(word) or word in IRREGULAR for word in rest[:5])


def _meeting_again(clause: Clause) -> bool:
    """The next talk is a date, and nobody's promise."""
    if clause.kind == "we" and (_AGAIN.search(clause.text) or _MEETS.match(clause.action)):
        return True
    if clause.head.form == "order" and _CATCHES_UP.match(clause.action):
        return True
    loose = clause.head.form in {"order", "present", "will"}
    return loose and "again" in clause.words and bool(_MEETS.match(clause.action))


def _refused(clause: Clause) -> bool:
    return bool(_NOT.match(clause.action) or _REFUSED.search(clause.auxiliary))


def _broken(clause: Clause) -> bool:
    return clause.head.form in {"promised", "would"} and bool(_BROKEN.search(clause.text))


def _admitted(clause: Clause) -> bool:
    """ "I'll admit", "I'll miss her"."""
    return clause.head.form == "will" and clause.kind == "i" and clause.verb in _ADMITTED


def _maxim(clause: Clause) -> bool:
    """ "send it early, always", "J: try to delegate"."""
    form = clause.head.form
    if form == "order" and _ALWAYS.search(clause.text):
        return True
    return form == "label" and clause.who != "me" and not clause.dated and clause.verb in _ADVISED


def _nobodys_deed(clause: Clause) -> bool:
    """What departments do that is no promise to anyone: "the office will move"."""
    return clause.kind == "body" and not clause.who and clause.verb not in HANDED | ASKED | {"tell", "let"}


def _waits(clause: Clause) -> bool:
    """ "we'll see", "see how it goes"."""
    return bool(_SEES.match(clause.action))


_VETOES: tuple[Callable[[Clause], bool], ...] = (
    _question,
    _joke_or_dream,
    _weak,
    _meeting_again,
    _refused,
    _broken,
    _admitted,
    _maxim,
    _nobodys_deed,
    _waits,
)
