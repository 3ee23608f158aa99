"""One key from the person at the terminal, without Enter where the terminal can do that."""

from __future__ import annotations

import os
import sys

ENTER = "\n"


def key() -> str:
    """The key pressed, in lower case but for capitals; Enter is "\\n". Raises EOFError at the end of the input."""
    try:
        import termios
        import tty
    except ImportError:  # Windows: a line with Enter
        line = sys.stdin.readline()
        if not line:
            raise EOFError from None
        return line.strip()[:1] or ENTER
    place = sys.stdin.fileno()
    before = termios.tcgetattr(place)
    try:
        tty.setcbreak(place, termios.TCSANOW)  # now: what was typed ahead is not thrown away
        pressed = os.read(place, 1).decode("ascii", "replace")
        if pressed in ("\x1b", "\ufffd"):  # an arrow, an accent: one key, though several bytes
            termios.tcflush(place, termios.TCIFLUSH)
    finally:
        termios.tcsetattr(place, termios.TCSADRAIN, before)
    if pressed in ("", "\x04"):
        raise EOFError
    return ENTER if pressed == "\r" else pressed


def line(question: str, before: str = "") -> str:
    """One line, which begins with `before` where the terminal can offer that. Raises EOFError."""
    try:
        import readline
    except ImportError:
        return input(question)
    readline.set_startup_hook(lambda: readline.insert_text(before))
    try:
        return input(question)
    finally:
        readline.set_startup_hook(None)
