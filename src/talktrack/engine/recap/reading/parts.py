"""The parts of a piece of feedback, and what kind of ability it is about (R48, R49)."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from talktrack.engine.recap.sections import Section
from talktrack.kit.clauses import others_act
from talktrack.kit.similarity.words import content_words, stem
from talktrack.kit.text import Prose
from talktrack.kit.words import is_time, word_set

from .moods import is_order, is_told
from .units import Unit

Part = Literal["situation", "behaviour", "impact", "better", ""]
Category = Literal["leadership", "interpersonal", "technical", "personal effectiveness", ""]

_OWN = re.compile(r"(?:and |but |so |then |because )*(?:i|i'd|i've|you|we)\b", re.I)
_PLACED = re.compile(
    r"(?:e\.?g\.?|eg|for example|example|for instance|like|such as|last|on|in|at|during|when|since|after"
    r"|before|the (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu"
    r"|fri|sat|sun)[a-z]*\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|yesterday"
    r"|this (?:morning|week|month))\b",
    re.I,
)
LED_IN = re.compile(r"\W*(?:e\.?\s?g\.?|eg|for example|for instance|example|such as)(?![\w])[\s:,.*_]*", re.I)
"""What leads in an example, and is no part of it."""
_BETTER = re.compile(
    r"(?:(?:i |you )?(?:should|could|might|ought to)(?:'ve| have)?\b|(?:she|he|they|\w+)(?:'d"
    r"| would)(?: have)?\b|wants? )",
    re.I,
)
_NO_ACT = word_set("said told asked thought had was were")
_NOTHING = re.compile(
    r"(?:i |we )?(?:asked|said thanks)\b|(?:no (?:example|answer|reason|case|date)|ran out|whatever"
    r"|fair enough|couldn't think|(?:he|she|they) couldn't|hm+$|when\?|which\?|where\?)",
    re.I,
)


def part_of(unit: Unit) -> Part:
    """Which part of the feedback before it the clause tells."""
    body = (unit.plain if unit.said == "other" else unit.body).lstrip("*_")
    if unit.asks or _NOTHING.match(body):
        return ""
    if unit.lead is Section.BETTER or _BETTER.match(body) or is_order(body):
        return "better"
    if unit.lead is Section.TOPIC and unit.opens and any(map(is_time, unit.label.lower().split())):
        return "situation"
    if _OWN.match(body):
        return "behaviour"
    if _PLACED.match(body) and not unit.line.text.lower().startswith(("as a result",)):
        return "situation"
    if is_told(body) or others_act(Prose(body), _NO_ACT):
        return "impact"
    return "situation" if unit.lead in (Section.EXAMPLE, Section.TOPIC) else ""


_WORDS: dict[Category, str] = {
    "leadership": """
        decide decision strategic strategy vision delegate lead leader leadership presence overview
        bigger picture visible visibility initiative ownership responsibility direction priority coach
        mentor founders board executive execs alone scope push pushback stand""",
    "interpersonal": """
        listen quiet speak spoke talk interrupt communicate communication tone blunt harsh shout polite
        rude patient patience families customers clients patients passengers members colleagues people
        team meeting meetings explain presentation present conflict hard others parents email emails
        mail mails letters voice trust humour friendly defensive aggressive phone bored juniors staff
        say said""",
    "technical": """
        code data bug bugs test tests software excel spreadsheet report reports analysis model slides
        deck design audit labels label samples sauces copy board wiring tickets ticket fixes draft
        statistics numbers figures handover sheet knowledge base price pricing quality brake teaching
        craft""",
    "personal effectiveness": """
        late time deadline deadlines slow quick fast punctual organised organized prioritise prioritize
        overloaded estimate estimates perfectionist detail details busy yes everything reliable early
        rush stress focus plan planning finish once begun parallel stuck van sooner waiting""",
}
_STEMS: dict[str, tuple[Category, ...]] = {}
for _name, _list in _WORDS.items():
    for _word in _list.split():
        _STEMS[stem(_word)] = (*_STEMS.get(stem(_word), ()), _name)


def category(text: str) -> Category:
    """The kind of ability that most of its words are about; "" where none or several are meant alike."""
    counts: Counter[Category] = Counter(name for word, _ in content_words(text) for name in _STEMS.get(word, ()))
    top = counts.most_common(2)
    if not top or (len(top) == 2 and top[0][1] == top[1][1]):
        return ""
    return top[0][0]
