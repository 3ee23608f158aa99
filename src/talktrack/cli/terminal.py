"""What a person sees in a terminal: plain lines, wrapped to its width; colour only where it is wanted.

Where the output goes to a file or another program, lines are left whole and bare.
"""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
import threading
from typing import TextIO

from talktrack.kit.errors import UserError

WIDEST = 88
"""Columns: longer lines are hard to read, however wide the window."""
BLINK = 0.4
"""Seconds; what takes less shows no progress."""


def say(text: str = "", stream: TextIO | None = None) -> None:
    """Print lines of text, each wrapped with its own indent kept."""
    out = stream or sys.stdout
    for line in text.split("\n"):
        print(_wrapped(line, out), file=out)


def strong(text: str, stream: TextIO | None = None) -> str:
    """The text in bold, where that can be shown."""
    return _styled(text, "1", stream or sys.stdout)


def quiet(text: str, stream: TextIO | None = None) -> str:
    """The text in a fainter colour, where that can be shown."""
    return _styled(text, "2", stream or sys.stdout)


def complain(error: UserError) -> None:
    """Tell what is wrong on standard error: the sentence, then each problem with its line."""
    out = sys.stderr
    say(strong(error.message, out) if error.problems else error.message, out)
    for problem in error.problems:
        say(f"\n  {strong(problem.where, out)}" if problem.where else "", out)
        say(f"    {problem.what}{' ' if problem.instead else ''}{problem.instead}", out)
        if problem.shown:
            print(quiet(f"    {problem.shown}", out), file=out)


def _wrapped(line: str, out: TextIO) -> str:
    if not out.isatty():
        return line
    columns = min(shutil.get_terminal_size().columns, WIDEST)
    indent = line[: len(line) - len(line.lstrip(" "))]
    return textwrap.fill(
        line.strip(" "), max(columns, 20), initial_indent=indent, subsequent_indent=indent,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _styled(text: str, code: str, out: TextIO) -> str:
    plain = not out.isatty() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return text if plain or not text else f"\x1b[{code}m{text}\x1b[0m"


class Progress:
    """While its block runs: a line on standard error says what is being done, once that takes longer than a blink.

    Shows nothing where standard error is not a terminal, and leaves no trace.
    """

    def __init__(self) -> None:
        self._words = ""
        self._done = threading.Event()
        self._shown = threading.Thread(target=self._show, daemon=True)

    def __enter__(self) -> Progress:
        if sys.stderr.isatty():
            self._shown.start()
        return self

    def step(self, words: str) -> None:
        """Say what is being done now: "Setting the brief"."""
        self._words = words

    def __exit__(self, *_: object) -> None:
        self._done.set()
        if self._shown.is_alive():
            self._shown.join()

    def _show(self) -> None:
        pause = BLINK
        while not self._done.wait(pause):
            words = self._words[: shutil.get_terminal_size().columns - 3]
            print(f"\r\x1b[K{words} …" if words else "", end="", file=sys.stderr, flush=True)
            pause = 0.1
        if pause != BLINK:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
