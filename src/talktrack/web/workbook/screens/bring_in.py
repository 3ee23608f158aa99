"""Bring in: a file, and what becomes what before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Head
from .text import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One line of what would come in: what it becomes, and whether it is taken."""

    id: str
    words: Runs
    becomes: str
    change: str = ""
    """"new", "changes what you have", "the same"."""
    taken: bool = True
    same: bool = False
    """Whether there is nothing to decide: it is kept already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BringIn:
    """`pages/bring_in.html`: a file to choose, then what becomes what. The form has `file` and `text`."""

    head: Head
    action: str
    lines: tuple[Incoming, ...] = ()
    merge: str = ""
    """What taking it in would change, in one sentence."""
    confirm: str = ""
    """The words of the button once there is a preview."""
