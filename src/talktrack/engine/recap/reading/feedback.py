"""What was said about how somebody works, good or bad (R46–R49)."""

from __future__ import annotations

import re
from functools import lru_cache

from talktrack.engine.recap.sections import Section
from talktrack.kit.verbs import is_base
from talktrack.kit.words import word_set

from .advice import HABIT, section_of
from .moods import is_irreal, is_order, is_told
from .units import Unit
from .voices import Voices

_GOOD = """
    good great excellent brilliant clear clearest cleanest best better strong stronger strongest solid
    reliable neat neatest tidy quick fast fastest thorough careful patient calm confident polite helpful
    impressive remarkable outstanding precise accurate creative organised organized punctual trusted
    fantastic amazing lovely superb perfect spotless proud pleased impressed delighted natural sharp safe
    convincing realistic useful readable structured engaging motivating diplomatic tactful assertive
    enthusiastic competent capable flexible curious supportive committed dedicated welcoming
"""
_BAD = """
    late slow slower long short blunt harsh quiet shy loud rude messy sloppy impatient careless defensive
    vague unclear hard difficult abrupt bossy passive aggressive disorganised disorganized negative
    invisible visible bored unprepared perfectionist hasty rushed weak poor bad worse worst stubborn
    detailed technical complicated nervous tense distracted unreliable strategic cautious direct brusque
    soft strict modest emotional superficial chaotic confusing boring dry dominant curt distant abrasive
    inconsistent reluctant unsure uncertain hesitant lazy
"""
_EVAL = "|".join((_GOOD + " " + _BAD).split())
_BE = (
    r"(?:'m|'re|'s| am| are| is| was| were| can be| could be| seem| seems| sound| sounds| come across(?: as)?"
    r"| comes across(?: as)?| look| looks| get| gets| got)"
)
_DEGREE = (
    r"(?: (?:a|an|the|so|really|very|v\.?|too|quite|often|always|sometimes|a bit|a little|rather|pretty|still"
    r"|just|not"
    r"|also|much|far|more|less|bit|kind of|sort of|of))*"
)
_LIKED = (
    r"prais(?:e[sd]|ing)|compliment(?:s|ed)|lov(?:e[sd]|ing)|admire[sd]?|appreciate[sd]?|(?:was|is|were"
    r"|'s) (?:very |really "
    r"|so )?(?:impressed|proud|pleased|happy|delighted|thrilled|annoyed|disappointed|frustrated|unhappy)"
    r"|values?|valued"
    r"|likes?|liked|enjoyed|criticised|criticized|complained about|noticed|thanked"
)
_OTHERS = (
    r"(?:customers?|clients?|people|patients?|families|parents|passengers|members|visitors|colleagues|others"
    r"|carriers"
    r"|guests|users|everyone|nobody else|they|pupils|kids|children|residents|students|the (?:team|others"
    r"|juniors|shift))"
)


