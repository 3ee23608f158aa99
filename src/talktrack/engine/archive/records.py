"""The records of a file before it becomes a journey: which there are, how they are called, what they point at.

A person need not write ids. A record without one is called after its own words, so that "Engagement up 65 %"
becomes "engagement-up-65"; a second of the same name becomes "engagement-up-65-2". A record may be pointed at by
its id or by those words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from talktrack.engine import story
from talktrack.engine.story import Journey, Value
from talktrack.engine.story.references import REFERENCES
from talktrack.kit.text import clean, slug

from .faults import Fault
from .locate import Path

_CALLED_AFTER: dict[type[Value], tuple[str, ...]] = {
    story.Note: ("text",),
    story.Lens: ("contact",),
    story.Conversation: ("contact", "aim"),
    story.Agreement: ("goal", "words"),
    story.CheckIn: ("about", "on"),
}
"""The words that name a record, where it has no text that must be there."""


class Found(NamedTuple):
    """One table of the file, with the noun it is to become."""

    path: Path
    model: type[Value]
    table: dict[str, Any]


def found(raw: dict[str, Any]) -> Iterator[Found]:
    """Every table of the file that is in the place of a record, outermost first."""
    return _below(Found((), Journey, raw))


def _below(here: Found) -> Iterator[Found]:
    yield here
    for name, (model, many) in nests(here.model).items():
        value = here.table.get(name)
        items = value if many and isinstance(value, list) else []
        for number, item in enumerate(items):
            if isinstance(item, dict):
                yield from _below(Found((*here.path, name, number), model, item))
        if not many and isinstance(value, dict):
            yield from _below(Found((*here.path, name), model, value))


@cache
def nests(model: type[Value]) -> dict[str, tuple[type[Value], bool]]:
    """The fields of a noun that hold nouns, and whether they hold several."""
    nested: dict[str, tuple[type[Value], bool]] = {}
    for name, field in model.model_fields.items():
        for kind in (field.annotation, *get_args(field.annotation)):
            if isinstance(kind, type) and issubclass(kind, Value):
                nested[name] = (kind, kind is not field.annotation and type(None) not in get_args(field.annotation))
    return nested


@cache
def needed(model: type[Value]) -> tuple[str, ...]:
    """The fields whose words have to be there."""
    pointing = REFERENCES.get(model, {})
    return tuple(
        name
        for name, field in model.model_fields.items()
        if field.is_required() and field.annotation is str and name != "id" and name not in pointing
    )


def settle(raw: dict[str, Any]) -> list[Fault]:
    """Give every record its id and make every reference one, in place; what cannot be settled comes back."""
    records = list(found(raw))
    names, faults = _name(records)
    return faults + _empty(records) + _point(records, names)


def _name(records: list[Found]) -> tuple[dict[str, dict[str, str]], list[Fault]]:
    """By kind ("goals"): what a record may be called → its id."""
    faults: list[Fault] = []
    taken: dict[Path, dict[str, Path]] = {}
    named = [here for here in records if "id" in here.model.model_fields]
    for here in named:
        written = here.table.get("id")
        if written == "":
            del here.table["id"]
        elif isinstance(written, str):
            first = taken.setdefault(here.path[:-1], {}).setdefault(written, here.path)
            if first != here.path:
                faults.append(Fault("same_id", (*here.path, "id"), written, {"first": (*first, "id")}))
    names: dict[str, dict[str, str]] = {}
    numbers: dict[tuple[Path, str], int] = {}
    for here in named:
        words = _words(here)
        if "id" not in here.table:
            here.table["id"] = _free(slug(words), here.path, taken.setdefault(here.path[:-1], {}), numbers)
        if len(here.path) == 2 and isinstance(here.table["id"], str):
            called = names.setdefault(str(here.path[0]), {})
            called[here.table["id"]] = here.table["id"]
            for alias in (words, slug(words)) if words else ():
                called.setdefault(alias, here.table["id"])
    return names, faults


def _empty(records: list[Found]) -> list[Fault]:
    """Words that have to be there and are blank."""
    return [
        Fault("missing", (*path, name), "", {})
        for path, model, table in records
        for name in needed(model)
        if isinstance(text := table.get(name), str) and not text.strip()
    ]


def _words(here: Found) -> str:
    said = (here.table.get(name) for name in _CALLED_AFTER.get(here.model) or needed(here.model)[:1])
    return clean(next((str(text) for text in said if text), ""))


def _free(name: str, path: Path, taken: dict[str, Path], numbers: dict[tuple[Path, str], int]) -> str:
    """The name itself, or with the first number that nobody in that list has."""
    made, key = name, (path[:-1], name)
    while made in taken:
        numbers[key] = numbers.get(key, 1) + 1
        made = f"{name}-{numbers[key]}"
    taken[made] = path
    return made


def _point(records: list[Found], names: dict[str, dict[str, str]]) -> list[Fault]:
    faults: list[Fault] = []
    for path, model, table in records:
        for name, kind in REFERENCES.get(model, {}).items():
            value = table.get(name)
            if value == "":
                del table[name]
            elif isinstance(value, str):
                table[name] = _pointed(value, (*path, name), kind, names, faults)
            elif isinstance(value, list):
                table[name] = [
                    _pointed(item, (*path, name, number), kind, names, faults) if isinstance(item, str) else item
                    for number, item in enumerate(value)
                ]
        if model is story.Link and isinstance(record := table.get("record"), str):
            kind, _, rest = record.partition("/")
            table["record"] = f"{kind}/{_pointed(rest, (*path, 'record'), kind, names, faults)}"
        if model is story.Commitment and (owner := table.get("owner")) != "me" and isinstance(owner, str) and owner:
            table["owner"] = _pointed(owner, (*path, "owner"), "contacts", names, faults)
    return faults


def _pointed(value: str, path: Path, kind: str, names: dict[str, dict[str, str]], faults: list[Fault]) -> str:
    known, text = names.get(kind, {}), clean(value)
    plain = slug(text)
    meant = known.get(text) or (known.get(plain) if plain != slug("") else None)
    if meant is None:
        faults.append(Fault("no_such_record", path, value, {"kind": kind, "known": known}))
    return meant or "unknown"


def twins(journey: Journey) -> list[Fault]:
    """Every id that two records of one list share."""
    faults: list[Fault] = []
    seen: dict[tuple[str, str], Path] = {}
    for name in nests(Journey):
        value = getattr(journey, name)
        for number, record in enumerate(value if isinstance(value, tuple) else ()):
            here: Path = (name, number, "id")
            if (own := getattr(record, "id", None)) and seen.setdefault((name, own), here) != here:
                faults.append(Fault("same_id", here, own, {"first": seen[name, own]}))
    return faults
