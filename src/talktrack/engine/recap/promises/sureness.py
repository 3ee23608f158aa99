"""How sure it is that words of one's own notes promise something: what binds, and what only sounds so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from talktrack.engine.recap.promises.deeds import is_deed
from talktrack.engine.recap.promises.heads import Head
from talktrack.kit.words import word_set

FORMS = {
    "to": 0.9,
    "will": 0.9,
    "label": 0.85,
    "tail": 0.85,
    "promised": 0.9,
    "bound": 0.75,
    "bare": 0.6,
    "present": 0.3,
    "doing": 0.3,
    "thing": 0.2,
    "tail-thing": 0.55,
    "order": 0.2,
    "planned": 0.2,
    "can": 0.2,
    "should": 0.1,
    "would": 0.1,
    "asked": 0.3,
    "dropped": 0.6,
}
"""By its form alone, with a known owner and no day."""
_WITH_DAY = {
    "to": 0.95,
    "will": 0.95,
    "label": 0.95,
    "tail": 0.95,
    "promised": 0.95,
    "bound": 0.9,
    "bare": 0.85,
    "present": 0.85,
    "doing": 0.75,
    "thing": 0.75,
    "tail-thing": 0.85,
    "order": 0.6,
    "planned": 0.55,
    "can": 0.6,
    "dropped": 0.8,
    "should": 0.3,
    "asked": 0.8,
}
"""The same where a day is given."""
_WEAK = word_set(
    """be have need know like love want mean miss become happen depend cost last seem feel fail lose regret forget
    believe hate wish hope notice matter exist remain appear belong consist contain never not no prefer understand
    suffer die fall enjoy win require mind doubt deserve rather been eat remember retire stay live"""
)
"""Verbs that bind nobody: "it will be", "she'd like"."""
_HANDED = word_set(
    """send write check book bring call ring draft prepare sign arrange order email mail share forward submit register
    schedule organise organize introduce invite contact chase raise request print copy fix set supervise announce
    confirm clear apply"""
)
"""What is meant for later when notes say it in the present: "I send the invite"."""
_ASKS = word_set("ask talk speak find get look finish sort learn read bring hand fill ring pay")
_WANTS = re.compile(r"I\b.*\b(?:want|hope|wish|expect)", re.I)
_MUST_DO = re.compile(r"\b(?:have|has|needs?|must|ought|got)\b", re.I)
_YOURS = re.compile(r"\b(?:your?|yours)\b", re.I)
_SUBORDINATE = re.compile(
    r"\b(?:if|unless|provided|as long as|in case|whether|suppose|assuming|once|when|until|till|as soon as|before"
    r"|after|while|wish\w*|hop(?:e|es|ed|ing)|maybe|perhaps|might|may|could|would|wonder\w*|who|what|how|why|which"
    r"|depends on|asked|asks|suggest\w*|recommend\w*|advis\w*|propos\w*|because|as|since|than|thinks?|thought|reckons?|guess|likes?|liked|where|although|though)"
    r"(?:\s+(?:that|if|whether|him|her|me|them))?[\s\"“]*$",
    re.IGNORECASE,
)
_IF_FIRST = re.compile(r"^\W*(?:only\s+)?(?:if|unless|provided|suppose|should|as long as|in case)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:if|unless|provided|as long as|subject to|depending on|in case|only when|only once)\b(?! (?:need|necess|poss|you like|that's ok))",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:said|says|promis\w+|agree\w*|offer\w*|told (?:me|her|him|them)|confirm\w*|assured \w+)(?:\s+that)?[\s,:\"“]*$",
    re.I,
)
_JOKE = re.compile(
    r"\b(?:ha ?ha|lol|jok(?:e|ed|es|ing)|kidding|lottery|my hat|in your dreams|when pigs)\b|[;:]-?[)DP](?=\s|$)|[😂😉🤣]",
    re.IGNORECASE,
)
_DREAM = re.compile(r"\b(?:one day|some ?day|ever|eventually|sometime in my life|in another life|dream\w*)\b", re.I)
_HABIT = re.compile(
    r"\b(?:every|each|usually|always|often|never|normally|generally|mostly|most|once a|twice a|all the time|sometimes"
    r"|still|already|again and again|whenever|any ?more|since)\b",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"^(?:meet|speak|talk|chat|see|catch|sit|touch|look|revisit|review|go over|come back|have)\b", re.I
)
_AGAIN = re.compile(r"\b(?:again|next time|follow[- ]?up|base|up with each other|together|back to it)\b", re.I)
_ATTITUDE = word_set("think support agree back allow approve accept welcome let follow lead miss lack show tend like")
_FINITE = re.compile(
    r"[\w'-]+(?:\s*:|\s+(?:is|are|was|were|has|have|had|will|would|can|could|starts?|ends?|begins?|closes|opens|went|got)\b)",
    re.I,
)
_ADVISED = word_set("try be keep stop start focus think delegate listen trust consider remember speak make take slow relax")
_BROKEN = re.compile(
    r"\b(?:and didn't|but didn't|did not|never|nothing|forgot|last (?:year|summer|spring|autumn|winter|month|time|week)"
    r"|(?:weeks?|months?|years?) ago|back in)\b",
    re.I,
)
_SAID_AFTER = re.compile(r",\s*(?:she|he|they|[A-Z]\w*) (?:said|says|promised)\W*$", re.I)
_ADMITS = word_set("say admit confess miss grant spare pass love")
_SEES = re.compile(r"^(?:see|find|look)\s+(?:how|what|where it)\b|^see[.!, ]*$|^cross that", re.I)
_AGREES = re.compile(r"(?<!we )\bagree[sd]?(?:\s+that)?\s*$", re.I)
_TOLD_THAT = re.compile(r"\b(?:told|explained|mentioned|said|showed|about)\b.*\bthat\s*$", re.I)
_IS = re.compile(r"(?:'?m|'?s|'?re|\bam|\bis|\bare)\s", re.I)
_REACTS = word_set(
    """yes no ok okay agreed fine good great sure agree nope yep yeah not too nothing none never likes thinks wants
    happy pleased said told asked was were had did is are has the"""
)
_MUST = re.compile(r"\W*(?:must|need|have|got|gotta|has)\b", re.I)
_PAST = re.compile(r"\b(?:was|were|had|did|didn't|wasn't|weren't|hadn't|told|said|asked|went|got|came|gave)\b", re.I)

NOT_YET = re.compile(
    r"\b(?:agenda|before (?:the|we|our)|beforehand|to (?:ask|raise|say|mention|cover|discuss)|prep\w*|questions?"
    r"|want to say|want to (?:ask|raise)|my plan for the talk|topics?|talking points)\b",
    re.IGNORECASE,
)
"""Headings over what was meant to be said."""
TOLD = re.compile(
    r"\b(?:advice|tips?|feedback|fb|do better|improve|doing wrong|keep|strengths?|weak\w*|suggest\w*|should do|done|past"
    r"|recommend\w*|accomplishments?|results?)\b",
    re.IGNORECASE,
)
"""Headings over what was said about somebody, or what one should do."""
STEPS = re.compile(
    r"\b(?:actions?|next|steps?|to[- ]?dos?|follow[- ]?ups?|agreed|commitments?|promises?|promised|tasks?|homework|who does what"
    r"|deal|end|wrap[- ]?up)\b",
    re.IGNORECASE,
)
"""Headings over what comes next."""


@dataclass(frozen=True)
class Place:
    """What stands around a head."""

    heading: str
    near: bool
    """Whether nothing but lines stands between the heading and this one."""
    dated: bool
    who: str
    """"me", a contact's id, or ""."""
    named: bool
    """Whether an owner is written at all."""
    spoken: bool
    asked: bool
    """Whether a lead such as "Action:" or a box stands before it."""
    trailing: bool
    """Whether the day stands at the end."""
    quoted: bool
    far: bool
    """Whether the day is months away."""
    firm: bool
    """Whether the day is said to bind, or is one day."""


