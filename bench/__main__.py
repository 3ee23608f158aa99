"""`make bench`: runs them all, prints one table. `python -m bench dates` runs some; `--endure` the long ones."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable

import bench
from bench import Figure


def main(arguments: list[str]) -> int:
    endure = "--endure" in arguments
    wanted = [name for name in arguments if not name.startswith("-")]
    known = sorted(m.name for m in pkgutil.iter_modules(bench.__path__) if not m.name.startswith("_"))
    if {"-h", "--help"} & set(arguments):
        print("python -m bench [NAME ...] [--endure] [--markdown]")
        print("  --endure    the long ones of each\n  --markdown  the table as Markdown")
        print(f"  NAME        {' '.join(known)}\n              without a name: all of them")
        return 0
    names = wanted or known
    rows: list[Figure] = []
    for name in names:
        module = importlib.import_module(f"bench.{name}")
        measure = getattr(module, "endure" if endure else "measure", None)
        if measure:
            print(f"... {name}", file=sys.stderr, flush=True)
            rows += _measured(name, measure)
    (markdown if "--markdown" in arguments else table)(rows)
    return int(any(row.met is False for row in rows))


def _measured(name: str, measure: Callable[[], list[Figure]]) -> list[Figure]:
    """Its figures; where it fails, a row that says so, since the others are still worth having."""
    try:
        return measure()
    except Exception as error:
        return [Figure("-", name, f"not measured: {type(error).__name__}: {error}"[:160], "", met=False)]


def table(rows: list[Figure]) -> None:
    """Print the rows with aligned columns."""
    cells = [("id", "what", "figure", "target", "beside", "ratio", "met")]
    mark = {True: "yes", False: "NO", None: "-"}
    cells += [(r.id, r.name, r.figure, r.target, r.peer, r.ratio, mark[r.met]) for r in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))]
    for row in cells:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def markdown(rows: list[Figure]) -> None:
    """Print the rows as a table of Markdown, for docs/figures.md."""
    print("| id | what | figure | target | beside | ratio | met |")
    print("|---|---|---|---|---|---|---|")
    mark = {True: "yes", False: "no", None: ""}
    for r in rows:
        cells = (r.id, r.name, r.figure, r.target, r.peer, r.ratio, mark[r.met])
        print("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
