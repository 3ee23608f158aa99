"""Finding one's own words again as one types, a typing error or two forgiven.

Words are compared, not meanings: by their beginning, by what they contain (which serves scripts without spaces), and
by how many slips of the fingers lie between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from talktrack.web.people.subject import Subject

from ..models import Record
from ..models.nouns import BY_KIND
from .memory import Memory

MOST_HITS = 20
LONGEST_QUERY = 100


@dataclass(frozen=True)
class Hit:
    """One record that was found."""

    kind: str
    name: str
    title: str
    excerpt: str
    """A line of the record around the first word found."""


@dataclass(frozen=True)
class _Index:
    rows: tuple[tuple[str, str, str, str], ...]
    """Kind, name, title and words of each record."""
    where: dict[str, frozenset[int]]
    """Word → the numbers of the rows that hold it."""
    in_title: dict[str, frozenset[int]]


def search(subject: Subject, query: str) -> tuple[Hit, ...]:
    """At most 20 records that hold every word of the query, the nearest first; none for an empty query.

    One query where nothing has changed since the last search, else two.
    """
    asked = words(query[:LONGEST_QUERY])
    if not asked or subject.role != "owner":
        return ()
    index = _indexes.of(subject)
    total: dict[int, float] = {}
    for number, word in enumerate(asked):
        found = _rows_of(index, word)
        total = {row: found[row] + total.get(row, 0.0) for row in found if number == 0 or row in total}
    best = sorted(total, key=lambda row: (-total[row], row))[:MOST_HITS]
    return tuple(_hit(index.rows[row], asked) for row in best)


def words(text: str) -> list[str]:
    """The words of a text for comparing: lower case, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))


def likeness(asked: str, word: str) -> float:
    """How well a word asked for meets a word of a record: whole 1, beginning .9, inside .7, misspelt less, else 0."""
    if asked == word:
        return 1.0
    if word.startswith(asked):
        return 0.9
    if len(asked) >= 2 and asked in word:
        return 0.7
    forgiven = (len(asked) >= 4) + (len(asked) >= 8)
    if len(set(asked) - set(word)) > forgiven:
        return 0.0
    # What is typed so far may be the misspelt beginning of a longer word.
    away = min(slips(asked, word, forgiven), slips(asked, word[: len(asked)], forgiven))
    return 0.6 - 0.2 * away if away <= forgiven else 0.0


def slips(one: str, other: str, most: int) -> int:
    """How many letters left out, put in, changed or swapped lie between two words; `most` + 1 where more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, opposite in enumerate(other, start=1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != opposite))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == opposite:
                least = min(least, last[j - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
    return row[-1]


def _rows_of(index: _Index, asked: str) -> dict[int, float]:
    found: dict[int, float] = {}
    for word, rows in index.where.items():
        if alike := likeness(asked, word):
            titled = index.in_title.get(word, frozenset())
            for row in rows:
                found[row] = max(found.get(row, 0.0), alike * (1.5 if row in titled else 1.0))
    return found


def _make(subject: Subject) -> _Index:
    rows = tuple(Record.for_subject(subject).live().values_list("kind", "name", "title", "words"))
    return _Index(rows, _where(rows, 3), _where(rows, 2))


_indexes = Memory(_make)


def _where(rows: tuple[tuple[str, str, str, str], ...], column: int) -> dict[str, frozenset[int]]:
    where: defaultdict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        for word in _distinct(row[column]):
            where[word].add(number)
    return {word: frozenset(numbers) for word, numbers in where.items()}


@lru_cache(maxsize=16_384)
def _distinct(text: str) -> frozenset[str]:
    return frozenset(words(text))


def _hit(row: tuple[str, str, str, str], asked: list[str]) -> Hit:
    kind, name, title, text = row
    lines = [line for line in text.split("\n") if line]
    best = max(
        lines, key=lambda line: max((likeness(a, w) for w in words(line) for a in asked), default=0), default=""
    )
    return Hit(kind, "" if BY_KIND[kind].single else name, title or best[:80], best[:160])
