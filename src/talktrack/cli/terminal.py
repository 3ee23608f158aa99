"""What a person sees in a terminal: plain lines, wrapped to its width; colour only where it is wanted.

Where the output goes to a file or another program, lines are left whole and bare.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
import threading
from typing import Literal, TextIO

from talktrack.kit.errors import UserError
from talktrack.kit.text import clean

WIDEST = 88
"""Columns: longer lines are hard to read, however wide the window."""
BLINK = 0.4
"""Seconds; what takes less shows no progress."""

Look = Literal["", "strong", "quiet"]
_CODES = {"strong": "1", "quiet": "2"}


def say(text: str = "", stream: TextIO | None = None, *, look: Look = "") -> None:
    """Print lines of text, each wrapped with its own indent kept."""
    out = stream or sys.stdout
    for line in text.split("\n"):
        for part in _wrapped(line, out):
            print(_styled(part, look, out), file=out)


def strong(text: str) -> str:
    """The text in bold, for some words of a line on standard output."""
    return _styled(text, "strong", sys.stdout)


def complain(error: UserError) -> None:
    """Tell what is wrong on standard error: the sentence, then each problem with its line.

    What stands in a file may be anybody's: nothing in it reaches the terminal as a command to it.
    """
    say(clean(error.message), sys.stderr, look="strong" if error.problems else "")
    for problem in error.problems:
        say(f"\n  {clean(problem.where)}" if problem.where else "", sys.stderr, look="strong")
        say(f"    {clean(f'{problem.what} {problem.instead}')}", sys.stderr)
        if problem.shown:
            print(_styled(f"    {clean(problem.shown)}", "quiet", sys.stderr), file=sys.stderr)


def _wrapped(line: str, out: TextIO) -> list[str]:
    if not out.isatty():
        return [line]
    columns = max(min(shutil.get_terminal_size().columns, WIDEST), 20)
    indent = " " * (len(line) - len(line.lstrip(" ")))
    column = re.match(r" *\S+ {2,}", line)  # a word and what it means: further lines stand below the meaning
    hang = " " * column.end() if column else indent
    wrapper = textwrap.TextWrapper(
        columns, initial_indent=indent, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
    )
    return wrapper.wrap(line.strip(" ")) or [""]


def _styled(text: str, look: Look, out: TextIO) -> str:
    plain = not out.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return text if plain or not text or not look else f"\x1b[{_CODES[look]}m{text}\x1b[0m"


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
