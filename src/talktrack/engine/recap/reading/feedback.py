"""What was said about how somebody works, good or bad (R46–R49)."""

from __future__ import annotations

import re
from functools import lru_cache

from talktrack.kit.verbs import is_base
from talktrack.kit.words import word_set

from .advice import section_of
from .moods import is_irreal, is_order, is_told
from .sections import Section
from .units import Unit
from .voices import Voices

_GOOD = (
    "good great excellent brilliant clear clearest cleanest best better strong stronger strongest solid reliable neat "
    "neatest tidy quick fast fastest thorough careful patient calm confident polite helpful impressive remarkable "
    "outstanding precise accurate creative organised organized punctual trusted fantastic amazing lovely superb perfect "
    "spotless proud pleased impressed delighted natural sharp safe"
)
_BAD = (
    "late slow slower long short blunt harsh quiet shy loud rude messy sloppy impatient careless defensive vague unclear "
    "hard difficult abrupt bossy passive aggressive disorganised disorganized negative invisible visible bored unprepared "
    "perfectionist hasty rushed weak poor bad worse worst stubborn detailed technical complicated nervous tense distracted "
    "unreliable strategic cautious direct brusque soft strict modest emotional"
)
_EVAL = "|".join((_GOOD + " " + _BAD).split())
_BE = (
    r"(?:'m|'re|'s| am| are| is| was| were| can be| could be| seem| seems| sound| sounds| come across(?: as)?"
    r"| comes across(?: as)?| look| looks| get| gets| got)"
)
_DEGREE = (
    r"(?: (?:a|an|the|so|really|very|v\.?|too|quite|often|always|sometimes|a bit|a little|rather|pretty|still|just|not"
    r"|also|much|far|more|less|bit|kind of|sort of|of))*"
)
_LIKED = (
    r"prais(?:e[sd]|ing)|compliment(?:s|ed)|lov(?:e[sd]|ing)|admire[sd]?|appreciate[sd]?|(?:was|is|were|'s) (?:very |really "
    r"|so )?(?:impressed|proud|pleased|happy|delighted|thrilled|annoyed|disappointed|frustrated|unhappy)|values?|valued"
    r"|likes?|liked|enjoyed|criticised|criticized|complained about|noticed|thanked"
)
_OTHERS = (
    r"(?:customers?|clients?|people|patients?|families|parents|passengers|members|visitors|colleagues|others|carriers"
    r"|guests|users|everyone|nobody else|they|pupils|kids|children|residents|students|the (?:team|others|juniors|shift))"
)


