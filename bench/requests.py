"""M7: the model of requests, five-fold: each sentence is judged by a model that never saw its fold."""

from __future__ import annotations

import time

import numpy as np

from bench import Figure, absent
from bench._train_requests import Vector, calibration, sentences, unseen_scores
from talktrack.kit.requests import THRESHOLD, is_request

_NAME, _TARGET = "requests, five-fold over the training file", "F1 ≥ .72"


def measure() -> list[Figure]:
    """F1 at the threshold the product uses, the calibration error, and the pace of the finished model."""
    try:
        labelled = sentences()
    except OSError:
        return [absent("M7", _NAME, _TARGET)]
    labels = np.array([label for _, label in labelled])
    scores = unseen_scores(labelled)
    slope, offset = calibration(scores, labels)
    sure = 1 / (1 + np.exp(-(slope * scores + offset)))
    asked = sure >= THRESHOLD
    hits = int((asked & labels).sum())
    precision, recall = hits / int(asked.sum()), hits / int(labels.sum())
    f1 = 2 * precision * recall / (precision + recall)
    figure = f"F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})"
    return [
        Figure("M7", _NAME, figure, _TARGET, met=f1 >= 0.72),
        Figure("M7", "requests: expected calibration error, ten bins", f"{_error(sure, labels):.3f}", ""),
        Figure("M7", "requests: words per CPU second", f"{_pace([text for text, _ in labelled]):,.0f}", ""),
    ]


def _error(sure: Vector, labels: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> float:
    """How far, on average, the probability lies from the share that did ask."""
    bins = np.minimum((sure * 10).astype(int), 9)
    parts = [(bins == b) for b in range(10) if (bins == b).any()]
    return float(sum(part.mean() * abs(sure[part].mean() - labels[part].mean()) for part in parts))


def _pace(texts: list[str]) -> float:
    started = time.process_time()
    for text in texts:
        is_request(text)
    return sum(len(text.split()) for text in texts) / (time.process_time() - started)
