"""Yes, no, and yes if: where the manager stands on something that the person wants, in explicit words (R32)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .moods import is_irreal
from .sections import Section
from .units import Unit
from .voices import Voices

State = Literal["agreed", "conditional", "disagreed"]


@dataclass(frozen=True)
class Stand:
    """Where somebody stands."""

    state: State
    condition: str = ""


_YES = (
    r"(?:yes|yep|yeah|yup|ok(?:ay)?|fine|agreed|approved|granted|sure|deal|done deal|go ahead|green light|no (?:problem|objections?)"
    r"|all right|alright|definitely|happy (?:with|for)|good to go|signed off|on board|in favour|in principle|confirmed)"
)
_NO = (
    r"(?:no|nope|nah|not (?:this|next|before|until|till|yet|now|possible|needed|necessary|in one|in the|for|at|as|on|going|ready|right now"
    r"|happening|an option|planned|without|a|my|while|every)|too (?:early|soon|late|expensive|much|risky)|refused|declined|rejected|"
    r"out of the question|off the table|disagree[sd]?|never|can(?:'t|not) (?:be|happen)|won't (?:work|happen|be))"
)
_EMPTY_NO = re.compile(
    r"(?:no(?:pe)?|not) (?:idea|date|dates|example|examples|time|answer|one|reason|comment|clue|news|decision|specifics?|details?|"
    r"surprise|wonder|bad|covered|talked|raised|discussed|mentioned|sure|asked|me|clear|so|really|much|only|because|that|what|it|"
    r"told|said|mine|from|heard|spoken|reached|more|longer|doubt|matter|names?|space|notes|reply|response|word|reaction|promise)\b|not yet$",
    re.IGNORECASE,
)
_COND = re.compile(
    r"[,(]?\s*(?:but |and |then )?(?P<mark>only (?:if|when|once|after|until)|if|provided(?: that)?|providing|as long as|so long as|unless|"
    r"depend(?:s|ing|ent)? (?:on|whether|if)|subject to|on condition that|on the condition|assuming|pending|once|until|till|not before|"
    r"contingent on|conditional on|when(?! i| asked)|after(?= (?:\d|one|two|three|the decision|that is|my|i ))|first (?:i|we|she|he) )\b\s*",
    re.IGNORECASE,
)
_TIME_ONLY = re.compile(
    r"(?:the )?(?:end of |start of |mid[- ]|early |late |next |this )?(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday"
    r"|friday|week|month|year|quarter|q[1-4]|20\d\d|christmas|easter|\d)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def _patterns(manager: str, other: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    be = r"(?:'s|'re| is| are| was| were| seems?| sounds?)?(?: (?:also|quite|very|totally|absolutely|really|still|perfectly|more than|only|basically))*"
    made = (
        # What binds, with the manager as its subject.
        ("yes", rf"{manager}(?: (?:also|fully|finally))?(?: has| have)? (?:agree[sd]?|supports?|supported|back(?:s|ed) me|approve[sd]?|accept(?:s|ed)?|"
                r"allow(?:s|ed)?|okayed|ok'?d|grant(?:s|ed)|lets me|let me(?! know| have| see)|signed off)\b(?! (?:with|on) (?:helen|that point)| to )"),
        ("yes", rf"(?:{manager}{be} )(?:fine|ok(?:ay)?|happy|cool|good|up|open|keen|on board|in favour|willing|glad|supportive|comfortable|"
                r"all for|for it)\b(?: (?:for|with|to|of|that|if|about|on)\b|[,.]|$)"),
        ("yes", rf"(?:{manager} )?(?:wants?|would like|'d like) me (?:in|on|at|there|as|to (?:lead|run|join|own|take over|take on|be part))\b"),
        ("yes", r"(?:i'm|i am) (?:happy|fine|ok|glad|all) (?:for|with|to (?:let|have|support))\b"),
        ("no", rf"(?:{manager} )?(?:doesn't|does not|don't|didn't|did not) (?:want|see (?:that|it|me) (?:happening|before|until|yet)|agree|support|think (?:so|it|that|i'm ready|i am ready"
               r"|the time)|like the idea)\b"),
        ("no", rf"(?:{manager} )?(?:'d|would) (?:rather|prefer)(?: to)? (?:not|wait|keep|stay|report|do|leave|hold|have)\b"),
        ("no", rf"(?:{manager} )?(?:can't|cannot|can not|couldn't|could not|won't|will not) (?:promise|agree|approve|support|release|let me|give me|offer|spare|allow|"
               r"pay|fund|say yes|do it|be done|happen|have)\b"),
        ("no", rf"(?:{manager} )?(?:refuse[sd]?|decline[sd]?|reject(?:s|ed)?|turn(?:s|ed) (?:it|me|that) down|said no|says no|vetoe[sd])\b"),
        # Short answers at the beginning.
        ("yes", rf"{_YES}\b(?!,? (?:i (?:said|know|told)|(?:he|she|they) (?:promised|was|had)))"),
        ("no", rf"{_NO}\b"),
        ("yes", r"(?:i|we|you) (?:can|may)\b(?!'t| not| be relied| see| hear| understand| imagine)"),
        ("yes", r"can (?:start|come|join|do|have|take|go|lead|run|begin|try|use|attend|sit|work)\b"),
    )  # fmt: skip
    return tuple((kind, re.compile(rf"(?:well,? |so,? |and |but |that's |that is |it's |it is |but also |also )*(?:{pattern})", re.IGNORECASE)) for kind, pattern in made)


_LATER_YES = re.compile(r"(?:,| is| are| was)?\s(?:ok(?:ay)?|fine|agreed|approved|possible|granted|confirmed|yes)\b(?=\s*(?:[,.!;(]|$|if|provided|unless|but|only|with|for|from|once|after|as long))", re.I)
_LATER_NO = re.compile(r"(?:\s(?:isn't|is not|not|aren't|won't be) (?:going to happen|possible|planned|needed|an option|on|happening|before|this year|yet (?!clear))|: no\b|, no\b(?! (?:date|idea|time)))", re.I)
_ABOUT_OTHERS = re.compile(r"(?:nobody|everybody|everyone|people|the (?:project|hotel|company|office|fish|mill|budget|course))\b", re.I)
_QUESTION = re.compile(r"^(?:asked|when|why|how|what|who)\b", re.I)


def stand(unit: Unit, voice: Voices) -> Stand | None:
    """Where the manager stands by this clause; None where it does not say so in explicit words."""
    body = unit.body.lstrip("( ")
    if unit.asks or unit.said in ("me", "other") or not body or is_irreal(body) or _QUESTION.match(body):
        return None
    led = unit.lead in (Section.AGREED,) or (unit.under is Section.AGREED)
    kind = next((k for k, pattern in _patterns(voice.manager, voice.other) if pattern.match(body)), "")
    if kind and _EMPTY_NO.match(body):
        return None
    bare = bool(re.match(r"(?:i|we|you|can)\b", body, re.I))
    if kind == "yes" and bare and unit.said != "manager" and not body.lower().startswith(("can ", "i'm happy")):
        kind = ""
    if not kind and unit.said in ("", "manager") and not _ABOUT_OTHERS.match(body):
        if found := _LATER_YES.search(body):
            kind = "yes" if found.start() > 0 else ""
        elif _LATER_NO.search(body) and unit.said == "manager":
            kind = "no"
    if led and not kind:
        kind = "yes"
    condition = _condition(body)
    if not kind:
        return Stand("conditional", condition) if condition and _only(unit, body) else None
    if kind == "no" and not re.match(r"not (?:before|until|till|without)\b", body, re.I):
        return Stand("disagreed") if not re.match(r"(?:no|not)\b.{0,40}\b(?:unless|only if)\b", body, re.I) else Stand("conditional", condition)
    if kind == "no":
        return Stand("conditional" if condition else "disagreed", condition)
    return Stand("conditional", condition) if condition else Stand("agreed")


def _condition(body: str) -> str:
    """The words on which it hangs; "" where it hangs on nothing, or only on the calendar."""
    for found in _COND.finditer(body):
        rest = body[found.end() :].strip(" .,;)\"")
        if not rest or (_TIME_ONLY.match(rest) and found["mark"].lower() not in ("if", "provided", "unless", "only if", "subject to")):
            continue
        if found["mark"].lower() == "once" and re.match(r"(?:a|an|or|per|more)\b", rest):
            continue
        return rest
    return ""


_FINITE = re.compile(r"\b(?:was|were|had|did|said|asked|told|went|got|came|if i)\b", re.I)
_ONLY = re.compile(r"\b(?:only (?:if|when|once|after|possible)|provided|providing|as long as|unless|subject to|depends? on|on condition|conditional)\b", re.I)


def _only(unit: Unit, body: str) -> bool:
    """Whether a thing is named together with what it hangs on: "the extra half day only if the governors agree"."""
    return bool(_ONLY.search(body)) and not _FINITE.search(body[: body.lower().find("if") if " if " in body.lower() else len(body)])
