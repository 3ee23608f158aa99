"""M5: commitments in minutes of other people's meetings, whose marks of action items were taken away.

How it is reckoned. A promise stands on the row of the minutes on which it begins. A strict item (it has an owner and
a real task) counts as found where a promise stands on its row. Of several promises on one row the one whose owner is
written the same counts. A row on which promises stand is right where a marked item stands on it, strict or not;
every other row is wrong, also where it holds a promise that nobody had marked. The owner is right where it is written
exactly the same. Items whose row is not in the minutes cannot be found and do not count.

What was looked at. The weights were set by hand on the rows of the files of `tuned`: three files in five, by a
checksum of the name. Of the other files only the figures were looked at, some fifteen times; their marked items, but
none of their other rows, had been read before.
"""

from __future__ import annotations

import json
import time
import zlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench import Figure, absent, data
from talktrack.engine.recap.promises import Promise, promises_in

_NAME, _TARGET = "commitments in minutes, strict items", "recall ≥ .75 at precision ≥ .60, owner exact ≥ .95"
_DAY = date(2019, 1, 15)
"""No date of the minutes is judged: any day serves."""


@dataclass(frozen=True)
class Item:
    """One marked action item."""

    row: int
    owner: str
    strict: bool


@dataclass(frozen=True)
class Score:
    """Counts over some minutes; shares are of these."""

    items: int = 0
    found: int = 0
    owners: int = 0
    rows: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        return self.found / max(1, self.items)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.rows)

    @property
    def owner_exact(self) -> float:
        return self.owners / max(1, self.found)

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))

    def __str__(self) -> str:
        return f"recall {self.recall:.3f}, precision {self.precision:.3f}, owner exact {self.owner_exact:.3f}"


def tuned(path: Path) -> bool:
    """Whether the rows of that file were looked at while the weights were set."""
    return zlib.crc32(path.name.encode()) % 5 > 1


def scores() -> dict[Path, Score]:
    """The score of each file of minutes; OSError where they are absent."""
    folder = data() / "meetings"
    marked: dict[Path, list[dict[str, object]]] = defaultdict(list)
    for row in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        item = json.loads(row)
        marked[folder / "blind" / item["corpus"] / item["file"]].append(item)
    found: dict[Path, Score] = {}
    for path in sorted((folder / "blind").glob("*/*")):
        text = path.read_text("utf-8", errors="replace")
        found[path] = _score(text, promises_in(text, day=_DAY), _items(text, marked[path]))
    return found


def _items(text: str, marked: list[dict[str, object]]) -> list[Item]:
    rows = text.split("\n")
    items = []
    for item in marked:
        row = int(str(item["line"])) - 1
        if row < len(rows) and str(item["text"]) in rows[row]:
            items.append(Item(row, str(item["owner"]), bool(item["strict"])))
    return items


def _score(text: str, promised: tuple[Promise, ...], items: list[Item]) -> Score:
    named: dict[int, set[str]] = defaultdict(set)
    for promise in promised:
        named[text.count("\n", 0, promise.start)].add(promise.named)
    strict = [item for item in items if item.strict]
    there = [item for item in strict if item.row in named]
    marked = {item.row for item in items}
    return Score(
        items=len(strict),
        found=len(there),
        owners=sum(item.owner in named[item.row] for item in there),
        rows=len(named),
        right=len(marked & named.keys()),
    )


def measure() -> list[Figure]:
    """All files, those not tuned on, each source, and the pace."""
    try:
        found = scores()
    except OSError:
        return [absent("M5", _NAME, _TARGET)]
    sources = sorted({path.parent.name for path in found})
    parts = {
        "all files": list(found),
        "files tuned on": [path for path in found if tuned(path)],
        "files kept apart": [path for path in found if not tuned(path)],
        **{source: [path for path in found if path.parent.name == source] for source in sources},
    }
    figures = []
    for name, files in parts.items():
        score = sum((found[path] for path in files), Score())
        figure = f"{score} ({score.items} items, {score.rows} rows)"
        if name in sources:
            figures.append(Figure("M5", f"{_NAME}: {name}", figure, ""))
        else:
            met = score.recall >= 0.75 and score.precision >= 0.60 and score.owner_exact >= 0.95
            figures.append(Figure("M5", f"{_NAME}: {name}", figure, _TARGET, met=met))
    return [*figures, Figure("M5", "minutes of 200 KB, seconds of CPU", f"{_pace():.2f}", "")]


def _pace() -> float:
    largest = max((data() / "meetings" / "blind").glob("*/*"), key=lambda path: path.stat().st_size)
    text = largest.read_text("utf-8", errors="replace")[:200_000]
    started = time.process_time()
    promises_in(text, day=_DAY)
    return (time.process_time() - started) * 200_000 / len(text)
