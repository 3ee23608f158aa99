"""On what a yes hangs: the words behind "if", "once", "provided"."""

from __future__ import annotations

import re

_COND = re.compile(
    r"[,(]?\s*(?:but |and |then )?\b(?P<mark>only (?:if|when|once|after|until|with)|if|provided(?: that)?|providing"
    r"|as long as"
    r"|so long as|unless|depend(?:s|ing|ent)? (?:on|whether|if)|subject to|under the condition(?: that)?"
    r"|on condition that|on the condition"
    r"|assuming"
    r"|pending|once|until|till|not before|contingent on|conditional on|when(?! i| asked)"
    r"|after(?= (?:\d|one|two|three|the decision|that is|my|i ))|for as long as)\b\s*",
    re.IGNORECASE,
)
_FIRM = frozenset(("if", "provided", "provided that", "unless", "only if", "subject to", "as long as"))
_TIME_ONLY = re.compile(
    r"(?:the )?(?:end of |start of |mid[- ]|early |late |next |this )?(?:january|february|march|april|may|june"
    r"|july|august"
    r"|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|fall"
    r"|winter|monday|tuesday|wednesday|thursday|friday|week|month|year|quarter|q[1-4]|20\d\d|christmas|easter"
    r"|\d)\b",
    re.IGNORECASE,
)


def condition_of(body: str) -> str:
    """The words on which it hangs; "" where it hangs on nothing, or only on the calendar."""
    if found := re.match(
        r".*?\b((?:wants?|needs?|has|have) to (?:see|check|ask|know|look at|read|hear) .{2,60}\bfirst)\b", body, re.I
    ):
        return found[1]
    for found in _COND.finditer(body):
        rest, mark = body[found.end() :].strip(' .,;)"*_'), found["mark"].lower()
        if not rest or (_TIME_ONLY.match(rest) and mark not in _FIRM):
            continue
        if mark == "once" and re.match(r"(?:a|an|or|per|more)\b", rest):
            continue
        return re.split(r",? (?:he|she|they|i)(?:'ll|'d| will| would)\b", rest)[0] if found.start() == 0 else rest
    return ""


_FINITE = re.compile(r"\b(?:was|were|had|did|said|asked|told|went|got|came)\b", re.IGNORECASE)
_ONLY = re.compile(
    r"\b(?:only (?:if|when|once|after|with|possible)|provided|providing|as long as|unless|subject to|depends? on"
    r"|until (?:you|i)(?:'ve| have)|on condition|conditional)\b",
    re.IGNORECASE,
)


def hangs(body: str) -> bool:
    """Whether a thing is named together with what it hangs on: "the extra half day only if the governors agree"."""
    found = _ONLY.search(body)
    return bool(found) and not _FINITE.search(body[: found.start()])  # type: ignore[union-attr]
