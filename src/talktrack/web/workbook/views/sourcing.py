"""Drafted sentences as marked words: what stands in a record is underlined and leads there."""

from __future__ import annotations

from collections.abc import Iterable

from talktrack.kit.blocks import Passage, Source

from ..screens.text import Mark, Run, Runs, marked

_HOMES = {
    "accomplishments": "/evidence/",
    "goals": "/goals/",
    "statements": "/organisation/",
    "contacts": "/paths/people/",
    "paths": "/paths/",
    "answers": "/reflect/",
    "vision": "/reflect/vision/",
    "person": "/you/",
}
_FEWEST = 3
"""Letters below which a value is too common to be looked for: a "2" stands in many words."""


def url_of(record: str) -> str:
    """Where a record can be looked at and changed: "goals/nordic/actions/course" leads to the goal; "" for none."""
    kind, _, rest = record.partition("/")
    name = rest.split("/")[0]
    if kind == "conversations" and name:
        return f"/prepare/{name}/edit/"
    home = _HOMES.get(kind, "")
    return f"{home}{name}/" if home and name else home


def sourced(passages: Iterable[Passage]) -> Runs:
    """Sentences that run on, with a line under each stretch that stands in a record."""
    runs: list[Run] = []
    for number, passage in enumerate(passages):
        runs += [Run(" ")] if number else []
        runs += marked(passage.text, [m for s in passage.sources if (m := _mark(passage.text, s))])
    return tuple(runs)


def _mark(text: str, source: Source) -> Mark | None:
    url, value = url_of(source.record), source.value.strip().rstrip(".")
    if not url or (len(value) < _FEWEST and not any(c.isdigit() for c in value)):
        return None
    if source.how.rpartition(": ")[2] in text and source.how:  # computed: "tenure on 2026-12-03: two years"
        value = source.how.rpartition(": ")[2]
    for form in (value, value[:1].lower() + value[1:], value[:1].upper() + value[1:]):
        at = text.find(form) if form else -1
        if at >= 0:
            return Mark(at, at + len(form), "evidence", "", url)
    return None
