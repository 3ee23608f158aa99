"""A journey in and out: the person's TOML file, the sidecar beside it, the JSON archive, the JSON Schema.

The TOML file is the person's and is never written here. What commands produce is kept in the sidecar
(`me.toml` → `me.talktrack.json`) and laid over the file when it is read.
"""

from __future__ import annotations

from .json_form import from_json, to_json
from .schema import schema
from .sidecar import change, over_file, recall, remember, sidecar_path
from .toml_form import parse, read, written

__all__ = [
    "change",
    "from_json",
    "over_file",
    "parse",
    "read",
    "recall",
    "remember",
    "schema",
    "sidecar_path",
    "to_json",
    "written",
]
