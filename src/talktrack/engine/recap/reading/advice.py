"""What the manager says one should do or leave, and nobody has promised (R44)."""

from __future__ import annotations

import re
from functools import lru_cache

from talktrack.engine.recap.sections import Section
from talktrack.kit.passive.words import IRREGULAR
from talktrack.kit.verbs import is_past

from .moods import is_irreal, is_order, is_told
from .units import Unit
from .voices import Voices

_MODAL = (
    r"(?:should|ought to|needs? to|must|have to|has to|might(?: want to)?|may want to|could(?: also)?|'d better"
    r"|had better|better|shouldn't|mustn't)"
)
_GOOD = r"(?:good|better|great|useful|helpful|smart|wise|worth|an idea|a good idea|best|nice)"
_NOT_MODEL = (
    r"(?!(?:like|love|have|be|prefer|do half|want|need|not|say|rather|never|hate|support|agree|back|hope)\b"
    r"|(?:let|give|send|tell|get|put|write|ask|show|bring|introduce|call|pay|help|take) (?:me|us|\w+ for me)\b)"
)


@lru_cache(maxsize=64)
def _patterns(manager: str) -> tuple[re.Pattern[str], ...]:
    """Each ends where the advised deed begins."""
    made = (
        rf"{manager} (?:also |strongly |really )*(?:suggest|recommend|advise|propose|urge|encourage)(?:s|d"
        rf"|ed)?(?: me)?"
        r"(?: (?:that )?(?:i|you)(?: should)?| to|:)? ",
        rf"(?:(?:her|his|their|one|another|the|main|best)(?: main| other| best| only)? |{manager}'s )"
        r"(?:advice|suggestion|tip|recommendation|idea)(?: (?:is|was|would be))?"
        r"(?: (?:that (?:i|you)(?: should)?|to|for me to))?:? ",
        rf"(?:{manager})?\s?(?:wants?|wanted|would like|'d like|told|expects?|expected|prefers?|encourage[sd]?"
        rf"|advise[sd]?"
        r"|warn(?:s|ed)) me (?:not )?to ",
        rf"(?:{manager} )?(?:told me|says|said) (?:not )?to ",
        r"(?:it is |it's )?better (?:if )?(?:i|you) |(?:i'd|i would|you'd) do well to |why not (?=\w+ \w)"
        r"|have you (?:tried|thought of|considered) ",
        r"if i (?:were|was) you,? (?:i'd|i would) ",
        r"if .{3,50}?,? i(?:'m| am) (?:to|meant to|supposed to) (?=\w+ \w)",
        rf"(?:it|that)(?:'d| would) do (?:me|you) good to |{manager}(?:'d| would) rather i ",
        rf"(?:{manager} )?(?:would like|'d like|wants?|wanted|hopes?|would love) to see me ",
        rf"(?:and |also |maybe |perhaps |that )*(?:i|you)\s?(?:really |also |maybe |probably |definitely "
        rf"|just )*{_MODAL}"
        r" (?!(?:not )?have\b|be able\b|apply soon)",
        r"(?:also |and |but |maybe )*(?:should|ought to|must|need to|have to|gotta"
        r"|shouldn't) (?!(?:not )?have\b|be\b|keep it\b)",
        rf"(?:it )?(?:would|'d|might|could|will|'ll) (?:be {_GOOD}|help)"
        r"(?: (?:to|if (?:i|you)|for me to|that (?:i|you)))? ",
        r"(?:it(?:'s| is) )?(?:worth|better to|best to|good to|a good idea to|useful to|important to) ",
        rf"{manager}(?P<had>'d| would) (?:first |always |simply |just )*{_NOT_MODEL}",
        rf"(?:{manager} )?(?:recommend(?:s|ed)|suggest(?:s|ed)) ",
    )
    opening = "(?:and |but |also |then |so |maybe )*"
    return tuple(re.compile(f"{opening}{pattern}(?=\\S)", re.IGNORECASE) for pattern in made)


_SINGLED = re.compile(r"(?:the )?(?:one|another|other|main|first|second|last|next)(?: more)? (?:thing|point)", re.I)
_FEWER = re.compile(
    r"(?:fewer|less|more|no more|better|(?!ever|never|other|after|under|over|number|paper|letter)\w+er)"
    r" \w+(?: \w+){0,4}",
    re.I,
)
"""Advice without a verb: "one thing: fewer slides"."""
_FOR_ME = re.compile(
    r"(?:please |pls |just )*(?:send|give|bring|tell|show|let|remind|email|mail|text|call|ring|copy|forward"
    r"|get|keep"
    r"|invite|ask)\s+(?:me|us)\b|(?:please |pls )?(?:send|email|mail|forward|bring) (?:\w+ ){1,5}(?:to me|over)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:ask (?:her |him |them )?again|follow up\b"
    r"|pin (?:it|that)|see (?:above|below)|look (?:it )?up|check (?:this|that)"
    r"|remember to|see how|put it through)",
    re.IGNORECASE,
)
_TO_ME = re.compile(r"\byou\b(?! know)", re.IGNORECASE)
_NO_TIP = re.compile(r"(?:asked|i (?:said|asked|told|thanked|will|'ll)|she laughed|no example)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?:(?:i|you) (?:could|should|need to|must|ought to) |need to |needs to |to )?(?:be|become) "
    r"(?:a (?:bit|little|lot) |much |far )?(?:more|less)\b",
    re.IGNORECASE,
)
"""What sounds like advice and says what somebody is like: "be more strategic"."""


