"""Tables in notes: pages in two columns, and who does what by when."""

from __future__ import annotations

import re

COLUMNS = re.compile(
    r"\|?\s*(?:she|he|they|boss|manager|[A-Z]\w+)(?: (?:said|says))?\s*\|"
    r"\s*(?:i|me)(?: (?:said|say))?\s*\|?\s*\Z",
    re.IGNORECASE,
)
"""The head of a page in two columns: "SHE SAID | I SAID"."""
ROW = re.compile(r"\|?\s*(?P<who>[Mm]e|[A-Z]{1,3}|[A-Z][a-z]{1,14})\s*\|\s*(?=[^|]*[a-z][^|]*(?:\||\Z))")
"""A row of a table of who does what: "| Ann | send the list | Fri |"."""
_TITLES = re.compile(
    r"[\s|*_]*(?:\b(?:who(?:se)?|what|by when|when|by|owner|person|names?|responsible|actions?|tasks?|to ?do|due"
    r"|dates?|deadline|status|steps?|notes?|comments?)\b[\s|*_:?]*)+",
    re.IGNORECASE,
)
_BARS = re.compile(r"[\s|:+=–-]+")


def is_head(row: str, below: str) -> bool:
    """Whether the row is the head of a table, or the bars between the head and what is below."""
    return "|" in row and bool(_bars(row) or ("|" in below and _bars(below)) or shares_out(row))


def shares_out(row: str) -> bool:
    """Whether the head of a table says that its rows are things to do."""
    return bool(_TITLES.fullmatch(row))


def _bars(row: str) -> bool:
    return "-" in row and bool(_BARS.fullmatch(row))
