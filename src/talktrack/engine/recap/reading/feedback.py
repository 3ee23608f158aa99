"""What was said about how somebody works, good or bad (R46–R49)."""

from __future__ import annotations

import re
from functools import lru_cache

from talktrack.kit.verbs import is_base
from talktrack.kit.words import word_set

from .moods import is_irreal, is_order, is_told
from .sections import Section
from .units import Unit
from .voices import Voices

_GOOD = (
    "good great excellent brilliant clear clearest cleanest best better strong stronger strongest solid reliable neat neatest tidy quick fast "
    "fastest thorough careful patient calm confident polite helpful impressive remarkable outstanding precise accurate creative organised "
    "organized punctual trusted fantastic amazing lovely superb perfect nice fine spotless proud pleased impressed delighted happy"
)
_BAD = (
    "late slow slower long short blunt harsh quiet shy loud rude messy sloppy impatient careless defensive vague unclear hard difficult "
    "abrupt bossy passive aggressive disorganised disorganized negative invisible visible bored unprepared perfectionist hasty rushed weak "
    "poor bad worse worst stubborn detailed technical complicated nervous tense distracted unreliable strategic cautious direct brusque"
)
_EVAL = "|".join((_GOOD + " " + _BAD).split())
_BE = r"(?:'m|'re|'s| am| are| is| was| were| can be| could be| seem| seems| sound| sounds| come across(?: as)?| comes across(?: as)?| look| looks| get| gets| got)"
_DEGREE = r"(?: (?:a|an|the|so|really|very|v\.?|too|quite|often|always|sometimes|a bit|a little|rather|pretty|still|just|not|also|much|far|more|less|bit|kind of|sort of|of))*"


@lru_cache(maxsize=64)
def _patterns(manager: str, other: str) -> tuple[re.Pattern[str], ...]:
    liked = (
        r"prais(?:e[sd]|ing)|compliment(?:s|ed)|lov(?:e[sd]|ing)|admire[sd]?|appreciate[sd]?|was impressed|is impressed|were impressed|"
        r"(?:is|was|'s) (?:very |really |so )?(?:proud|pleased|impressed|happy|delighted|thrilled|annoyed|disappointed|frustrated|unhappy)|"
        r"(?:values|valued|likes|liked|enjoyed|criticised|criticized|complained about|noticed)"
    )
    made = (
        rf"(?:i|you){_BE}{_DEGREE} (?:{_EVAL})\b",
        rf"(?:my|your|her|his) [\w' -]{{1,40}}?{_BE}{_DEGREE} (?:{_EVAL})\b",
        rf"{manager}(?: also| really| had| has)* (?:{liked}) (?:by |with |about |of |at |that )?(?:my|how i|the way i|what i|me\b|it when i)",
        rf"{manager} (?:found|finds|called|calls|considers?) (?:my|it|the|that|me) .{{0,60}}?\b(?:{_EVAL})\b",
        rf"{manager} (?:doesn't|does not|don't|never|often|sometimes|rarely) (?:see|sees|hear|hears|feel|feels) (?:me|that i|enough)\b",
        r"(?:doesn't|does not|rarely|never) (?:see|sees|hear|hears) me\b",
        r"(?:i|you) (?:tend|tends) to\b",
        r"tends? to \w+",
        r"(?:i|you) (?:always|often|never|sometimes|usually|rarely|keep|kept|still|hardly ever)\b",
        r"(?:i|you) can be (?:a (?:bit|little) )?(?:relied|trusted|counted|\w+ )",
        r"(?:needs?|lack(?:s|ing)?|wants?) (?:more|a bit more|less|better) \w+",
        r"(?:a bit |a little |much |still )?too (?!early\b|late (?:now|for)|expensive|soon|many people|bad\b)(?:much|many|little|few|\w+)\b",
        r"not (?:bad|enough|very|so (?:good|great))\b(?! (?:at all )?(?:for|time))",
        rf"(?:the |a )?(?:{_EVAL.replace('fine|', '').replace('happy|', '')}) (?:with|at|in|on|about|for) (?!me\b|it$|that$)\w+",
        r"[\w' -]{2,40}? (?:was|were|is|are) (?:the |a |an )?(?:really |very |so |one of the )?(?:best|clearest|cleanest|strongest|most \w+|spot on|brilliant|excellent|outstanding"
        r"|remarkable|impressive|great|fantastic|amazing)\b",
        r"(?:customers?|clients?|people|patients?|families|parents|passengers|members|visitors|colleagues|others|carriers|guests|users|everyone|nobody else|they) "
        r"(?:\w+ ){0,3}?(?:trust|like|love|ask for|asks for|say|write|complain|find|praise|come back|had come in)\b.{0,30}?\b(?:me|my|i|by name|it|because)\b",
        r"(?:best|clearest|cleanest|strongest|neatest)\b .{2,40}",
    )
    return tuple(re.compile(rf"(?:and |but |also |that |then |maybe |just |it's |that's )*(?:{pattern})", re.IGNORECASE) for pattern in made)


