"""The agreed moment to look again: its day, time, length, and on whose clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from talktrack.engine.recap.sections import Section
from talktrack.kit.dates import Due, Settings, due_dates

from .moods import is_told
from .units import Unit

_NAMED = (
    r"(?:next|another|follow-?up|second|catch-?up|new|other) (?:talk|meeting|meet|chat|check-?in|catch-?up"
    r"|conversation"
    r"|1[:-]1|session|review|one[- ]to[- ]one|call|appointment)"
)
_MEETS = re.compile(
    rf"\b{_NAMED}\b|(?:^|\b(?:we|to|and|let's|lets)(?:'ll| will| can| could| should"
    rf"| might)? )(?:then )?(?:talk|meet|speak"
    r"|chat|see (?:her|him|them|each other|us)|sit (?:down|together)|catch up|check in|are having|we see us)\b"
    r"|\bsee us again|\bhaving another|\b(?:follow(?:ing)?[- ]?up|check(?:ing)?[- ]?in|touch base)\b"
    r"|\b(?:plans?|booked|books|blocks?|put in) (?:half an hour|an hour|\d+ min)"
    r"|\b(?:looks?|looking|come|comes) (?:at|back to) (?:it|that|this|them|these)\b|\brevisit|\b(?:talk|meet|see"
    r"|speak|chat|catch up|sit down|each other) again",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:look|looks|looking|come|comes) (?:at|back to) (?:it|that|this|them)\b|\brevisit"
    r"|\breview(?:ed)? (?:it|this|that)\b",
    re.I,
)
_DAY_FIRST = re.compile(
    r"(?:on |the )?(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|in |next "
    r"|half)",
    re.IGNORECASE,
)
_ONE_SIDED = re.compile(
    r"(?:i|me|[\w ]{1,20}? (?:will|to|writes?|sends?|asks?)) (?!.*\bagain\b)(?!(?:and|\+|&|see|meet|talk))", re.I
)
_CLOCK = re.compile(
    r"(?<![\d./-])(?P<h>[01]?\d|2[0-3])(?:[:.h](?P<m>[0-5]\d)|h\b(?!\w))?\s?(?P<half>[ap]\.?m\.?)?(?![\d%./-]"
    r"|\s?(?:min|st|nd|rd|th"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|hours?|days?|weeks?))",
    re.IGNORECASE,
)
_WORDED = re.compile(
    r"\b(?:(?P<part>half|quarter)(?: (?P<side>past|to))? )?(?P<hour>one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven"
    r"|twelve|noon|midday|\d{1,2})(?: o'clock)?\b",
    re.IGNORECASE,
)
_HOURS = {
    w: i
    for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())  # noqa: SIM905
} | {"noon": 12, "midday": 12}
_LENGTH = re.compile(
    r"\b(?P<n>\d{1,2})\s?(?:min(?:ute)?s?|')(?!\w)|(?P<half>half an hour|half hour|30m)|(?P<hour>an hour"
    r"|1 ?h(?:our)?)\b",
    re.I,
)
_MINE = re.compile(r"\b(?:my|our) time\b", re.I)
_THEIRS = re.compile(r"\b(?:his|her|their|your) time\b", re.I)
_ABOUT_THEN = re.compile(
    r"\b(?:(?:weeks?|fortnight|months?|quarters?|years?)(?:'? time)?\W*$|(?:end|start|beginning) of )", re.IGNORECASE
)
"""Words that count weeks or months on from today, or mean some day at an end of one."""
_EARLIEST = 7
"""A bare hour before this one is an afternoon's: "at 3"."""


@dataclass(frozen=True)
class Meeting:
    """An agreed moment."""

    on: date
    exact: bool
    """Whether the words name that day: "in 6 weeks" and "mid-January" do not."""
    at: datetime | None
    minutes: int
    """0 where none is said."""
    clock: str
    """"mine", "theirs", or "" for that of the talk."""
    again: bool
    """Whether a matter is looked at again, rather than two people meeting."""


def meeting(unit: Unit, whole: str, day: date, settings: Settings) -> Meeting | None:
    """The meeting that the clause agrees on; None where it names none, or no day. `whole` is its sentence."""
    body = unit.body
    below = unit.under is Section.CHECK_IN and unit.lead is Section.NONE and bool(_DAY_FIRST.match(unit.plain))
    led = unit.lead is Section.CHECK_IN or below
    if unit.asks or is_told(re.sub(r"^we agreed to ", "", body, flags=re.I)) or unit.lead is Section.AFTER:
        return None
    bare = re.match(
        r"(?:next(?! (?:week|month|year|quarter|time)\b)|again|review|check-?in|see (?:her|him|them|you))\b",
        unit.plain,
        re.I,
    )
    if not (led or bare or _MEETS.search(f"{unit.label}: {unit.plain}" if unit.label else unit.plain)):
        return None
    again = bool(_AGAIN.search(unit.plain))
    if not led and not again and _ONE_SIDED.match(body):
        return None
    text = unit.body if unit.verb else whole if led or unit.opens else unit.plain
    dues = [due for due in due_dates(text, today=day, settings=settings) if due.date > day]
    if not dues:
        return None
    first = dues[0]
    rest = text[: first.span[0]] + " " * (first.span[1] - first.span[0]) + text[first.span[1] :]
    length = _LENGTH.search(rest)
    minutes = 0
    if length:
        minutes = int(length["n"]) if length["n"] else 30 if length["half"] else 60
        rest = rest[: length.start()] + " " * len(length[0]) + rest[length.end() :]
    clock = "mine" if _MINE.search(text) else "theirs" if _THEIRS.search(text) else ""
    hour = _time(rest, first, text)
    exact = hour is not None or not _ABOUT_THEN.search(text[slice(*first.span)])
    exact = exact and first.earliest == first.latest
    at = datetime.combine(first.date, hour) if hour and exact else None
    return Meeting(first.date, exact, at, minutes, clock, again)


def _time(rest: str, due: Due, text: str) -> time | None:
    """The time of day beside the day; "the 19th at 3 pm", "15.12., 13:00"."""
    written = text[slice(*due.span)]
    for place in (rest, written):
        for found in _CLOCK.finditer(place):
            sure = (
                found["m"]
                or found["half"]
                or "h" in found[0].lower()
                or re.search(r"\bat\s$", place[: found.start()])
            )
            if sure and (place is rest or found["half"] or (found["m"] and ":" in found[0])):
                return _hour(int(found["h"]), int(found["m"] or 0), (found["half"] or "").lower()[:1])
    worded = re.search(r"\bat (.{3,22})", rest, re.I)
    said = _WORDED.match(worded[1]) if worded else None
    if not said:
        return None
    hour = _HOURS.get(said["hour"].lower(), 0) or (int(said["hour"]) if said["hour"].isdigit() else 0)
    minute = 0
    if said["part"]:
        half = said["part"].lower() == "half"
        before = (said["side"] or "past").lower() == "to"
        minute = 30 if half else 45 if before else 15
        hour -= before
    return _hour(hour, minute, "")


def _hour(hour: int, minute: int, half: str) -> time | None:
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    if not half and 0 < hour < _EARLIEST:
        hour += 12
    return time(hour, minute) if 0 <= hour < 24 else None
