"""What would be done, by when, and how one could tell: cut out of the words of a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from talktrack.engine.recap.promises.days import binds
from talktrack.engine.recap.promises.deeds import gerund, is_deed, third
from talktrack.kit.dates import Due

_DONE = re.compile(
    r"[\s,;(–—-]*(?:\b(?:done|finished|ok|kept)\s*(?:when|once|if|=|:|means)\s+|\bso that\s+)"
    r"(?P<test>[^()]+?)\)?\s*[.;]?\s*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:,|\s[-–—])\s+(?:but|although|though|even if|date (?:to be|open|tb)|no (?:date|day|rush|hurry)|not sure)\b.*$"
    r"|,\s+(?:I|he|she|they|it|we|you|there)(?:'\w+)?\s.*$",
    re.IGNORECASE | re.DOTALL,
)
_EDGE = ' \t\n,;:–—-.!→>=+/*_~"“”'
_HANGS = re.compile(
    r"(?:[\s,;:–—-]+(?:and|but|then|or(?! so)|(?<!or )so|by|on|until|till|no date(?: yet)?|he|she|\+|&))+\s*$", re.I
)
_JOINED = re.compile(r"(?:[\s,;.–—-]+(?:and|but|then|so)\b)?[\s,;.–—-]*$", re.IGNORECASE)
_LONGEST_JOIN = 20
_OPENS = re.compile(r"^(?:(?:please|pls|to|also|just|then|asap|->|→)\b[\s,:]*)+", re.I)
_GAP = re.compile(r"\s+([,;.!])")
_TWICE = re.compile(r"([,;])\s*[,;]+")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")
_LEADS = re.compile(r"(?:->|→|=>|,|-|–|\()\s*$")


@dataclass(frozen=True)
class Deed:
    """An action with its day and its test."""

    action: str
    due: Due | None
    done_test: str
    trailing: bool
    """Whether the day stands at its end."""


def deed(text: str, start: int, end: int, stop: int, dues: Sequence[Due]) -> Deed:
    """The action between two offsets of a text, without the words that give its day or its test.

    `dues` are the days of the whole text; those that begin before `stop` are the action's.
    """
    found = [d for d in dues if start <= d.span[0] < stop]
    body_end, test = end, ""
    if done := _DONE.search(text, start, end):
        body_end, test = done.start(), done["test"].strip(_EDGE)
    chosen = _chosen(text, found)
    action = text[start:body_end]
    if aside := _ASIDE.search(action):
        body_end = start + aside.start()
        action = action[: aside.start()]
    trailing = chosen is not None and not re.search(r"\w\w", text[chosen.span[1] : body_end])
    for due in sorted((d for d in found if d.span[1] <= body_end), key=lambda d: -d.span[0]):
        if due is chosen and binds(text, due):
            first, after = due.span[0] - start, due.span[1] - start
            action = action[:first].rstrip() + " " + action[after:].lstrip()
    return Deed(tidy(action), chosen, test, trailing)


def clause_end(text: str, end: int) -> int:
    """Where the words of a clause end that reaches to `end`: before the mark or the "and" that leads to the next."""
    joined = _JOINED.search(text, max(0, end - _LONGEST_JOIN), end)
    return joined.start() if joined else end


def _chosen(text: str, found: list[Due]) -> Due | None:
    """Of several days the one that is said to bind, else the first that does, else the first."""
    found = [due for due in found if binds(text, due)] or found
    for due in found:
        if re.match(r"(?:by|before|until|till|no later)\b", text[due.span[0] :], re.I):
            return due
    return found[0] if found else None


def tidy(action: str) -> str:
    """Without the marks and the joining words that are left at its edges."""
    action = _EMPTY.sub(" ", action)
    action = _TWICE.sub(r"\1", _GAP.sub(r"\1", " ".join(action.split())))
    before = None
    while before != action:
        before = action
        action = _HANGS.sub("", action.strip(_EDGE))
        action = _OPENS.sub("", action)
    for opening, closing in ("()", "[]"):
        if action.count(opening) != action.count(closing):
            action = action.strip(opening + closing) if action.count(opening) < action.count(closing) else action
            if action.count(opening) > action.count(closing) and action.rfind(opening) > action.rfind(closing):
                action = (
                    action[: action.rfind(opening)].rstrip(_EDGE) if action.endswith(opening) else action + closing
                )
    return action


def imperative(action: str, form: str) -> str:
    """The action as an order: "asks Ingrid" becomes "ask Ingrid"."""
    first, gap, rest = action.partition(" ")
    base = ""
    if form in {"present", "takes", "dropped"} and not is_deed(first):
        base = third(first)
    elif form in {"doing", "will", "bound"}:
        base = gerund(first)
    return base + gap + rest if base else action
