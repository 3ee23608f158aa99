"""The file that a person begins with."""

from __future__ import annotations

import json


def quoted(text: str) -> str:
    """The text as a TOML string of one line."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