@lru_cache(maxsize=64)
def _patterns(manager: str) -> tuple[re.Pattern[str], ...]:
    made = (
        rf"(?:i|you){_BE}{_DEGREE} (?:{_EVAL})\b",
        rf"(?:my|your) [\w' -]{{1,60}}?{_BE}{_DEGREE} (?:{_EVAL})\b",
        rf"{manager}(?: was| is|'s| were)?(?: not| very| really| so| also)* (?:happy|pleased|impressed|unhappy|annoyed|delighted|disappointed) "
        rf"(?:with|by|about|at)\b(?! (?:me \w+ing|it$))|{manager} (?:praised|complimented|criticised|criticized)\b",
        rf"{manager} (?:misses|is missing|lacks|missed) \w+",
        rf"{manager} (?:finds|found|sees|considers|calls|thinks of) me\b",
        r"(?:great|good|excellent|brilliant|fantastic|nice|lovely|solid|strong|amazing) (?:work|job|stuff|effort|performance)\b",
        r"(?:comes?|came|coming) across\b|(?:i'm|i am|you're|you are) (?:seen|known|perceived) as\b",
        r"lack(?:s|ing)? (?:of )?\w+|well[- ](?:organi[sz]ed|prepared|structured|done|written|explained|liked|respected|run)\b",
        r"(?:i|you|my \w+|your \w+)(?: \w+){1,3} too \w+",
        rf"(?:{manager}|the \w+|\w+)(?: also| really| had| has)* (?:{_LIKED}) (?:by |with |about |of |at |that |for )?"
        r"(?:my|how i|how plainly|how \w+ (?:it|i|my)|the way i|what i|me (?:for|on)|it when i)\b",
        rf"{manager} (?:found|finds|called|calls|considers?) (?:my|it|the|that|me) .{{0,60}}?\b(?:{_EVAL})\b",
        rf"(?:{manager} )?(?:doesn't|does not|don't|never|rarely) (?:see|sees|hear|hears) (?:me|that i|enough)\b",
        r"(?:i |you )?tends? to \w+",
        r"(?:i|you) (?:always|often|never|sometimes|usually|rarely|keep|kept|still|hardly ever)\b",
        r"(?:i|you) can be (?:a (?:bit|little) |too |very )*\w+",
        r"(?:you (?:could|should|need to) |i (?:could|should|need to) |to |needs? to )?(?:be|become) "
        r"(?:a (?:bit|little|lot) |much |far )?(?:more|less)\b",
        r"(?:(?:needs?|lack(?:s|ing)?|wants?|a bit|a little)(?: of)? )?(?:more|a bit more|less|better|much more) \w+(?: \w+){0,3}$",
        r"(?:needs?|wants?) (?:more|a bit more|less|better) \w+",
        r"(?:a bit |a little |much |still )?too (?!early\b|late (?:now|for)|expensive|soon|risky|bad\b)\w+\b",
        r"not (?:bad|enough|very|so (?:good|great))\b(?! (?:at all )?(?:for|time))",
        rf"(?:the |a |very |really |v\.? )*(?:{_EVAL}) (?:with|at|in|on|about|for) (?!me\b|it$|that$)\w+",
        rf"[\w',: -]{{2,60}}? (?:was|were){_DEGREE} (?:{_EVAL})\b(?! for me)",
        r"[\w',: -]{2,90}? (?:was|were|is|are) (?:the |a |an |just )?(?:really |very |so |one of the )?"
        r"(?:best|clearest|cleanest|strongest|most \w+|spot on|brilliant|excellent|outstanding|remarkable|impressive"
        r"|fantastic|amazing)\b",
        rf"{_OTHERS} (?:\w+ ){{0,3}}?(?:trusts?|likes?|loves?|ask for|asks for|say|write|complain|find|praise|come back|had come in)"
        r"\b.{0,30}?\b(?:me|my|i|by name|it|because)\b",
        r"(?:best|clearest|cleanest|strongest|neatest)\b .{2,40}",
    )
    opening = "(?:and |but |also |that |then |maybe |just |it's |that's )*"
    return tuple(re.compile(f"{opening}(?:{pattern})", re.IGNORECASE) for pattern in made)


_NOT_SAID = re.compile(
    r"(?:i |we )?(?:then )?(?:asked|ask|thanked|told|said (?:my|thanks|thank|i)|used my|explained|showed|offered|answered"
    r"|replied|mentioned|apologised)\b|no (?:example|answer|reason|case|date|idea|specifics|details)|ran out|whatever"
    r"|couldn't (?:think|say|name)|(?:he|she|they) couldn't|when\?|which\?|that's what|fair enough|ha\b|lol"
    r"|(?:i|we) laughed|not (?:talked|discussed|covered|raised)|didn't (?:get|come) to|skipped|none|nothing|n/?a$|tbc|tbd",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"(?:and |but |also |that |then )*(?:i|you)(?:'ll|'d| will| would| can| may| could| should| might| must| shall)\b",
    re.IGNORECASE,
)
_NOT_GENERIC = word_set(
    """said asked told was were had did will would can may could should might must shall have am are think thought know
    knew hope wish guess say mean want like love feel felt went got came see saw was're really just"""
)
_GENERIC = re.compile(
    r"(?:and |but |also |that |then |because |when .{3,30}? )*(?P<who>i|you)"
    r"(?: (?:do not|don't|dont|always|often|never|also|sometimes|still))* (?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_SITUATION = re.compile(
    r"(?:e\.?\s?g\.?|eg|for example|example|for instance|such as|last|on|in|at|during|when|since"
    r"|the (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|yesterday|this|once)\b",
    re.IGNORECASE,
)


