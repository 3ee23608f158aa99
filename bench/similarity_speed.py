"""S3: loading, speed and memory of the closeness engine, beside the same model through onnxruntime.

Both run as processes of their own and take turns, batch by batch, so that whatever else the machine does falls on
both; ratios are medians. `python -m bench.similarity_speed serve THREADS` is the side of the engine.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from platformdirs import user_cache_path

from bench import Figure, _peer_onnx

THREADS = 2
ROUNDS, LOADS = 40, 7
WORDS = (
    "the team will grow in new markets and build strong skills for every customer with care while reports show how "
    "people learn to lead and plan work better each year"
).split()
BATCH = [" ".join(WORDS[(start + i) % len(WORDS)] for i in range(30)) for start in range(32)]
"""32 texts of 30 common words: 32 tokens each, with the two that mark beginning and end."""


class Side:
    """One engine as a process: its time to load, then a time for each batch."""

    def __init__(self, *command: str) -> None:
        begun = time.perf_counter()
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._line() == ["ready"]
        self.load = time.perf_counter() - begun

    def _line(self) -> list[str]:
        assert self._process.stdout
        return self._process.stdout.readline().split()

    def batch(self) -> list[float]:
        """Seconds for the batch, then the first numbers of its first vector."""
        assert self._process.stdin
        self._process.stdin.write("\t".join(BATCH) + "\n")
        self._process.stdin.flush()
        return [float(part) for part in self._line()]

    def close(self) -> float:
        """Peak memory in MB; the process is gone afterwards."""
        status = Path(f"/proc/{self._process.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        peak = next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
        self._process.communicate()
        return peak


def measure() -> list[Figure]:
    """Four rows: load, texts a second on two threads and on one, memory."""
    peer = _peer_onnx.prepare(user_cache_path("talktrack") / "bench" / "onnxruntime")
    ours = [sys.executable, "-m", "bench.similarity_speed", "serve"]
    theirs = [str(peer[0]), str(_peer_onnx.HERE), "serve", str(peer[1]), str(peer[2])] if peer else []
    rows = [_speed(ours, theirs, threads) for threads in (THREADS, 1)]
    loads = [[Side(*c, str(THREADS)) for c in (ours, theirs) if c] for _ in range(LOADS)]
    for sides in loads:
        for side in sides:
            side.close()
    load = [median(s.load for s in column) for column in zip(*loads, strict=True)]
    speed, memory = rows[0]
    return [_row("load, as a process", load, " s", "≤ 1.5 ×", lambda r: r <= 1.5), speed, rows[1][0], memory]


def _speed(ours: list[str], theirs: list[str], threads: int) -> tuple[Figure, Figure]:
    sides = [Side(*command, str(threads)) for command in (ours, theirs) if command]
    for _ in range(3):
        firsts = [side.batch()[1:] for side in sides]
    assert all(abs(a - b) < 0.02 for a, b in zip(firsts[0], firsts[-1], strict=True)), "not the same model"
    times = [[side.batch()[0] for side in sides] for _ in range(ROUNDS)]
    speed = [len(BATCH) / median(column) for column in zip(*times, strict=True)]
    peaks = [side.close() for side in sides]
    name = f"texts a second, {threads} thread{'s' * (threads > 1)}, 32 × 32 tokens"
    ratio = median(round_[-1] / round_[0] for round_ in times)
    return (
        _row(name, speed, "", "≥ 1.0 ×", lambda r: r >= 1.0, ratio),
        _row("peak memory of the process", peaks, " MB", "≤ 0.5 ×", lambda r: r <= 0.5),
    )


def _row(name, values, unit, target, holds, ratio=None) -> Figure:  # type: ignore[no-untyped-def]
    shown = [f"{value:.3g}{unit}" for value in values]
    if len(values) == 1:
        return Figure("S3", f"closeness: {name}", shown[0], target, "onnxruntime could not be installed")
    ratio = ratio or values[0] / values[1]
    return Figure(
        "S3", f"closeness: {name}", shown[0], target, f"onnxruntime {shown[1]}", f"{ratio:.2f}", holds(ratio)
    )


def serve(threads: int) -> None:
    """The engine's side of the comparison, as in `_peer_onnx.serve`."""
    from talktrack.kit.similarity import minilm_encoder

    encoder = minilm_encoder(threads=threads)
    print("ready", flush=True)
    for line in sys.stdin:
        texts = line.rstrip("\n").split("\t")
        begun = time.perf_counter()
        vectors = encoder.embed(texts)
        print(time.perf_counter() - begun, *vectors[0][:4], flush=True)


if __name__ == "__main__":
    serve(int(sys.argv[2]))
