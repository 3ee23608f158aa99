"""What an action gives back, and how it refuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from talktrack.engine.story import Value
from talktrack.kit.errors import Problem, UserError

from ..bridge import Kept
from ..models.nouns import Noun

T = TypeVar("T")


@dataclass(frozen=True)
class Done(Generic[T]):
    """What was done. `undo` takes it back for 30 days (`actions.undo.undo`)."""

    kept: Kept[T]
    verb: str
    """"create", "edit", "delete" or "restore"."""
    undo: str


class Conflict(Exception):
    """The record has changed since it was read, in another tab or by another program. Nothing was written."""

    def __init__(self, theirs: Kept[Any]) -> None:
        super().__init__(theirs.reference)
        self.theirs = theirs


def valid(noun: Noun[T], given: object) -> T:
    """The value of these fields, or of a bare text.

    Raises UserError whose problems name their field in `where`: "actions.0.what".
    """
    try:
        value = noun.adapter.validate_python(given)
    except ValidationError as error:
        raise _refused(
            _problem(dict(one)) for one in error.errors(include_url=False, include_context=False)
        ) from error
    if missing := [Problem(_WORDS["missing"], where=field) for field in _blank(value, "")]:
        raise _refused(missing)
    return value


def _refused(problems: Iterable[Problem]) -> UserError:
    return UserError("Not kept yet: something in it cannot be right.", tuple(problems))


def _blank(value: object, path: str) -> Iterator[str]:
    """Where text is needed and none stands."""
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _blank(item, f"{path}{number}.")
    elif isinstance(value, Value):
        for name, field in type(value).model_fields.items():
            inner = getattr(value, name)
            if inner == "" and field.is_required():
                yield path + name
            yield from _blank(inner, f"{path}{name}.")


_WORDS = {
    "missing": "Something is needed here.",
    "too_long": "This is too long for one field. Keep the heart of it here, and the rest in a document.",
    "literal_error": "Choose one of the offered answers.",
    "string_pattern_mismatch": "Write a date as 2026, 2026-05 or 2026-05-14.",
    "value_error": "There is no such month or day.",
    "zone": "There is no time zone of that name. Write it by region and city, such as Europe/London.",
    "decimal_parsing": "Write a number, such as 65 or 3.5.",
    "int_parsing": "Write a whole number.",
    "greater_than_equal": "This number is too small.",
    "less_than_equal": "This number is too large.",
    "datetime_parsing": "Write a day and a time, such as 2026-05-14 10:30.",
}


def _problem(error: dict[str, Any]) -> Problem:
    kind = "zone" if "time zone" in error["msg"] else error["type"]
    words = _WORDS.get(kind, "This cannot be right as it stands.")
    return Problem(words, where=".".join(str(part) for part in error["loc"]))
