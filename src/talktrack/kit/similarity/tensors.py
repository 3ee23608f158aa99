"""The safetensors file format: a length, a JSON header, raw little-endian arrays. Read without copying."""

from __future__ import annotations

import json
import mmap
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Tensors = dict[str, NDArray[Any]]

_TYPES: dict[str, np.dtype[Any]] = {"F32": np.dtype("<f4"), "I8": np.dtype("i1"), "I64": np.dtype("<i8")}
_NAMES = {dtype: name for name, dtype in _TYPES.items()}


def read(path: Path) -> Tensors:
    """The arrays of a file, read-only and mapped into memory: a page is loaded when it is first touched.

    Raises ValueError where the file is cut short.
    """
    with path.open("rb") as file:
        content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return parse(content)


def parse(content: bytes | mmap.mmap) -> Tensors:
    """The arrays in `content`, as views of it. Raises ValueError where it is cut short."""
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + length])
    header.pop("__metadata__", None)
    if header and 8 + length + max(entry["data_offsets"][1] for entry in header.values()) != len(content):
        raise ValueError("the file of weights is cut short or too long")
    found = {}
    for name, entry in header.items():
        start, end = entry["data_offsets"]
        dtype = _TYPES[entry["dtype"]]
        flat = np.frombuffer(content, dtype, (end - start) // dtype.itemsize, 8 + length + start)
        found[name] = flat.reshape(entry["shape"])
    return found


def pack(tensors: Mapping[str, NDArray[Any]]) -> bytes:
    """The bytes of a file that holds `tensors`: the same tensors in the same order give the same bytes."""
    header, start = {}, 0
    for name, tensor in tensors.items():
        end = start + tensor.nbytes
        header[name] = {"dtype": _NAMES[tensor.dtype], "shape": tensor.shape, "data_offsets": [start, end]}
        start = end
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + b"".join(tensor.tobytes() for tensor in tensors.values())
