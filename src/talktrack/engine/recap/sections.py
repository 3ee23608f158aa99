"""What a heading, or a label in front of a line, says about what stands below or behind it."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Section(StrEnum):
    """What a part of the notes is about."""

    ADVICE = "advice"
    FEEDBACK = "feedback"
    STEPS = "steps"
    AGREED = "agreed"
    CHECK_IN = "check-in"
    OPEN = "open"
    BETTER = "better"
    """How it would have been done well."""
    EXAMPLE = "example"
    CONDITION = "condition"
    BEFORE = "before"
    """Written before the talk: the agenda, one's own list of questions."""
    AFTER = "after"
    """Thought afterwards, and said by nobody."""
    TOPIC = "topic"
    """A label that only says what it is about."""
    NONE = ""


_KINDS = (
    (
        Section.BEFORE,
        r"agenda|(?:my |the )?(?:prep|preparation|plan for (?:the|today|this).*|talking points?"
        r"|questions? (?:for|to ask)"
        r" .*|pre-?read|before(?: the (?:talk|meeting))?|sent before|beforehand)|(?:what|things?) i (?:want"
        r"|wanted|need|plan"
        r"|mean|would like) to (?:say|ask|raise|bring up|cover|talk about).*|(?:i )?want(?:ed)? to (?:ask|say"
        r"|raise).*"
        r"|agenda\b.*|.*\(?sent before\)?",
    ),
    (
        Section.AFTER,
        r"afterwards?|after(?:thoughts?| the talk| the meeting| that)?|home|(?:(?:i(?:'m)? )?(?:on|in"
        r"|at) (?:the|my) (?:tram|"
        r"train|bus|way|car|bike|tube|metro|walk|drive|road|kitchen|canteen)(?: home| back)?)|(?:walking"
        r"|cycling|driving|riding"
        r"|going)(?: (?:home|back|to .*))|way home|(?:my )?(?:thoughts?|reflections?|feelings?|mood"
        r"|gut(?: feeling)?|private"
        r"(?: notes?)?|musings?|impressions?)|note to self|for me only|just for me|later|that evening|at night"
        r"|how i feel",
    ),
    (
        Section.BETTER,
        r"better|better way|next time|instead|(?:should|could|would) have(?: been)?|good would be"
        r"|what good looks like"
        r"|good looks like|how to|(?:a )?better approach|to do better|do better next time|fix",
    ),
    (Section.EXAMPLE, r"(?:for |her |his |an? )?(?:example|instance|case)s?|e\.?\s?g\.?|eg|situation|when"
        r"|impact|effect|result"),
    (Section.CONDITION, r"condition(?:s|al)?|if|provided|proviso|but|only if|depends(?: on)?|caveat"),
    (
        Section.CHECK_IN,
        r"(?:the )?(?:next|follow[- ]?up|another) (?:talk|meeting|meet|chat|check[- ]?in|catch[- ]?up"
        r"|conversation|1[:-]1|session|date"
        r"|review|time we meet|call|one[- ]to[- ]one|appointment)|check[- ]?ins?|follow[- ]?up meeting|next"
        r"|review(?: date)?"
        r"|see (?:her|him|them) again|again|meet again|when we meet",
    ),
    (
        Section.STEPS,
        r"next steps?|actions?(?: (?:items?|points?|list|plan|(?:for |on )?\w{1,12}))?|ais?|to[- ]?do(?:'?s"
        r"| list)?|tasks?|commitments?|promises?|"
        r"who does what|follow[- ]?ups?(?: actions?)?|agreed actions?|homework|steps|what happens (?:next|now)"
        r"|promised"
        r"|my (?:actions?|tasks|to[- ]?dos?|side)|(?:her|his|their) (?:actions?|tasks|to[- ]?dos?|side)"
        r"|next up|deliverables",
    ),
    (
        Section.OPEN,
        r"(?:still )?open(?: (?:questions?|points?|issues?|ends?|things?))?|to (?:ask|clarify|find out|check"
        r"|follow up)"
        r"|(?:still )?unclear|(?:my )?(?:open )?questions?(?: left)?|not clear|ask (?:her|him"
        r"|them)?(?: ?(?:next time|again|later))?"
        r"|parking lot|unanswered|q",
    ),
    (
        Section.ADVICE,
        r"(?:(?:good|her|his|their|some|more|boss'?s?) )?(?:advice|tips?|suggestions?|recommendations?"
        r"|recommended|hints?|"
        r"guidance|pointers?)(?: (?:from|by) .*)?|(?:advice|tips?|suggestions?) (?:for me|i got|she gave"
        r"|he gave|to follow)"
        r"|(?:her|his|their) ideas?|(?:what|one thing|things?) (?:she|he|they|\w+)(?:'d| would) (?:do|change"
        r"|try)(?: (?:differently|otherwise))?|(?:try|ideas? to try|to try)|do(?:'s)? and don'?t'?s?",
    ),
    (
        Section.FEEDBACK,
        r"(?:(?:her|his|their|the|my|some|more|general|honest|overall|positive|negative|critical"
        r"|constructive) )?(?:feed-?back"
        r"|f/?b|critique|criticism)(?: (?:on|for|from|to|about) .*)?|how (?:am i|i'?m|i am|did i|have i been"
        r"|i) do(?:ing|ne)?"
        r"|(?:my )?(?:strengths?|weakness(?:es)?|(?:strong|weak|soft|sore|blind) (?:points?|spots?|sides?)"
        r"|gaps?|blind spots?|plus(?:es)?|minus(?:es)?|pros?|cons?)"
        r"(?: ?(?:/|&|and|\+) ?(?:my )?(?:strengths?|weakness(?:es)?|gaps?|areas?|minus(?:es)?|cons?).*)?"
        r"|(?:to |areas? (?:to|for|of) |"
        r"room (?:to|for) |points? (?:to|for) )?improve(?:ments?)?|(?:the )?(?:good|bad|plus|minus"
        r"|ugly)(?: ?(?:/|&|and|,|\+) ?(?:the )?"
        r"(?:good|bad|minus|ugly))*(?: (?:stuff|things|bits|points))?|what (?:went|goes|is going"
        r"|'?s going)(?: really)? (?:well|badly|"
        r"wrong|right|less well|not so well)|what (?:didn'?t|doesn'?t)(?: (?:go|work).*)?|went well"
        r"|what (?:i'?m|im|i am|i) do(?:ing)? "
        r"(?:well|badly|wrong|right)|what i (?:should|could|can|must|need to) do (?:better|differently)"
        r"|what (?:to|could) (?:be )?"
        r"(?:do )?better|do better|(?:could|should) be better|praise|development (?:points?|areas?|needs?)"
        r"|areas?|observations?|"
        r"performance|where i stand|what (?:she|he|they) (?:sees?|thinks?|likes?|noticed)|keep(?: doing)?"
        r"|stop(?: doing)?|start(?: doing)?"
        r"|less|more of|likes|dislikes|to work on|work on|working on|well done|good|bad|not so good|positives?"
        r"|negatives?|also good",
    ),
    (
        Section.AGREED,
        r"(?:what (?:we|she|he|they) )?agree(?:d|ments?|s)?(?: (?:on|points?|so far))?|decisions?|decided"
        r"|outcomes?|settled|deal|yes"
        r"|where we agree|said yes to|approved",
    ),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(rf"(?:{pattern})\s*", re.IGNORECASE)) for kind, pattern in _KINDS)
