"""Rule, Finding, run(): the machinery of a check over prose or over a value. Knows nothing of careers.

A rule is one file with one constant. It carries the text that must fire and the text that must not, so that a
house test can refuse a rule that does not keep its word.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """What one rule says about one place. The person decides what to do with it."""

    rule: str
    """The id of the rule, such as "A3"."""
    record: str
    """The record it speaks of, as "accomplishments/welcome"; empty for bare text."""
    field: str
    """The field of that record, such as "did"; empty where the whole record is meant."""
    span: tuple[int, int]
    """Start and end, in characters of that field's text; (0, 0) where nothing can be underlined."""
    message: str
    """What is wrong, in one short sentence."""
    why: str
    """Why it matters to the listener."""
    suggestion: str
    """What to try: the person's own words, with ___ where a fact is missing."""
    grade: str
    """Evidence behind the rule: A, A−, B, C or D (method §3)."""
    blocks: bool = False
    """Whether files are held back until the person confirms."""
