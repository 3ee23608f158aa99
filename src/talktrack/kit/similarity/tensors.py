"""The safetensors file format: a length, a JSON header, raw little-endian arrays."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Tensors = dict[str, Array]

_TYPES: dict[str, np.dtype[Any]] = {"F32": np.dtype("<f4"), "I8": np.dtype("i1"), "I64": np.dtype("<i8")}
_NAMES = {dtype: name for name, dtype in _TYPES.items()}


class Entry(NamedTuple):
    """Where one array stands in the file, and its form."""

    start: int
    dtype: np.dtype[Any]
    shape: tuple[int, ...]


class File:
    """A file of tensors, read piece by piece: only what is asked for takes memory. Safe between threads.

    Raises ValueError where the file is cut short.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with path.open("rb") as file:
            (length,) = struct.unpack("<Q", file.read(8))
            self._entries = _entries(file.read(length), path.stat().st_size)

    def read(self, name: str) -> Array:
        """One array."""
        start, dtype, shape = self._entries[name]
        size = int(np.prod(shape))
        return np.fromfile(self._path, dtype, size, offset=start).reshape(shape)

    def rows(self, name: str, at: Array) -> Array:
        """Those rows of a table, in that order; each different one is read once."""
        start, dtype, (_, width) = self._entries[name]
        different, back = np.unique(at, return_inverse=True)
        found = np.empty((len(different), width), dtype)
        with self._path.open("rb", buffering=0) as file:
            for row, number in zip(found, different.tolist(), strict=True):
                file.seek(start + number * row.nbytes)
                file.readinto(row)
        return found[back]


def parse(content: bytes) -> Tensors:
    """The arrays in `content`, as views of it. Raises ValueError where it is cut short."""
    (length,) = struct.unpack("<Q", content[:8])
    return {
        name: np.frombuffer(content, dtype, int(np.prod(shape)), start).reshape(shape)
        for name, (start, dtype, shape) in _entries(content[8 : 8 + length], len(content)).items()
    }


def _entries(header: bytes, size: int) -> dict[str, Entry]:
    after, found = 8 + len(header), {}
    end = after
    for name, entry in json.loads(header).items():
        if name != "__metadata__":
            start, stop = entry["data_offsets"]
            found[name] = Entry(after + start, _TYPES[entry["dtype"]], tuple(entry["shape"]))
            end = max(end, after + stop)
    if end != size:
        raise ValueError("the file of weights is cut short or too long")
    return found


def pack(tensors: Mapping[str, Array]) -> bytes:
    """The bytes of a file that holds `tensors`: the same tensors in the same order give the same bytes."""
    header, start = {}, 0
    for name, tensor in tensors.items():
        end = start + tensor.nbytes
        header[name] = {"dtype": _NAMES[tensor.dtype], "shape": tensor.shape, "data_offsets": [start, end]}
        start = end
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + b"".join(tensor.tobytes() for tensor in tensors.values())
