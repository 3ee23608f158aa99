"""How sure a head in minutes is a promise: weights of what one sees of it, in log-odds, set by hand.

They say in numbers what the grammar of minutes is like: "Ann to send" binds, "AB: send" does unless AB is quoted at
length. Nothing is trained, so no name and no sentence of any minutes is in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp

THRESHOLD = 0.5
_WEIGHTS = {
    "bias": -2.0,
    "form to": 2.6,
    "form promised": 1.5,
    "form label": 0.8,
    "form will": 0.8,
    "form bare": 0.3,
    "form tail": 0.3,
    "form bound": -0.3,
    "form planned": -0.8,
    "form addressed": -0.8,
    "form thing": -0.8,
    "form present": -1.2,
    "form doing": -1.2,
    "form should": -1.2,
    "form can": -1.5,
    "form would": -2.0,
    "owner person": 0.8,
    "owner group": 0.5,
    "owner name": 0.2,
    "owner small": -0.2,
    "owner i": -0.7,
    "owner other": -1.0,
    "owner you": -1.0,
    "owner we": -1.2,
    "owner name sentence": -0.6,
    "owner name inside": -0.4,
    "form to owner person": 0.3,
    "form to owner small": -0.3,
    "form label owner person": 0.8,
    "form label owner group": 1.0,
    "form label owner small": 0.3,
    "form bare owner person": 1.2,
    "form bare owner group": 0.8,
    "place row": 0.7,
    "place inside": -0.9,
    "several owners": 0.3,
    "addressed to all": 1.3,
    "addressed past": -1.5,
    "told label": -1.2,
    "told present": -1.0,
    "told doing": -1.0,
    "told bare": -1.0,
    "quoted at length label": -1.2,
    "quoted at length will": -0.2,
    "quoted at length bare": -0.5,
    "under a label": -0.7,
    "under agenda": -0.3,
    "numbered under agenda": -3.0,
    "under people": -1.5,
    "under steps": 1.2,
    "bullet >": -0.5,
    "alone": 0.4,
    "very long": -0.5,
    "in quotes": -2.0,
    "asks": -1.5,
    "hedged": -0.8,
    "conditional": -0.6,
    "negated": -0.5,
    "first person": -0.6,
    "past": -0.4,
    "weak": -1.0,
    "deed": 0.5,
    "bare verb": -0.3,
    "noun": -1.5,
    "a role in the meeting": -2.0,
}


def probability(features: Iterable[str]) -> float:
    """How sure it is, from 0 to 1, that a head with these features is a promise."""
    return 1 / (1 + exp(-sum(_WEIGHTS.get(feature, 0.0) for feature in set(features))))


def known() -> frozenset[str]:
    """Every feature that weighs something."""
    return frozenset(_WEIGHTS)
