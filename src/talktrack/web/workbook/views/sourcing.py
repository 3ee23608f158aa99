"""Drafted sentences as marked words: what stands in a record is underlined and leads there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from talktrack.kit.blocks import Passage, Source

from ..screens.text import Mark, Run, Runs, marked
from .places import url_of

_FEWEST, _MOST = 3, 48
"""Characters below which a value is too common to be looked for, and above which a line under it tells nothing."""
_FIGURE = re.compile(r"\d[\d.,]*(?:\s?%)?(?: to \d[\d.,]*(?:\s?%)?)?")
_PROOF = ("accomplishments/", "statements/")
_START = re.compile(r"\S+(?:\s\S+){0,2}")


def sourced(passages: Iterable[Passage]) -> Runs:
    """Sentences that run on, with a line under each stretch that stands in a record."""
    runs: list[Run] = []
    for number, passage in enumerate(passages):
        runs += [Run(" ")] if number else []
        runs += marked(passage.text, [m for s in passage.sources for m in _marks(passage.text, s)])
    return tuple(runs)


def _marks(text: str, source: Source) -> Iterator[Mark]:
    url, value = url_of(source.record), source.value.strip().rstrip(".")
    if not url or (len(value) < _FEWEST and not any(c.isdigit() for c in value)):
        return
    computed = source.how.rpartition(": ")[2]
    if computed and computed in text:  # "tenure on 2026-12-03: two years"
        value = computed
    forms = (value, value[:1].lower() + value[1:], value[:1].upper() + value[1:])
    at, long = next(((text.find(f), len(f)) for f in forms if f and f in text), (-1, 0))
    if at < 0:
        return
    if long <= _MOST:
        yield Mark(at, at + long, "evidence", "", url)
        return
    # Of a long text the figures in it; of a proof also how it begins. A page of green says no more than none.
    found = list(_FIGURE.finditer(text, at, at + long))
    if not found and source.record.startswith(_PROOF):
        found = list(_START.finditer(text, at, at + long))[:1]
    for one in found:
        yield Mark(one.start(), one.end(), "evidence", "", url)
