"""Where you are, as a line that rises towards the talk. Whole numbers, in the units of the view box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .shell import Stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A stage on the line of Today."""

    stop: Stop
    x: int
    y: int
    above: str = ""
    """A word above the point: "next", or a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Where you are: `parts/_strip.html`. `near` are the few stages around the suggested one, for a phone."""

    points: tuple[Point, ...]
    near: tuple[Stop, ...]
    walked: str
    """The path up to the last stage that has something."""
    whole: str
    label: str


_ACROSS = (40, 128, 222, 312, 392, 480, 570, 656, 742, 820, 906)
_UP = (96, 96, 96, 96, 92, 78, 58, 42, 34, 32, 32)


def strip(stops: Sequence[Stop], *, dates: Sequence[str] = ()) -> Strip:
    """The eleven stages on a line that rises towards the talk. `dates`: words above the stages, in order."""
    above = list(dates) + [""] * (len(stops) - len(dates))
    points = tuple(
        Point(stop=s, x=x, y=y, above="next" if s.next else word)
        for s, x, y, word in zip(stops, _ACROSS, _UP, above, strict=False)
    )
    last = max((i for i, s in enumerate(stops) if s.has), default=0)
    middle = next((i for i, s in enumerate(stops) if s.next), last)
    start = max(0, min(middle - 1, len(stops) - 3))
    full = [s.name for s in stops if s.has]
    suggested = next((s.name for s in stops if s.next), "")
    label = f"Something in {len(full)} of {len(stops)} stages: {', '.join(full)}." if full else "Nothing written yet."
    return Strip(
        points=points,
        near=tuple(stops[start : start + 3]),
        walked=_curve(points[: last + 1]),
        whole=_curve(points),
        label=f"{label} Suggested next: {suggested}." if suggested else label,
    )


def _curve(points: Sequence[Point]) -> str:
    """A smooth path through the points: each bend leans on its two neighbours (Catmull-Rom as Bézier)."""
    if not points:
        return ""
    ends = [points[0], *points, points[-1]]
    parts = [f"M{points[0].x} {points[0].y}"]
    for i in range(1, len(points)):
        a, b, c, d = ends[i - 1 : i + 3]
        first = f"{b.x + (c.x - a.x) // 6} {b.y + round((c.y - a.y) / 6)}"
        second = f"{c.x - (d.x - b.x) // 6} {c.y - round((d.y - b.y) / 6)}"
        parts.append(f"C{first} {second} {c.x} {c.y}")
    return "".join(parts)
