"""One calendar read in a process of its own: a question comes in on standard input, the answer goes out as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from talktrack.kit.confined import confine
from talktrack.kit.errors import UserError

from .values import Block, Busy


def question(data: bytes, first: date, last: date, zone: ZoneInfo, own: Collection[str]) -> bytes:
    """The bytes to give to the program: a line that says what is asked, then the calendar."""
    asked = {"first": first.isoformat(), "last": last.isoformat(), "zone": zone.key, "own": sorted(own)}
    return json.dumps(asked).encode() + b"\n" + data


def answer(written: bytes) -> Busy:
    """What the program wrote, as a value. Raises UserError where it is a complaint."""
    said: dict[str, Any] = json.loads(written)
    if "error" in said:
        raise UserError(said["error"])
    blocks = tuple(
        Block(datetime.fromisoformat(start), datetime.fromisoformat(end), *rest)
        for start, end, *rest in said["blocks"]
    )
    days = date.fromisoformat(said["first"]), date.fromisoformat(said["last"])
    return Busy(blocks, tuple(said["left_out"]), *days, said["entries"])


def main() -> None:
    """Read one question, write one answer."""
    confine()
    from .reading import read

    line, _, data = sys.stdin.buffer.read().partition(b"\n")
    asked = json.loads(line)
    first, last = date.fromisoformat(asked["first"]), date.fromisoformat(asked["last"])
    try:
        found = read(data, first, last, ZoneInfo(asked["zone"]), asked["own"])
        said: dict[str, Any] = {
            "blocks": [[b.start.isoformat(), b.end.isoformat(), b.shows, b.all_day, b.name] for b in found.blocks],
            "left_out": found.left_out,
            "first": asked["first"],
            "last": asked["last"],
            "entries": found.entries,
        }
    except UserError as error:
        said = {"error": error.message}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
