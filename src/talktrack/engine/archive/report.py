"""Many faults → one error that tells each with its file, line, field and what would be right."""

from __future__ import annotations

from collections.abc import Iterable

from talktrack.kit.errors import Problem, UserError

from . import structure, wording
from .faults import Fault
from .locate import Layout
from .vocabulary import place

MOST_TOLD = 20
"""Problems told at once; the rest is counted."""

_TELL = {**wording.TELL, **structure.TELL}


def refuse(faults: Iterable[Fault], name: str, layout: Layout | None = None, text: str = "") -> UserError:
    """One error that tells every fault in the order of the file; without a `layout` lines mean nothing."""
    ordered = sorted(faults, key=lambda fault: layout.line(fault.path) if layout else 0)
    lines = text.split("\n") if layout else []
    problems = tuple(_problem(fault, name, layout, lines) for fault in ordered[:MOST_TOLD])
    return UserError(heading(name, len(ordered)), problems)


def heading(name: str, number: int) -> str:
    """The sentence above the problems."""
    if number == 1:
        return f"{name} holds one thing to put right:"
    if number > MOST_TOLD:
        return f"{name} holds {number:,} things to put right. These are the first {MOST_TOLD}:"
    return f"{name} holds {number} things to put right:"


def show(number: int, line: str, most: int = 100) -> str:
    """A line of the file with its number, cut where it is very long."""
    line = line.strip()
    return f"{number} | {line if len(line) <= most else line[:most] + ' …'}"


def _problem(fault: Fault, name: str, layout: Layout | None, lines: list[str]) -> Problem:
    what, instead = _TELL.get(fault.kind, wording.other)(fault)
    if not layout:
        return Problem(what, instead, ", ".join(filter(None, (name, place(fault.path)))))
    if fault.kind == "same_id":
        instead = f"That one stands in line {layout.line(fault.context['first'])}. {instead}"
    number = layout.line(fault.path)
    where = ", ".join(filter(None, (name, f"line {number}", place(fault.path))))
    return Problem(what, instead, where, show(number, lines[number - 1]))
