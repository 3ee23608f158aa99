"""Calendars of four producers, and hostile ones: none crashes or hangs, and what is there is seen (T4)."""

from __future__ import annotations

import sys
import time
from datetime import date
from zoneinfo import ZoneInfo

from bench import Figure, absent, data
from bench._calendars import EXPLAINED, count, expectations
from bench._hostile_calendars import hostile
from talktrack.kit.calendar import busy
from talktrack.kit.confined import MEGABYTES
from talktrack.kit.errors import UserError

_LONGEST = 10.0
"""Seconds."""
_DAYS = (date(2019, 1, 1), date(2020, 12, 31))


def measure() -> list[Figure]:
    """Real files read, occurrences against what other projects' tests say, hostile files."""
    return [*_real(), _hostile()]


def _real() -> list[Figure]:
    folder = data() / "calendars"
    if not folder.is_dir():
        return [
            absent("T4", "real calendars", "0 crashed, 0 hung"),
            absent("T4", "occurrences", "all equal or explained"),
        ]
    files = [path.read_bytes() for path in sorted(folder.glob("*/*.ics"))]
    done, refused, crashed, slowest = _read(files)
    read = (
        f"{done} read, {refused} hold no calendar and are told so, {crashed} crashed or hung; slowest {slowest:.1f} s"
    )
    expected = list(expectations())
    wrong = [e for e in expected if count((folder / e.file).read_bytes(), e) != e.count]
    why = "; ".join(EXPLAINED.get(e.file, f"{e.file}: not explained") for e in wrong)
    return [
        Figure("T4", f"{len(files)} real calendars", read, "0 crashed or hung", met=not crashed),
        Figure(
            "T4",
            "occurrences as the producers' own tests count them",
            f"{len(expected) - len(wrong)} of {len(expected)} equal; {why}",
            "all equal, or explained",
            peer=", ".join(sorted({e.said_by for e in expected})),
            met=all(e.file in EXPLAINED for e in wrong),
        ),
    ]


def _hostile() -> Figure:
    files = [content for _, content in hostile(fuzzed=60)]
    done, refused, crashed, slowest = _read(files)
    most = _most_memory()
    figure = f"{done} read, {refused} refused in a sentence, {crashed} neither; slowest {slowest:.1f} s, {most} MB"
    target = f"≥ 100, 0 neither, ≤ 10 s, ≤ 512 MB (bounded at {MEGABYTES})"
    met = not crashed and slowest <= _LONGEST and len(files) >= 100 and most <= 512
    return Figure("T4", f"{len(files)} hostile calendars", figure, target, met=met)


def _read(files: list[bytes]) -> tuple[int, int, int, float]:
    """How many were read, refused in a sentence, neither; and the longest that one took, each in its own process."""
    done = refused = crashed = 0
    slowest = 0.0
    for content in files:
        begun = time.perf_counter()
        try:
            busy(content, *_DAYS, ZoneInfo("Europe/Berlin"))
            done += 1
        except UserError as error:
            crashed += "too long" in error.message  # stopped from outside: it hung, or it exploded
            refused += "too long" not in error.message
        except Exception:
            crashed += 1
        slowest = max(slowest, time.perf_counter() - begun)
    return done, refused, crashed, slowest


def _most_memory() -> int:
    """Megabytes that the largest process of our own held at its highest."""
    if sys.platform == "win32":
        return 0
    import resource

    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return most // (1 << 20 if sys.platform == "darwin" else 1 << 10)
