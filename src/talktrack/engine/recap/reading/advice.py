"""What the manager says one should do or leave, and nobody has promised (R44)."""

from __future__ import annotations

import re
from functools import lru_cache

from .moods import is_irreal, is_order, is_told
from .sections import Section
from .units import Unit
from .voices import Voices

_MODAL = (
    r"(?:should|ought to|need to|needs? to|must|have to|has to|might(?: want to)?|may want to|could(?: also)?|'d better|had better|better|shouldn't|mustn't)"
)


@lru_cache(maxsize=64)
def _patterns(manager: str) -> tuple[re.Pattern[str], ...]:
    """Each ends where the advised deed begins."""
    made = (
        rf"{manager} (?:also |strongly |really )*(?:suggest|recommend|advise|propose|urge|encourage|counsel)(?:s|d|ed)?(?: me)?(?: (?:that )?(?:i|you)(?: should)?| to|:)? ",
        rf"(?:(?:her|his|their|one|another|the|main|best)(?: main| other| best| only)? |{manager}'s )(?:advice|suggestion|tip|recommendation|idea|counsel)(?: (?:is|was|would be))?"
        r"(?: (?:that (?:i|you)(?: should)?|to|for me to))?:? ",
        rf"(?:{manager} )?(?:wants?|wanted|would like|'d like|told|expects?|expected|prefers?|encourage[sd]?|advise[sd]?|warn(?:s|ed)|invite[sd]) me (?:not )?to ",
        rf"(?:{manager} )?(?:told me|says|said) (?:not )?to ",
        rf"(?:and |also |maybe |perhaps |that )*(?:i|you) (?:really |also |maybe |probably |definitely |just )*{_MODAL} (?!have\b|be able\b|apply soon)",
        r"(?:also |and |but |maybe )*(?:should|ought to|must|need to|have to|gotta|shouldn't) (?!have\b|be\b|keep it\b)",
        r"(?:it )?(?:would|'d|might|could|will|'ll) (?:be (?:good|better|great|useful|helpful|smart|wise|worth|an idea|a good idea|best|nice)|help)(?: (?:to|if (?:i|you)|for me to|that (?:i|you)))? ",
        r"(?:it(?:'s| is) )?(?:worth|better to|best to|good to|a good idea to|useful to|important to) ",
        rf"{manager}(?:'d| would) (?:first |rather |always |simply |just )*(?!like\b|love\b|have\b|be\b|prefer\b|do half\b|want\b|need\b|not\b|say\b|let me\b|give me\b|send me\b|tell me\b|get me\b)",
        rf"(?:{manager} )?(?:recommend(?:s|ed)|suggest(?:s|ed)) ",
    )
    return tuple(re.compile(f"(?:and |but |also |then |so |maybe )*{pattern}(?=\\S)", re.IGNORECASE) for pattern in made)


_FOR_ME = re.compile(
    r"(?:please |pls |just )*(?:send|give|bring|tell|show|let|remind|email|mail|text|call|ring|copy|forward|get|keep|invite|ask)\s+(?:me|us)\b"
    r"|(?:please |pls )?(?:send|email|mail|forward|bring) (?:\w+ ){1,5}(?:to me|over)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"(?:ask (?:her |him |them )?again|must pin|pin (?:it|that) down|see (?:above|below)|look (?:up|at)|check (?:this|that)|remember to|see how)", re.I)
_NO_TIP = re.compile(r"(?:asked|i (?:said|asked|told|thanked|will|'ll)|she laughed|no example)\b", re.I)


def advised(unit: Unit, voice: Voices, *, dated: bool, order_before: bool) -> int | None:
    """Where in the clause's body the advised deed begins; None where nothing is advised.

    `dated` says that a day stands in the sentence, `order_before` that the clause before it was advice.
    """
    body = unit.body
    section = unit.lead if unit.lead not in (Section.NONE, Section.TOPIC) else unit.under
    if unit.asks or unit.said in ("me", "other") or section in (Section.STEPS, Section.OPEN, Section.CHECK_IN, Section.AGREED):
        return None
    if is_irreal(body) or asked_of_me(unit):
        return None
    found = next((f for p in _patterns(voice.manager) if (f := p.match(body))), None)
    if found and not _unsaid(unit, found[0], section, dated=dated):
        return found.end()
    if section is Section.ADVICE:
        return None if _NO_TIP.match(body) or (not unit.opens and not order_before and not is_order(body)) or is_told(body) else 0
    ordered = is_order(body) and (unit.opens or order_before or bool(unit.verb))
    if not ordered or _ASIDE.match(body) or (dated and unit.said != "manager"):
        return None
    if section is Section.FEEDBACK and re.match(r"(?:don't|do not|never)\b", body, re.I) and unit.said != "manager":
        return None  # "don't ask when stuck": what I do, and not what I should
    return 0


def asked_of_me(unit: Unit) -> bool:
    """Whether the manager asks for something to be sent or told: a task, and no advice."""
    return (unit.said == "manager" or bool(unit.verb)) and bool(_FOR_ME.match(unit.body))


_HEDGED = re.compile(r"(?:maybe|perhaps)\b", re.I)


def _unsaid(unit: Unit, lead: str, section: Section, *, dated: bool) -> bool:
    """Whether the modal verb is the owner's own: a task where a day stands, a musing where "maybe" does."""
    low = lead.lower()
    own = re.match(r"(?:and |but |also |then |so |maybe |perhaps |that )*(?:i|must|should|have to|need to|ought|gotta)\b", low)
    if not own or unit.said == "manager":
        return dated and bool(re.search(r"\b(?:me to)\s$", low)) is True and not unit.said
    if section in (Section.FEEDBACK, Section.ADVICE):
        return False
    return dated or bool(_HEDGED.match(low)) or bool(re.search(r"\b(?:could|might|have to|need to|gotta)\b", low) and not re.search("must|should", low))
