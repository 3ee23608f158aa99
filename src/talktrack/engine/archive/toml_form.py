"""The person's TOML file → a journey. Nothing here ever writes it."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from talktrack.engine.story import Journey
from talktrack.kit.errors import UserError
from talktrack.kit.files import decode
from talktrack.kit.files import read as read_file

from . import sidecar
from .faults import faults_of
from .locate import Layout, locate
from .records import settle
from .report import refuse
from .syntax import refuse_text

LARGEST = 6_000_000
"""Bytes of one file. Two thousand full records need less than half of it."""


def read(path: Path) -> Journey:
    """The journey of a file, with what commands have kept in the sidecar beside it.

    Raises UserError: each problem with file, line, field, what is wrong and what would be right.
    """
    return sidecar.over_file(written(path), sidecar.recall(path))


def written(path: Path) -> Journey:
    """The journey of the file alone, as the person wrote it. Raises UserError as `read` does."""
    return parse(decode(read_file(path, LARGEST), path.name), path.name)


def parse(text: str, name: str = "the file") -> Journey:
    """The journey that a TOML text holds. Raises UserError as `read` does; `name` stands in its messages."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    layout = locate(text, name)
    raw = _values(text, name, layout)
    faults = settle(raw)
    try:
        journey = Journey.model_validate(raw)
    except ValidationError as error:
        faults += faults_of(error)
    if faults:
        raise refuse(faults, name, layout, text)
    return journey


def _values(text: str, name: str, layout: Layout) -> dict[str, Any]:
    """What tomllib reads, with every number kept to its last digit."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, ArithmeticError) as error:
        raise refuse_text(text, name, layout, error) from error
    except RecursionError as error:
        raise UserError(f"{name}: lists or tables are nested too deep to be read.") from error
