"""What an action gives back, and how it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from talktrack.kit.errors import Problem, UserError

from ..bridge import Kept

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


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what the story refuses into a UserError whose problems name their field in `where`."""
    try:
        yield
    except ValidationError as error:
        problems = tuple(_problem(dict(one)) for one in error.errors(include_url=False, include_context=False))
        raise UserError("Not kept yet: something in it cannot be right.", problems) from error


_WORDS = {
    "missing": "Something is needed here.",
    "string_too_long": "This is too long for one field. Keep the heart of it here, and the rest in a document.",
    "literal_error": "Choose one of the offered answers.",
    "string_pattern_mismatch": "Write a date as 2026, 2026-05 or 2026-05-14.",
    "decimal_parsing": "Write a number, such as 65 or 3.5.",
    "int_parsing": "Write a whole number.",
    "greater_than_equal": "This number is too small.",
    "less_than_equal": "This number is too large.",
    "datetime_parsing": "Write a day and a time, such as 2026-05-14 10:30.",
}


def _problem(error: dict[str, Any]) -> Problem:
    said = str(error["msg"]).removeprefix("Value error, ")
    return Problem(_WORDS.get(error["type"], said), where=".".join(str(part) for part in error["loc"]))
