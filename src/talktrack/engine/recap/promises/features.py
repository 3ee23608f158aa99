"""What one sees of a head in minutes: its form, its owner's kind, where it stands. Never a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talktrack.engine.recap.promises.deeds import did, is_deed
from talktrack.engine.recap.promises.heads import Head
from talktrack.engine.recap.promises.pages import Page, Row
from talktrack.kit.verbs import is_past
from talktrack.kit.words import word_set

_OFTEN = 2
"""A label that stands more often than that before what is no order belongs to somebody who is quoted."""
_TOLD = 0.15
"""The share of such labels from which on the page is a record of what was said."""
_VERY_LONG = 40
_ROW = 3
_IN_WORDS = (
    ("hedged", re.compile(r"\b(?:maybe|perhaps|probably|likely|might|could|would|possibly|hopefully)\b", re.I)),
    ("conditional", re.compile(r"\b(?:if|unless|whether|assuming|suppose)\b", re.I)),
    ("negated", re.compile(r"\b(?:not|never|no)\b|n't\b", re.I)),
    ("first person", re.compile(r"\b(?:I|I'[a-z]+|we|we'[a-z]+|my|our|us)\b")),
)
_ROLE = re.compile(
    r"(?:take|taking|keep) (?:the )?(?:notes|minutes)\b|(?:scribe|moderate|facilitate)\b|help\b(?: out)?\W*$", re.I
)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_WEAK = word_set(
    """be have need know like love want mean miss become happen depend cost last seem feel fail lose think believe
    require exist remain understand agree"""
)
_KINDS = {"handle": "person", "known": "person", "initials": "name"}
_ALL = word_set("all everyone everybody team")


def features(row: Row, sentence: str, at: int, head: Head, page: Page) -> Iterator[str]:
    """The features of one head that has an owner; `at` is where the sentence begins in the row."""
    yield "bias"
    yield from _of_owner(row, sentence, at, head, page)
    yield from _of_action(sentence[head.verb : head.end], head)
    yield from _of_place(row)
    for name, pattern in _IN_WORDS:
        if pattern.search(sentence):
            yield name


def _of_owner(row: Row, sentence: str, at: int, head: Head, page: Page) -> Iterator[str]:
    owner = head.owner
    if owner is None:
        return
    written = sentence[owner.start : owner.end].lower()
    named = written.lstrip("@")
    kind = _KINDS.get(owner.kind, owner.kind)
    if kind == "name" and not page.known.isdisjoint((named, named.split()[0])):
        kind = "person"
    place = "row" if at + owner.start <= _ROW else "sentence" if owner.start <= _ROW else "inside"
    yield from (f"form {head.form}", f"owner {kind}", f"form {head.form} owner {kind}")
    yield from (f"place {place}", f"owner {kind} {place}")
    if owner.count > 1:
        yield "several owners"
    if named in _ALL and head.form in {"addressed", "thing"}:
        yield "addressed to all"
    if page.labels.get(written, 0) > _OFTEN:
        yield f"quoted at length {head.form}"
    dashed = head.form == "label" and ":" not in sentence[owner.end : head.verb]
    if page.told > _TOLD and not dashed:
        yield f"told {head.form}"
    if head.speaker and head.speaker is not owner:
        yield "under a label"
    if sentence.count('"', 0, head.verb) % 2 or row.text.startswith('"'):
        yield "in quotes"


def _of_action(action: str, head: Head) -> Iterator[str]:
    words = _WORD.findall(action)
    if _ROLE.match(action):
        yield "a role in the meeting"
    if words[1:2] == ["of"]:
        yield "noun"
    if len(words) < 2:
        yield "bare verb"
    if any(is_past(word) for word in words[1:4]):
        yield "past"
    if head.form == "addressed" and words and did(words[0]):
        yield "addressed past"
    if head.word in _WEAK:
        yield "weak"
    if is_deed(head.word):
        yield "deed"


def _of_place(row: Row) -> Iterator[str]:
    yield f"under {row.under}"
    yield f"bullet {row.bullet}"
    if row.bullet == "1":
        yield f"numbered under {row.under}"
    if row.alone:
        yield "alone"
    if row.text.count(" ") >= _VERY_LONG - 1:
        yield "very long"
    if row.text.endswith("?"):
        yield "asks"
