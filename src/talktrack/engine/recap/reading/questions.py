"""What stayed open: questions of the owner that the notes do not answer."""

from __future__ import annotations

import re

from talktrack.engine.recap.promises.deeds import is_deed
from talktrack.engine.recap.sections import Section

from .units import Unit

_ASKING = re.compile(
    r"(?:and |but |so |also |or )*(?:who|what|what's|when|where|why|how|which|whose|does|do|did|is|are|can"
    r"|could|will|would|should|has|have|was|were|am)\b",
    re.I,
)
_REPORTED = re.compile(
    r"(?:i |he |she |they |j )?(?:asked|wondered|ask)\b|i think\?|right\?$|isn't it|you know\?", re.I
)
_UNKNOWN = re.compile(
    r"\b(?:(?:doesn't|does not|don't|didn't|not) know|no idea|not (?:clear|sure|decided)|unclear|nobody knows"
    r"|to be (?:seen|clarified)|couldn't say"
    r"|tbd|tbc)\b",
    re.I,
)
_GRUMBLE = re.compile(r"why (?:does|is|are|do|can't|the|did)\b.*\b(?:never|always|closed|so)\b", re.I)


_NOBODYS = re.compile(
    r"(?:and |but |so )*some(?:body|one)(?: else)? (?:still |also )?"
    r"(?:needs? to|has to|have to|must|should|ought to|will have to|would have to) (?P<verb>\w+)",
    re.IGNORECASE,
)
"""A thing to do that nobody has taken."""


def left_open(unit: Unit, after: Unit | None) -> bool:
    """Whether the clause is a question that nothing answers. `after` is what follows it."""
    section = unit.lead if unit.lead not in (Section.NONE, Section.TOPIC) else unit.under
    if section in (Section.BEFORE, Section.AFTER):
        return False
    body = unit.body
    if section is Section.OPEN and unit.opens and len(body.split()) > 2:
        return not (after and after.line.after_arrow and after.row == unit.row)
    if (nobodys := _NOBODYS.match(body)) and unit.opens and is_deed(nobodys["verb"]):
        return True
    if not unit.asks or unit.said == "manager" or not unit.opens or _REPORTED.search(body) or _GRUMBLE.match(body):
        return False
    if not _ASKING.match(body) or len(body.split()) < 4:
        return False
    answered = after is not None and after.row == unit.row and not _UNKNOWN.search(after.plain)
    return not answered
