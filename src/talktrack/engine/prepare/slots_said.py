"""What is said of a slot, and of a stretch of days in which there is none."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

from .sides import Side

_SPANS = {15: "a quarter of an hour", 30: "half an hour", 60: "an hour", 90: "an hour and a half", 120: "two hours"}
_NEAR = timedelta(hours=2)
"""A meeting that is no further away is worth a word."""


def when(mine: datetime, theirs: datetime, lasting: timedelta, other: Side) -> str:
    """ "Tue 8 Dec 10:00–10:30, 16:00 for Jocelyn"; the second only where the clocks differ."""
    said = f"{day_of(mine.date())} {mine:%H:%M}–{mine + lasting:%H:%M}"
    if theirs.replace(tzinfo=None) == mine.replace(tzinfo=None):
        return said
    day = "" if theirs.date() == mine.date() else f"{day_of(theirs.date())} "
    return f"{said}, {day}{theirs:%H:%M} for {other.name}"


def reason(
    me: Side, other: Side, near: tuple[timedelta | None, timedelta | None], mine: datetime, tentative: bool
) -> str:
    """Why it suits: who is free, what lies beside it, and what speaks a little against it."""
    known = [side for side in (me, other) if side.blocks is not None]
    free = {2: "Both free", 0: "Within the working hours of both"}.get(len(known), "")
    if not free:
        free = f"You are free; {_calendar(other)} is not known" if me in known else f"{other.name} is free"
    if tentative:
        free = f"{free}, but for something tentative"
    whose = (other if other.blocks is not None else me).whose
    beside = _beside(near, whose) if known else ""
    against = ""
    if mine.weekday() == 0 and mine.hour < 11:
        against = " A Monday morning, when much else waits."
    elif mine.weekday() == 4 and mine.hour >= 12:
        against = " A Friday afternoon, when the week is nearly over."
    return f"{free}{beside}.{against}"


def _calendar(other: Side) -> str:
    return f"{other.whose} calendar"


def _beside(near: tuple[timedelta | None, timedelta | None], whose: str) -> str:
    before, after = near
    if before is None and after is None:
        return f"; nothing else in {whose} day"
    if before is not None and before <= _NEAR:
        return f"; {span_of(before)} after {whose} last meeting" if before else f"; right after {whose} last meeting"
    if after is not None and after <= _NEAR:
        return f"; {span_of(after)} before {whose} next meeting" if after else f"; right before {whose} next meeting"
    return f"; a quiet stretch of {whose} day"


def span_of(length: timedelta) -> str:
    """A length in words: "an hour", "half an hour", "45 minutes", "an hour and a half"."""
    minutes = int(length.total_seconds() // 60)
    if minutes in _SPANS:
        return _SPANS[minutes]
    return f"{minutes} minutes" if minutes < 120 else f"{minutes // 60} hours"


def day_of(day: date) -> str:
    """ "Tue 8 Dec"."""
    return f"{day:%a} {day.day} {day:%b}"


def none_fits(other: Side, first: date, last: date, troubles: list[str], ask: tuple[date, ...]) -> str:
    """Why nothing fits, day by day in numbers, and what to do instead."""
    why = _because(other, Counter(troubles))
    if not ask:
        rest = "Look further ahead, or ask for a shorter time."
    else:
        days = [day_of(day) for day in ask]
        listed = days[0] if len(days) == 1 else f"{', '.join(days[:-1])} or {days[-1]}"
        rest = f"Ask {other.name} to pick a time, for example on {listed}: a calendar rarely says what can be moved."
    return f"Nothing fits from {day_of(first)} to {day_of(last)}. {why} {rest}"


def not_known(me: Side, review_on: str, last: date) -> tuple[str, ...]:
    """What could not be looked at: the own calendar, a review whose day is not known."""
    notes = []
    if me.blocks is None:
        notes.append("Your own calendar is not known, so look whether you are free.")
    if review_on and len(review_on) < len("2026-12-03") and review_on <= last.isoformat():
        notes.append("The day of your performance review is not known, so look that the two do not meet.")
    return tuple(notes)


def _because(other: Side, troubles: Counter[str]) -> str:
    if not troubles:
        return "None of these is a day on which you work."
    if set(troubles) == {"hours"}:
        return f"Your working hours and {_apart(other)} do not meet."
    said = {
        "mine": "full in your calendar",
        "theirs": f"full in {_calendar(other)}",
        "both": "free for each of you, but never at the same time",
        "off": "off for you",
        "their_off": f"off for {other.name}",
        "review": "beside your performance review",
        "hours": "without working hours that you share",
    }
    parts = [f"{count} {'is' if count == 1 else 'are'} {said[kind]}" for kind, count in troubles.most_common()]
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    number = sum(troubles.values())
    return f"Of {number} working day{'s' if number != 1 else ''}, {listed}."


def _apart(other: Side) -> str:
    return {"her": "hers", "his": "his", "their": "theirs"}.get(other.whose, other.whose)
