"""S4, S5: CPU time of the list pages, beside a stock view of the same rows behind the same middleware.

Each run takes place in a process and a home of its own: `python -m bench.web rows`, `python -m bench.web owners`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench import Figure

if TYPE_CHECKING:
    from bench._in_process import App

ROOT = Path(__file__).parent.parent
PAGES = ("today", "evidence", "organisation", "goals", "alignment")
RUNS = 60
SMALL, FULL = 50, 2_000
"""Records of each of five kinds; 2,000 is the most that a workbook takes."""
OWNERS, EACH = 10, 50
"""The small database of S5: so many owners, each with so many records of each of five kinds."""


@dataclass(frozen=True)
class Timing:
    """Medians over the runs, in milliseconds of CPU time."""

    page: str
    ours: float
    peer: float
    bare: float
    """An answer that asks the database nothing, behind the same middleware: how fast the machine is just now."""
    queries: int
    cold: float
    """The first view after a write."""


def measure() -> list[Figure]:
    """Every page with 10,000 records of the owner's, then with 10 and 100 times the owners."""
    few, many = _run("rows")
    rows = [_row(small, full) for small, full in zip(few, many, strict=True)]
    small, *larger = _run("owners")
    for factor, timings in zip((10, 100), larger, strict=True):
        rows += [_growth(one, other, factor) for one, other in zip(small, timings, strict=True)]
    return rows


def _row(small: Timing, full: Timing) -> Figure:
    ratio, same = full.ours / full.peer, small.queries == full.queries
    queries = f"{full.queries} queries" + ("" if same else f", {small.queries} with few records")
    figure = f"{full.ours:.1f} ms of CPU, {queries}; {full.cold:.0f} ms after a write"
    beside = f"stock list view: {full.peer:.1f} ms"
    target = "≤ 1.5 ×, queries constant"
    return Figure(
        "S4", f"/{full.page}/, 10,000 records", figure, target, beside, f"{ratio:.2f}", ratio <= 1.5 and same
    )


def _growth(small: Timing, large: Timing, factor: int) -> Figure:
    # The databases are asked one after the other and the machine's speed changes meanwhile: `bare` tells by how much.
    ratio = (large.ours / small.ours) / (large.bare / small.bare)
    name = f"/{large.page}/, {factor} × the owners and rows"
    figure, beside = f"{large.ours:.1f} ms of CPU", f"small database: {small.ours:.1f} ms"
    same = small.queries == large.queries
    return Figure("S5", name, figure, "≤ 1.2 ×, queries constant", beside, f"{ratio:.2f}", ratio <= 1.2 and same)


def _run(what: str) -> list[list[Timing]]:
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as home:
        kept = {k: v for k, v in os.environ.items() if k != "TALKTRACK_DATABASE_URL"}
        environment = kept | {"TALKTRACK_HOME": home, "DJANGO_SETTINGS_MODULE": "talktrack.web.settings"}
        command = [sys.executable, "-m", "bench.web", what]
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    return [[Timing(**row) for row in rows] for rows in json.loads(done.stdout)]


def _rows() -> list[list[Timing]]:
    """The same owner with few records, then with 10,000."""
    from bench._in_process import App
    from bench._large import bring_in, journey

    app, found = App(), []
    for size in (SMALL, FULL):
        bring_in(app.subject, journey(size))
        found.append([_time(app, page) for page in PAGES])
    return found


def _owners() -> list[list[Timing]]:
    """The same owner among 10, 100 and 1,000."""
    from bench._in_process import App
    from bench._large import bring_in, journey, multiply

    app, found = App(), []
    bring_in(app.subject, journey(EACH))
    for factor in (1, 10, 100):
        multiply(app.subject, OWNERS * factor)
        found.append([_time(app, page) for page in PAGES])
    return found


def _time(app: App, page: str) -> Timing:
    app.get(f"/{page}/")
    app.forget()
    cold = app.milliseconds(f"/{page}/")
    app.get(f"/peer/{page}/")
    asked = (f"/{page}/", f"/peer/{page}/", "/peer/bare/")
    turns = [[app.milliseconds(path) for path in asked] for _ in range(RUNS)]
    ours, peer, bare = (median(column) for column in zip(*turns, strict=True))
    return Timing(page, ours, peer, bare, app.queries(f"/{page}/"), cold)


if __name__ == "__main__":
    runs = {"rows": _rows, "owners": _owners}
    print(json.dumps([[asdict(one) for one in rows] for rows in runs[sys.argv[1]]()]))