def told_of_me(unit: Unit, voice: Voices, *, row_has: bool) -> bool:
    """Whether the clause says how the owner works, so that it is a piece of feedback of its own.

    `row_has` says that a clause of the same line was one already: what follows it is mostly its example.
    """
    body, section = unit.body, section_of(unit)
    if unit.asks or unit.said in ("me", "other") or is_irreal(body) or _NOT_SAID.match(body):
        return False
    if section in (Section.STEPS, Section.OPEN, Section.CHECK_IN) or unit.verb.startswith(("asked", "asks", "hope")):
        return False
    judged = any(pattern.match(body) for pattern in _patterns(voice.manager)) and not _of_the_speaker(unit)
    if section is Section.FEEDBACK:
        return _in_section(unit, judged, row_has=row_has)
    if section is Section.ADVICE or row_has:
        return judged and unit.said == "manager" and not is_order(body)
    if _generic(unit) and unit.said == "manager":
        return True
    return judged and (unit.said == "manager" or bool(unit.verb) or _about_me(body, voice.manager))


def _of_the_speaker(unit: Unit) -> bool:
    """Whether the manager speaks of himself: "I tell everyone", in quotes."""
    return unit.direct and bool(re.match(r"(?:and |but |also |that |then )*(?:i|my)\b", unit.body, re.I))


def _in_section(unit: Unit, judged: bool, *, row_has: bool) -> bool:
    """Under a heading that says feedback each line is a piece of it, unless it tells what happened or what to do."""
    body = unit.body
    negative = re.match(r"(?:don't|dont|do not|never) ", body, re.I)
    if unit.lead in (Section.BETTER, Section.EXAMPLE, Section.CONDITION) or _of_the_speaker(unit):
        return False
    if is_order(body) and not negative and not judged and unit.lead is not Section.FEEDBACK:
        return False
    if row_has:
        return judged and unit.opens and not _SITUATION.match(body) and not is_told(body)
    if not judged and (is_told(body) and (unit.depth or unit.subject in ("manager", "other")) and unit.said != "manager"):
        return False
    if unit.depth and not judged and _SITUATION.match(body):
        return False
    if not unit.first and not (judged or unit.said == "manager"):
        return False
    return judged or unit.bulleted or unit.said == "manager" or not is_told(body)


def _generic(unit: Unit) -> bool:
    """ "I hide behind the till when it gets busy": what the owner does, in the present and at all times."""
    found = _GENERIC.match(unit.body)
    if not found or _MODAL.match(unit.body) or (unit.direct and found["who"].lower() == "i"):
        return False
    verb = found["verb"].lower()
    return verb not in _NOT_GENERIC and not is_told(unit.body) and (is_base(verb) or not verb.endswith(("ed", "ing")))


_ABOUT = re.compile(
    r"(?:and |but |also )*(?:my|your|you|i tend|tends? to|too|not bad|great|good|excellent|brilliant|lack|lacks|well|comes? across"
    r"|i(?:'m| am| was) (?:too|seen|known)|i (?:\w+ ){1,3}too|i (?:could|should|need to) be (?:more|less)|customers|clients|people"
    r"|patients|families|parents|members|colleagues)\b",
    re.IGNORECASE,
)
_OF_ME = re.compile(r"\b(?:my|how i|the way i|what i|see me|me as|praised how)\b", re.IGNORECASE)


def _about_me(body: str, manager: str) -> bool:
    """Whether it is about the owner, or says outright that the manager was pleased or not."""
    return bool(_ABOUT.match(body) or _OF_ME.search(body) or re.match(rf"{manager}\b", body, re.I))
