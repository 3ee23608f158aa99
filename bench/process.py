"""Commands timed as whole processes, in turn, so that a change of the machine's speed meets them all alike."""

from __future__ import annotations

import os
import subprocess
import sys
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
    """Each command's medians over `runs` runs, taken in turn after one run each that does not count.

    Compiled modules are kept between runs, as they are for everyone who has not switched that off.
    """
    rows: list[list[tuple[float, float, float]]] = [[] for _ in commands]
    for turn in range(runs + 1):
        for row, command in zip(rows, commands, strict=True):
            one = _once(command, {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **(environment or {})})
            if turn:
                row.append(one)
    return tuple(Timing(*(median(column) for column in zip(*row, strict=True))) for row in rows)


def _once(command: list[str], environment: dict[str, str]) -> tuple[float, float, float]:
    small = [PYTHON, "-I", "-S", str(Path(__file__).with_name("_once.py"))]
    done = subprocess.run([*small, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[:3]} ended with {done.returncode}: {done.stderr[-400:]}")
    wall, cpu, kilobytes = (float(word) for word in done.stdout.split())
    return wall, cpu, kilobytes / 1000
