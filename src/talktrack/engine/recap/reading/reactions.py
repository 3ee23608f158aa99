"""What the manager was seen to do: acts, never readings of them (R45). Private always."""

from __future__ import annotations

import re
from functools import lru_cache

from talktrack.engine.recap.sections import Section

from .units import Unit
from .voices import Voices

_ACTS = (
    r"nodd(?:ed|ing)|nods|smil(?:ed|es|ing)|laugh(?:ed|s)|grinn?(?:ed|s)|frown(?:ed|s)|sigh(?:ed|s)"
    r"|shrugg?(?:ed|s)|blush(?:ed|es)|went (?:red|quiet|pale|silent)|"
    r"look(?:ed|s) (?:away|up|down|surprised|annoyed|stressed|pleased|puzzled|worried|tired|bored|relieved"
    r"|shocked|uncomfortable|sceptical|skeptical|out|at (?:the|her|his|their|my) \w+)|"
    r"lean(?:ed|t|s) (?:back|forward|in)|took notes|takes notes|wrote (?:\w+ )?(?:down|it down|that down"
    r"|something)|wrote down|made a note|makes a note|noted (?:it|that) down|"
    r"closed (?:the|her|his) \w+|(?:opened|shut|pulled up|put away|put down|picked up) (?:the|her|his|my) \w+|"
    r"asked (?:twice|again|three times|for (?:the|a|my|an) [\w -]+|who [\w ]+|how [\w ]+)|checked (?:her|his"
    r"|the) (?:phone|watch|mail|clock)|"
    r"chang(?:ed|es) the subject|switched (?:the )?(?:topic|subject)|went on to [\w ' -]+"
    r"|moved on(?: to [\w ' -]+)?|cut me (?:off|short)|interrupted(?: me)?|"
    r"went (?:on to|back to) [\w ' -]+|let it ring|paused|hesitated|said nothing|didn't answer|gave no answer"
    r"|thanked me|shook (?:my hand|her head|his head)|"
    r"rolled (?:her|his) eyes|crossed (?:her|his) arms|raised (?:her|his|an) \w+|stood up|got up|walked out"
    r"|repeated (?:it|that|my \w+)|had read (?:it|the \w+|everything|all of it)(?: beforehand| before)?|"
    r"read (?:it|the \w+|everything) (?:beforehand|before)|was (?:surprised|annoyed|pleased)"
    r"|asked [\w ,']+ questions?"
)
_BARE = re.compile(
    r"(?:a )?(?:very )?(?:long|short|awkward) (?:pause|silence)|silence\b|pause\b|no answer\b|did(?:n't"
    r"| not) answer",
    re.IGNORECASE,
)
_SECOND = re.compile(r"\b(?:2nd|second|third|3rd) time (?:she|he|they)\b", re.I)


@lru_cache(maxsize=64)
def _pattern(manager: str) -> re.Pattern[str]:
    opening = r"(?:and |but |then |also )*"
    return re.compile(
        rf"{opening}(?:(?P<who>{manager})(?: (?:just|then|also|only)|[^,.;]{{1,40}},|(?:said"
        rf"|says) \"[^\"]*\"(?: and|,))* )?(?:{_ACTS})\b",
        re.IGNORECASE,
    )


def observed(unit: Unit, voice: Voices) -> bool:
    """Whether the clause tells what the manager was seen to do."""
    if unit.asks or unit.lead is Section.AFTER or unit.under in (Section.AFTER, Section.BEFORE) or unit.direct:
        return False
    if unit.verb and unit.body != unit.plain and not unit.verb.startswith("asked"):
        return False  # what was said counts, and not how
    found = _pattern(voice.manager).match(unit.plain)
    if found and (found["who"] or _left_out(unit)):
        return True
    return bool((_BARE.match(unit.plain) and unit.subject != "me") or _SECOND.search(unit.plain))


def _left_out(unit: Unit) -> bool:
    """Whether a clause without a subject can mean the manager: what the owner did is told the same way."""
    if unit.subject == "me" or unit.said == "me":
        return False
    return unit.subject == "manager" or not re.match(r"(?:asked (?!twice|again)|did|thanked|was)", unit.plain, re.I)
