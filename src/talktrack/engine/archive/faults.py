"""One thing wrong in a file, before it is put into words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from .locate import Path


class Fault(NamedTuple):
    """What is wrong, and where."""

    kind: str
    """Pydantic's name for it ("missing"), or one of ours ("same_id", "no_such_record")."""
    path: Path
    found: Any
    """What stands there."""
    context: Mapping[str, Any]


def faults_of(error: ValidationError) -> Iterable[Fault]:
    """Everything that a failed validation found."""
    for one in error.errors(include_url=False):
        yield Fault(one["type"], one["loc"], one["input"], one.get("ctx", {}))
