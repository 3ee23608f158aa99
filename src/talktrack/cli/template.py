"""The file that a person begins with: the commented template, with what they said put in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Said = Mapping[str, Mapping[str, str]]
"""Heading ("goals.benefit", "" for the top) → key → value as TOML."""

_HEADING = re.compile(r"#(\[\[?([a-z_.]+)\]\]?)")
_KEY = re.compile(r"#([a-z_]+) = ")


def template() -> str:
    """The commented file, in which nothing is said yet."""
    return Path(__file__).with_suffix(".toml").read_text("utf-8")


def fill(said: Said) -> str:
    """The template with those lines in use. A heading that stands there twice is filled where it stands first."""
    left = {above: dict(said.get(above, {})) for heading in said for above in _with_parents(heading)}
    lines = template().split("\n")
    for here, key in _keys(lines):
        left.get(here, {}).pop(key, None)
    return "\n".join(_filled(lines, said, left))


def _with_parents(heading: str) -> list[str]:
    parts = heading.split(".")
    return [".".join(parts[: length + 1]) for length in range(len(parts))]


def _places(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each line with the heading that it stands under; "again" under one that was there before."""
    here, seen = "", {""}
    for line in lines:
        if heading := _HEADING.fullmatch(line):
            here = "again" if heading[2] in seen else heading[2]
            seen.add(here)
        yield here, line


def _keys(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((here, key[1]) for here, line in _places(lines) if (key := _KEY.match(line)))


def _filled(lines: Iterable[str], said: Said, left: Said) -> Iterator[str]:
    """`left` holds the keys that have no line of their own; they follow their heading."""
    for here, line in _places(lines):
        key = _KEY.match(line)
        if (heading := _HEADING.fullmatch(line)) and here in left:
            yield heading[1]
            yield from (f"{name} = {value}" for name, value in left[here].items())
        elif key and key[1] in said.get(here, {}):
            yield f"{key[1]} = {said[here][key[1]]}"
        else:
            yield line