def sureness(head: Head, text: str, place: Place) -> float:
    """From 0 to 1, how sure it is that this promises something."""
    action = text[head.verb : head.end].strip()
    if _vetoed(head, text, action, place):
        return 0.0
    sure = (_WITH_DAY if place.dated else FORMS).get(head.form, 0.0)
    told = place.near and bool(TOLD.search(place.heading)) and not STEPS.search(place.heading)
    if place.asked and head.form in {"order", "thing", "tail-thing"}:
        sure = max(sure, 0.8)
    if head.form == "would":
        sure = 0.85 if _REPORTED.search(text[: head.start]) or _SAID_AFTER.search(text) else 0.0
    if head.form in {"present", "doing"}:
        sure = _present(head, text, action, place, sure, told=told)
    if head.form == "order" and (_FINITE.match(action) or _PAST.search(action)):
        return 0.0
    if place.spoken and place.quoted and head.owner is None and head.form in {"label", "order"}:
        return 0.6 if re.match(r"(?:send|give|bring|show|tell|mail|email|forward|get) me\b", action, re.I) else 0.3
    if head.form == "order" and not place.asked:
        steps = bool(STEPS.search(place.heading))
        sure = 0.2 if told else 0.65 if steps else sure if place.firm else 0.4
    if head.form in {"thing", "tail-thing"}:
        sure = _thing(text, action, place, sure) if place.who or head.form == "tail-thing" else 0.0
    if head.form == "dropped" and not place.dated and (head.verb == head.start or _MUST.match(text)):
        sure = 0.3
    if head.form == "bare" and not (place.dated and place.who):
        sure = 0.3
    if head.form == "planned" and (place.far or _WANTS.match(text[head.start : head.verb])):
        sure = 0.2
    if head.form == "bound" and not place.dated and _MUST_DO.search(text[head.start : head.verb]):
        sure = sure if head.word in _HANDED | _ASKS else 0.4
    if head.form == "label" and head.owner is None and _YOURS.search(action):
        sure = 0.3
    before = text[: head.start]
    if _IF_FIRST.search(before) or _CONDITION.search(text[head.verb :]):
        sure *= 0.4
    if head.form == "promised" and re.search(
        r"\b(?:offered|decided|volunteered)\b", text[head.start : head.verb], re.I
    ):
        sure = 0.85 if place.dated else 0.45
    unknown = not place.who and not (head.owner and head.owner.kind in {"body", "name"} and head.form == "will")
    if unknown and head.form in {"present", "doing", "planned", "can", "will", "bound"}:
        sure *= 0.85 if place.dated else 0.5
    return min(sure, 0.99)


