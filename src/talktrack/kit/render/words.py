"""Text on its way to paper: cleaned, on one line, and nothing but text."""

from __future__ import annotations

import re

from talktrack.kit.blocks import Words, run
from talktrack.kit.text import clean

_BLANK = re.compile(r"[ \t\n]+")


def plain(words: Words | None) -> str:
    """The words as one line without control characters or direction overrides; "" where there are none.

    A passage is a sentence, a label or a cell, so a line break in it is a space. No-break spaces are kept.
    """
    if words is None:
        return ""
    return " ".join(filter(None, (_BLANK.sub(" ", clean(passage.text)).strip() for passage in run(words))))


def right_to_left(language: str) -> bool:
    """Whether the language is written from right to left."""
    return language.split("-")[0].lower() in {"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"}
