"""The JSON Schema of the TOML file, for editors: completion, checks while typing, and what each field is for."""

from __future__ import annotations

from typing import Any

from talktrack.engine.story import Journey


def schema() -> dict[str, Any]:
    """The schema as JSON values."""
    return Journey.model_json_schema()
