"""Yes, no, and yes if: where the manager stands on something that the person wants, in explicit words (R32)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from talktrack.engine.recap.sections import Section

from .conditions import condition_of, hangs
from .moods import is_irreal, is_told
from .units import Unit
from .voices import Voices

State = Literal["agreed", "conditional", "disagreed"]


@dataclass(frozen=True)
class Stand:
    """Where somebody stands."""

    state: State
    condition: str = ""


_YES = (
    r"(?:yes|yep|yeah|yup|ok(?:ay)?|fine|agreed|approved|granted|sure|deal|done deal|go ahead"
    r"|(?:gave me the )?(?:green"
    r" light|go-ahead|thumbs up)|no (?:problem|objections?|issues?(?= (?:with|there|from))|worries)"
    r"|all right|alright|definitely|happy (?:with|for)"
    r"|good to go"
    r"|signed off|on board|in favour|in principle|confirmed|sounds good|not against|possible|welcome"
    r"|works for (?:me|him|her|them)|(?:let's|we can) (?:try|do|give) (?:it|that)|said (?:yes|ok"
    r"|fine|sure)|all for)"
)
_NO = (
    r"(?:no|nope|nah|not (?:this|next|before|until|till|yet|now|possible|needed|necessary|in one|in the|for|at"
    r"|as|on|"
    r"going|ready|right now|happening|an option|planned|without|while|every|convinced)|too (?:early|soon|late"
    r"|expensive"
    r"|risky|tight|far|big)(?= (?:for|to|now|yet|he|she|they)\b|[,.;!]|$)|refused|declined|rejected"
    r"|out of the question|off the table"
    r"|cancelled|canceled|postponed|on hold|scrapped|frozen|disagree[sd]?|can(?:'t|not) (?:be|happen)"
    r"|won't (?:work|happen|be)|said no|turned (?:it )?down|against)"
)
_ANSWER = re.compile(rf"(?:{_YES}|{_NO})(?!\w)", re.IGNORECASE)
_RESERVE = re.compile(r"\bbut (?P<what>(?:not|only|no) .+)", re.IGNORECASE)
_EMPTY_NO = re.compile(
    r"(?:no(?:pe)?|not) (?:idea|date|dates|example|examples|time|answer|one|reason|comment|clue|news|decision"
    r"|specifics?"
    r"|details?|surprise|wonder|bad|covered|talked|raised|discussed|mentioned|sure|asked|me|clear|so|really"
    r"|much|only"
    r"|because|that|what|it|told|said|mine|from|heard|spoken|reached|more|longer|doubt|matter|names?|space"
    r"|notes|reply"
    r"|response|word|reaction|promise)\b",
    re.IGNORECASE,
)
_BE = (
    r"(?:'s|'re|s| is| are| was| were| seems?| sounds?)?(?: (?:also|quite|very|totally|absolutely|really|still"
    r"|perfectly"
    r"|more than|only|basically))*"
)
_NOW = (
    r"(?:'s|'re|s| is| are| seems?| sounds?)?(?: (?:also|quite|very|totally|absolutely|really|still"
    r"|perfectly|more than))*"
)
_GIVES = (
    r"(?:do|give|pay|fund|support|agree|let me|offer|consider|back|allow|take|approve|sign|sponsor|cover"
    r"|recommend|put me"
    r"|move me|promote|raise)"
)


@lru_cache(maxsize=64)
def _patterns(manager: str, other: str) -> tuple[tuple[State, re.Pattern[str]], ...]:
    """What the beginning of a clause says, the surest first."""
    made: tuple[tuple[State, str], ...] = (
        (
            "conditional",
            rf"(?:{manager} )?(?:wants?|needs?|has|have) to (?:see|check|ask|know|look at|read"
            rf"|hear) .{{2,60}}\bfirst\b",
        ),
        (
            "conditional",
            rf"(?:if|as soon as|once|when|provided) .{{3,120}}?,? (?:{manager}|i|then)(?:'ll|'d| will| would"
            rf"| can) {_GIVES}\b",
        ),
        (
            "conditional",
            rf"(?:{manager}|i)?\s?(?:'ll|'d|will|would|can|could) {_GIVES}\b.{{0,80}}\b(?:if|provided|once"
            rf"|as long as|as soon as)\b",
        ),
        (
            "agreed",
            rf"{manager} (?:won't|will not|wouldn't|would not|doesn't|does not|isn't|is not)"
            r" (?:stand|get|be|standing) in (?:my|the) way\b"
            r"|(?:i|we) (?:have|had|'ve got|got) (?:her|his|their) (?:blessing|backing|support|ok(?:ay)?|go-ahead)\b"
            rf"|{manager} (?:can|could) (?:see|imagine|picture) (?:that|it|this) \w+ing\b",
        ),
        (
            "disagreed",
            rf"(?:(?:{manager}'s|her|his|their|my) )hands (?:are|were) tied\b"
            rf"|(?:there's |there is )?(?:nothing|not much) (?:{manager}|i) (?:can|could) do\b",
        ),
        (
            "agreed",
            rf"{manager}(?: (?:also|fully|finally))?(?: has| have)? (?:agree[sd]?|support(?:s|ed)?|back(?:s"
            rf"|ed) me|approve[sd]?"
            r"|accept(?:s|ed)?|allow(?:s|ed)?|okayed|ok'?d|grant(?:s|ed)|lets? me(?! know| have| see)|signed off"
            r"|gave me the (?:ok|go-ahead|green light))\b(?! to (?!\d|the\b|a\b|an\b|my\b|it\b|that\b|this\b"
            r"|both\b|all\b))(?! with (?:helen|that point))",
        ),
        (
            "agreed",
            rf"{manager}(?:{_BE}) (?:fine|ok(?:ay)?|cool|up|open|keen|on board|in favour|willing|supportive"
            rf"|comfortable|all for)\b"
            r"(?: (?:for|with|to|of|that|if|about|on|as|it)\b|[,.]|$)",
        ),
        (
            "agreed",
            rf"{manager}(?:{_NOW}) (?:happy|good|glad)\b (?:for|to|that|if|about)\b"
            rf"|{manager}(?:{_NOW}) (?:happy|good|ok) with (?:me|it|that|the \w+"
            r" (?:intake|start|plan|idea|move)|both|two|three)\b",
        ),
        (
            "agreed",
            rf"{manager}(?:{_BE}) (?:not against|for it|behind (?:it|me))\b|(?:{manager} )?(?:has|have"
            rf"|had) (?:nothing against|no objections?)\b",
        ),
        (
            "agreed",
            r"we (?:agreed|settled|decided)(?: that| on| i)\b|(?:that|it|this)?\s?(?:would|'d|will"
            r"|'ll) (?:work for|be (?:fine|ok|okay|possible|no problem))\b",
        ),
        (
            "agreed",
            rf"{manager}(?:'ll| will) (?:back|support|approve|agree|sign off|pay|fund|cover|sponsor|recommend me"
            rf"|put me forward|let me(?! know| have))\b",
        ),
        (
            "agreed",
            rf"{manager} (?:has|had|sees) no (?:issues?|problems?|objections?)\b"
            rf"|{manager} (?:doesn't|does not|wouldn't) mind\b",
        ),
        (
            "agreed",
            rf"{manager}(?:{_BE}) (?:ok(?:ay)?|fine) w/"
            r"|.{3,50} (?:works for|is fine (?:by|with)|ok (?:by|with|for)) "
            rf"(?:{manager}|her|him|them)\b",
        ),
        ("agreed", r"(?:fully |totally )?(?:supports?|backs) (?:it|that|this|me|the \w+)\b"),
        ("disagreed", r".{3,40} stays? with (?:me|him|her|them)\b"),
        ("disagreed", rf"{manager}(?:'s| is)? not going to\b"),
        ("conditional", r"(?:if|once|when|as soon as) .{3,100}?,? (?:i|you) (?:can|may|could) \w+"),
        ("agreed", rf"{manager}(?:'d| would) (?:support|back|agree|be (?:ok|fine|happy|for))\b"),
        (
            "agreed",
            rf"{manager} (?:can|could) (?:see|imagine|picture) me\b|{manager} sees me (?:as"
            rf"|in) .{{2,30}}\b(?:in|from|by) (?:a|\d|two|three)\b",
        ),
        ("agreed", r"you(?: have|'ve got|'ve) my (?:support|ok|okay|blessing|vote|yes)\b"),
        (
            "disagreed",
            rf"{manager}(?: is not| isn't| was not| wasn't|'s not| not) (?:keen|happy about|sure about"
            rf"|convinced|for it|in favour|ready to)\b",
        ),
        (
            "agreed",
            rf"(?:(?:{manager}|{other}) )?(?:wants?|would like|'d like) me (?:in|on|at|there|as|to (?:lead|run"
            rf"|join|own|take (?:it |this |that |them )?(?:over|on)|be part))\b",
        ),
        ("agreed", r"(?:i'm|i am) (?:happy|fine|ok|glad|all) (?:for|with|to (?:let|have|support))\b"),
        (
            "disagreed",
            rf"(?:{manager} )?(?:doesn't|does not|don't|didn't|did not) (?:want|see (?:(?:that|it"
            rf"|me) (?:happening|before|until|yet)|a|any|room|space)|agree"
            r"|support|think (?:so|it|that|there|i'm ready|i am ready|the (?:time|\w+ (?:will|would|can"
            r"|could)))|like the idea)\b",
        ),
        (
            "disagreed",
            rf"(?:{manager}|i)?\s?(?:'d|would) (?:rather|prefer)(?: to)? (?:not|wait|keep|stay|report|do|leave"
            rf"|hold)\b",
        ),
        (
            "disagreed",
            rf"(?:{manager} )?(?:can't|cannot|can not|couldn't|could not|won't|will not)"
            r" (?:see (?:it|that|me|this)|promise|agree"
            rf"|approve|support|release"
            r"|let me|give me|offer|spare|allow|pay|fund|say yes|do it|be done|happen|have)\b",
        ),
        (
            "disagreed",
            rf"{manager} (?:refuse[sd]?|decline[sd]?|reject(?:s|ed)?|turn(?:s|ed) (?:it|me|that) down|said no"
            rf"|says no|vetoe[sd])\b",
        ),
        ("agreed", rf"{_YES}\b(?! so\b|,? (?:i (?:said|know|told)|(?:he|she|they) (?:promised|was|had)))"),
        ("disagreed", rf"{_NO}\b"),
        ("agreed", r"(?:i|we|you) (?:can|may)\b(?!'t| not| be | see| hear| understand| imagine| tell| say)"),
        ("agreed", r"(?:the )?\w+ (?:pays|covers|funds)(?: for)?(?: (?:it|exam|half|all|the \w+))?$"),
        ("agreed", r"i could (?:have|take|start|join|go|keep|use) the\b"),
        (
            "agreed",
            rf"{manager} can live with\b|.{{3,60}} (?:is|are|would be) something {manager}(?:'d| would)"
            r" (?:support|back)\b",
        ),
        ("agreed", r"can (?:start|come|join|do|have|take|go|lead|run|begin|try|use|attend|sit|work)\b"),
    )
    opening = r"(?:well,? |so,? |and |but |that's |that is |it's |it is |also )*"
    return tuple((kind, re.compile(f"{opening}(?:{pattern})", re.IGNORECASE)) for kind, pattern in made)


_LATER_YES = re.compile(
    r"(?<!very)(?<!really)(?<!quite)"
    r"(?:,| is| are| was)?\s(?:can (?:start|begin|go ahead|happen)|no problem|realistic|doable|ok(?:ay)?|fine"
    r"|agreed|approved|possible|granted|confirmed|yes)\b"
    r"(?=\s*(?:[,.!;(]|$|if|provided|unless|but|only|with|for|from|by|in|on|next|once|after|as long))",
    re.IGNORECASE,
)
_LATER_NO = re.compile(
    r"\s(?:isn't|is not|not|aren't|won't be|wouldn't be|would not be) (?:paid|covered|funded|going to happen"
    r"|possible|planned|needed|an option|on|happening|before"
    r"|this year|yet (?!clear))|: no\b|, no\b(?! (?:date|idea|time))",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"\s(?:is |are |was )?(?:off the table|(?:wouldn't|won't|not) be (?:paid|covered|funded|possible|approved)"
    r"|(?:not|isn't|aren't) on the (?:cards|table)|not possible|impossible|out of the question"
    r"|out for (?:now|this year)|not approved|turned down|rejected"
    r"|not (?:before|until|this year) \w+)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"(?:nobody|everybody|everyone|people|the (?:project|hotel|company|office|budget) (?:has|is|will))\b",
    re.IGNORECASE,
)
_OF_ME = re.compile(r"(?:and |but )*(?:my|your) (?:\w+ ){1,4}(?:is|are|was|were)\b", re.IGNORECASE)
_ASKED = re.compile(r"(?:asked|if i (?:were|was) you|when|why|how|what|who)\b", re.IGNORECASE)
_LET = re.compile(
    r"(?:and |but |so |also )*i (?:can|may) (?:have|take|start|join|go|come|attend|use|keep|work from)\b",
    re.IGNORECASE,
)
_CAN = re.compile(
    r"i can (?!see|understand|imagine|hear|feel|tell|say|be |only|already|always|never|do (?:it"
    r"|that) (?:already|alone))\w+",
    re.IGNORECASE,
)
_JOINTLY = re.compile(
    r"(?:and |but |so |also )*"
    r"(?:we (?:agreed|settled|decided)|(?:i|we)(?: have| had|'ve)?(?: got)? (?:her|his|their))\b",
    re.IGNORECASE,
)
_OWNED = re.compile(r"(?:and |but |so |also )*(?:i|we|you)\b", re.IGNORECASE)


def stand(unit: Unit, voice: Voices, before: Unit | None = None, *, goes_on: bool = False) -> Stand | None:
    """Where the manager stands by this clause; None where it does not say so in explicit words.

    `before` is the clause before it: after a question, "not yet" only answers that. `goes_on` says that the clause
    before it in the sentence was agreement.
    """
    body = unit.body.lstrip("( ")
    if _says_nothing(unit, body, before):
        return None
    kind = _kind(unit, body, voice, before)
    condition = condition_of(body)
    if kind is None:
        return Stand("conditional", condition) if condition and (goes_on or hangs(body)) else None
    if kind == "disagreed":
        return _refused(body, condition)
    condition = condition or _reserve(body)
    return Stand("conditional", condition) if condition or kind == "conditional" else Stand("agreed")


def _says_nothing(unit: Unit, body: str, before: Unit | None) -> bool:
    """Whether it cannot be the manager's word on anything: asked, wished, musing, somebody else's."""
    if unit.asks or unit.said in ("me", "other") or not body or is_irreal(body) or _ASKED.match(body):
        return True
    if unit.verb.startswith(("asked", "asks", "wonder", "hope")) or _is_aim(unit):
        return True
    return bool(before and ((before.asks and _MUSED.match(before.body)) or _answers_them(unit, body, before)))


def _answers_them(unit: Unit, body: str, before: Unit) -> bool:
    """Whether it is what the owner answered to a question of the manager's: "he asked am I leaving - no"."""
    asked = before.asks or before.verb.startswith(("asked", "asks", "wonder"))
    return asked and before.said == "manager" and not unit.verb and bool(_ANSWER.match(body))


