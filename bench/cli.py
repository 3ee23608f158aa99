"""`talktrack --help` beside `python -c "import argparse"`, each as a whole process."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from bench import Figure

RUNS = 21
MOST = 2.0


def measure() -> list[Figure]:
    """One figure: the ratio of the medians; the two take turns, so that a busy moment meets both."""
    command = Path(sys.executable).parent / "talktrack"
    help_, bare = [str(command), "--help"], [sys.executable, "-c", "import argparse"]
    took: dict[str, list[float]] = {"help": [], "bare": []}
    for _ in range(RUNS):
        took["help"].append(_milliseconds(help_))
        took["bare"].append(_milliseconds(bare))
    ours, peer = statistics.median(took["help"]), statistics.median(took["bare"])
    return [
        Figure(
            "CLI",
            "talktrack --help as a process",
            f"{ours:.0f} ms",
            f"≤ {MOST:g} × the bare import",
            f'python -c "import argparse": {peer:.0f} ms',
            f"{ours / peer:.2f}",
            ours / peer <= MOST,
        )
    ]


def _milliseconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000
