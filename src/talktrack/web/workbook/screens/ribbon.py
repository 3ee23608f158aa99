"""The meeting to scale: minutes across, who talks up and down. Whole numbers, in the units of the view box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

HIGH = 40
"""The height of the ribbon in its own units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of the agenda: minutes, and how much of them the owner speaks, 0 to 1. None: nobody, it is spare."""

    name: str
    minutes: int
    share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A segment as drawn: in tenths of a minute across, in fortieths down; `middle` in per cent of the whole."""

    name: str
    minutes: int
    x: int
    width: int
    mine: int
    theirs: int
    middle: int
    spare: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ribbon:
    """The meeting to scale: `parts/_ribbon.html`."""

    bars: tuple[Bar, ...]
    width: int
    label: str
    """What it shows, in words."""
    manager: str = "your manager"
    now: int | None = None
    """Where the minute hand stands, in tenths of a minute."""
    gone: int = 0


def ribbon(segments: Sequence[Segment], *, manager: str = "your manager", minute: int | None = None) -> Ribbon:
    """The drawing of an agenda. Its whole is the sum of the minutes; `minute` is how many have passed."""
    total = sum(s.minutes for s in segments) or 1
    bars: list[Bar] = []
    at = 0
    for s in segments:
        mine = 0 if s.share is None else round(HIGH * s.share)
        bars.append(
            Bar(
                name=s.name,
                minutes=s.minutes,
                x=at * 10,
                width=s.minutes * 10,
                mine=mine,
                theirs=0 if s.share is None else HIGH - mine,
                middle=round(100 * at / total),
                spare=s.share is None,
            )
        )
        at += s.minutes
    spoken = ", ".join(f"{s.name} {s.minutes}" for s in segments)
    label = f"{total} minutes: {spoken}"
    if minute is not None:
        label = f"Minute {minute} of {total}. {label}"
    now = None if minute is None else min(minute, total) * 10
    return Ribbon(bars=tuple(bars), width=total * 10, label=label, manager=manager, now=now, gone=now or 0)
