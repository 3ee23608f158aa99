"""all-MiniLM-L6-v2 in numpy: six layers, 384 wide, twelve heads, 23 MB of weights, no network.

Texts of different lengths go through together, one after the other in the rows of one matrix: only the attention
looks at where a text begins and ends. So there is neither padding nor a mask, and the products stay large.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from .hybrid import Words
from .layers import WIDTH, Floats, Run, add, attend, gelu, load, norm
from .tensors import File
from .words import Span, content_words

MODEL = Path(__file__).parent / "model"
WEIGHTS = "all-MiniLM-L6-v2.int8.safetensors"
TOKENIZER = "tokenizer.json"

LAYERS = 6
GROUP = 64
"""Inputs that share a scale with one output: finer scales keep more of the original."""
LONGEST = 256
"""Tokens of one text that are read; the model was trained on no more."""
TOGETHER = 512
"""Tokens that go through together: enough for fast products, few enough for the caches."""


class MiniLM:
    """Texts to unit vectors of 384 numbers. Safe to share between threads."""

    def __init__(self, *, threads: int = 1, folder: Path = MODEL) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        self._file = File(folder / WEIGHTS)
        self._scale, self._places = self._file.read("words.scale"), self._file.read("places")
        self._norm = self._file.read("norm.gain"), self._file.read("norm.shift")
        self._layers = [load(self._file, f"{index}.") for index in range(LAYERS)]
        self._pool = ThreadPoolExecutor(threads, "closeness") if threads > 1 else None

    def embed(self, texts: Sequence[str]) -> Floats:
        """One row of unit length for each text, shape (texts, 384)."""
        return self._through(texts, None)

    def read(self, texts: Sequence[str]) -> tuple[Floats, list[Words]]:
        """What `embed` gives, and for each text its words of meaning as vectors in their context."""
        words: dict[int, Words] = {}
        vectors = self._through(texts, words)
        return vectors, [words[index] for index in range(len(texts))]

    def _through(self, texts: Sequence[str], words: dict[int, Words] | None) -> Floats:
        encoded = [self._tokenizer.encode(text) for text in texts]
        vectors = np.empty((len(texts), WIDTH), np.float32)

        def work(part: list[int]) -> None:
            states, runs = self._states([encoded[index].ids for index in part])
            means = [states[f : f + n * t].reshape(n, t, WIDTH).mean(1) for f, n, t in runs]
            vectors[part] = _unit(np.concatenate(means))
            if words is None:
                return
            first = 0
            for index in part:
                after = first + len(encoded[index].ids)
                words[index] = _words(texts[index], encoded[index].offsets, states[first:after])
                first = after

        portions = _portions([len(text.ids) for text in encoded])
        for _ in self._pool.map(work, portions) if self._pool else map(work, portions):
            pass
        return vectors

    def _states(self, tokens: list[list[int]]) -> tuple[Floats, list[Run]]:
        """The last layer for texts that are ordered by length, one row for each token."""
        runs = _runs(tokens)
        ids = np.concatenate([np.array(text) for text in tokens])
        x = np.multiply(self._file.rows("words", ids), self._scale[ids], dtype=np.float32)
        for first, count, length in runs:
            x[first : first + count * length].reshape(count, length, WIDTH)[:] += self._places[:length]
        norm(x, *self._norm)
        room = np.empty((5, x.size), np.float32)  # one piece, so that it is given back as one
        y, h = room[4].reshape(x.shape), room[:4].reshape(-1, 4 * WIDTH)
        flat = h.reshape(-1)  # the same place holds query, key, value and what attention makes of them
        qkv, context = flat[: 3 * x.size].reshape(-1, 3 * WIDTH), flat[3 * x.size :].reshape(-1, WIDTH)
        for layer in self._layers:
            np.matmul(x, layer.qkv, out=qkv)
            qkv[:, :WIDTH] += layer.query_bias
            for run in runs:
                attend(qkv, context, run)
            add(x, np.matmul(context, layer.out, out=y), layer.out_bias)
            norm(x, layer.gain1, layer.shift1)
            gelu(np.matmul(x, layer.up, out=h), layer.up_bias)
            add(x, np.matmul(h, layer.down, out=y), layer.down_bias)
            norm(x, layer.gain2, layer.shift2)
        return x, runs


def _unit(vectors: Floats) -> Floats:
    vectors /= np.sqrt(np.einsum("ij,ij->i", vectors, vectors))[:, None]
    return vectors


def _words(text: str, offsets: list[Span], states: Floats) -> Words:
    """Each word of meaning as the mean of its tokens; the whole text where it has none that is read."""
    starts = np.array([start for start, _ in offsets[1:-1]])
    spans, rows = [], []
    for _, (start, end) in content_words(text):
        first, after = np.searchsorted(starts, (start, end)) + 1
        if first < after:
            spans.append((start, end))
            rows.append(states[first:after].mean(0))
    if not spans:
        spans, rows = [(0, len(text))], [states.mean(0)]
    return Words(tuple(spans), _unit(np.array(rows)))


def _portions(lengths: list[int]) -> list[list[int]]:
    """The texts, by their indexes and ordered by length, in portions of about `TOGETHER` tokens."""
    portions: list[list[int]] = []
    room = 0
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if room < lengths[index]:
            portions.append([])
            room = TOGETHER
        portions[-1].append(index)
        room -= lengths[index]
    return portions


def _runs(tokens: list[list[int]]) -> list[Run]:
    runs, first = [], 0
    for length, group in groupby(len(text) for text in tokens):
        count = sum(1 for _ in group)
        runs.append((first, count, length))
        first += count * length
    return runs
