"""An encoder that knows only words, for tests in which what counts is not how close texts are."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from talktrack.kit.similarity.hybrid import Hybrid, Words
from talktrack.kit.similarity.words import content_words

WIDTH = 512


class Lexical:
    """Texts are as close as the stems that they share."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([_unit([root for root, _ in content_words(text)]) for text in texts]).reshape(-1, WIDTH)

    def read(self, texts: Sequence[str]) -> tuple[NDArray[np.float32], list[Words]]:
        return self.embed(texts), [_words(text) for text in texts]


def lexical() -> Hybrid:
    return Hybrid(Lexical())


def _words(text: str) -> Words:
    found = content_words(text) or [("", (0, len(text)))]
    return Words(tuple(span for _, span in found), np.array([_unit([root]) for root, _ in found]))


def _unit(roots: list[str]) -> NDArray[np.float32]:
    vector = np.zeros(WIDTH, np.float32)
    for root in roots or [""]:
        vector[crc32(root.encode()) % WIDTH] += 1
    return vector / np.linalg.norm(vector)
