"""Learns the second opinion on clauses from the marked pages: `python -m bench.second_opinion`.

With `--leave-out` it learns nothing for good, but reads each page with what the other pages taught: the figure that
says whether it helps on pages that nobody tuned on.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bench.notes import HANDS, KEPT_APART, KINDS, PAGES, Mark, Page, Score, pages, score
from talktrack.engine.recap.reading import collect, second
from talktrack.engine.recap.reading.sorting import Sorted
from talktrack.engine.story import Journey
from talktrack.kit.similarity import Closeness, offline
from talktrack.kit.similarity.tensors import pack

_LETTERS = dict(zip("cafgk", second.KINDS[1:], strict=True))
_FOLDS = 10
_ROUNDS, _STEP, _DECAY = 150, 0.05, 4.0
_SEEN = 2
"""On how many clauses a feature must have been seen."""


@dataclass(frozen=True)
class Example:
    """One clause with what it is."""

    page: str
    features: frozenset[str]
    meaning: NDArray[np.float32]
    kind: int


def examples(read: Iterable[Page]) -> list[Example]:
    """Every clause of the pages, those left out of which both readings are right."""
    return [one for marked in read for one in _clauses(marked)]


def _clauses(marked: Page) -> Iterable[Example]:
    for note in marked.journey.notes:
        if note.kind != "other" or not note.text:
            continue
        people, found = collect.sorted_clauses(marked.journey, marked.journey.conversations[0], note)
        meant = second.meanings(found, _engine())
        for at, one in enumerate(found):
            mark = _mark(one, marked.marks)
            if mark is None or not mark.either:
                kind = second.KINDS.index(_LETTERS[mark.kind]) if mark else 0
                yield Example(marked.name, second.features(found, at, people), meant[at], kind)


def _mark(one: Sorted, marks: Sequence[Mark]) -> Mark | None:
    """The mark that a clause is in for the most part."""
    unit = one.unit
    for mark in marks:
        both = min(mark.end, unit.end) - max(mark.start, unit.start)
        if mark.note == unit.note.id and both > 0.5 * min(mark.end - mark.start, unit.end - unit.start):
            return mark
    return None


def single_lines() -> list[Page]:
    """The single lines, each as a page of its own."""
    base = {
        "contacts": [
            {"id": "ruth", "name": "Ruth Adler", "relation": "manager", "pronoun": "she"},
            {"id": "ben", "name": "Ben Ode"},
            {"id": "mia", "name": "Mia Falk"},
        ],
        "conversations": [{"id": "talk", "contact": "ruth", "at": "2026-12-03T10:00", "state": "held"}],
        "person": {"name": "Nora Klein"},
    }
    made = []
    rows = (PAGES / "lines.tsv").read_text("utf-8").splitlines()
    for number, row in enumerate(row for row in rows if row[:1] != "#"):
        kind, text = row.split("\t")
        if len(kind) == 1:
            note = {"id": "note-0", "conversation": "talk", "text": f"- {text}"}
            marks = () if kind == "-" else (Mark(kind, "note-0", 0, len(text) + 2, False),)
            made.append(Page(f"line {number}", Journey.model_validate({**base, "notes": [note]}), marks))
    return made


@cache
def _engine() -> Closeness:
    return offline(threads=1)


def learn(taught: Sequence[Example]) -> second.Opinion:
    """Weights by softmax regression, all examples at once; the same for the same examples."""
    seen = Counter(word for one in taught for word in one.features)
    words = {word: row for row, word in enumerate(sorted(word for word in seen if seen[word] >= _SEEN))}
    meant = np.array([one.meaning for one in taught])
    rows = np.concatenate([second.inputs([one.features for one in taught], words), meant], 1)
    right = np.eye(len(second.KINDS), dtype=np.float32)[[one.kind for one in taught]]
    weights = np.zeros((rows.shape[1], len(second.KINDS)), np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _ROUNDS + 1):  # Adam
        slope = (rows.T @ (second.softmax(rows @ weights) - right) + _DECAY * weights) / len(taught)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights -= _STEP * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return second.Opinion(words, weights.astype(np.float32))


def everything() -> list[Page]:
    """Every page that was tuned on, and those that are not kept apart any more."""
    folders = ("fresh", *HANDS)
    others = [replace(one, name=f"{folder} {one.name}") for folder in folders for one in pages(PAGES / folder)]
    own = [*pages(PAGES), *pages(PAGES / "samples"), *pages(PAGES / "held_out")]
    return own + [one for one in others if one.name not in KEPT_APART]


def leave_out(*, ask: bool) -> Score:
    """Every page, read with what the others taught; without the second opinion where not `ask`."""
    read = everything()
    taught = examples(read + single_lines())
    into = Score()
    for fold in range(_FOLDS):
        out = {one.name for number, one in enumerate(read) if number % _FOLDS == fold}
        opinion = learn([one for one in taught if one.page not in out]) if ask else None
        for one in (one for one in read if one.name in out):
            held = one.journey.conversations[0]
            today = held.at.date() if held.at else date.min
            score(one, collect.collected(one.journey, held, today, _engine if ask else None, opinion), into)
    return into


def main(arguments: list[str]) -> int:
    """Learn, or say what learning is worth."""
    if "--leave-out" in arguments:
        for ask in (False, True):
            held = leave_out(ask=ask)
            each = ", ".join(f"{name} {held.precision(k):.3f}/{held.recall(k):.3f}" for k, name in KINDS.items())
            print("with" if ask else "without", f"{held.precision(*KINDS):.3f}/{held.recall(*KINDS):.3f}", each)
            if ask and "-v" in arguments:
                print("\n".join(held.lines))
        return 0
    taught = examples(everything() + single_lines())
    opinion = learn(taught)
    second.WORDS.write_text("\n".join(opinion.words) + "\n", "utf-8")
    second.WEIGHTS.write_bytes(pack({"weights": opinion.weights}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