def advised(unit: Unit, voice: Voices, *, dated: bool, order_before: bool, near: bool = True) -> int | None:
    """Where in the clause's body the advised deed begins; None where nothing is advised.

    `dated` says that a day stands in the sentence, `order_before` that the clause before it was advice, `near` that
    feedback or advice stands shortly before.
    """
    body, section = unit.body, section_of(unit)
    if _barred(unit, section):
        return None
    if unit.verb in ("said", "says", "told me", "tells me") and (told := re.match(r"(?:not )?to (?=\w)", body, re.I)):
        return told.end()
    if unit.said == "manager" and (need := re.match(r"i need (?:a|an|one|two|three|some|more)\b", body, re.I)):
        return need.start()
    found = next((f for p in _patterns(voice.manager) if (f := p.match(body))), None)
    if found and unit.verb in _REPORTS and "better" not in found[0].lower() and found.groupdict().get("had"):
        return None  # "she said she'd call them": a promise
    if found and not _had(found, body) and not _unsaid(unit, found[0], section, dated=dated, near=near):
        return found.end()
    if section is Section.ADVICE or (_SINGLED.fullmatch(unit.label) and _FEWER.fullmatch(body)):
        past = is_told(body) and not is_order(body)
        return None if _NO_TIP.match(body) or past or not (unit.opens or order_before or is_order(body)) else 0
    ordered = is_order(body) and (unit.opens or order_before or bool(unit.verb))
    if (
        not ordered
        or _ASIDE.match(body)
        or (dated and unit.said != "manager" and not _TO_ME.search(body))
        or _is_title(unit)
    ):
        return None
    if section is Section.FEEDBACK and re.match(r"(?:don't|dont|do not|never)\b", body, re.I) and not unit.direct:
        return None  # "don't ask when stuck": what I do, and not what I should
    if section is Section.FEEDBACK and not unit.direct and HABIT.match(body):
        return None  # "go quiet when somebody shouts"
    return 0


def _barred(unit: Unit, section: Section) -> bool:
    """Whether it can be no advice, whatever its words: somebody else's, a task, a question, what one is like."""
    elsewhere = section in (Section.STEPS, Section.OPEN, Section.CHECK_IN, Section.AGREED) and not _SPEECH.match(
        unit.body
    )
    if (
        (unit.asks and unit.said != "manager")
        or unit.said in ("me", "other")
        or elsewhere
        or unit.verb.startswith(("asked", "asks"))
    ):
        return True
    if is_irreal(unit.body) or asked_of_me(unit) or unit.line.owns:
        return True
    # "What I do wrong: leave the van in a state", "be more strategic"
    return section is not Section.ADVICE and (unit.lead is Section.FEEDBACK or bool(_VAGUE.match(unit.body)))


def section_of(unit: Unit) -> Section:
    """What it stands under: its own label where that is of a kind, else what is above."""
    return unit.lead if unit.lead not in (Section.NONE, Section.TOPIC) else unit.under


def asked_of_me(unit: Unit) -> bool:
    """Whether the manager asks for something to be sent or told: a task, and no advice."""
    return (unit.direct or bool(unit.verb)) and unit.said == "manager" and bool(_FOR_ME.match(unit.body))


def _is_title(unit: Unit) -> bool:
    """Whether it is the first line of the page: "talk with Darren before shift"."""
    return unit.start < 3 and not unit.bulleted


def _had(found: re.Match[str], body: str) -> bool:
    """Whether "'d" stands for "had": "she'd read it"."""
    if found.groupdict().get("had") != "'d":
        return False
    word = re.match(r"[a-z]+", body[found.end() :].lower())
    return bool(word) and (is_past(word[0]) or word[0] in IRREGULAR)  # type: ignore[index]


_REPORTS = frozenset(("said", "says", "told me", "tells me", "confirmed", "confirms", "added", "answered", "replied"))
HABIT = re.compile(
    r"(?:forget|lose|hide|rush|jump|interrupt|mumble|giggle|overrun|miss|panic|talk over|go \w+ and|go quiet"
    r"|get (?:nervous|lost|defensive))\b(?!.*\b(?:then|first|instead)\b)"
    r"|\w+ .*\bwhen (?:i|people|somebody|someone|a|the|things|it)\b(?!.*\b(?:then|first|instead)\b)",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"(?:\w+ )?(?:also |strongly )?(?:suggest|recommend|advise|encourage|urge)(?:s|d|ed)?\b", re.IGNORECASE
)
_HEDGED = re.compile(r"(?:and |but |also )*(?:maybe|perhaps)\b", re.IGNORECASE)
_OWN = re.compile(
    r"(?:and |but |also |then |so |maybe |perhaps |that )*(?:i|must|should|have to|need to|ought|gotta)\b",
    re.IGNORECASE,
)
_FEWEST = 5
"""Words of a note to oneself that may be advice: "must pin down" is none."""


def _unsaid(unit: Unit, lead: str, section: Section, *, dated: bool, near: bool) -> bool:
    """Whether the modal verb is the owner's own: a task where a day stands, a musing where "maybe" does."""
    if unit.direct and re.match(r"\W*(?:and |also )*i\b", lead, re.I):
        return not lead.lower().startswith("if i")  # the manager of himself
    if not _OWN.match(lead) or unit.said == "manager":
        return False
    if _HEDGED.match(lead) or dated:
        return True
    if section in (Section.FEEDBACK, Section.ADVICE):
        return False
    return not near or len(unit.body.split()) < _FEWEST or not re.search(r"must|should|ought", lead, re.I)
