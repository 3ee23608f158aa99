"""N1: nobody, or more than one, owns the next step."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from talktrack.engine.story import Commitment
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.passive.words import IRREGULAR
from talktrack.kit.text import Phrases, Prose, shortened
from talktrack.kit.verbs import is_past
from talktrack.kit.words import word_set

_ONE = word_set("""i i'll i'm i'd i've me my you you'll he he'll she she'll they'll owner""")
_DOER = word_set("i i'll i'm i'd he'll she'll you'll")
_SHARED = Phrases(
    "we", "we'll", "we're", "someone", "somebody", "everyone", "everybody", "the team", "both of us", "us both",
    "our team", "all of us", "people", "hr", "management", "the company",
)  # fmt: skip
_WILL = word_set("""will shall to is has can should agreed agrees promised promises plans intends : ,""")
_PARTICLES = word_set("""de del della der den da dos di du la le van von bin binti ibn al el ben ter ten y e st""")
_MEET = word_set("meet check talk speak review catch sit")
_ORDERS = word_set(
    """ask tell email mail invite get remind help call send book arrange write give plan prepare set share
    review draft schedule talk speak meet check find follow discuss clarify agree update organise organize
    finish complete submit make take look read learn join introduce present propose start begin confirm let see
    bring contact request create build define decide collect list show add name need try move put run keep work"""
)

_SUBJECT = 9
"""Words in which a step says who takes it: "the budget needs to be checked" says nobody."""


def find(piece: Piece) -> Iterator[Hit]:
    prose, record = piece.prose, piece.value
    if not prose.words:
        return
    if isinstance(record, Commitment):
        if not record.owner:
            yield Hit(suggestion=f"“___ (one name): {shortened(record.action)}.”", field="owner")
        return
    if ":" in prose.have and not _ONE.isdisjoint(prose.words[prose.words.index(":") + 1 :][:1]):
        return
    both = next(
        (
            (i, i + 1)
            for i, word in enumerate(prose.words[:6])
            if word == "and" and "each" not in prose.have and _starts_with_two(prose)
        ),
        None,
    )
    shared = both or next((span for span in piece.found(_SHARED) if _leads(prose, span)), None)
    if shared:
        own = shortened(prose.text)
        yield piece.hit(*shared, f"Who takes it, of those: ___? “___ (one name): {own}.”", "More than one own this.")
    elif not _has_owner(prose):
        yield Hit(0, len(prose.text), f"“___ (one name): {shortened(prose.text)}.”")


def _leads(prose: Prose, span: tuple[int, int]) -> bool:
    """Whether those are who would do it, and it is more than to meet: "we meet again" needs no single owner."""
    before = prose.words[prose.sentence(span[0]).start : span[0]]
    next_ = prose.words[span[1] : span[1] + 1]
    if prose.words[span[0]] == "hr" and next_ and next_[0] not in _WILL and not _third_person(next_[0]):
        return False  # "our HR lead" is one person
    named = any(_capital(prose, i) for i in range(span[1], min(span[1] + 2, len(prose.words))))
    return (
        not named
        and len(before) < 4
        and _ONE.isdisjoint(before)
        and _MEET.isdisjoint(prose.words[span[1] : span[1] + 2])
    )


def _starts_with_two(prose: Prose) -> bool:
    """Whether it begins as "Anna and I ..." or "Anna and Ben will ...": two who would do it."""
    words = prose.words
    at = words.index("and")
    if words[0] in _ORDERS or not all(_capital(prose, i) for i in range(at)):
        return False
    return at + 1 < len(words) and (words[at + 1] in ("i", "me") or (_capital(prose, at + 1)))


def _has_owner(prose: Prose) -> bool:
    words = prose.words
    if words[0] not in _ONE and any(
        word == "be" and (is_past(next_) or next_ in IRREGULAR) for word, next_ in pairwise(words[:_SUBJECT])
    ):
        return False
    if words[0] in ("we", "we'll") and not _MEET.isdisjoint(words[1:3]):
        return True
    if words[0] in _ONE or not _ONE.isdisjoint(words[:4]) or "@" in prose.text:
        return words[0] not in _ORDERS or "@" in prose.text or "owner" in words
    if words[0] not in _ORDERS and not _DOER.isdisjoint(words[: prose.sentence(0).stop]):
        return True
    if "owner" in words or prose.text.lower().rstrip(". ").endswith(("(me)", "– me", "— me", "- me")):
        return True
    if words[0] in ("my", "our", "the") and len(words) > 2:
        return not _WILL.isdisjoint(words[1:5]) or any(_third_person(word) for word in words[2:4])
    if words[0] in _ORDERS:
        return words[1:2] == [":"]
    end = next((i + 1 for i in range(1, min(4, len(words))) if _capital(prose, i) and not _capital(prose, i - 1)), 0)
    while end < min(6, len(words)) and (_capital(prose, end) or (end and words[end] in _PARTICLES)):
        end += 1
    follows = words[end : end + 1]
    if not end or not follows:
        return False
    dash = prose.text[prose.span(0, end)[1] :].lstrip()[:1] in ("–", "—", "-", "→")
    return dash or follows[0] in _WILL or _third_person(follows[0])


def _capital(prose: Prose, at: int) -> bool:
    return prose.written(at, at + 1)[:1].isupper()


def _third_person(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss")


N1 = Rule(
    id="N1",
    title="No single owner",
    reads=("next-step",),
    find=find,
    message="Nobody in particular owns this.",
    why="What belongs to two is done by neither. One name makes it a promise; others may still help.",
    suggestion="“___ (one name): ___.”",
    grade="C",
    source="Practice of meetings: one owner for each action.",
    fires=(
        "Send the draft plan by 14 March.",
        "We will look at the budget in May.",
        "Anna and I prepare the list by Friday.",
        "The budget needs to be checked by 3 May.",
        Commitment(id="plan", action="Send the draft plan", due="2027-03-14"),
    ),
    passes=(
        "I send Jocelyn the draft plan by 14 March.",
        "Jocelyn introduces me to Ingrid by 14 March.",
        "Before the summer break I visit the Gent plant.",
        "Ines – hand over the two accounts by 30 April.",
        "HR partner Lina confirms the start date by 2 May.",
        "Oluwaseun Adébáyò will book the room for 3 May.",
        Commitment(id="plan", action="Send the draft plan", owner="me"),
    ),
)
