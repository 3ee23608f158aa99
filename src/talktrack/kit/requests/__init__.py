"""Whether a sentence asks somebody for something: a small model over its words."""

from __future__ import annotations

__all__ = ["THRESHOLD", "has_request", "is_request"]

THRESHOLD = 0.5
"""From this probability on, a sentence counts as a request."""


def is_request(sentence: str) -> float:
    """How likely it is, from 0 to 1, that this sentence asks for or proposes something."""
    words = sentence.lower().split()
    asks = {"please", "could", "would", "can"} & set(words) and ("you" in words or "please" in words)
    return 0.9 if asks else 0.1


def has_request(sentence: str, threshold: float = THRESHOLD) -> bool:
    """Whether the sentence counts as a request."""
    return is_request(sentence) >= threshold
