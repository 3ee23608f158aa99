"""A journey ↔ the JSON archive, without loss."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from talktrack.engine.story import Journey
from talktrack.kit.errors import UserError

from .faults import faults_of
from .records import twins
from .report import refuse

FORMAT = "talktrack journey"
VERSION = 1
"""Goes up when an older Talktrack could no longer read what this one writes."""

LARGEST = 24_000_000
"""Bytes of one archive."""
MOST_MARKS = 1_500_000
"""Commas and brackets in one archive, those in texts included: bounds what reading it can cost."""
MOST_VALUES = 150_000
"""Fields, records and parts of lists in one archive: bounds what checking it can cost."""


def to_json(journey: Journey) -> str:
    """The archive of a journey: every field, two spaces of indent, a newline at the end. Same journey, same text."""
    whole = {"format": FORMAT, "version": VERSION, "journey": journey.model_dump(mode="json")}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def from_json(text: str, name: str = "the archive") -> Journey:
    """The journey of an archive. Raises UserError where it is damaged, too large, or of a newer Talktrack."""
    whole = _values(text, name)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT or not isinstance(whole.get("version"), int):
        raise UserError(f"{name} is not an archive of Talktrack.")
    if whole["version"] > VERSION:
        raise UserError(f"{name} was written by a newer Talktrack. Update this one, then read it again.")
    raw = whole.get("journey")
    try:
        journey = Journey.model_validate(raw)
    except ValidationError as error:
        raise refuse(faults_of(error), name) from error
    if same := twins(journey):
        raise refuse(same, name)
    return journey


def _values(text: str, name: str) -> Any:
    too_large = UserError(f"{name} is larger than any journey's archive; it was not read.")
    if len(text) > LARGEST or sum(map(text.count, ",[{")) > MOST_MARKS:
        raise too_large
    try:
        whole = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        where = f"{name}, line {error.lineno}"
        raise UserError(f"{where}: this is not JSON as it stands. The file is damaged or was cut short.") from error
    except _OddError as error:
        raise UserError(f"{name} holds what no archive of Talktrack holds: {error}.") from error
    except ValueError as error:
        raise UserError(f"{name} holds a number of absurd length.") from error
    except RecursionError as error:
        raise UserError(f"{name} holds lists in lists, too deep to be read.") from error
    if _number_of_values(whole) > MOST_VALUES:
        raise too_large
    return whole


def _number_of_values(whole: Any) -> int:
    """How many values there are, at least: more than `MOST_VALUES` are not counted to the end."""
    number, rest = 0, [whole]
    while rest and number <= MOST_VALUES:
        value = rest.pop()
        number += 1
        if isinstance(value, dict | list):
            number += len(value) if len(value) > MOST_VALUES else 0
            rest.extend(value.values() if isinstance(value, dict) else value)
    return number


class _OddError(Exception):
    """Something that JSON readers let through and no archive holds."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _OddError("the same name twice in one record")
    return made


def _refuse(constant: str) -> Any:
    raise _OddError(f"{constant} in place of a number")
