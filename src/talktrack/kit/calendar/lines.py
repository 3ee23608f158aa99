"""From bytes to the few lines that tell when somebody is busy: lenient, linear in the bytes, deaf to all else.

A calendar file comes from anywhere. What stands in it is read line by line, whatever is broken around it; texts,
attachments and alarms are passed over, so that nothing in them costs time or is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from talktrack.kit.errors import UserError

LARGEST = 5_000_000
"""Bytes of one calendar: ten years of a full one."""
MOST_COMPONENTS = 50_000
"""Events, free-and-busy lists and time zones of one calendar."""
LONGEST_NOTE = 300
"""Characters of a text that are kept: enough to tell which event it is."""

_KEPT = {
    "VCALENDAR": {"X-WR-TIMEZONE", "X-WR-CALNAME", "NAME"},
    "VEVENT": {
        "UID",
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
        "SEQUENCE",
        "STATUS",
    }
    | {"TRANSP", "ATTENDEE", "SUMMARY", "CATEGORIES", "DESCRIPTION", "X-MICROSOFT-CDO-BUSYSTATUS"},
    "VFREEBUSY": {"FREEBUSY"},
    "VTIMEZONE": {"TZID", "X-LIC-LOCATION"},
    "STANDARD": (OBSERVANCE := {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"}),
    "DAYLIGHT": OBSERVANCE,
}
_FEWER = "Export only the last few months and what is to come."
_TEXTS = {"SUMMARY", "DESCRIPTION", "CATEGORIES", "X-WR-CALNAME", "NAME"}
_INSIDE = {"STANDARD": "VTIMEZONE", "DAYLIGHT": "VTIMEZONE"}
_HEAD = re.compile(r'(?:[\w-]+\.)?([\w-]+)((?:;[^":]*(?:"[^"]*"[^":]*)*)?):')
_PARAMETER = re.compile(r';\s*([\w-]+)\s*=\s*("[^"]*"|[^;]*)')
_ESCAPE = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True, slots=True)
class Line:
    """One property: its name, its parameters as they are written, its value."""

    name: str
    parameters: str
    value: str

    def parameter(self, name: str) -> str:
        """The value of a parameter without its quotes; "" where it is not given."""
        found = (m for m in _PARAMETER.finditer(self.parameters) if m[1].upper() == name)
        return next((m[2].strip().strip('"') for m in found), "")


@dataclass(slots=True)
class Component:
    """An event, a time zone or a free-and-busy list, with what was kept of it."""

    kind: str
    lines: list[Line] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[Line]:
        """The properties of that name, in their order."""
        return [line for line in self.lines if line.name == name]

    def first(self, name: str) -> Line | None:
        """The first property of that name that holds anything."""
        return next((line for line in self.lines if line.name == name and line.value), None)

    def text(self, name: str) -> str:
        """The value of the first property of that name, on one line."""
        line = self.first(name)
        return " ".join(_ESCAPE.sub(_unescaped, line.value).split()) if line else ""


def read(data: bytes) -> tuple[Component, bool]:
    """The calendar with all its components below it, and whether the file ends before they do.

    Raises UserError where this is no calendar, or one too large to read.
    """
    if len(data) > LARGEST:
        raise UserError(f"This calendar is larger than {LARGEST // 1_000_000} MB. {_FEWER}")
    sieve = _Sieve()
    for text in _unfolded(data):
        word = text[:40].upper()
        if word.startswith("BEGIN:"):
            sieve.begin(word[6:].strip())
        elif word.startswith("END:"):
            sieve.end(word[4:].strip())
        else:
            sieve.keep(text)
    if not sieve.begun:
        raise UserError(_no_calendar(data))
    return sieve.path[0], len(sieve.path) > 1


class _Sieve:
    """Keeps the components that say when somebody is busy; forgives a missing or a wrong end."""

    def __init__(self) -> None:
        self.path = [Component("VCALENDAR")]
        self.begun = False
        self._count = 0
        self._skipping = ""

    def begin(self, kind: str) -> None:
        self.begun = self.begun or kind in _KEPT
        if self._skipping or kind == "VCALENDAR":
            return
        around = _INSIDE.get(kind, "VCALENDAR")
        if kind not in _KEPT or (kind in _INSIDE and around not in {part.kind for part in self.path}):
            self._skipping = kind  # an alarm, a task, a journal: nothing in it says when somebody is busy
            return
        while self.path[-1].kind != around:
            self.path.pop()  # the end of the one before it is missing
        self._count += 1
        if self._count > MOST_COMPONENTS:
            raise UserError(f"This calendar holds more than {MOST_COMPONENTS:,} entries. {_FEWER}")
        self.path[-1].parts.append(below := Component(kind))
        self.path.append(below)

    def end(self, kind: str) -> None:
        if self._skipping and kind not in (self._skipping, self.path[-1].kind):
            return
        was, self._skipping = self._skipping, ""  # an alarm without its end is over where the event around it is
        if kind != was and kind in {part.kind for part in self.path[1:]}:
            while self.path.pop().kind != kind:
                pass

    def keep(self, text: str) -> None:
        if not self._skipping and (line := _line(text, self.path[-1].kind)):
            self.path[-1].lines.append(line)


def _line(text: str, kind: str) -> Line | None:
    """The property of that line, where it is one that is kept."""
    head = _HEAD.match(text)
    if not head:
        return None
    name = head[1].upper()
    if name not in _KEPT[kind]:
        return None
    value = text[head.end() :].strip()
    return Line(name, head[2], value[:LONGEST_NOTE] if name in _TEXTS else value)


def _unfolded(data: bytes) -> Iterator[str]:
    """The lines, whatever ends them; folded ones made whole before they are decoded, as a fold may cut a letter."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", errors="replace").encode("utf-8", errors="replace")
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"")
    data = re.sub(rb"\r+\n?", b"\n", data)
    data = re.sub(rb"\n[ \t]", b"", data)
    for line in data.split(b"\n"):
        if line.strip():
            yield _decoded(line)


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def _unescaped(escape: re.Match[str]) -> str:
    return " " if escape[1] in "nN" else escape[1]


def _no_calendar(data: bytes) -> str:
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"pk\x03\x04"):
        return "This is a packed file. Unpack it, and give the .ics file inside."
    if start.startswith((b"<!doctype", b"<html", b"<?xml")):
        return "This is a web page, not a calendar. Use the address that your calendar calls “iCal” or “ICS”."
    if b"begin:vcard" in start:
        return "This is an address book, not a calendar. Export the calendar itself as an .ics file."
    if not start:
        return "This file is empty. Export your calendar again as an .ics file."
    return "This is not a calendar file. Export your calendar as an .ics file, and give that."
