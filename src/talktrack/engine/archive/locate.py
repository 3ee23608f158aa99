"""Where each key of a TOML text stands: tomllib gives values without positions, and a person needs the line.

One pass over the text, in linear time, before anything else reads it. It never complains about the grammar, which
is tomllib's business; it only refuses what would keep tomllib busy for minutes.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field

from talktrack.kit.errors import UserError

Path = tuple[str | int, ...]
"""A place in the values: ("goals", 1, "target")."""

DEEPEST = 24
"""Lists in lists, tables in tables, names between dots. A journey needs six."""
MOST_VALUES = 100_000
"""Keys, headings and list items in one file."""
LONGEST_BARE = 1_000
"""Characters of a number, a date or a yes or no."""
_MOST_MISFITS = 1_000
"""Lines that are not TOML, after which the rest is not looked at: tomllib stops at the first."""

_GAP = re.compile(r"(?:[ \t\n]++|#[^\n]*+)*+")
_SPACE = re.compile(r"[ \t]*+")
_NAME = re.compile(r"""[A-Za-z0-9_-]++|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+'""")
_EQUALS = re.compile(r"[ \t]*+=[ \t]*+")
_STRING = re.compile(
    r'''"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+"{3,5}'''
    r"""|'''(?:[^']++|'(?!''))*+'{3,5}"""
    r'''|"(?!"")(?:[^"\\\n]++|\\.)*+"'''
    r"""|'(?!'')[^'\n]*+'"""
)
_PLAIN = re.compile(r"[^,\[\]{}#\n\"']++")
_LINE = re.compile(r"[^\n]*+")


@dataclass
class Layout:
    """The line of every key, heading and list item; lines count from 1."""

    lines: dict[Path, int] = field(default_factory=dict)
    implied: dict[Path, int] = field(default_factory=dict)
    """Tables that no heading of their own opens."""
    twice: dict[Path, tuple[int, int]] = field(default_factory=dict)
    """What is written a second time: its first line and its second."""
    unclosed: int | None = None
    """The line of the first string or list that is not closed."""

    def line(self, path: Path) -> int:
        """The line of that place, or of what holds it where it is not there itself."""
        while path:
            if found := self.lines.get(path) or self.implied.get(path):
                return found
            path = path[:-1]
        return 1


def locate(text: str, name: str) -> Layout:
    """Every place of `text`, whose lines end in \\n. Raises UserError for absurd depth or number."""
    reader = _Reader(text, name)
    reader.read()
    return reader.layout


class _Reader:
    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.at = self.counted = 0
        self.number = 1
        self.layout = Layout()
        self.lengths: dict[Path, int] = {}
        self.table: Path = ()

    def read(self) -> None:
        misfits = 0
        while self.skip(_GAP) and self.at < len(self.text) and misfits < _MOST_MISFITS:
            if not (self.heading() if self.text[self.at] == "[" else self.pair(self.table, 1)):
                self.skip(_LINE)
                misfits += 1

    def skip(self, pattern: re.Pattern[str]) -> bool:
        """Move over what matches here; False where nothing does."""
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found is not None

    def line(self, at: int) -> int:
        """The line of a place that is not before the one asked for last."""
        self.number += self.text.count("\n", self.counted, at)
        self.counted = max(self.counted, at)
        return self.number

    def note(self, path: Path, at: int) -> None:
        line = self.line(at)
        first = self.layout.lines.setdefault(path, line)
        if first != line:
            self.layout.twice.setdefault(path, (first, line))
        if len(self.layout.lines) > MOST_VALUES:
            raise UserError(f"{self.name} holds more than {MOST_VALUES:,} entries, and no journey needs that many.")

    def heading(self) -> bool:
        start, many = self.at, self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        names = self.names()
        if not names:
            return False
        path: Path = ()
        for name in names[:-1]:
            path = (*path, name)
            self.layout.implied.setdefault(path, self.line(start))
            if path in self.lengths:
                path = (*path, self.lengths[path] - 1)
        path = (*path, names[-1])
        if many:
            self.layout.implied.setdefault(path, self.line(start))
            number = self.lengths.get(path, 0)
            self.lengths[path] = number + 1
            path = (*path, number)
        self.table = path
        self.note(path, start)
        self.skip(_LINE)
        return True

    def pair(self, table: Path, depth: int) -> bool:
        start, names = self.at, self.names()
        if not names or not self.skip(_EQUALS):
            return False
        for length in range(1, len(names)):
            self.layout.implied.setdefault((*table, *names[:length]), self.line(start))
        path = (*table, *names)
        self.note(path, start)
        return self.value(path, depth)

    def names(self) -> list[str]:
        """The names of a key, between dots; none where no key stands here."""
        found: list[str] = []
        while self.skip(_SPACE) and (part := _NAME.match(self.text, self.at)):
            found.append(_bare(part[0]))
            self.at = part.end()
            self.deep(len(found))
            self.skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return found
            self.at += 1
        return []

    def value(self, path: Path, depth: int) -> bool:
        self.deep(depth)
        mark = self.text[self.at : self.at + 1]
        if mark == "[":
            return self.several(path, depth, "]")
        if mark == "{":
            return self.several(path, depth, "}")
        if mark and mark in "\"'":
            return self.skip(_STRING) or self.open()
        return self.bare()

    def bare(self) -> bool:
        start = self.at
        if self.skip(_PLAIN) and self.at - start > LONGEST_BARE:
            raise UserError(
                f"{self.name}, line {self.line(start)}: {self.at - start:,} characters stand here without quotes. "
                "A number or a date is short, and text stands in quotes."
            )
        return self.at > start

    def several(self, path: Path, depth: int, end: str) -> bool:
        """A list or an inline table, item by item."""
        opened, number = self.at, 0
        self.line(opened)
        line = self.number
        self.at += 1
        while self.skip(_GAP) and self.at < len(self.text):
            if self.text[self.at] == end:
                self.at += 1
                return True
            if end == "]":
                self.note((*path, number), self.at)
            if not (self.value((*path, number), depth + 1) if end == "]" else self.pair(path, depth + 1)):
                break
            number += 1
            self.skip(_GAP)
            if self.text.startswith(",", self.at):
                self.at += 1
            elif not self.text.startswith(end, self.at):
                break
        self.layout.unclosed = self.layout.unclosed or line
        return False

    def open(self) -> bool:
        self.layout.unclosed = self.layout.unclosed or self.line(self.at)
        return False

    def deep(self, depth: int) -> None:
        if depth > DEEPEST:
            raise UserError(
                f"{self.name}, line {self.line(self.at)}: things are nested more than {DEEPEST} deep here, "
                "and a journey needs six levels at most."
            )


def _bare(name: str) -> str:
    if name[0] == "'":
        return name[1:-1]
    if name[0] != '"':
        return name
    try:
        return str(tomllib.loads(f"x = {name}")["x"])
    except tomllib.TOMLDecodeError:
        return name