@lru_cache(maxsize=64)
def _plain(manager: str) -> re.Pattern[str]:
    """What is feedback whoever wrote it down: it is about how the owner works, and nothing else."""
    made = (
        r"(?:i|you)(?:'m|'re| am| are| was| were| can be| could be)(?: (?:a bit|a little|much|often|sometimes"
        r"|always))? too (?!late (?:now|for))\w+",
        rf"(?:my|your) [\w' -]{{1,60}}?{_BE}{_DEGREE} (?:{_EVAL}|fine|ok|okay)\b",
        r"(?:i|you|my \w+|your \w+)(?: \w+){1,3} too (?:much|many|little|few|long|fast|slow|slowly|quickly"
        r"|late|early|often|soft|hard|loud|quiet|\w+ly)\b",
        rf"{manager}(?: was| is|'s| were)?(?: not| very| really| so| also)* (?:happy|satisfied|content|pleased"
        rf"|impressed|unhappy|annoyed|delighted"
        r"|disappointed) (?:with|by|about|at)\b(?! (?:me \w+ing|it$))",
        rf"(?:{manager} )?(?:praised|praises|complimented|criticised|criticized)\b",
        rf"{manager} (?:found|finds|called|calls|considers?) (?:my|it|the|that) .{{0,60}}?\b(?:{_EVAL})\b",
        rf"{manager} (?:misses|is missing|lacks|missed) \w+|{manager} (?:wishes|wished) (?:i|that i)\b"
        rf"|{manager} complained\b",
        r"(?:my|your) (?:weak|weakest|strong|strongest|best|sore) (?:point|spot|side)\b|i(?:'m| am) the (?:one"
        r"|person) ",
        rf"(?:{manager} )?(?:didn't like|doesn't like|likes?|liked|loved|hated|appreciates?|appreciated|values?)"
        r" (?:how|the way|that|it when) (?:i|my)\b",
        r"i (?:get lost|lose (?:track|the thread|patience)|forget|hesitate|avoid|rush|interrupt|undersell|overthink"
        r"|overcomplicate)\b",
        r".{3,30} (?:i|you) \w+ too (?:much|many|little|few|long|fast|late|early|often|hard|loud|short|\w+ly)\b",
        rf"{manager} (?:finds|found|considers|considered) (?:my|me|how i|the way i)\b",
        r"\w+s (?:say|think|complain|find)(?: that)? (?:i|i'm|my)\b",
        r"(?:very|really|so) (?:happy|pleased|impressed) (?:with|by) (?!me\b)\w+",
        r"not \w+ enough\b(?! (?:time|money|people|staff))|(?:good|great) (?:eye|ear|sense|feel|hand|nose"
        r"|memory) for\b",
        rf"(?:very |really |too |quite |often |sometimes |v\.? )*(?!happy|good with (?:me|it)|fine"
        rf"|late)(?:{_EVAL}) (?:with|at|in|under|on) (?!me\b|it\b|that\b|the talk|both)\w+",
        rf"{manager} (?:finds|found|sees|considers|calls|thinks of) me\b",
        rf"(?:{manager}|the \w+|\w+)(?: also| really| had| has)* (?:{_LIKED}) (?:by |with |about |of |at "
        rf"|that |for )?"
        r"(?:my|that i|how i|how plainly|how \w+ (?:it|i|my)|the way i|what i|me (?:for|on)|it when i)\b",
        rf"(?:{manager} )?(?:doesn't|does not|rarely|never) (?:see|hear) me \w+",
        r"(?:i |you )?(?:also |still |sometimes )?tends? to \w+",
        r"(?:i'm|i am|you're|you are) (?:seen|known|perceived) as\b",
        r"(?:i|you) (?:could|should|need to) be (?:a (?:bit|little) )?(?:more|less)\b",
        r"lack(?:s|ing)? of \w+|well[- ](?:organi[sz]ed|prepared|structured|done|written|explained|liked"
        r"|respected|run)\b",
        r"(?:comes?|came|coming) across\b",
        r"(?:great|good|excellent|brilliant|fantastic|nice|lovely|solid|strong|amazing) (?:work|job|stuff"
        r"|effort|performance)\b",
        r"too (?:much|many|little|few) \w+ in (?:my|the)\b",
        r"not (?:bad|enough)\b(?! (?:at all )?(?:for|time|money|people|staff|room))",
        rf"{_OTHERS} (?:\w+ ){{0,3}}?(?:trusts?|likes?|loves?|asks? for|say|write|complain|find|praise|thanked"
        rf"|come back|had come in)"
        r"\b.{0,30}?\b(?:me|my|i|by name)\b",
    )
    return _either(made)


