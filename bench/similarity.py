"""M1, M2, M3: does closeness mean what it says? Through the engine's own `compare` and `pairs`."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import Figure, absent, data
from talktrack.kit.similarity import ON_TOPIC, Match, offline
from talktrack.kit.similarity.hybrid import OFFSET, SLOPE, Hybrid, calibrated

Numbers = NDArray[np.float64]
OWN = Path(__file__).parent / "data"
SAME = 3.0
"""The mean rating, of 5, from which people have called two sentences much the same."""
MOVED = 0.15
"""How far a fitted constant may lie from the one in use: rounding of the weights moves it less."""


def measure() -> list[Figure]:
    """Correlation with people, ranking of company passages, calibration."""
    engine = offline()
    assert isinstance(engine, Hybrid)
    folder = data() / "similarity" / "sts-benchmark-en"
    if not folder.exists():
        rows = [("M1", "closeness: Spearman, STS-B dev", "≥ .862"), ("M3", "closeness: calibration", "≤ .04")]
        return [*(absent(*row) for row in rows), *ranking(engine)]
    train, dev = (rated(engine, folder / f"data__stsb-en-{name}.csv") for name in ("train", "dev"))
    return [*correlation(*dev), *ranking(engine), *calibration(train, dev)]


def rated(engine: Hybrid, path: Path) -> tuple[Numbers, Numbers]:
    """Closeness of vectors, and people's mean rating from 0 to 5, of the pairs of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    return engine.uncalibrated([r[0] for r in rows], [r[1] for r in rows]), np.array([float(r[2]) for r in rows])


def correlation(absolute: Numbers, ratings: Numbers) -> list[Figure]:
    """M1, for the value before and after calibration, which rounds to two decimals."""
    raw, shown = (np.corrcoef(_ranks(v), _ranks(ratings))[0, 1] for v in (absolute, calibrated(absolute)))
    return [
        Figure("M1", "closeness: Spearman, STS-B dev", f"{raw:.4f}", "≥ .862", met=bool(raw >= 0.862)),
        Figure("M1", "closeness: the same after calibration and rounding", f"{shown:.4f}", ""),
    ]


def ranking(engine: Hybrid) -> list[Figure]:
    """M2 on the own set: is the right passage first, and do statements that belong nowhere stay below?"""
    passages, statements = _table("passages.tsv"), _table("statements.tsv")
    ids = [p["id"] for p in passages]
    by_statement: dict[int, list[Match]] = {}
    for match in engine.compare([s["statement"] for s in statements], [p["passage"] for p in passages]):
        by_statement.setdefault(match.left, []).append(match)
    ranks: list[int] = []
    best: dict[bool, list[float]] = {True: [], False: []}
    chances: list[float] = []
    hits: list[float] = []
    for at, statement in enumerate(statements):
        found, belongs = by_statement[at], statement["passage"] != "none"
        best[belongs].append(max(m.absolute for m in found))
        if belongs:
            ranks.append([ids[m.right] for m in found].index(statement["passage"]) + 1)
            pair = {ids[m.right]: m.closeness for m in found}
            chances += [pair[statement["passage"]], pair[statement["beside"]]]
            hits += [1.0, 0.0]
    error = f"{_error(np.array(chances), np.array(hits)):.3f}"
    return [
        *_ranked(np.array(ranks), np.array(best[True]), np.array(best[False])),
        Figure("M3", "closeness: calibration error, own career pairs", error, ""),
    ]


def _ranked(ranks: Numbers, on: Numbers, off: Numbers) -> list[Figure]:
    first, reciprocal = float(np.mean(ranks == 1)), float(np.mean(1 / ranks))
    area = float(np.mean(on[:, None] > off[None]))
    size = f"{len(ranks)} statements"
    kept, passed = (float(np.mean(calibrated(values) >= ON_TOPIC)) for values in (on, off))
    return [
        Figure("M2", f"closeness: right passage first, {size}", f"{first:.3f}", "≥ .55", met=first >= 0.55),
        Figure("M2", "closeness: mean reciprocal rank", f"{reciprocal:.3f}", "≥ .67", met=reciprocal >= 0.67),
        Figure("M2", f"closeness: AUC against {len(off)} off-topic", f"{area:.3f}", "≥ .98", met=area >= 0.98),
        Figure("M2", f"closeness: kept at {ON_TOPIC}, on and off topic", f"{kept:.0%} and {passed:.0%}", ""),
    ]


def calibration(train: tuple[Numbers, Numbers], dev: tuple[Numbers, Numbers]) -> list[Figure]:
    """M3: the curve in use is the one that train gives; the chances that it states hold on dev."""
    slope, offset = fitted(train[0], train[1] >= SAME)
    error = _error(calibrated(dev[0]), dev[1] >= SAME)
    in_use = abs(slope - SLOPE) < MOVED and abs(offset - OFFSET) < MOVED
    fit = f"{slope:.2f}, {offset:.2f}"
    return [
        Figure("M3", "closeness: calibration error, STS-B dev", f"{error:.3f}", "≤ .04", met=error <= 0.04),
        Figure("M3", "closeness: Platt's curve from STS-B train", fit, f"as in use: {SLOPE}, {OFFSET}", met=in_use),
    ]


def fitted(values: Numbers, hit: NDArray[np.bool_]) -> tuple[float, float]:
    """Slope and offset of the logistic curve of highest likelihood, by Newton's method."""
    design = np.stack([values, np.ones_like(values)], 1)
    curve = np.zeros(2)
    for _ in range(25):
        chance = 1 / (1 + np.exp(-design @ curve))
        bend = (design * (chance * (1 - chance))[:, None]).T @ design
        curve -= np.linalg.solve(bend, design.T @ (chance - hit))
    return float(curve[0]), float(curve[1])


def _error(chances: Numbers, hits: NDArray[np.bool_] | Numbers) -> float:
    """Expected calibration error over ten bins of equal width."""
    bins = np.minimum((chances * 10).astype(int), 9)
    gaps = (
        abs(float(chances[bins == b].mean() - hits[bins == b].mean())) * float(np.mean(bins == b)) for b in set(bins)
    )
    return sum(gaps)


def _ranks(values: Numbers) -> Numbers:
    """Ranks from 1, ties shared."""
    _, where, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    ranks: Numbers = (ends - (counts - 1) / 2)[where]
    return ranks


def _table(name: str) -> list[dict[str, str]]:
    with (OWN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))
