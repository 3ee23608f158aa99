"""Comparing texts as wholes, part by part and word by word; showing only what is absolute and calibrated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from . import Match
from .words import Span, parts

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]

WORDS = 0.25
"""Weight of the single words in the order. They tell apart passages that are about the same thing."""
SLOPE, OFFSET = 10.6, -7.2
"""Platt's logistic curve from closeness of vectors to the chance that people rate two sentences 3 or more of 5,
over STS-B train. `python -m bench.similarity` fits it anew and says so where it has moved."""
BLOCK = 64
"""Texts of the left that are compared in one go: bounds the memory."""
ALIKE = 0.45
"""The closeness from which two words, each in its context, are said to answer each other."""


@dataclass(frozen=True)
class Words:
    """The words of meaning of one text: where they stand, and one unit vector for each."""

    spans: tuple[Span, ...]
    vectors: Floats


class Encoder(Protocol):
    """What turns texts into vectors."""

    def embed(self, texts: Sequence[str]) -> Floats:
        """One row of unit length for each text."""
        ...

    def read(self, texts: Sequence[str]) -> tuple[Floats, list[Words]]:
        """The same, and the words of each text, of which there is always one at least."""
        ...


class Side:
    """The texts of one side; vectors of a text's parts and words stand in a row, `starts` and `firsts` say where."""

    def __init__(self, texts: Sequence[str], encoder: Encoder, *, words: bool = False) -> None:
        different = list(dict.fromkeys(texts))
        spans = {text: parts(text) for text in different}
        sentences = [text[slice(*span)] for text in different for span in spans[text]]
        new = list(dict.fromkeys(s for s in sentences if s not in spans))
        vectors, read = encoder.read(different) if words else (encoder.embed(different), [])
        known = dict(zip([*different, *new], np.concatenate([vectors, encoder.embed(new)]), strict=True))
        self.wholes = np.array([known[text] for text in texts])
        self.spans = [spans[text] for text in texts]
        self.parts = np.array([known[text[slice(*span)]] for text in texts for span in spans[text]])
        self.starts = np.cumsum([0, *(len(spans) for spans in self.spans)])
        if words:
            by_text = dict(zip(different, read, strict=True))
            self.words = [by_text[text] for text in texts]
            self.each = np.concatenate([each.vectors for each in self.words])
            self.firsts = np.cumsum([0, *(len(each.spans) for each in self.words)])


class Hybrid:
    """Closeness of meaning over an encoder."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def embed(self, texts: Sequence[str]) -> Floats:
        """One row of unit length for each text."""
        return self._encoder.embed(texts)

    def compare(
        self, left: Sequence[str], right: Sequence[str], *, least: float = 0.0, most: int | None = None
    ) -> tuple[Match, ...]:
        """See `Closeness.compare`. Each different text and sentence is embedded once for each side."""
        if not left or not right:
            return ()
        mine, theirs = Side(left, self._encoder, words=True), Side(right, self._encoder, words=True)
        found: list[Match] = []
        for first in range(0, len(left), BLOCK):
            rows = slice(first, min(first + BLOCK, len(left)))
            absolute = _absolute(mine, theirs, rows)
            closeness = calibrated(absolute)
            order = (1 - WORDS) * _standard(absolute) + WORDS * _standard(_word_by_word(mine, theirs, rows))
            order = np.round(order, 4)
            for at, row in enumerate(range(len(left))[rows]):
                best = [int(c) for c in np.argsort(-order[at], kind="stable") if closeness[at, c] >= least]
                for column in best[:most]:
                    scores = closeness[at, column], absolute[at, column], order[at, column]
                    found.append(_match(mine, theirs, (row, column), scores))
        return tuple(found)

    def pairs(self, left: Sequence[str], right: Sequence[str]) -> tuple[float, ...]:
        """See `Closeness.pairs`."""
        return tuple(calibrated(self.uncalibrated(left, right)).tolist())

    def uncalibrated(self, left: Sequence[str], right: Sequence[str]) -> Doubles:
        """Closeness of vectors of each text of the left with the one at the same place on the right, -1 to 1."""
        if not left:
            return np.empty(0)
        mine, theirs = Side(left, self._encoder), Side(right, self._encoder)
        whole = np.einsum("ij,ij->i", mine.wholes, theirs.wholes)
        best = [_parts_alike(mine, theirs, at, at).max() for at in range(len(left))]
        both: Doubles = (whole + np.array(best)).astype(np.float64)
        return np.round(both / 2, 4)


def calibrated(absolute: Doubles) -> Doubles:
    """The chance that people would rate two texts of that closeness of vectors 3 or more of 5, to two decimals.

    Rounded before anything is decided by it: libraries that multiply matrices differ in the last digits.
    """
    return np.round(1 / (1 + np.exp(-(SLOPE * np.round(absolute, 4) + OFFSET))), 2)


def _absolute(mine: Side, theirs: Side, rows: slice) -> Doubles:
    """Half the closeness of the whole texts, half that of their two closest parts; shape (rows, right)."""
    whole = mine.wholes[rows] @ theirs.wholes.T
    starts = mine.starts[rows.start : rows.stop + 1]
    best = mine.parts[starts[0] : starts[-1]] @ theirs.parts.T
    best = np.maximum.reduceat(best, starts[:-1] - starts[0], axis=0)
    best = np.maximum.reduceat(best, theirs.starts[:-1], axis=1)
    both: Doubles = (whole + best).astype(np.float64)
    return np.round(both / 2, 4)


def _word_by_word(mine: Side, theirs: Side, rows: slice) -> Doubles:
    """How well the words of the left find an answer on the right, on average; shape (rows, right)."""
    firsts = mine.firsts[rows.start : rows.stop + 1]
    each = mine.each[firsts[0] : firsts[-1]] @ theirs.each.T
    each = np.maximum.reduceat(each, theirs.firsts[:-1], axis=1)
    total: Doubles = np.add.reduceat(each, firsts[:-1] - firsts[0], axis=0).astype(np.float64)
    return np.round(total / np.diff(firsts)[:, None], 4)


def _standard(scores: Doubles) -> Doubles:
    """Each row with mean 0 and spread 1; a row without spread is all 0."""
    centred = scores - scores.mean(1, keepdims=True)
    spread = centred.std(1, keepdims=True)
    standard: Doubles = np.divide(centred, spread, out=np.zeros_like(centred), where=spread > 1e-9)
    return standard


def _parts_alike(mine: Side, theirs: Side, row: int, column: int) -> Floats:
    here = mine.parts[mine.starts[row] : mine.starts[row + 1]]
    there = theirs.parts[theirs.starts[column] : theirs.starts[column + 1]]
    alike: Floats = here @ there.T
    return alike


def _match(mine: Side, theirs: Side, pair: tuple[int, int], scores: tuple[float, float, float]) -> Match:
    """The match, with the closest parts of both texts and the pairs of words that answer each other."""
    row, column = pair
    best = np.round(_parts_alike(mine, theirs, row, column), 4)
    at, beside = divmod(int(best.argmax()), best.shape[1])
    ours, others = mine.words[row], theirs.words[column]
    alike = np.round(ours.vectors @ others.vectors.T, 4)
    answers = [(i, int(alike[i].argmax())) for i in range(len(alike)) if alike[i].max() >= ALIKE]
    words = tuple((ours.spans[i], others.spans[j]) for i, j in answers if int(alike[:, j].argmax()) == i)
    closeness, absolute, order = map(float, scores)
    return Match(row, column, closeness, absolute, order, mine.spans[row][at], theirs.spans[column][beside], words)