_ASKED = re.compile(
    r"(?:i |we )?(?:then )?(?:asked|ask|thanked|told|said (?:my|thanks|thank|i)|used my|explained|showed|offered|answered|replied|mentioned|apologised)\b"
    r"|no (?:example|answer|reason|case|date|idea|specifics|details)|ran out|whatever|couldn't (?:think|say|name)|(?:he|she|they) couldn't"
    r"|when\?|which\?|(?:he|she|they) (?:did|went|was|had|once|got|came)\b|that's what|fair enough|ha\b|lol|(?:i|we) laughed"
    r"|not (?:talked|discussed|covered|raised)|didn't (?:get|come) to|skipped|none|nothing|n/?a$|tbc|tbd",
    re.I,
)
_MODAL = re.compile(r"(?:and |but |also |that |then )*(?:i|you|he|she|they|we)(?:'ll|'d| will| would| can| may| could| should| might| must| shall)\b", re.I)
_NOT_GENERIC = word_set(
    "said asked told was were had did will would can may could should might must shall have am think thought know knew hope wish guess said "
    "mean want love like feel felt was went got came see saw"
)
_SITUATION = re.compile(
    r"(?:e\.?\s?g\.?|eg|for example|example|for instance|such as|last|on|in|at|during|when|since|the (?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|yesterday|this|once)\b",
    re.I,
)


def told_of_me(unit: Unit, voice: Voices, *, row_has: bool) -> bool:
    """Whether the clause says how the owner works, so that it is a piece of feedback of its own.

    `row_has` says that a clause of the same line was one already: what follows it is mostly its example.
    """
    body = unit.body
    if unit.asks or unit.said in ("me", "other") or is_irreal(body) or _ASKED.match(body):
        return False
    section = unit.lead if unit.lead in (Section.FEEDBACK, Section.ADVICE, Section.STEPS, Section.OPEN, Section.AGREED) else unit.under
    if section in (Section.STEPS, Section.OPEN, Section.CHECK_IN):
        return False
    judged = any(pattern.match(body) for pattern in _patterns(voice.manager, voice.other))
    if section is Section.FEEDBACK or unit.lead is Section.FEEDBACK:
        return _in_section(unit, judged, row_has=row_has)
    if section is Section.ADVICE or row_has:
        return judged and unit.said == "manager" and not is_order(body)
    if _generic(body) and unit.said == "manager":
        return True
    return judged and (unit.said == "manager" or bool(unit.verb) or _about_me(body))


def _in_section(unit: Unit, judged: bool, *, row_has: bool) -> bool:
    body = unit.body
    if unit.lead in (Section.BETTER, Section.EXAMPLE, Section.CONDITION) or (is_order(body) and not re.match(r"(?:don't|do not|never) ", body, re.I)):
        return False
    if row_has:
        return judged and unit.opens and not _SITUATION.match(body) and not is_told(body)
    if unit.depth and not judged and (is_told(body) or _SITUATION.match(body)):
        return False
    if not unit.first and not (judged or unit.said == "manager"):
        return False
    return not (is_told(body) and not judged and not unit.bulleted and unit.said != "manager")


def _generic(body: str) -> bool:
    """ "I hide behind the till when it gets busy": what the owner does, in the present and at all times."""
    found = re.match(r"(?:and |but |also |that |then |because )*(?:i|you)(?: (?:do not|don't|dont|always|often|never|also))* (?P<verb>[a-z]+)\b", body, re.I)
    if not found or _MODAL.match(body):
        return False
    verb = found["verb"].lower()
    return verb not in _NOT_GENERIC and not is_told(body) and (is_base(verb) or not verb.endswith(("ed", "ing")))


def _about_me(body: str) -> bool:
    return bool(re.match(r"(?:and |but |also )*(?:my|your|you|i tend|too|not bad)\b", body, re.I)) or bool(
        re.search(r"\b(?:my|how i|the way i|what i|doesn't see me|me as)\b", body, re.I)
    )
