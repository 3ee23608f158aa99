"""A page of Markdown or plain text, cut into the pieces that a person wrote as one."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BULLET = re.compile(r"\s*(?:[-*+•–]|\d{1,3}[.)]|\[[ xX]\])\s+(?:\[[ xX]\]\s+)?")
_APART = re.compile(r"\s*(?:#{1,6}\s|\||<|\{\{|!\[|={3,}\s*$|-{3,}\s*$|\*{3,}\s*$)")
_LABEL = re.compile(r"\s*(?:[-*+•–]\s+)?\*\*[^*\n]{1,30}(?::\*\*|\*\*:)\s*\S{0,3}\s*$")
"""A mark under a label, such as "**Grade**: B-": no words of anyone's."""
_FENCE = ("```", "~~~")


def pieces(page: str) -> Iterator[tuple[int, int]]:
    """Start and end, in characters, of each list entry and paragraph, in the order of the page.

    A block of lines of which each begins with a capital or a number and that has no bullets is read as one piece a
    line. Headings, labels, tables, code, pictures, HTML and a front matter between `---` lines are left out. Linear.
    """
    block: list[tuple[int, str]] = []
    for start, line in _lines(page):
        if not line.strip() or _APART.match(line) or _LABEL.match(line):
            yield from _cut(block)
            block = []
        elif _BULLET.match(line):
            yield from _cut(block)
            block = [(start, line)]
        else:
            block.append((start, line))
    yield from _cut(block)


def _lines(page: str) -> Iterator[tuple[int, str]]:
    """Every line with where it starts; lines of code and of the front matter come as empty ones."""
    start, fence = 0, ""
    for number, line in enumerate(page.split("\n")):
        mark = line.strip()[:3]
        inside = bool(fence)
        if fence:
            fence = "" if mark == fence else fence
        elif mark in _FENCE or (number == 0 and line.strip() == "---"):
            fence, inside = mark, True
        yield start, "" if inside else line
        start += len(line) + 1


def _cut(block: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    if not block:
        return
    first, line = block[0]
    bullet = _BULLET.match(line)
    if bullet or not all(_begins_anew(line) for _, line in block):
        last, line = block[-1]
        yield first + (bullet.end() if bullet else 0), last + len(line)
        return
    for start, line in block:
        yield start, start + len(line)


def _begins_anew(line: str) -> bool:
    begin = line.lstrip(" \t\"'“‘(*_")[:1]
    return begin.isupper() or begin.isdigit()
