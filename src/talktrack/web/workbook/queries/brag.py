"""A brag document in Markdown or plain text, read as accomplishments: an entry for each list entry and paragraph."""

from __future__ import annotations

import re

from talktrack.engine.story import Accomplishment, Journey
from talktrack.engine.story.value import LONGEST_TEXT
from talktrack.kit.errors import UserError
from talktrack.kit.page import pieces
from talktrack.kit.text import clean, slug
from talktrack.web.people.subject import Subject

from .journey import journey

MOST = 300
"""Entries of one document that are read."""
_MARK = re.compile(r"^\s*(?:[-*+•–]|\d{1,3}[.)]|\[[ xX]\])\s+(?:\[[ xX]\]\s+)?")
_HEADING = re.compile(r"^#{1,6}\s+(.*)$", re.MULTILINE)
_STRESS = re.compile(r"(\*\*|__|`)(.+?)\1")
_ENDS = re.compile(r"(?<=[.!?])\s+(?=\S)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATED = re.compile(
    r"(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])|(?P<n>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? "
    r"(?P<z>(?:19|20)\d\d)|(?P<x>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_FEWEST = 8


def read(subject: Subject, text: str) -> Journey:
    """The entries of a document; one whose words are kept already is that very record, so that none comes twice.

    A heading that holds a month or a year dates what stands below it. Raises UserError where there is no entry.
    """
    whole = journey(subject)
    known = {_plain(a.did): a for a in whole.accomplishments}
    taken = {a.id for a in whole.accomplishments}
    made: dict[str, Accomplishment] = {}
    for when, piece in _entries(text):
        if len(piece) > LONGEST_TEXT:
            raise UserError(f"An entry has more than {LONGEST_TEXT:,} characters. Begin each on a line of its own.")
        did, result = _parts(piece)
        if _plain(did) in made or len(made) >= MOST:
            continue
        found = known.get(_plain(did))
        if found is None:
            name = _free(slug(did), taken)
            taken.add(name)
            found = Accomplishment(id=name, did=did, result=result, date=when)
        made[_plain(did)] = found
    if not made:
        raise UserError("No entry was found in it. Write one on each line, or paste a sentence.")
    return Journey(accomplishments=tuple(made.values()))


def _entries(text: str) -> list[tuple[str, str]]:
    dated = [(m.start(), _when(m[1])) for m in _HEADING.finditer(text)]
    found = []
    for start, end in pieces(text):
        piece = clean(_STRESS.sub(r"\2", _MARK.sub("", text[start:end])).replace("\n", " "))
        if len(piece) >= _FEWEST:
            found.append((next((when for at, when in reversed(dated) if at < start and when), ""), piece))
    return found


def _parts(piece: str) -> tuple[str, str]:
    first, *rest = _ENDS.split(piece, maxsplit=1)
    return first, rest[0] if rest else ""


def _when(heading: str) -> str:
    found = _DATED.search(heading)
    if not found:
        return ""
    if found["n"]:
        return f"{found['z']}-{_MONTHS.index(found['n'].lower()[:3]) + 1:02}"
    return f"{found['y']}-{found['m']}" if found["m"] else str(found["x"])


def _plain(text: str) -> str:
    return " ".join(text.casefold().rstrip(" .!").split())


def _free(name: str, taken: set[str]) -> str:
    number, made = 2, name
    while made in taken:
        made, number = f"{name}-{number}", number + 1
    return made
