"""Owners at the end: "send the list (Ann)", "send the list - @ann", "form to HR (me, by Friday)", "summary: me"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from talktrack.engine.recap.promises.forms import Head
from talktrack.engine.recap.promises.owners import Owner, owner_at

_DATED = (
    r"by|before|until|till|on|end|mid|early|late|this|next|tomorrow|today|tonight|due|deadline|asap|eo[dwm]\b"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)\w*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\d"
)
_TAIL = re.compile(
    r"\s*(?:[\[(](?P<in>[^()\[\]]{1,60})[\])]|(?:\s[-–—]|->|→|\bby|,|:)\s*(?P<out>@?[\w@&+/-]+(?: [\w@&+/-]+){0,3}?))"
    rf"(?:\s*[-–—,:]?\s*(?i:{_DATED})[^()]{{0,30}})?\s*[.!]*\s*$"
)
_ARROWED = re.compile(
    r"(?:(?:(?:she|he|they) )?(?:wants?|needs?|would like|asked for|asks for) )?(?P<what>\S.*?)\s*(?:-+>|=+>|→|⇒)\s*"
    rf"(?P<out>@?[\w@&+-]+)(?:[\s,–—-]+(?:{_DATED})[^()]{{0,30}})?[\s.!]*",
    re.IGNORECASE,
)
"""An arrow that hands a thing to somebody: "she wants a plan -> me, by Friday"."""
_TAIL_HANDLE = re.compile(r"\s(?P<out>@\w[\w-]*)\s*[.!]*\s*$")
_REACH = 80
"""Characters from the end within which an owner is looked for."""
_WORD = re.compile(r"[^\W\d_][\w'-]*")


def tail(text: str, at: int, known: Collection[str]) -> Head | None:
    """The head of an action that begins at `at` and ends with its owner; None where it does not."""
    for found in _tails(text, max(at, len(text) - _REACH)):
        group = "in" if found.groupdict().get("in") else "out"
        inner = found.start(group)
        owner = owner_at(text, inner, known) if found.start() > at else None
        if not owner or not _owns(owner, text[found.start() : inner].strip()):
            continue
        if group == "out" and text[owner.end : found.end(group)].strip(" ,;:"):
            continue
        word = _WORD.match(text, at)
        return Head("tail", owner, at, at, found.start(), word[0].lower() if word else "", stop=len(text))
    return None


def arrowed(text: str, known: Collection[str]) -> list[Head]:
    """The head of a thing to do that an arrow hands to somebody who is known, at the end; none where it does not."""
    found = _ARROWED.fullmatch(text)
    owner = owner_at(text, found.start("out"), known) if found else None
    if not found or not owner or owner.end != found.end("out") or owner.kind not in {"i", "known", "handle"}:
        return []
    at, word = found.start("what"), _WORD.match(text, found.start("what"))
    return [Head("tail", owner, at, at, found.end("what"), word[0].lower() if word else "", stop=len(text))]


def _owns(owner: Owner, mark: str) -> bool:
    """Whether one of that kind is an owner behind that mark: a name behind a comma may be spoken to."""
    if owner.kind in {"small", "we", "body"} or (owner.kind == "name" and mark == ":"):
        return False
    return mark != "," or owner.kind == "i"


def _tails(text: str, begin: int) -> Iterator[re.Match[str]]:
    """Whatever may be an owner at the end, from the left."""
    for pattern in (_TAIL, _TAIL_HANDLE):
        place = begin
        while found := pattern.search(text, place):
            yield found
            place = found.start("in" if found.groupdict().get("in") else "out")
