"""Rule, Finding, run(): the machinery of a check over prose or over a value. Knows nothing of careers.

A rule is one file with one constant. It carries the text that must fire and the text that must not, so that a
house test can refuse a rule that does not keep its word. A piece is read once (`kit.text.Prose`); a rule is only
asked when the piece holds one of its trigger words, or when it has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from talktrack.kit.text import Phrases, Prose


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says about one place. The person decides what to do with it."""

    rule: str
    """The id of the rule, such as "A3"."""
    record: str
    """The record it speaks of, as "accomplishments/welcome"; empty for bare text."""
    field: str
    """The field of that record, such as "did"; empty where the whole record is meant."""
    span: tuple[int, int]
    """Start and end, in characters of that field's text; (0, 0) where nothing can be underlined."""
    message: str
    """What is wrong, in one short sentence."""
    why: str
    """Why it matters to the listener."""
    suggestion: str
    """What to try: the person's own words, with ___ where a fact is missing."""
    grade: str
    """Evidence behind the rule: A, A−, B, C or D (method §3)."""
    blocks: bool = False
    """Whether files are held back until the person confirms."""


class Hit(NamedTuple):
    """One place where a rule fires. Both texts stand in for the rule's own where they are given."""

    start: int = 0
    """First character in the piece; 0, 0 for the whole of it."""
    end: int = 0
    suggestion: str = ""
    message: str = ""
    field: str = ""
    """The field, where the hit is not in the words of the piece."""
    record: str = ""
    """The record, where it is another than that of the piece."""
    holds: bool = True
    """False where a rule that blocks has something to say that need not hold files back."""


class Field(NamedTuple):
    """Where the words of one field stand in a piece."""

    name: str
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are read together, and what is known beside them."""

    kind: str
    """What the words are: "accomplishment", "goal", "ask" and so on."""
    prose: Prose
    today: date
    record: str = ""
    """The record they come from; empty for bare text."""
    fields: tuple[Field, ...] = ()
    """The fields that the words come from, in their order; none for bare text."""
    offset: int = 0
    """Where the piece begins on its page, for bare text."""
    value: object = None
    """The record itself; None for bare text."""
    whole: object = None
    """What the record is part of, for rules that follow its links; None for bare text."""

    def place(self, start: int, end: int) -> tuple[str, tuple[int, int]]:
        """The field that holds that stretch of the prose, and the stretch counted from the field's own start."""
        if not self.fields:
            return "", (start + self.offset, end + self.offset)
        field = next((field for field in reversed(self.fields) if field.begins <= start), self.fields[0])
        return field.name, (start - field.begins, min(end, field.ends) - field.begins)

    def hit(self, first: int, after: int, suggestion: str = "", message: str = "") -> Hit:
        """A hit on the tokens from `first` up to, not including, `after`."""
        return Hit(*self.prose.span(first, after), suggestion, message)

    def found(self, phrases: Phrases) -> list[tuple[int, int]]:
        """Where the phrases stand in the piece: first token, and token after."""
        return self.prose.find(phrases)


@dataclass(frozen=True, eq=False, kw_only=True)
class Rule:
    """One rule. Two rules are the same only when they are the same object."""

    id: str
    title: str
    """What it looks for, as a heading: "A percentage without its start"."""
    reads: tuple[str, ...]
    """The kinds of piece that it reads; examples that are plain text are of the first."""
    find: Callable[[Piece], Iterable[Hit]]
    message: str
    why: str
    suggestion: str
    grade: str
    source: str
    """Where the grade comes from, in a few words."""
    fires: tuple[object, ...]
    """At least three examples that fire: text, or a record."""
    passes: tuple[object, ...]
    """At least three that do not."""
    triggers: frozenset[str] | None = None
    """Words of which the piece must hold one for the rule to be asked; None to be asked always."""
    blocks: bool = False
    on: bool = True
    """False for a rule that only runs when the person switches it on."""


class _Order(NamedTuple):
    """The rules that read one kind of piece."""

    rules: tuple[Rule, ...]
    always: tuple[int, ...]
    triggered: dict[str, tuple[int, ...]]


@cache
def _order(rules: tuple[Rule, ...], kind: str) -> _Order:
    mine = tuple(rule for rule in rules if kind in rule.reads)
    triggered: dict[str, tuple[int, ...]] = {}
    for i, rule in enumerate(mine):
        for word in rule.triggers or ():
            triggered[word] = (*triggered.get(word, ()), i)
    return _Order(mine, tuple(i for i, rule in enumerate(mine) if rule.triggers is None), triggered)


def run(rules: tuple[Rule, ...], pieces: Iterable[Piece]) -> Iterator[Finding]:
    """What the rules find, piece by piece, in the order of the rules; a rule that is off runs if given."""
    for piece in pieces:
        order = _order(rules, piece.kind)
        asked = set(order.always)
        for word in piece.prose.have & order.triggered.keys():
            asked.update(order.triggered[word])
        for i in sorted(asked):
            rule = order.rules[i]
            yield from map(partial(_finding, rule, piece), rule.find(piece))


def _finding(rule: Rule, piece: Piece, hit: Hit) -> Finding:
    field, span = hit.field, (0, 0)
    if hit.end and not field:
        field, span = piece.place(hit.start, hit.end)
    elif not piece.record:
        field, span = piece.place(0, len(piece.prose.text))
    return Finding(
        rule.id,
        hit.record or piece.record,
        field,
        span,
        hit.message or rule.message,
        rule.why,
        hit.suggestion or rule.suggestion,
        rule.grade,
        rule.blocks and hit.holds,
    )
