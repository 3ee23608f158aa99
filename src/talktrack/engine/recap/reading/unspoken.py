"""What stands in the notes and is nobody's word: reminders to hold one's tongue, thoughts of leaving, confidences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from talktrack.engine.recap.sections import Section

from .advice import section_of
from .units import Unit
from .voices import Voices

_BRACKETS = re.compile(r"(?<=\S)[^\S\n]*\((?P<inside>[^()\n]{2,90})\)")
_OWN_THOUGHT = re.compile(
    r"(?:(?:but|and|though|although|even though|still|honestly|well|hm+|as if|hope|doubt|not sure|unsure|no idea|like"
    r"|if only|wish|glad|afraid)\b[\s,]*)*(?P<who>i|im|i['’]m|ive|i['’]ve|id|i['’]d|ill|i['’]ll|my)\b(?P<rest>.*)",
    re.IGNORECASE,
)
_THOUGHT = re.compile(
    r"n['’]t\b|\b(?:wont|dont|cant|didnt|doubt|not|never|sure|want|hope|wish|hate|like|love|feel|felt|fear|afraid"
    r"|scared|worr(?:y|ied)|think|thought|guess|reckon|suppose|angry|annoyed|tired|nervous|relieved|glad|happy|sad"
    r"|secretly|honestly|lied|knew|believe|care|mind|regret|bet|might|gut|stomach|heart)\b",
    re.IGNORECASE,
)


def without_asides(text: str) -> str:
    """A note with spaces where one's own thoughts stand in brackets behind other words: "yes (not sure I want it)".

    As long as before, so that every place in it stays where it was.
    """

    def blank(found: re.Match[str]) -> str:
        return " " * len(found[0]) if _own_thought(found["inside"]) else found[0]

    return _BRACKETS.sub(blank, text)


def _own_thought(words: str) -> bool:
    found = _OWN_THOUGHT.match(words.strip())
    return bool(found and _THOUGHT.search(words))


_ASIDE_ALONE = re.compile(r"\((?P<inside>[^()]{2,90})\)?[.!]*")
_CONFIDED = re.compile(
    r"(?:^|[,(:;.!?–—-]\s*|\b(?:stays?|just|strictly|only|this is|that's|it's)\s)(?:just |strictly |only )?"
    r"between (?:us|you and me|the two of us|ourselves|these walls)\b(?= two\b|\W*$|\s*[,.:;)–—-])"
    r"|\boff the record\b|\b(?:told|said)(?: me| it| this)? in (?:strict )?confidence\b|(?:^|\()in confidence\b"
    r"|(?:^|\()(?:strictly |very |for )?(?:confidential|private|secret|(?:your|my) (?:ears|eyes) only)"
    r"(?=\W*(?:$|[:–—-]))|(?:^|\()not official yet\b"
    r"|\bnot (?:for (?:the )?(?:minutes|sharing)|to be (?:shared|repeated|passed on))\b"
    r"|\bdo(?: not|n't|nt) (?:quote (?:me|her|him)"
    r"|write (?:this|that|it) down|repeat (?:this|that|it)|pass (?:this|that|it) on)\b",
    re.IGNORECASE,
)
_BACKWARDS = re.compile(
    r"(?<!\bi )(?<!\byou )\bkeep (?:it|this|that) (?:to (?:myself|yourself|ourselves|me)|secret|quiet|private"
    r"|between us)\b|\bnobody (?:else )?(?:is to|must|should) know\b|\b(?:stays|remains) between us\b",
    re.IGNORECASE,
)
"""What makes a confidence of the words before it as well."""
_LEAVES = (
    r"(?:leave|leaving)(?=\W*$|[,.;!?)]| (?:if|unless|when|soon|altogether|anyway|here|for good|by|in|(?:this|the)"
    r" (?:company|firm|place|team|job|organi[sz]ation|school|hospital|bank|shop)|(?:my|this) (?:job|place))\b)"
    r"(?! (?:by|in) (?:\d|the (?:evening|morning|afternoon)))"
    r"|quit(?:ting)?(?! (?:smok|drink))\b|resign(?:ing)?\b"
    r"|(?:look|apply|go)(?:ing)? (?:elsewhere|somewhere else)\b|(?:get|getting|find|finding) out of here\b"
)
_LEAVING = re.compile(
    rf"\b(?:thinking (?:of|about)|(?:i|i'm|im)?\s?(?:might|may|could|would|want to|ready to|about to|tempted to"
    rf"|have half a mind to|gonna|going to|'ll|will)(?: just| as well| have to| simply)?) (?:{_LEAVES})"
    rf"|\bif .{{3,60}}\b(?:i|i'll|ill) (?:(?:will|might|may|shall|would) )?(?:just )?"
    rf"(?:look around(?=\W*$| for)|{_LEAVES})"
    r"|\bhand(?:ing)? in (?:my|the) (?:notice|resignation)\b|\bgiv(?:e|ing) (?:my )?notice\b"
    r"|\blook(?:ing)? (?:around )?for (?:a|another|some) ?(?:new |other |different |better )?(?:job|employer)\b"
    r"|\b(?:other|outside|external) job offers?\b|\b(?:headhunter|job interview|exit plan|plan b)\b"
    r"|\b(?:updat(?:e|ing)|polish(?:ing)?|send(?:ing)?) (?:my |the )?(?:cv|resume|résumé)\b"
    r"|\bcall (?:the |that |my )?(?:recruiter|head ?hunter)\b|\bi(?:'m| am) (?:off|gone|out of here)\b.*\bif\b",
    re.IGNORECASE,
)
_TELL = (
    r"(?:tell|mention|reveal|admit|confess|let (?:on|slip|(?:him|her|them) (?:know|see|notice))|give away|hint"
    r"|show (?:him|her|them)|say (?:that|it|this|so|anything|any of|a word|to (?:him|her|them)|about)"
    r"|bring (?:it |this |that )?up|raise (?:it|this|that)|(?:talk|speak) (?:about|of))"
)
_HOLD = re.compile(
    rf"(?:(?:and|but|also|so|ps|nb|note|reminder|remember|careful|whatever happens)[:,]? )*"
    rf"(?:(?:i |i'd |id )?(?:really |just )?(?:better|best|must|should|shall|will|ought|had better|do|can|may)? ?"
    rf"(?:don't|dont|do not|never|not to|not|mustn't|mustnt|shouldn't|shouldnt|won't|wont|can't|cant)"
    rf"(?: ever| even| dare| forget not)?(?: to)? {_TELL}\b"
    r"|(?:i |i'd )?(?:better |must |should |will |to )?(?:keep|stay|stayed|kept) (?:quiet|mum|schtum|shtum|silent)"
    r" (?:about|on|of|to|with)\b"
    r"|(?:i |i'd )?(?:better |must |should |will )?"
    r"(?:say nothing|(?:don't|dont) forget:? nothing|not a word|no word|hush)"
    r" (?:about|to|of|on)\b"
    r"|(?:i |i'd )?(?:better |must |should |will )?(?:hide|keep) .{2,40}\b(?:from (?:him|her|them|the boss|my boss)"
    r"|to myself)\b)(?P<rest>.*)",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def _to_them(manager: str) -> re.Pattern[str]:
    """Where the manager is who is not to hear of it."""
    named = re.sub(r"^\(\?:he\|she\|they\|", "(?:", manager)
    return re.compile(
        rf"\b(?:tell|show|to|from|with|let) (?:him|her|{named})(?![\w']| (?:own|team|boss)\b)", re.IGNORECASE
    )


def unspoken(read: Sequence[Unit], voice: Voices) -> frozenset[int]:
    """The places of the clauses from which nothing is to be proposed. Linear in the clauses."""
    rows: dict[int, list[int]] = {}
    for at, unit in enumerate(read):
        rows.setdefault(unit.row, []).append(at)
    found: set[int] = set()
    for row in rows.values():
        first = next((i for i, at in enumerate(row) if _confided(read[at])), len(row))
        if any(_BACKWARDS.search(read[at].line.text) and read[at].subject != "me" for at in row):
            first = 0
        found.update(row[first:])
        held = -1
        for at in row:
            held = read[at].sentence if _own(read[at], voice) else held
            if read[at].sentence == held:
                found.add(at)
    return frozenset(found)


def _confided(unit: Unit) -> bool:
    above = (unit.line.heading, *unit.line.parents, unit.line.speaker)
    return any(_CONFIDED.search(words) for words in (unit.line.text.replace("’", "'"), *above))


def _own(unit: Unit, voice: Voices) -> bool:
    """Whether the clause is the owner's thought for himself alone."""
    alone = _ASIDE_ALONE.fullmatch(unit.plain)
    if alone and _own_thought(alone["inside"]):
        return True
    if unit.said == "manager" or unit.verb or unit.direct or unit.asks:
        return False
    if unit.subject not in ("manager", "other") and _LEAVING.search(unit.plain):
        return True
    held = _HOLD.match(unit.plain)
    if not held:
        return False
    theirs = bool(_to_them(voice.manager).search(held[0]))
    others = re.match(r"(?:the|my|your|our|customers?|clients?|people|others|(?-i:[A-Z])\w+)\b", held["rest"].strip())
    told = held[0][: held.start("rest") - held.start()].lower().endswith("tell")
    maxim = unit.plain.lower().startswith("never ") or section_of(unit) in (Section.ADVICE, Section.FEEDBACK)
    if maxim or (told and others):
        return theirs  # else the manager may have said it
    return True


