"""A text that is not TOML, told in plain words with the lines shown. tomllib finds the place, `slips` reads it."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches

from talktrack.kit.errors import Problem, UserError

from . import slips
from .locate import Layout
from .report import heading, show
from .vocabulary import HEADINGS, head, place

MOST_TOLD = 10
_RETRIED = 200_000
"""Characters of a file that is read again after each slip, so as to tell several at once."""

Told = tuple[int, str, str, bool]
"""The line; what is wrong; what would be right; whether the rest of the file can be read without that line."""


def refuse_text(text: str, name: str, layout: Layout, error: Exception) -> UserError:
    """What keeps the text from being TOML: several lines at once, where each is wrong by itself."""
    lines = text.split("\n")
    problems: list[Problem] = []
    trouble: Exception | None = error
    while trouble and len(problems) < MOST_TOLD:
        number, what, instead, alone = _explain(lines, layout, str(trouble))
        problems.append(Problem(what, instead, f"{name}, line {number}", show(number, lines[number - 1])))
        if not alone or len(text) > _RETRIED:
            break
        lines[number - 1] = ""
        trouble = _trouble("\n".join(lines))
    return UserError(heading(name, len(problems)), tuple(problems))


def _trouble(text: str) -> Exception | None:
    try:
        slips.loads(text)
    except (ValueError, ArithmeticError, RecursionError) as error:
        return error
    return None


def _explain(lines: list[str], layout: Layout, said: str) -> Told:
    found = re.search(r"\(at line (\d+), column (\d+)\)", said)
    number, column = (int(found[1]), int(found[2])) if found else (len(lines), 0)
    opened = layout.unclosed
    if not found and opened and not re.search(r'"""|\'\'\'|[\[{]', lines[opened - 1]):
        number, opened = opened, None  # a single quote that is never closed is seen at the end only
    line = lines[number - 1].strip()
    if told := _unseen(lines[number - 1], column):
        return number, *told, True
    if told := _twice(number, layout, said):
        return number, *told, True
    if opened and (opened < number or "Unclosed" in said or not found):
        return _open(number if found else opened, opened, lines[opened - 1])
    if line.startswith("["):
        return number, *_heading(line), False
    return number, *slips.line(line), True


def _unseen(line: str, column: int) -> tuple[str, str] | None:
    mark = line[column - 1 : column] if column else ""
    if not mark or mark in " \t" or unicodedata.category(mark) not in ("Zs", "Cf", "Cc", "Zl", "Zp"):
        return None
    what = f"In place {column} stands a character that cannot be seen, as web pages and word processors leave behind."
    return what, "Delete what looks like a blank there, and type it again."


def _twice(number: int, layout: Layout, said: str) -> tuple[str, str] | None:
    if not re.search(r"Cannot|Duplicate", said):
        return None
    path, first = next(((p, f) for p, (f, second) in layout.twice.items() if second == number), ((), 0))
    names = tuple(part for part in path if isinstance(part, str))
    if not names:
        return "This line writes something that an earlier one has written already.", "Keep one of the two."
    if "[[" in head(names):
        return f"[{names[-1]}] stands here and in line {first}.", f"Several are headed {head(names)}, each of them."
    return f"{place(path)} is written twice; line {first} has it first.", "Keep one of the two."


def _open(number: int, opened: int, begun: str) -> Told:
    where = "that begins here" if opened == number else f"that begins in line {opened}"
    for mark in ('"""', "'''"):
        if mark in begun:
            return (
                opened,
                "The text that begins here has no end.",
                f"Close it with {mark} after its last word.",
                False,
            )
    close = "}" if re.search(r"=\s*\{[^}]*$", begun) else "]"
    what = f"The list {where} is not closed, or a comma between two of its parts is missing."
    return number, what, f"Put a comma after each part, {close} after the last, and text in quotes.", False


def _heading(line: str) -> tuple[str, str]:
    written = re.sub(r"#.*", "", line).strip("[] \t")
    names = [part.strip(" \"'").lower().replace(" ", "_") for part in written.split(".")]
    words = (names[0], *names[0].split("_"))
    near = [n for word in words for n in get_close_matches(word, HEADINGS, n=1, cutoff=0.75)]
    if not near:
        return "This heading cannot be read.", f"Headings are {', '.join(head((name,)) for name in HEADINGS[:4])} …"
    return "This heading is not written as it should be.", f"Write {head((near[0], *names[1:]))}"
