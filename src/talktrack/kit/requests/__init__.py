"""Whether a sentence asks somebody for something: a small logistic model over its words.

Trained on 3,657 sentences of e-mails (Parakweet's intent set, Apache-2.0) by `bench/_train_requests.py`; the figures
come from `bench/requests.py`. It reads no names, no pronouns of third persons and no nations: see `features`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from talktrack.kit.requests.features import features

__all__ = ["THRESHOLD", "WEIGHTS", "has_request", "is_request"]

WEIGHTS = Path(__file__).parent / "weights.json"
"""Bias and weight of each run of words, in log-odds."""
THRESHOLD = 0.4
"""From this probability on, a sentence counts as a request: who asks should not be told that they do not."""


@dataclass(frozen=True)
class _Model:
    bias: float
    weights: dict[str, float]
    known: frozenset[str]


@cache
def _model() -> _Model:
    stored = json.loads(WEIGHTS.read_text("utf-8"))
    known = frozenset(word for run in stored["weights"] for word in run.split())
    return _Model(stored["bias"], stored["weights"], known)


def is_request(sentence: str) -> float:
    """How likely it is, from 0 to 1, that this one sentence asks for or proposes something.

    Calibrated: of sentences given 0.7, about seven in ten do. Linear in the sentence's length; never raises.
    """
    model = _model()
    score = model.bias + sum(model.weights.get(run, 0.0) for run in set(features(sentence, model.known)))
    return 1 / (1 + exp(-max(-700.0, min(700.0, score))))


def has_request(sentence: str, threshold: float = THRESHOLD) -> bool:
    """Whether the sentence counts as a request."""
    return is_request(sentence) >= threshold
