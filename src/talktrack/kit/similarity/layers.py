"""One layer of the model: its weights, self-attention, normalisation and GELU, over texts that stand in a row."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .tensors import File

WIDTH, HEADS = 384, 12
HEAD = WIDTH // HEADS
IN_CACHE = 32
"""Rows that are taken through one curve at a time."""

_SLOPE, _CUBE = 0.7978845608, 0.044715
CURVE = (_SLOPE * _CUBE) ** (1 / 3)
"""GELU(x) = x/2 · (1 + tanh(a·x + b·x³)). With y = CURVE·x the inside is y·(y² + BEND): two passes fewer."""
BEND = np.float32(_SLOPE / CURVE)

HEADROOM = np.float32(70)
"""Added to exponents: 256 times e to the 70 is far from the largest float, e to the -87 near the smallest."""

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


def load(file: File, name: str) -> Layer:
    """The layer whose tensors begin with `name`, as float32."""

    def matrix(part: str) -> Floats:
        grouped = np.multiply(plain(part), plain(part + ".scale"), dtype=np.float32)
        return grouped.reshape(-1, grouped.shape[-1])

    def plain(part: str) -> Floats:
        return file.read(name + part)

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


def attend(qkv: Floats, context: Floats, run: Run) -> None:
    """Self-attention of one run of texts, written into `context`.

    The softmax takes off the largest value of each text and head, not of each row: the same result, and faster.
    `HEADROOM` keeps rows that lie far below it (90 was seen with random tokens) from vanishing. It divides last,
    where there is least to divide.
    """
    first, count, length = run
    rows = slice(first, first + count * length)
    q, k, v = qkv[rows].reshape(count, length, 3, HEADS, HEAD).transpose(2, 0, 3, 1, 4)
    weights = np.matmul(q, k.transpose(0, 1, 3, 2))
    flat = weights.reshape(count * HEADS, -1)
    flat -= flat.max(1, keepdims=True) - HEADROOM
    np.exp(weights, out=weights)
    total = (weights.reshape(-1, length) @ np.ones(length, np.float32)).reshape(count, HEADS, length)
    heads = context[rows].reshape(count, length, HEADS, HEAD)
    np.matmul(weights, v, out=heads.transpose(0, 2, 1, 3))
    heads /= total.transpose(0, 2, 1)[..., None]


def add(x: Floats, y: Floats, bias: Floats) -> None:
    y += bias
    x += y


_MEAN = np.full(WIDTH, 1 / WIDTH, np.float32)


def norm(x: Floats, gain: Floats, shift: Floats) -> None:
    """Layer normalisation in place."""
    x -= (x @ _MEAN)[:, None]
    spread = np.einsum("ij,ij->i", x, x) * np.float32(1 / WIDTH) + np.float32(1e-12)
    x *= (1 / np.sqrt(spread))[:, None]
    x *= gain
    x += shift


def gelu(h: Floats, bias: Floats) -> None:
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
