"""The questions of `talktrack new`, asked one at a time. Every one can be skipped; every answer is kept at once."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date

from talktrack.kit.text import clean, quoted

from .questions import ROUNDS, Form, Question
from .terminal import say

LONGEST_ANSWER = 2_000
"""Characters. More than that is a document, and the file itself is the place for it."""

Said = dict[str, dict[str, str]]
"""Heading → key → value as TOML."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def interview(keep: Callable[[Said], None]) -> None:
    """Ask until the person has had enough or the input ends; `keep` is given all that is said so far.

    Raises KeyboardInterrupt where the person stops it; what was said until then has been kept.
    """
    said: Said = {}
    say("Five short questions. Enter skips one, Ctrl-D ends; one answer is enough to begin.")
    try:
        for number, about in enumerate(ROUNDS):
            if number and not (said and _more(number, about.about.format(manager=_manager(said)))):
                return
            for question in about.questions:
                if question.after and question.after[1] not in said.get(question.after[0], {}):
                    continue
                if answer := _ask(question, said):
                    said.setdefault(question.heading, {}).update({question.key: answer, **dict(question.also)})
                    if question.key == "target":
                        said[question.heading].pop("horizon", None)  # the month says it now
                    keep(said)
    except EOFError:
        say()


def _more(number: int, about: str) -> bool:
    say()
    enough = "That is enough for a first agenda. " if number == 1 else ""
    say(f"{enough}Five more, about {about}?\u00a0[y/N]")
    return _read().strip().lower() in ("y", "yes")


def _ask(question: Question, said: Said) -> str:
    """The answer as TOML, or "" where it was skipped."""
    say()
    say(question.text.format(manager=_manager(said)), look="strong")
    if question.example:
        say(f"For example: {question.example}", look="quiet")
    while answer := clean(_read()):
        if len(answer) > LONGEST_ANSWER:
            say(f"That is more than {LONGEST_ANSWER:,} characters. Give the heart of it; the file takes the rest.")
        elif value := _FORMS[question.form](answer):
            return value
        else:
            say(_HELP[question.form])
    return ""


def _read() -> str:
    """One line that the person typed, or that was piped in. Raises EOFError at the end of it."""
    if sys.stdin.isatty():
        import readline  # noqa: F401  # arrow keys and corrections in input()

        return input("> ")
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line


def _manager(said: Said) -> str:
    return said.get("contacts", {}).get("name", "your manager").strip('"')


def _date(answer: str) -> str:
    """2023, 2023-04, 2023-04-17, April 2023, 4/2023: as TOML, or "" where it is none of these."""
    words = answer.lower().replace(",", " ")
    if found := re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", words):
        year, month, day = found.groups()
    elif found := re.fullmatch(r"(\d{1,2})[./-](\d{4})", words):
        year, month, day = found[2], found[1], None
    elif (found := re.fullmatch(r"([a-z]{3})[a-z]*\.?\s+(\d{4})", words)) and found[1] in _MONTHS:
        year, month, day = found[2], str(_MONTHS.index(found[1]) + 1), None
    else:
        return ""
    parts = [year, *(part.zfill(2) for part in (month, day) if part)]
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return quoted("-".join(parts))


def _month(answer: str) -> str:
    value = _date(answer)
    return value[:8] + '"' if len(value) >= 9 else ""


def _ladder(answer: str) -> str:
    meant = {"y": "defined", "p": "partial", "s": "partial", "n": "none"}
    return quoted(meant[answer[0].lower()]) if answer[0].lower() in meant else ""


def _truth(answer: str) -> str:
    return {"y": "true", "n": "false"}.get(answer[0].lower(), "")


_FORMS: dict[Form, Callable[[str], str]] = {
    "words": quoted,
    "date": _date,
    "month": _month,
    "ladder": _ladder,
    "yes or no": _truth,
}
_HELP: dict[Form, str] = {
    "words": "",
    "date": "Write it as 2023-04, 2023 or April 2023, or press Enter to skip.",
    "month": "Write a month as 2027-09 or September 2027, or press Enter to skip.",
    "ladder": "Write yes, partly or no, or press Enter to skip.",
    "yes or no": "Write yes or no, or press Enter to skip.",
}