def _kind(unit: Unit, body: str, voice: Voices, before: Unit | None) -> State | None:
    """What its words say, its condition left aside."""
    kind = next((k for k, pattern in _patterns(voice.manager, voice.other) if pattern.match(body)), None)
    if kind == "disagreed" and (_EMPTY_NO.match(body) or (body[:7].lower() == "not yet" and before and before.asks)):
        return None
    if kind == "agreed" and _OWNED.match(body) and not (_JOINTLY.match(body) or _allowed(unit, body)):
        short = unit.bulleted and unit.opens and _CAN.match(body)
        given = unit.said == "manager" and re.match(r"i could (?:have|take|start|join|go|keep|use) the\b", body, re.I)
        kind = "agreed" if (_LET.match(body) or short or given) and not unit.direct else None
    if kind is None and not _OF_OTHERS.match(body) and not _OF_ME.match(body):
        kind = _later(unit, body)
    if kind is None and Section.AGREED in (unit.lead, unit.under):
        return "agreed"
    return kind


def _later(unit: Unit, body: str) -> State | None:
    """A yes or no that follows what it is about: "two trips ok", "a move is out for now"."""
    if not unit.direct and (found := _LATER_YES.search(body)) and found.start() > 0 and not is_told(body):
        return "agreed"
    off = _OFF.search(body)
    refused = (unit.said == "manager" and _LATER_NO.search(body)) or (off and not is_told(body[: off.start()]))
    return "disagreed" if refused else None