@lru_cache(maxsize=64)
def _reported(manager: str) -> re.Pattern[str]:
    """What is feedback where the manager said it, or under a heading that says so."""
    made = (
        rf"(?:i|you){_BE}{_DEGREE} (?:{_EVAL})\b",
        rf"{manager} (?:found|finds|called|calls|considers?) (?:my|it|the|that) .{{0,60}}?\b(?:{_EVAL})\b",
        r"(?:i|you) (?:always|often|never|sometimes|usually|rarely|keep|kept|still|hardly ever)\b",
        r"(?:i|you) had (?:not |never |been )?\w+",
        r"(?:i|you) can be (?:a (?:bit|little) |too |very )*\w+",
        r"(?:to |needs? to |need to )?(?:be|become) (?:a (?:bit|little|lot) |much |far )?(?:more|less)\b",
        r"(?:(?:needs?|lack(?:s|ing)?|wants?|a bit|a little)(?: of)? )?(?:more|a bit more|less|better"
        r"|much more) \w+(?: \w+){0,3}$",
        r"(?:needs?|wants?) (?:more|a bit more|less|better) \w+",
        r"(?:a bit |a little |much |still )?too (?!early\b|late (?:now|for)|expensive|soon|risky|bad\b)\w+\b",
        r"not (?:very|so (?:good|great))\b",
        rf"(?:the |a |very |really |v\.? )*(?:{_EVAL}) (?:with|at|in|on|about|for) (?!me\b|it$|that$)\w+",
        rf"[\w',: -]{{2,60}}? (?:was|were){_DEGREE} (?:{_EVAL})\b(?! for me)",
        r"[\w',: -]{2,90}? (?:was|were|is|are) (?:the |a |an |just )?(?:really |very |so |one of the )?"
        r"(?:best|clearest|cleanest|strongest|most \w+|spot on|brilliant|excellent|outstanding|remarkable"
        r"|impressive"
        r"|fantastic|amazing)\b",
        rf"{_OTHERS} (?:\w+ ){{0,3}}?(?:trusts?|likes?|loves?|asks? for|say|complain|praise|come back"
        rf"|had come in)\b.{{0,30}}?\b(?:it|because)\b",
        r"(?:the )?(?:best|(?!for|inter|sugg|requ|harv|arr|inv|t|r|n|g|w|p)\w{3,}est)\b .{2,40}",
        r"[\w',: -]{2,60}? (?:is|are|was|were) (?:the )?(?:best|(?!for|inter|sugg|requ|arr|inv)\w{3,}est)\b",
        r"(?:i|you)(?:'m|'re| am| are) (?!going|to|off|on|in|at|due|free|allowed|welcome|entitled)\w+",
        r"(?:my|your) [\w' -]{1,40}? (?:is|are|was|were|sounds?|looks?|seems?|saved|saves|helped|helps|works"
        r"|worked|made|makes|lacks?)\b",
        r"nobody(?: else)? \w+",
        r"(?:my|your) [\w' -]{1,40}? (?:had|has|have) \w+",
    )
    return _either(made)


def _either(patterns: tuple[str, ...]) -> re.Pattern[str]:
    opening = "(?:and |but |also |that |then |maybe |just |it's |that's )*"
    return re.compile(f"{opening}(?:{'|'.join(f'(?:{pattern})' for pattern in patterns)})", re.IGNORECASE)


