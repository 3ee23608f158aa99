"""Commands timed as whole processes, in turn, so that a change of the machine's speed meets them all alike."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
PYTHON = str(Path(sys.executable))


@dataclass(frozen=True)
class Timing:
    """Medians over the runs."""

    wall: float
    """Seconds."""
    cpu: float
    """User and system seconds."""
    memory: float
    """Peak resident megabytes."""


def timed(*commands: list[str], runs: int = 7, environment: dict[str, str] | None = None) -> tuple[Timing, ...]:
    """Each command's medians over `runs` runs, taken in turn after one run each that does not count."""
    rows: list[list[tuple[float, float, float]]] = [[] for _ in commands]
    for turn in range(runs + 1):
        for row, command in zip(rows, commands, strict=True):
            one = _once(command, {**os.environ, **(environment or {})})
            if turn:
                row.append(one)
    return tuple(Timing(*(median(column) for column in zip(*row, strict=True))) for row in rows)


def _once(command: list[str], environment: dict[str, str]) -> tuple[float, float, float]:
    before = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - before
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[:3]} ended with {process.returncode}: {complaint.decode()[-400:]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000