_MUSED = re.compile(r"(?:would|did|do|am|should|could|can|will|was|have) i\b", re.IGNORECASE)


def _is_aim(unit: Unit) -> bool:
    """Whether it says what something is for: "so I can do the evening class"."""
    return unit.line.text[: unit.start - unit.line.start].rstrip(" ,").lower().endswith((" so", "so that"))


def _allowed(unit: Unit, body: str) -> bool:
    """Whether the manager lets the owner: "I can" as told, "you can" as spoken."""
    word = re.sub(r"^(?:and |but |so |also )*", "", body.lower()).split("'")[0].split()[0]
    if unit.direct:
        return word == "you" or bool(re.match(r"(?:i'm|i am|i'd|i would)\b", body, re.I))
    return unit.said == "manager" and word != "you"


def _refused(body: str, condition: str) -> Stand:
    """A no; on a condition where it says until when, or unless."""
    if condition and re.match(
        r"(?:\w+ ){0,3}?(?:(?:not|nah|no)\b.{0,40}\b(?:before|until|till|without|unless|only if))\b", body, re.I
    ):
        return Stand("conditional", condition)
    return Stand("disagreed")


def _reserve(body: str) -> str:
    """What a yes leaves out, be it only for a time: "ok but not this peak"."""
    found = _RESERVE.search(body)
    return found["what"].strip(' .,;)"*_') if found and not _EMPTY_NO.match(found["what"]) else ""


_NEGATIVE = re.compile(
    r"\b(?:no|not|never|nothing|none|cannot|refuse[sd]?|decline[sd]?|against)\b|n't\b", re.IGNORECASE
)


def likely_stand(unit: Unit) -> Stand:
    """Where the manager stands by a clause that is known to say so, and not how."""
    if condition := condition_of(unit.body):
        return Stand("conditional", condition)
    return Stand("disagreed" if _NEGATIVE.search(unit.body) else "agreed")
