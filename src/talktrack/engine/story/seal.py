"""Sealing: a copy of just the fields that the owner picked, which nobody can change unnoticed.

What anyone but the owner sees is drafted from such a copy, opened again. A field that was not picked is not in it.
A field is named by its record and itself: "goals/nordic.what", "goals/nordic/actions/course.by", "person.name",
"links/goals/nordic>statements/growth.state".
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Literal, get_args, get_origin

from pydantic import ValidationError

from talktrack.kit.errors import UserError

from .journey import Journey
from .link import Link
from .outcome import Agreement
from .references import REFERENCES
from .share import PAY, sendable
from .snapshot import PlanChange, Snapshot
from .value import Value

NEVER = ("snapshots", "decisions")
"""Kinds of record that are about the journey itself, and are in no sealed copy."""


def seal(
    journey: Journey,
    *,
    kind: Literal["plan", "recap", "share"],
    fields: tuple[str, ...],
    on: str,
    follows: Snapshot | None = None,
    changes: tuple[PlanChange, ...] = (),
    named: tuple[str, ...] = (),
) -> Snapshot:
    """A sealed copy of `fields`. The same journey, fields and day give the same copy, in whatever order they stand.

    What is private by nature is refused unless `named` names the same field once more: that is the person's second
    step. References to records that are not in the copy are left out of it. Raises UserError for a field that is not
    there, or private and not named.
    """
    known = dict(values(journey))
    for path in fields:
        if path not in known:
            raise UserError(f"There is no field “{path}” to share. Pick it again from the list.")
    open_ones = dict(values(sendable(journey)))
    for path in fields:
        if path not in named and (path not in open_ones or open_ones[path] != known[path]):
            raise UserError(f"“{path}” is private. To share it all the same, pick it by its name a second time.")
    cut = _Cut(fields)
    content = cut.content(journey)
    version = follows.version + 1 if follows else 1
    draft = Snapshot(
        id="",
        kind=kind,
        sealed_on=on,
        fields=tuple(sorted({*fields, *cut.needed})),
        content=canonical(content),
        version=version,
        follows=follows.id if follows else "",
        changes=changes,
    )
    return draft.model_copy(update={"id": address(draft)})


def opened(snapshot: Snapshot) -> Journey:
    """The journey that holds just the sealed fields. Raises UserError where the copy is not as it was sealed."""
    try:
        whole = snapshot.id == address(snapshot)
        journey = Journey.model_validate_json(snapshot.content) if whole else None
    except (ValidationError, ValueError):
        journey = None
    if journey is None:
        raise UserError(
            "This sealed copy is not as it was sealed: something in it was changed since. "
            "Take it from a backup, or seal a new one."
        )
    return journey


def address(snapshot: Snapshot) -> str:
    """The address of what a copy holds: "sha256:" and the hash of all of it but the address."""
    held = snapshot.model_dump(mode="json", exclude={"id"})
    return f"sha256:{sha256(canonical(held).encode()).hexdigest()}"


def canonical(value: object) -> str:
    """JSON with sorted names and no spare room: equal values give equal text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def values(journey: Journey) -> Iterator[tuple[str, object]]:
    """Every field of every record that can be picked, with its value, in the order of the journey."""
    for name in Journey.model_fields:
        if name not in NEVER:
            yield from _values(name, getattr(journey, name))


def _values(path: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Value):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if _holds_records(inner):
                for record in inner:
                    yield from _values(f"{path}/{name}/{_name(record)}", record)
            elif name != "id":
                yield f"{path}.{name}", inner
    elif _holds_records(value):
        for record in value:  # type: ignore[attr-defined]
            yield from _values(f"{path}/{_name(record)}", record)
    elif isinstance(value, str):
        yield path, value


def _holds_records(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(v, Value) and _name(v) for v in value)


def _name(record: Value) -> str:
    """How a record is called among its like; "" for a value that belongs to the record above it."""
    if isinstance(record, Link):
        return f"{record.record}>statements/{record.statement}"
    return str(getattr(record, "id", ""))


class _Cut:
    """The picked fields of a journey as plain data."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        self.picked = frozenset(fields)
        self.needed: set[str] = set()
        """Fields that came along because their record is none without them: its kind, what it is about."""
        self.sealed: set[str] = set()
        """Records of which something is in."""

    def content(self, journey: Journey) -> dict[str, object]:
        found = self._fields("", journey)
        return _pruned(Journey, found, self.sealed)

    def _fields(self, path: str, value: Value) -> dict[str, object]:
        """What is picked of one record and of those in it; empty where nothing is."""
        found: dict[str, object] = {}
        for name in type(value).model_fields:
            inner, below = getattr(value, name), f"{path}/{name}" if path else name
            if _holds_records(inner):
                kept = [cut for record in inner if (cut := self._fields(f"{below}/{_name(record)}", record))]
                if kept:
                    found[name] = kept
            elif not path and isinstance(inner, Value):
                if kept_one := self._fields(below, inner):
                    found[name] = kept_one
            elif (f"{path}.{name}" if path else name) in self.picked:
                found[name] = _plain(value, name)
        if found and path:
            self.sealed.add(path)
            self._complete(path, value, found)
        return found

    def _complete(self, path: str, value: Value, found: dict[str, object]) -> None:
        """Add what makes it a record: its id, what it is about; words that were not picked stay empty."""
        for name, field in type(value).model_fields.items():
            if name == "id":
                found[name] = _plain(value, name)
            elif field.is_required() and name not in found:
                wordless = field.annotation is str and name not in REFERENCES.get(type(value), {})
                found[name] = "" if wordless and not isinstance(value, Link) else _plain(value, name)
                if found[name]:
                    self.needed.add(f"{path}.{name}")


def _plain(value: Value, name: str) -> object:
    return value.model_dump(mode="json", include={name})[name]


def _pruned(model: type[Value], found: dict[str, Any], sealed: set[str]) -> dict[str, object]:
    """Without references to records that are not in: an id is made of words, and those may be private."""
    kept: dict[str, object] = {}
    for name, value in found.items():
        field = model.model_fields[name]
        kind = REFERENCES.get(model, {}).get(name)
        inner = _model(field.annotation)
        if kind and isinstance(value, list):
            kept[name] = [item for item in value if f"{kind}/{item}" in sealed]
        elif kind and not field.is_required() and f"{kind}/{value}" not in sealed:
            continue
        elif inner and isinstance(value, list):
            rows = (_pruned(inner, item, sealed) for item in value if _stands(inner, item, sealed))
            kept[name] = list(rows)
        elif inner and isinstance(value, dict):
            if _stands(inner, value, sealed):
                kept[name] = _pruned(inner, value, sealed)
        else:
            kept[name] = value
    return kept


def _stands(model: type[Value], value: dict[str, Any], sealed: set[str]) -> bool:
    """Whether what the value cannot be without is in: a link's two ends, the note of a span, the goal agreed on."""
    if model is Link:
        return value["record"] in sealed and f"statements/{value['statement']}" in sealed
    return all(
        f"{kind}/{value[name]}" in sealed or kind == "conversations" or (value[name] == PAY and PAY in sealed)
        for name, kind in REFERENCES.get(model, {}).items()
        if name in value and (model.model_fields[name].is_required() or (model is Agreement and value[name]))
    )


def _model(annotation: object) -> type[Value] | None:
    """The noun that a field holds one or several of."""
    for kind in (annotation, *get_args(annotation), *(a for k in get_args(annotation) for a in get_args(k))):
        if isinstance(kind, type) and issubclass(kind, Value) and get_origin(kind) is None:
            return kind
    return None
