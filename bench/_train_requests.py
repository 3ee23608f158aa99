"""Trains the model of requests: `python -m bench._train_requests` writes the weights beside the code that reads them.

Logistic regression with an L2 penalty over the runs of words of `talktrack.kit.requests.features`, by L-BFGS (Nocedal
1980), then Platt's scaling (1999) on scores that come from models that had not seen the sentence.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import data
from talktrack.kit.requests import WEIGHTS
from talktrack.kit.requests.features import TOKEN, features
from talktrack.kit.words import word_set

FOLDS = 5
PENALTY = 1 / 0.3
SEEN = 3
"""In how many sentences a run of words must stand to count."""
KNOWN = 5
"""How often a word must stand in small letters to be known: names hardly ever do."""
DIGITS = 2
Vector = NDArray[np.float64]
_THIRD_PERSONS = word_set("he she they him her them his hers their theirs himself herself themselves themself")
_OF_PEOPLE = word_set(
    "baby wife husband mom dad mum guy guys folks ladies lady girl girls boy boys man men woman women sir madam "
    "miss mr mrs ms dr bill mark rob sue pat grant chase grace joy faith rose art dean frank summer april june "
    "august jack drew dawn www http mailto"
)
"""Words for people, words that are names too, and scraps of addresses: never known."""


@dataclass(frozen=True)
class Model:
    """Weights of runs of words, and a bias."""

    weights: dict[str, float]
    bias: float
    known: frozenset[str]

    def score(self, sentence: str) -> float:
        """The log-odds of a request."""
        return self.bias + sum(self.weights.get(run, 0.0) for run in set(features(sentence, self.known)))


def sentences() -> list[tuple[str, bool]]:
    """The training sentences with their labels. OSError where the file is absent."""
    lines = (data() / "requests" / "train.txt").read_text("utf-8").splitlines()
    return [(text, label == "Yes") for label, tab, text in (line.partition("\t") for line in lines) if tab]


def known_words(texts: Sequence[str]) -> frozenset[str]:
    """The words that the texts often have in small letters, those for people left out."""
    counts = Counter(
        word.replace("’", "'")
        for text in texts
        if not text.isupper()
        for word in TOKEN.findall(text)
        if word.islower()
    )
    kept = {word for word, count in counts.items() if count >= KNOWN and (len(word) > 1 or word in {"a", "i", "u"})}
    return frozenset(w for w in kept | {"i"} if w.partition("'")[0] not in _THIRD_PERSONS and w not in _OF_PEOPLE)


def train(labelled: Sequence[tuple[str, bool]]) -> Model:
    """The model that fits the sentences."""
    known = known_words([text for text, _ in labelled])
    rows = [set(features(text, known)) for text, _ in labelled]
    counts = Counter(run for row in rows for run in row)
    place = {run: i for i, run in enumerate(sorted(run for run, count in counts.items() if count >= SEEN))}
    at = np.array([i for i, row in enumerate(rows) for run in row if run in place])
    column = np.array([place[run] for row in rows for run in row if run in place])
    sign = np.array([1.0 if label else -1.0 for _, label in labelled])
    found = minimise(lambda x: _loss(x, at, column, sign), np.zeros(len(place) + 1))
    weights = {run: float(found[i]) for run, i in place.items()}
    return Model(weights, float(found[-1]), known)


def _loss(x: Vector, at: NDArray[np.int64], column: NDArray[np.int64], sign: Vector) -> tuple[float, Vector]:
    """Negative log-likelihood with its penalty, and its gradient; the last entry is the bias."""
    scores = np.bincount(at, x[:-1][column], len(sign)) + x[-1]
    pull = -sign / (1 + np.exp(sign * scores))
    value = np.logaddexp(0, -sign * scores).sum() + PENALTY / 2 * (x[:-1] ** 2).sum()
    slope = np.bincount(column, pull[at], len(x) - 1) + PENALTY * x[:-1]
    return float(value), np.append(slope, pull.sum())


def minimise(function: Callable[[Vector], tuple[float, Vector]], x: Vector, steps: int = 150) -> Vector:
    """The lowest point of a smooth convex function, by L-BFGS with ten remembered steps."""
    value, slope = function(x)
    memory: list[tuple[Vector, Vector]] = []
    for _ in range(steps):
        way = -_direction(slope, memory)
        stride = 1.0
        while (tried := function(x + stride * way))[0] > value + 1e-4 * stride * float(slope @ way) and stride > 1e-8:
            stride /= 2
        memory = [*memory[-9:], (stride * way, tried[1] - slope)]
        x, done = x + stride * way, abs(value - tried[0]) < 1e-9 * abs(value)
        value, slope = tried
        if done:
            break
    return x


def _direction(slope: Vector, memory: list[tuple[Vector, Vector]]) -> Vector:
    """The slope through the inverse curvature that the remembered steps tell of."""
    way, shares = slope.copy(), []
    for step, change in reversed(memory):
        share = float(step @ way) / float(step @ change)
        way -= share * change
        shares.append(share)
    if memory:
        step, change = memory[-1]
        way *= float(step @ change) / float(change @ change)
    else:
        way /= max(1.0, float(np.abs(slope).sum()))
    for (step, change), share in zip(memory, reversed(shares), strict=True):
        way += step * (share - float(change @ way) / float(step @ change))
    return way


def unseen_scores(labelled: Sequence[tuple[str, bool]]) -> Vector:
    """For each sentence the score by a model that was not shown its fold; folds are drawn per label, seed fixed."""
    labels = np.array([label for _, label in labelled])
    fold = np.zeros(len(labelled), int)
    random = np.random.default_rng(2025)
    for label in (False, True):
        places = random.permutation(np.flatnonzero(labels == label))
        fold[places] = np.arange(len(places)) % FOLDS
    scores = np.zeros(len(labelled))
    for f in range(FOLDS):
        model = train([row for row, its in zip(labelled, fold, strict=True) if its != f])
        for i, (text, _) in enumerate(labelled):
            if fold[i] == f:
                scores[i] = model.score(text)
    return scores


def calibration(scores: Vector, labels: NDArray[np.bool_]) -> tuple[float, float]:
    """Platt's slope and offset: what makes a probability of a score."""
    sign = np.where(labels, 1.0, -1.0)

    def loss(x: Vector) -> tuple[float, Vector]:
        margin = sign * (x[0] * scores + x[1])
        pull = -sign / (1 + np.exp(margin))
        return float(np.logaddexp(0, -margin).sum()), np.array([pull @ scores, pull.sum()])

    slope, offset = minimise(loss, np.array([1.0, 0.0]))
    return float(slope), float(offset)


def write(path: Path) -> None:
    """Train on everything and write the calibrated weights, rounded so that every machine writes the same."""
    labelled = sentences()
    slope, offset = calibration(unseen_scores(labelled), np.array([label for _, label in labelled]))
    model = train(labelled)
    weights = {run: round(slope * weight, DIGITS) for run, weight in sorted(model.weights.items())}
    kept = {run: weight for run, weight in weights.items() if weight}
    bias = round(slope * model.bias + offset, DIGITS)
    path.write_text(json.dumps({"bias": bias, "weights": kept}, separators=(",", ":"), indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    write(WEIGHTS)
