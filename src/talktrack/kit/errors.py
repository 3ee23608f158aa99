"""The two families of error. Each door (command line, web) translates them once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in what a person gave us, in their words."""

    what: str
    """What is wrong: "target is '2027-13', and there is no thirteenth month"."""
    instead: str = ""
    """What would be right: "write a month as 2027-03"."""
    where: str = ""
    """Where it stands: "me.toml, line 12, goal 2, target"; records are counted from 1."""
    shown: str = ""
    """The line as it stands, with its number: "12 | target = '2027-13'"."""

    def __str__(self) -> str:
        head = f"{self.where}: " if self.where else ""
        tail = f" {self.instead}" if self.instead else ""
        line = f"\n      {self.shown}" if self.shown else ""
        return f"{head}{self.what}{tail}{line}"


class UserError(Exception):
    """Something the person can put right. Carries one sentence and, where there are several, every problem."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join([self.message, *(f"  {p}" for p in self.problems)])


class InternalError(Exception):
    """A fault of ours. The message names what failed by id, never by content."""
