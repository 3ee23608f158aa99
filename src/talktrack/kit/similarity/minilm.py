"""all-MiniLM-L6-v2 in numpy: six layers, 384 wide, twelve heads, about 21 MB of weights, no network.

Texts of different lengths go through together, one after the other in the rows of one matrix: only the attention
looks at where a text begins and ends. So there is neither padding nor a mask, and the products stay large.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from .hybrid import Words
from .tensors import Tensors, read
from .words import Span, content_words

MODEL = Path(__file__).parent / "model"
WEIGHTS = "all-MiniLM-L6-v2.int8.safetensors"
TOKENIZER = "tokenizer.json"

LAYERS, WIDTH, HEADS = 6, 384, 12
HEAD = WIDTH // HEADS
GROUP = 64
"""Inputs that share a scale with one output: finer scales keep more of the original."""
LONGEST = 256
"""Tokens of one text that are read; the model was trained on no more."""
TOGETHER = 512
"""Tokens that go through together: enough for fast products, few enough for the caches."""

IN_CACHE = 32
"""Rows that are taken through one curve at a time."""

_SLOPE, _CUBE = 0.7978845608, 0.044715
CURVE = (_SLOPE * _CUBE) ** (1 / 3)
"""GELU(x) = x/2 · (1 + tanh(a·x + b·x³)). With y = CURVE·x the inside is y·(y² + BEND): two passes fewer."""
BEND = np.float32(_SLOPE / CURVE)

Floats = NDArray[np.float32]
Run = tuple[int, int, int]
"""Texts of one length that stand together: first row, how many, tokens of each."""


class Layer(NamedTuple):
    """The weights of one layer, matrices as (inputs, outputs)."""

    qkv: Floats
    query_bias: Floats
    out: Floats
    out_bias: Floats
    gain1: Floats
    shift1: Floats
    up: Floats
    up_bias: Floats
    down: Floats
    down_bias: Floats
    gain2: Floats
    shift2: Floats


class MiniLM:
    """Texts to unit vectors of 384 numbers. Safe to share between threads."""

    def __init__(self, *, threads: int = 1, folder: Path = MODEL) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        kept = read(folder / WEIGHTS)
        self._words, self._scale, self._places = kept["words"], kept["words.scale"], kept["places"]
        self._norm = kept["norm.gain"], kept["norm.shift"]
        # Layers are copied into float32. Each maps the file for itself, so that its pages are let go at once.
        self._layers = [_layer(read(folder / WEIGHTS), f"{index}.") for index in range(LAYERS)]
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
        x = np.multiply(self._words[ids], self._scale[ids], dtype=np.float32)
        for first, count, length in runs:
            x[first : first + count * length].reshape(count, length, WIDTH)[:] += self._places[:length]
        _norm(x, *self._norm)
        y, h = np.empty((len(x), WIDTH), np.float32), np.empty((len(x), 4 * WIDTH), np.float32)
        flat = h.reshape(-1)  # the same room holds query, key, value and what attention makes of them
        qkv, context = flat[: 3 * x.size].reshape(-1, 3 * WIDTH), flat[3 * x.size :].reshape(-1, WIDTH)
        for layer in self._layers:
            np.matmul(x, layer.qkv, out=qkv)
            qkv[:, :WIDTH] += layer.query_bias
            for run in runs:
                _attend(qkv, context, run)
            _add(x, np.matmul(context, layer.out, out=y), layer.out_bias)
            _norm(x, layer.gain1, layer.shift1)
            _gelu(np.matmul(x, layer.up, out=h), layer.up_bias)
            _add(x, np.matmul(h, layer.down, out=y), layer.down_bias)
            _norm(x, layer.gain2, layer.shift2)
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


def _layer(tensors: Tensors, name: str) -> Layer:
    def matrix(part: str) -> Floats:
        grouped = np.multiply(tensors[name + part], tensors[name + part + ".scale"], dtype=np.float32)
        return grouped.reshape(-1, grouped.shape[-1])

    def plain(part: str) -> Floats:
        return np.array(tensors[name + part])

    return Layer(
        matrix("qkv"),
        plain("query.bias"),
        matrix("out"),
        plain("out.bias"),
        plain("norm1.gain"),
        plain("norm1.shift"),
        matrix("up"),
        plain("up.bias"),
        matrix("down"),
        plain("down.bias"),
        plain("norm2.gain"),
        plain("norm2.shift"),
    )


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


def _attend(qkv: Floats, context: Floats, run: Run) -> None:
    """Self-attention of one run of texts, written into `context`.

    The softmax takes off the largest value of each text and head, not of each row: the same result, and faster.
    It divides last, where there is least to divide.
    """
    first, count, length = run
    rows = slice(first, first + count * length)
    q, k, v = qkv[rows].reshape(count, length, 3, HEADS, HEAD).transpose(2, 0, 3, 1, 4)
    weights = np.matmul(q, k.transpose(0, 1, 3, 2))
    flat = weights.reshape(count * HEADS, -1)
    flat -= flat.max(1, keepdims=True)
    np.exp(weights, out=weights)
    total = (weights.reshape(-1, length) @ np.ones(length, np.float32)).reshape(count, HEADS, length)
    heads = context[rows].reshape(count, length, HEADS, HEAD)
    np.matmul(weights, v, out=heads.transpose(0, 2, 1, 3))
    heads /= total.transpose(0, 2, 1)[..., None]


def _add(x: Floats, y: Floats, bias: Floats) -> None:
    y += bias
    x += y


_MEAN = np.full(WIDTH, 1 / WIDTH, np.float32)


def _norm(x: Floats, gain: Floats, shift: Floats) -> None:
    """Layer normalisation in place."""
    x -= (x @ _MEAN)[:, None]
    spread = np.einsum("ij,ij->i", x, x) * np.float32(1 / WIDTH) + np.float32(1e-12)
    x *= (1 / np.sqrt(spread))[:, None]
    x *= gain
    x += shift


def _gelu(h: Floats, bias: Floats) -> None:
    """GELU of `h + bias` in place, in its tanh form; times 2·CURVE, which `down` takes off. A few rows at a time
    stay in the cache over all the passes.
    """
    spare = np.empty((IN_CACHE, h.shape[1]), np.float32)
    for first in range(0, len(h), IN_CACHE):
        rows = h[first : first + IN_CACHE]
        inner = spare[: len(rows)]
        rows += bias
        np.multiply(rows, rows, out=inner)
        inner += BEND
        inner *= rows
        np.tanh(inner, out=inner)
        inner += np.float32(1)
        rows *= inner
