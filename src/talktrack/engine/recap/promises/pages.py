"""The rows of whole minutes, each with what stands around it: headings, neighbours, who was there, who is quoted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from talktrack.engine.recap.promises.heads import Head, ended, heads, pieces
from talktrack.engine.recap.promises.owners import NO_PERSON


@dataclass(frozen=True)
class Row:
    """One row of minutes without its bullet."""

    text: str
    start: int
    """Where the text begins in the minutes."""
    indent: int
    bullet: str
    """"", "-" for any bullet, "1" for a number, "[" for a box, ">" for a quotation."""
    under: str
    """What kind of heading it stands under: "people", "agenda", "steps" or ""."""
    alone: bool
    """Whether blank rows stand before and after it."""


@dataclass(frozen=True)
class Page:
    """Whole minutes, read once."""

    rows: tuple[Row, ...]
    known: frozenset[str]
    """Lower-cased names, handles and initials of whoever was there."""
    labels: dict[str, int]
    """How often each label stands before something that is no order: who is quoted at length."""
    told: float
    """The share of rows that begin with such a label."""


_BULLET = re.compile(
    r"(?P<quote>(?:>\s?)+)?\s*(?P<mark>[-*•+–▪◦](?=\s)|\(?\d{1,2}[.)](?=\s))?\s*(?P<box>\[[ xX]?\])?\s*"
)
_HEADING = re.compile(r"#{1,6}\s+(.*)|(\*\*|__)([^*_]{2,60})\2:?\s*$|([A-Z][\w /&-]{2,40}):?\s*$")
_PEOPLE = re.compile(
    r"\b(?:present|attend\w*|participants?|roll call|regrets|apologies|invited|absent|in the room)\b", re.I
)
_AGENDA = re.compile(r"\b(?:agenda|logistics|registration|hotels?|schedule|table of contents|links|location)\b", re.I)
_STEPS = re.compile(
    r"\b(?:actions?|action items?|next steps?|to[- ]?dos?|follow[- ]?ups?|tasks|commitments?|outcomes?|decisions?)\b",
    re.I,
)
_PERSON = re.compile(
    r"(?P<name>[^\W\d_a-z][\w'.-]+(?: [^\W\d_a-z][\w'.-]*){0,3})?[\s,|/-]*"
    r"(?:\(?(?P<handle>@[\w-]+)\)?)?\s*(?:[(,|]\s*(?P<initials>[A-Z][A-Za-z]?[A-Z])\b)?"
)
_LONGEST_ENTRY = 70


def page(text: str) -> Page:
    """The minutes, read in time linear in their length."""
    plain = text.replace("’", "'").replace("‘", "'")
    rows = tuple(_rows(plain))
    known = frozenset(name for name in _known(rows) if name not in NO_PERSON)
    labels = Counter(label for row in rows if (label := _said(row.text)))
    return Page(rows, known, dict(labels), sum(labels.values()) / (len(rows) or 1))


def _rows(text: str) -> Iterator[Row]:
    under, level = "", 0
    at = 0
    pieces = text.split("\n")
    for i, raw in enumerate(pieces):
        start, at = at, at + len(raw) + 1
        hashes = len(raw) - len(raw.lstrip("#"))
        if hashes or _HEADING.match(raw.strip()):
            kind = _kind(raw)
            if hashes and (not level or hashes <= level or kind):
                under, level = kind, hashes
            elif not hashes:
                under = kind or ("" if under in {"people", "steps"} else under)
            if hashes:
                continue
        found = _BULLET.match(raw)
        first = found.end() if found else 0
        body = raw[first:].rstrip()
        if not body or not found:
            continue
        bullet = "[" if found["box"] else "1" if (found["mark"] or "")[:1].isdigit() else "-" if found["mark"] else ""
        bullet = bullet or (">" if found["quote"] else "")
        before = pieces[i - 1].strip() if i else ""
        after = pieces[i + 1].strip() if i + 1 < len(pieces) else ""
        indent = len(raw[: found.start("mark")] if found["mark"] else raw) - len(raw.lstrip())
        yield Row(body, start + first, max(0, indent), bullet, under, not before and not after)


def _kind(heading: str) -> str:
    if _PEOPLE.search(heading):
        return "people"
    if _STEPS.search(heading):
        return "steps"
    return "agenda" if _AGENDA.search(heading) else ""


_SAID = re.compile(r"(?:\*\*|__|\*)?(@?[\w][\w'.-]*(?: [A-Z][\w'-]*){0,2}):(?:\*\*|__|\*)?\s")


def _said(text: str) -> str:
    """The label of a row that reports what somebody said."""
    found = _SAID.match(text)
    if not found:
        return ""
    first = next(iter(heads(text[: found.end() + 60])), None)
    return "" if first and first.form == "label" else found[1].lower()


def _known(rows: tuple[Row, ...]) -> Iterator[str]:
    for row in rows:
        if row.under != "people" or len(row.text) > 400:
            continue
        text = row.text.split(":", 1)[1] if _PEOPLE.match(row.text) and ":" in row.text else row.text
        for part in re.split(r"[,;]\s+", text):
            if len(part) <= _LONGEST_ENTRY:
                yield from _forms(part)


def _forms(part: str) -> Iterator[str]:
    found = _PERSON.match(part.strip().strip("*_|").strip())
    if not found:
        return
    if name := found["name"]:
        words = name.lower().split()
        yield name.lower()
        yield words[0]
        if len(words) > 1:
            yield words[-1]
            yield "".join(word[0] for word in words)
    if found["handle"]:
        yield found["handle"].lower()
        yield found["handle"][1:].lower()
    if found["initials"]:
        yield found["initials"].lower()
    bare = part.strip()
    if bare.isalnum() and bare.islower() and len(bare) > 3:
        yield bare


_SENTENCE = re.compile(r"(?<=[.!?;])[\"')]*\s+(?=[^\W\d_a-z]|[@\"'(])")
_NOT_END = re.compile(r"(?:\b(?:e\.g|i\.e|vs|etc|cf|no|mr|mrs|ms|dr|approx)|\b[A-Z])\.$", re.I)


def found_in(row: Row, known: frozenset[str]) -> Iterator[tuple[int, str, Head]]:
    """Where each sentence of the row begins, its text, and each head in it."""
    first = 0
    ends = [
        m for m in _SENTENCE.finditer(row.text) if not _NOT_END.search(row.text, max(0, m.start() - 8), m.start())
    ]
    for start, end in [*((m.start(), m.end()) for m in ends), (len(row.text), len(row.text))]:
        sentence = row.text[first:start]
        for piece, begin in pieces(sentence):
            for head in ended(heads(piece, known)):
                yield first + begin, piece, head
        first = end