def subordinate(head: Head, text: str) -> bool:
    """Whether the clause hangs below another: "before I go", "hope she'll ring"."""
    return bool(_SUBORDINATE.search(text[: head.start]))


def _vetoed(head: Head, text: str, action: str, place: Place) -> bool:
    words = re.findall(r"[\w'-]+", action.lower())
    first = head.word or (words[0] if words else "")
    before = text[: head.start]
    if text.rstrip().rstrip("\"”')").endswith("?") or not words:
        return True
    if _JOKE.search(text) or _DREAM.search(text[: head.start] + text[head.verb :]):
        return True
    if (
        head.form not in {"label", "thing", "tail", "tail-thing", "order"}
        and first in _WEAK
        and not _kept(first, action)
    ):
        return True
    if head.owner and head.owner.kind == "we" and (_AGAIN.search(text) or _MEETS.match(action)):
        return True
    if _MEETS.match(action) and re.search(r"\bagain\b", action) and head.form in {"order", "present", "will"}:
        return True
    if re.match(r"(?:don't|do not|not|never)\b", action, re.I) or re.search(
        r"\bnot$|n't$", text[head.start : head.verb].strip()
    ):
        return True
    if head.form in {"promised", "would"} and _BROKEN.search(text):
        return True
    if head.form == "will" and head.owner and head.owner.kind == "i" and first in _ADMITS:
        return True
    if head.form == "order" and re.search(r"\b(?:always|never)\b", text, re.I):
        return True
    if head.form == "label" and place.who != "me" and not place.dated and first in _ADVISED:
        return True
    if head.owner and head.owner.kind == "body" and first not in _HANDED | _ASKS | {"tell", "let"}:
        return not place.who
    return bool(_SEES.match(action))


def _kept(verb: str, action: str) -> bool:
    """ "be in touch", "have it ready", "have a word": these do bind."""
    return bool(
        re.match(
            r"be in touch|be back|have (?:it|that|the .* ready|them|a word|a look|a chat|another)\b", action, re.I
        )
    )


def _present(head: Head, text: str, action: str, place: Place, sure: float, *, told: bool) -> float:
    """ "I send the invite": for later, unless it is told, a habit, or a state."""
    clause = text[head.start : head.end]
    if head.form == "doing" and not _IS.search(text[head.start : head.verb]):
        sure = min(sure, 0.3) if not place.dated else sure * 0.8
    if head.owner and head.owner.kind in {"name", "small", "initials", "group"} and not place.who:
        return min(sure, 0.4)
    if (
        not is_deed(head.word)
        or (" " not in action and not place.dated)
        or _HABIT.search(clause)
        or _TOLD_THAT.search(text[: head.start])
    ):
        return 0.0
    if head.form == "doing" and head.owner and _IS.search(text[head.start : head.verb]) and head.word in _HANDED:
        sure = max(sure, 0.6)
    if head.word in _ATTITUDE or _AGREES.search(text[: head.start]):
        return min(sure, 0.45)
    if head.word == "get" and head.owner and head.owner.kind != "i" and not re.match(r"\w+ (?:me|us|back)\b", action):
        return 0.2
    if head.form == "doing" and head.word not in _HANDED | _ASKS | {"give", "tell", "let", "show"}:
        return min(sure, 0.4)
    if place.dated:
        return 0.3 if told and not place.trailing else sure
    if head.word in {"speak", "talk"}:
        return 0.6 if re.match(r"\w+ (?:to|with) ", action) and head.form == "present" and not told else 0.2
    return max(sure, 0.6) if head.word in _HANDED and not told and not _PAST.search(text) else 0.2


def _thing(text: str, action: str, place: Place, sure: float) -> float:
    words = re.findall(r"[\w'-]+", action.lower())
    if not words or words[0] in _REACTS or _PAST.search(action) or (place.dated and not place.trailing):
        return 0.0
    return sure
