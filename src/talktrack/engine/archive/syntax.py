"""Slips of TOML, in plain words with the line shown."""

from __future__ import annotations

import re

from talktrack.kit.errors import Problem, UserError

from .locate import Layout
from .wording import heading, show


def slips(text: str, name: str, layout: Layout, error: Exception) -> UserError:
    """What keeps the text from being TOML."""
    lines = text.split("\n")
    found = re.search(r"\(at line (\d+)", str(error))
    number = int(found[1]) if found else len(lines)
    problem = Problem("This line is not TOML.", "", f"{name}, line {number}", show(number, lines[number - 1]))
    return UserError(heading(name, 1), (problem,))
