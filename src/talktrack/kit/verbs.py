"""Whether a phrase begins with a verb, as far as its form tells. It chooses a frame and never judges."""

from __future__ import annotations

import re
from functools import lru_cache

_PAST = frozenset(
    """began brought built bought caught chose came cut did drew drove fought found gave grew held kept knew laid
    led left lent let lost made met oversaw paid put ran read rebuilt redid rewrote rose said sat saved saw sent
    set showed sold spent split spoke stood stuck swept taught thought told took understood went won wrote broke
    undertook overcame overhauled reran shot spun wove hit beat bid cast dealt fed forgave kept slid strove
    withdrew shrank shut sought outgrew became got fell felt flew forgot heard rode threw rang slept swam tore
    woke wore ate blew bore bent bet bled bound burst clung crept dug drank dreamt dwelt fled froze ground hid
    hung hurt knelt leant leapt learnt lit lay meant mistook mowed outdid overran overslept proved rewound sank
    sang shook shone slung smelt sowed spelt spilt spoilt sprang stole struck stung swore swung upheld upset
    wept withheld withstood wound arose awoke broadcast forecast forbade foresaw forwent partook preset
    proofread rebid recast redrew reset resold resent retold rethought retook undercut underwent undid
    unwound""".split()  # noqa: SIM905
)
_NOT_PAST = frozenset("need seed speed feed indeed hundred red bed shed united".split())  # noqa: SIM905


@lru_cache(maxsize=20_000)
def is_past(word: str) -> bool:
    """Whether the word reads as a verb in the past: "rebuilt", "answered", "co-wrote"."""
    word = word.lower().strip(",.;:").split("-")[-1]
    return word in _PAST or (word.endswith("ed") and word not in _NOT_PAST)


_THIRD = frozenset(
    """agrees allows arrives asks becomes begins brings carries chooses comes decides eats enjoys finds follows gets
    gives goes greets grows happens hangs joins keeps knows learns lets loses makes pays prefers quotes reads receives
    relies remembers reuses says sees sells sends serves sits sleeps speaks spends stays takes teaches tells thanks
    thinks trusts understands uses wants writes""".split()  # noqa: SIM905
)


def is_third(word: str) -> bool:
    """Whether the word is what he, she or it does, and seldom several things: "learns", but not "calls"."""
    return word in _THIRD


def is_gerund(text: str) -> bool:
    """Whether the phrase begins as one that can follow "What I enjoyed was": "seeing ...", "how ..."."""
    first = text.split(maxsplit=1)[0].lower().strip(",.;:!?…") if text.strip() else ""
    return (first.endswith("ing") and len(first) > 4) or first in ("how", "the", "being", "that", "a", "an")


_BASE = frozenset(
    """accept achieve act adapt adopt advise agree align apply ask assess assist attend automate be become begin bring
    broaden build buy call carry certify chair change check choose clarify close coach collect combine commit compare
    complete connect consider convince coordinate cover create cut deal decide deepen define deliver design develop
    direct discuss do double draft draw drive earn edit enable ensure establish evaluate examine expand experiment
    explain explore extend facilitate find finish fix form found gain gather get give go grow guide halve hand have
    head hear help hire hold host identify implement improve increase influence inspire introduce invent join judge
    keep know launch lead learn leave let listen live look lower maintain make manage map mark master measure meet
    mentor merge moderate modernise move name negotiate offer open operate organise oversee own participate pass plan
    practise prepare present present pilot prevent produce prototype propose prove publish pursue put qualify raise
    reach read rebuild receive recruit redesign reduce refine reorganise repair replace represent research reshape
    review rewrite rotate run save scale see sell serve set settle shadow shape share show simplify sit solve speak
    specialise split stabilise standardise start stay steer step stop strengthen study supervise support switch take
    talk teach tell test track train transfer travel try turn understand understudy unify upgrade use visit win work
    write""".split()  # noqa: SIM905
)

_POSTS = frozenset("lead head chair coach design research test support".split())  # noqa: SIM905
_OBJECTS = frozenset(
    """a all an any both each every her his its many more most my one our some that the their these this those three
    two your up off out next one's new other others people""".split()  # noqa: SIM905
)
_WHOM = frozenset("me us him them someone everyone anyone date".split())  # noqa: SIM905
_WISHED = re.compile(
    r"(?:(?:I(?:['’]d| would)(?: really)? (?:like|love|prefer)|I(?: really)? (?:want|wish|hope|plan|aim|intend)|"
    r"I(?:['’]m| am) (?:hoping|planning|going)|my (?:goal|aim|wish|plan|hope) is) )?to\s+",
    re.IGNORECASE,
)

_SMALL = frozenset(
    """a after all an and any as at because before both by each every for from half her his how if in into it its less
    many more most much my no not of on one or our so some such that the their them these they this those three to
    two until we what when where which while who why with without you your
    responsible accountable""".split()  # noqa: SIM905
)


def may_start_small(text: str) -> bool:
    """Whether the first word can lose its capital inside a sentence: a verb or a small word, and so not a name.

    Words that are all in capitals stay as they are.
    """
    if text[1:2].isupper() or (len(text) > 1 and text.isupper()):
        return False
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    plain = first.lower().strip(",.;:")
    return (
        plain in _SMALL
        or is_past(first)
        or plain.split("-")[-1] in _BASE
        or (plain.endswith("ing") and len(plain) > 5)
    )


def is_base(text: str) -> bool:
    """Whether the phrase begins with a verb as it follows "to": "agree a part for me".

    A word that also begins a post is a verb only before a small word: "lead a team", and not "lead engineer".
    """
    first, second = [*(word.lower().strip(",.;:") for word in text.split(maxsplit=2)[:2]), "", ""][:2]
    if first in _POSTS:
        return second in _OBJECTS or second[:1].isdigit()
    return first.split("-")[-1] in _BASE


def wished(text: str) -> str:
    """What stands after "I want to", "I’d like to" or a bare "to"; "" where the words begin in another way."""
    found = _WISHED.match(text)
    rest = text[found.end() :].strip() if found else ""
    return "" if rest.split(maxsplit=1)[:1] and rest.split(maxsplit=1)[0].lower() in _SMALL | _WHOM else rest
