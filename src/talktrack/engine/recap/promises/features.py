"""What the model of minutes sees of a head: its form, its verb, where it stands. Never a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talktrack.engine.recap.promises.deeds import is_deed
from talktrack.engine.recap.promises.heads import Head
from talktrack.engine.recap.promises.minutes import Page, Row
from talktrack.kit.verbs import is_past

_HEDGE = re.compile(r"\b(?:maybe|perhaps|probably|likely|might|could|would|possibly|hopefully)\b", re.I)
_IF = re.compile(r"\b(?:if|unless|whether|assuming|suppose)\b", re.I)
_NOT = re.compile(r"\b(?:not|never|n't|no)\b|n't\b", re.I)
_OWN = re.compile(r"\b(?:I|I'[a-z]+|we|we'[a-z]+|my|our|us)\b")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_WEAK = frozenset(
    "be have need know like love want mean miss become happen depend cost last seem feel fail lose get think believe "
    "require exist remain understand see say agree look come go work do make take give use".split()  # noqa: SIM905
)


def features(row: Row, sentence: str, at: int, head: Head, page: Page) -> Iterator[str]:
    """The features of one head that has an owner; each at most once."""
    owner = head.owner
    assert owner
    named = sentence[owner.start : owner.end].lower().lstrip("@")
    action = sentence[head.verb : head.end]
    words = _WORD.findall(action)
    yield "bias"
    kind = {"handle": "person", "known": "person", "initials": "name"}.get(owner.kind, owner.kind)
    there = named in page.known or named.split()[0] in page.known
    if there and kind == "name":
        kind = "person"
    yield f"form {head.form}"
    yield f"owner {kind}"
    yield f"form {head.form} owner {kind}"
    if owner.count > 1:
        yield "several owners"
    place = "row" if at + owner.start <= 3 else "sentence" if owner.start <= 3 else "inside"
    yield f"place {place}"
    yield f"form {head.form} {place}"
    told = page.labels.get(sentence[owner.start : owner.end].lower(), 0)
    if told > 2:
        yield f"quoted at length {head.form}"
    if page.told > 0.15:
        yield f"told {head.form}"
    if head.speaker and head.speaker is not owner:
        yield "under a label"
    yield f"under {row.under}"
    yield f"bullet {row.bullet}"
    if row.alone:
        yield "alone"
    count = len(row.text.split())
    yield "short" if count < 5 else "middle" if count < 16 else "long" if count < 40 else "very long"
    if len(words) < 2:
        yield "bare verb"
    if row.text.rstrip().endswith("?"):
        yield "asks"
    if _HEDGE.search(sentence):
        yield "hedged"
    if _IF.search(sentence):
        yield "conditional"
    if _NOT.search(sentence):
        yield "negated"
    if _OWN.search(sentence):
        yield "first person"
    if any(is_past(w) for w in words[1:4]):
        yield "past"
    if head.word in _WEAK:
        yield f"weak {head.word}"
        yield "weak"
    yield f"verb {head.word}"
    if is_deed(head.word):
        yield "deed"
        if sentence[head.verb : head.verb + 1].isupper():
            yield f"capital verb {head.form}"
    if words[1:] and words[1].lower() in {"to", "with", "on", "the", "a", "up", "in", "for", "out", "an", "this", "and", "by"}:
        yield f"then {words[1].lower()}"