_EDGES = " \t:=-–—.,!?()[]*_#>+&\"'0123456789"


_TELLING = (
    (Section.ADVICE, r"\b(?:advice|tips?|suggestions?|recommendations?|hints?|guidance|pointers?)\b"),
    (
        Section.STEPS,
        r"\b(?:next steps?|actions?|to[- ]?dos?|homework|promises|commitments|tasks"
        r"|follow[- ]?ups)\b",
    ),
    (
        Section.FEEDBACK,
        r"\b(?:feed-?back|improve\w*|strengths?|weakness\w*|praise|kudos|criti\w+|blind spots?"
        r"|do(?:ing)? (?:well|wrong|better|badly)|could be"
        r" better|went well|(?:thinks?|sees?|says?|feels?|likes?|view) (?:(?:of|about|in|on) )?(?:me|my)"
        r"|growth areas?|development (?:areas?|needs?|points?)"
        r"|(?:good|plus|pros?) ?(?:/|&|and|\+) ?(?:bad|minus|cons?|not so good)|about my work|how i (?:work"
        r"|come across|am seen)|(?:things|to|could) (?:to )?work on|not (?:so|that) (?:good|great|well)"
        r"|less good"
        r"|me as a \w+)\b",
    ),
)
_HINTS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _TELLING)
_LONGEST_HINT = 6
"""Words of a heading or label in which one telling word is enough."""


@lru_cache(maxsize=4_000)
def section(words: str) -> Section:
    """What kind of heading or label those words are; NONE where they only name a topic."""
    plain = words.replace("’", "'").strip(_EDGES).lower()
    if not plain or len(plain) > 60:
        return Section.NONE
    if found := next((kind for kind, pattern in _COMPILED if pattern.fullmatch(plain)), None):
        return found
    short = len(plain.split()) <= _LONGEST_HINT
    return next((kind for kind, pattern in _HINTS if short and pattern.search(plain)), Section.NONE)
