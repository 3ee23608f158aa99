"""The file that a person begins with: the commented template, with what they said put in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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
    open_ = {
        ".".join(parts[: n + 1]) for heading in said for parts in [heading.split(".")] for n in range(len(parts))
    }
    left = {heading: dict(said.get(heading, {})) for heading in open_}
    return "\n".join(_filled(template().split("\n"), left))


def _filled(lines: Iterable[str], left: dict[str, dict[str, str]]) -> Iterable[str]:
    here, seen = "", set[str]()
    for line in lines:
        if heading := _HEADING.fullmatch(line):
            here = heading[2] if heading[2] not in seen else "seen"
            seen.add(here)
            yield heading[1] if here in left else line
        elif (key := _KEY.match(line)) and key[1] in left.get(here, {}):
            yield f"{key[1]} = {left[here].pop(key[1])}"
        else:
            yield line
