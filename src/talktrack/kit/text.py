"""Words: normalised once at the border, then trusted."""

from __future__ import annotations

import re
import unicodedata

_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, tab and newline excepted
    "\ud800-\udfff"  # lone surrogates: no database takes them
    "\u2028\u2029\ufeff\ufffe\uffff\ufff9-\ufffb"  # separators and marks that break lines and files
    "\u202a-\u202e\u2066-\u2069]"  # direction overrides: they can make a text read other than it is stored
)


def clean(text: str) -> str:
    """The text as the product keeps it: NFC, line ends as \\n, no control characters, no blank edges.

    Cleaning twice gives what cleaning once gave.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text)).strip()


def slug(text: str, longest: int = 40) -> str:
    """A readable id made of the text's first words: "Engagement up 65 %" gives "engagement-up-65"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    made = ""
    for word in words:
        if made and len(made) + 1 + len(word) > longest:
            break
        made = f"{made}-{word}" if made else word[:longest]
    return made or "record"
