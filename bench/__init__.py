"""Every figure that the README and the docs state. One module per subject, each with `measure()`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One row of the table."""

    id: str
    """The id in the table of figures: "S1"."""
    name: str
    figure: str
    """What was measured, with its unit."""
    target: str
    peer: str = ""
    """What stood beside it in the same run."""
    ratio: str = ""
    met: bool | None = None
    """None where there is no target, or the input is absent."""


def data() -> Path:
    """Where real inputs lie: `TALKTRACK_DATA`, else `../shared/data` beside this checkout. May be absent."""
    return Path(os.environ.get("TALKTRACK_DATA", Path(__file__).parent.parent.parent / "shared" / "data"))


def absent(id: str, name: str, target: str) -> Figure:
    """The row that says that an input is not there, so nothing was measured."""
    return Figure(id, name, "not measured: the input is absent", target)
