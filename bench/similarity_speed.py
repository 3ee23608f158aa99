"""S3: loading, speed and memory of the closeness engine, beside the same model through onnxruntime.

Both run as processes of their own and take turns, batch by batch, so that whatever else the machine does falls on
both. Figures are medians.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from platformdirs import user_cache_path

from bench import Figure, _peer_onnx
from talktrack.engine.alignment import propose
from talktrack.engine.story import Accomplishment, Goal, Journey, Statement
from talktrack.kit.similarity import offline

OWN = Path(__file__).parent / "data"
THREADS = 2
ROUNDS, LOADS, WARM = 60, 7, 3
WORDS = """the team will grow in new markets and build strong skills for every customer with care while reports show
how people learn to lead and plan work better each year""".split()  # noqa: SIM905
BATCH = [" ".join(WORDS[(start + i) % len(WORDS)] for i in range(30)) for start in range(32)]
"""32 texts of 30 common words: 32 tokens each, with the two that mark beginning and end."""


class Side:
    """One engine as a process: its time to load, then a time for each batch."""

    def __init__(self, *command: str) -> None:
        begun = time.perf_counter()
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=_environment()
        )
        if self._line() != ["ready"]:
            raise AssertionError(f"{command[0]} did not start")
        self.load = time.perf_counter() - begun
        self.peak = 0.0

    def _line(self) -> list[str]:
        assert self._process.stdout
        return self._process.stdout.readline().split()

    def batch(self) -> list[float]:
        """Seconds for the batch, then the first numbers of its first vector."""
        assert self._process.stdin
        self._process.stdin.write("\t".join(BATCH) + "\n")
        self._process.stdin.flush()
        return [float(part) for part in self._line()]

    def closed(self) -> Side:
        """Itself, gone as a process, its peak memory in MB noted (0 where the system does not tell)."""
        status = Path(f"/proc/{self._process.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        self.peak = next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
        self._process.communicate()
        return self


def _environment() -> dict[str, str]:
    """The environment without settings for OpenBLAS: they would hold back one side and not the other."""
    return {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")}


def measure() -> list[Figure]:
    """Four rows: load, texts a second on two threads and on one, memory."""
    peer = _peer_onnx.prepare(user_cache_path("talktrack") / "bench" / "onnxruntime")
    ours = [sys.executable, str(Path(__file__).with_name("_serve_closeness.py"))]
    theirs = [str(peer[0]), str(_peer_onnx.HERE), "serve", str(peer[1]), str(peer[2])] if peer else []
    commands = [command for command in (ours, theirs) if command]
    loads = [[Side(*command, str(THREADS)).closed() for command in commands] for _ in range(LOADS)]
    load = [median(side.load for side in column) for column in zip(*loads, strict=True)]
    speed, peaks = _speed(commands, THREADS)
    alone, _ = _speed(commands, 1)
    return [
        _row("load, as a process", load, "s", at_most=1.5),
        _row(f"texts a second, {THREADS} threads, 32 × 32 tokens", speed, "", at_least=1.0),
        _row("texts a second, 1 thread, 32 × 32 tokens", alone, ""),
        _row("peak memory of the process", peaks, "MB", at_most=0.5),
        proposing(),
    ]


def proposing() -> Figure:
    """Processor time of proposing links for a rich journey, the engine being loaded; no peer does this."""
    with (OWN / "statements.tsv").open(encoding="utf-8", newline="") as file:
        mine = [row["statement"] for row in csv.DictReader(file, delimiter="\t")]
    with (OWN / "passages.tsv").open(encoding="utf-8", newline="") as file:
        theirs = [row["passage"] for row in csv.DictReader(file, delimiter="\t")]
    journey = Journey(
        accomplishments=tuple(Accomplishment(id=f"a{n}", did=text) for n, text in enumerate(mine[:40:4])),
        goals=tuple(Goal(id=f"g{n}", what=text) for n, text in enumerate(mine[1:33:4])),
        statements=tuple(Statement(id=f"s{n}", kind="growth", quote=text) for n, text in enumerate(theirs[:36:3])),
    )
    engine = offline(threads=THREADS)
    begun = time.process_time()
    made = len(propose(journey, engine))
    seconds = time.process_time() - begun
    name = f"closeness: {made} links proposed for 18 records and 12 statements"
    return Figure("S3", name, f"{seconds:.2f} s of processor time", "")


def _speed(commands: list[list[str]], threads: int) -> tuple[list[float], list[float]]:
    """Texts a second and peak memory of each side, batches taken in turns."""
    sides = [Side(*command, str(threads)) for command in commands]
    for _ in range(WARM):
        firsts = [side.batch()[1:] for side in sides]
    if any(abs(a - b) > 0.02 for a, b in zip(firsts[0], firsts[-1], strict=True)):
        raise AssertionError("the two sides do not run the same model")
    times = [[side.batch()[0] for side in sides] for _ in range(ROUNDS)]
    speed = [len(BATCH) / median(column) for column in zip(*times, strict=True)]
    return speed, [side.closed().peak for side in sides]


def _row(name: str, values: list[float], unit: str, *, at_most: float = 0.0, at_least: float = 0.0) -> Figure:
    target = f"≥ {at_least:.1f} ×" if at_least else f"≤ {at_most:.1f} ×" if at_most else ""
    shown = [f"{value:.3g} {unit}".strip() for value in values]
    if len(values) == 1:
        return Figure("S3", f"closeness: {name}", shown[0], target, "onnxruntime could not be installed")
    ratio = values[0] / values[1]
    met = None if not target else ratio >= at_least if at_least else ratio <= at_most
    return Figure("S3", f"closeness: {name}", shown[0], target, f"onnxruntime {shown[1]}", f"{ratio:.2f}", met)