_NOT_SAID = re.compile(
    r"(?:i |we )?(?:then )?(?:asked|ask|thanked|told|said (?:my|thanks|thank|i)|used my|explained|showed"
    r"|offered|answered"
    r"|replied|mentioned|apologised)\b|no (?:example|answer|reason|case|date|idea|specifics|details)|ran out"
    r"|whatever"
    r"|couldn't (?:think|say|name)|(?:he|she|they) couldn't|when\?|which\?|that's what|fair enough|ha\b|lol"
    r"|thanks?\b|(?:i|we) laughed|not (?:talked|discussed|covered|raised)|didn't (?:get|come) to|skipped|none"
    r"|nothing|n/?a$|tbc|tbd",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"(?:and |but |also |that |then )*(?:i|you)(?:'ll|'d| will| would| can| may| could| should| might| must"
    r"| shall)\b",
    re.IGNORECASE,
)
_NOT_GENERIC = word_set(
    """said asked told was were had did will would can may could should might must shall am are think thought know
    knew hope wish guess say mean want like love feel felt went got came see saw was're really just"""
)
_NEVER = re.compile(
    r"i (?:do not|don't|dont|never|always|too often|rarely) (?!know|want|think|like|mean|care|mind|need|have|see"
    r"|remember|understand|feel|believe|get|work|hope|expect|say)[a-z]+\b(?! (?:any more|nights|that any))",
    re.IGNORECASE,
)
_MINDS = frozenset(("wishes", "complained", "complains", "noticed", "notices"))
_OWN = re.compile(r"(?:that )?(?:i|my|you|your)\b", re.IGNORECASE)
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
    own = bool(_plain(voice.manager).match(body)) and not _of_the_speaker(unit)
    judged = own or (bool(_reported(voice.manager).match(body)) and not _of_the_speaker(unit))
    if section is Section.FEEDBACK:
        return _in_section(unit, judged, row_has=row_has)
    if section is Section.ADVICE or (row_has and (unit.bulleted or not unit.opens)):
        return (own or (judged and unit.said == "manager")) and not is_order(body) and section is not Section.ADVICE
    if unit.said == "manager" and (_generic(unit) or (unit.verb in _MINDS and _OWN.match(body))):
        return True
    habit = unit.bulleted and unit.opens and bool(_NEVER.match(body))
    return own or habit or (judged and (unit.said == "manager" or bool(unit.verb)))


def _of_the_speaker(unit: Unit) -> bool:
    """Whether the manager speaks of himself: "I tell everyone", in quotes."""
    return unit.direct and bool(re.match(r"(?:and |but |also |that |then )*(?:i|my)\b", unit.body, re.I))


def _in_section(unit: Unit, judged: bool, *, row_has: bool) -> bool:
    """Under a heading that says feedback each line is a piece of it, unless it tells what happened or what to do."""
    body = unit.body
    negative = re.match(r"(?:don't|dont|do not|never) ", body, re.I)
    if unit.lead in (Section.BETTER, Section.EXAMPLE, Section.CONDITION) or _of_the_speaker(unit):
        return False
    if is_order(body) and not (negative or judged or HABIT.match(body)) and unit.lead is not Section.FEEDBACK:
        return False
    if row_has:
        return judged and unit.opens and not _SITUATION.match(body) and not is_told(body)
    if not judged and (
        is_told(body) and (unit.depth or unit.subject in ("manager", "other")) and unit.said != "manager"
    ):
        return False
    if unit.depth and not judged and _SITUATION.match(body):
        return False
    if not unit.first and not (judged or unit.said == "manager"):
        return False
    return judged or unit.bulleted or unit.said == "manager" or not is_told(body)


_RATING = re.compile(r"(?:(?:is|are|was|were|all|quite|mostly) )*(?:ok(?:ay)?|fine|all right|alright|good|yes)", re.I)
_OWES = word_set("need have must owe pay get give do find ask wait lose keep")


def rated(unit: Unit, after: Unit | None) -> bool:
    """Whether "ok" only weighs what the owner does, as what follows tells: "German: ok, but you mix them up"."""
    if after is None or after.sentence != unit.sentence or not _RATING.fullmatch(unit.body.strip(" ,.")):
        return False
    between = unit.note.text[unit.end : after.end]
    found = _GENERIC.match(after.body)
    return bool(re.match(r"\W*(?:but|though)\b", between, re.I) and found) and (
        _generic(after) and found["verb"].lower() not in _OWES  # type: ignore[index]
    )


def _generic(unit: Unit) -> bool:
    """ "I hide behind the till when it gets busy": what the owner does, in the present and at all times."""
    found = _GENERIC.match(unit.body)
    if not found or _MODAL.match(unit.body) or (unit.direct and found["who"].lower() == "i"):
        return False
    verb = found["verb"].lower()
    if verb == "have" and re.search(r"\bhave (?:to\b|\w+ed\b|been\b|had\b|done\b)", unit.body):
        return False
    return verb not in _NOT_GENERIC and not is_told(unit.body) and (is_base(verb) or not verb.endswith(("ed", "ing")))
