"""From vague feedback to what one can use: questions for situation, behaviour, impact, and what good looks like."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from talktrack.engine.story import Feedback
from talktrack.kit.clauses import others_act
from talktrack.kit.text import Phrases, Prose
from talktrack.kit.when import names_a_month
from talktrack.kit.words import by_doing, is_time, past_verb, word_set

PARTS = ("situation", "behaviour", "impact", "better")
"""The parts of usable feedback, by the names of the fields of `Feedback`; `better` is what good would look like."""


@dataclass(frozen=True)
class FollowUp:
    """One question to ask back."""

    part: str
    """The part that it fills: one of `PARTS`."""
    question: str


@dataclass(frozen=True)
class Repair:
    """What a vague phrase leaves open."""

    phrase: str
    """The words as they were said; empty where no known phrase stands in the text."""
    span: tuple[int, int]
    """Where they stand, in characters; (0, 0) for none."""
    questions: tuple[FollowUp, ...]
    """One for each part that is still missing; at most four."""


def repair(feedback: Feedback | str) -> Repair:
    """The questions that would make a feedback note usable; none where every part is there."""
    text = feedback if isinstance(feedback, str) else feedback.text
    prose = Prose(text)
    found = vague_phrase(prose)
    entry = _about(" ".join(prose.words[found[0] : found[1]])) if found else _data()["other"]
    there = present(prose, feedback if isinstance(feedback, Feedback) else None)
    questions = tuple(FollowUp(part, entry[part]) for part in PARTS if part not in there)
    span = prose.span(*found) if found else (0, 0)
    return Repair(text[slice(*span)], span, questions)


def ask(prose: Prose, part: str) -> str:
    """The question for one part, in the words that fit the vague phrase of the text, if there is one."""
    found = vague_phrase(prose)
    entry = _about(" ".join(prose.words[found[0] : found[1]])) if found else _data()["other"]
    return str(entry[part])


def vague_phrase(prose: Prose) -> tuple[int, int] | None:
    """The first vague phrase: first token, and token after; None where there is none."""
    return next(iter(prose.find(vague())), None)


def present(prose: Prose, feedback: Feedback | None = None) -> frozenset[str]:
    """Which of `PARTS` a feedback note holds, by its fields or by its words."""
    return prose.once(_told) | {part for part in PARTS if feedback and getattr(feedback, part)}


def _told(prose: Prose) -> frozenset[str]:
    found: set[str] = set()
    placed = not prose.have.isdisjoint(_PLACES) or any(map(is_time, prose.have)) or names_a_month(prose)
    if placed or prose.holds(_WHEN) or _set_in(prose) or (past_verb(prose, _NO_ACT) and prose.holds(_PLACED)):
        found.add("situation")
    if past_verb(prose, _NO_ACT) or prose.holds(_ACT) or by_doing(prose.words):
        found.add("behaviour")
    if not prose.have.isdisjoint(_EFFECT) or prose.holds(_LED_TO) or others_act(prose, _NO_ACT, then=True):
        found.add("impact")
    if prose.holds(_NEXT):
        found.add("better")
    return frozenset(found)


def _set_in(prose: Prose) -> bool:
    """Whether it begins with where or when: "On the night of the flood ...", and not "On the whole ..."."""
    words = prose.words
    if words[:1] and words[0] in _IN and words[1:2] and words[1].endswith("'s"):
        return True
    return bool(_SCENE.length_at(words, 0)) and not _NO_SCENE.length_at(words, 0)


_IN = word_set("in on at during after before")
_SCENE = Phrases(
    "in|on|at|during|after|before|while the|my|our|your|their|that|this|last|one", "when|while|after|before"
)
_PLACED = Phrases("in|on|at|after|before|during|to|for the|our|your|my|their|that|last")
_NO_SCENE = Phrases(
    "in|on the end|whole|future|other|one|long|main", "in my|your|our opinion|view|eyes",
    "at the moment|same|end|best",
    "in that|this respect|sense|case", "on that|this note",
)  # fmt: skip
_PLACES = word_set(
    """meeting meetings call calls review reviews workshop presentation presentations demo email emails mail
    report reports drafts decks documents workshops interviews briefings audits visits standup session interview
    launch conference pitch proposal board yesterday today release incident escalation handover training
    briefing draft document deck slide slides chat channel retro audit visit release kickoff memo"""
)
_WHEN = Phrases(
    "when you|i|we|the|they|he|she|it", "during", "last time|week|month|quarter|year",
    "last|this week|morning|evening|night|spring|summer|autumn|winter", "in the * project|case|plan|team|room",
    "at the",
    "the other day", "on the * project|case|plan|call",
)  # fmt: skip
_NO_ACT = word_set(
    """was were had needed seemed felt lacked wanted liked used interested motivated organised organized
    talented skilled experienced focused focussed dedicated committed polished seasoned rounded thought saw said
    told heard impressed pleased lost cost made meant led caused caught kept knew understood held"""
)
_ACT = Phrases(
    "you|i interrupt|interrupts|talk|send|present|write|ask|answer|speak",
    "you|i explain|wait|start|begin|jump|skip|take|give|make",
    "you|i let|leave|cut|open|close|share|repeat|read|use",
    "you|i say|raise|check|tell|run|lead|come|arrive|push|finish", "you|i tend to",
    "you|i always|often|sometimes|usually|keep|kept|never", "the way you|i",
    "your|my draft|slides|email|report|deck|answer|note|summary", "for example", "e . g", "such as",
    "he|she|they interrupts|interrupt|talks|sends|presents",
)  # fmt: skip
_EFFECT = word_set(
    """so which because therefore meant means made makes lost lose loses caused causes cost costs helped helps
    saved saves led leads missed confused confuses left consequently hence thereby unclear frustrated delayed
    slowed blocked resulted results won trusted trust impressed annoyed surprised decided signed renewed"""
)
_LED_TO = Phrases(
    "as a result", "that way", "that's how|why",
    "in the end", "and the|they|we|people|customers|team|he|she|nobody|everyone|then",
    "then the|they|we",
)  # fmt: skip
_NEXT = Phrases(
    "next time", "instead", "for example", "for instance", "e . g", "such as", "try|start|begin by|with|to", "by",
    "i'd|would like you to", "would like to see", "it would help if", "one thing", "rather than", "as in",
    "first , then", "good would", "looks like", "until",
)  # fmt: skip


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "vague.toml").read_text("utf-8"))


@cache
def vague() -> Phrases:
    """Every vague phrase of the list."""
    return Phrases(*(phrase for entry in _data()["vague"] for phrase in entry["phrases"]))


@cache
def _about(words: str) -> dict[str, str]:
    """The entry whose phrase these words are."""
    entry: dict[str, str]
    for entry in _data()["vague"]:
        if Prose(words).holds(Phrases(*entry["phrases"])):
            return entry
    other: dict[str, str] = _data()["other"]
    return other