_ADJECTIVE_NOT = (
    r"happy|pleased|ok(?:ay)?|fine|good|great|open|keen|willing|ready|against|for|with|on|in|at|all|sure|clear"
    r"|impressed|satisfied|convinced|positive|supportive|glad|delighted|content|proud|disappointed|unhappy|able"
    r"|going|not|to|of|the|my|an?|up|down|there|here|like|as|critical|honest|asked|told|strict|prepared|interested"
    r"|surprised|annoyed|worried|sceptical|skeptical|adamant|enthusiastic|hesitant|reluctant|doubtful"
)


@lru_cache(maxsize=64)
def _seen(manager: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:and |but |also |then |so |though )*(?:{manager}) (?:was|seemed|seems|looked|sounded|appeared|felt)"
        r"(?: (?:a bit|a little|a tad|rather|quite|very|really|so|too|pretty|somewhat|kind of|sort of|also|again"
        r"|visibly|clearly))*"
        rf" (?!(?:{_ADJECTIVE_NOT})\b)[a-z-]+(?: and [a-z-]+)?"
        r"(?=\W*$|[,.;!?)]| (?:when|while|as|after|before|once|today|about|during|because|at the|all the|the whole"
        r"|this|throughout|again|then|from|since|by|and|but)\b)",
        re.IGNORECASE,
    )


def seen(unit: Unit, voice: Voices) -> bool:
    """Whether the clause says how the manager came across, which is no feedback: "he seemed tired"."""
    return not unit.direct and not unit.verb and bool(_seen(voice.manager).match(unit.plain))
