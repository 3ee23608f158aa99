"""Promises whose owner is left out: "gonna bring me the kit", "tells Sam, by Friday", "promised her a draft"."""

from __future__ import annotations

import re
from collections.abc import Collection

from talktrack.engine.recap.promises.deeds import third
from talktrack.engine.recap.promises.heads import Head
from talktrack.engine.recap.promises.owners import owner_at

_LEFT_OUT = re.compile(
    r"(?P<vow>(?:promised|agreed|offered)(?:\s+(?:her|him|them|me))?)\s+(?:to\s+)?(?P<vowed>[a-z][\w-]*)"
    r"|(?:gonna|will|'ll|(?:is )?going to|must|need to|have to|got to|gotta|has to|needs to)\s+"
    r"(?:(?:remember|make sure|not forget)\s+to\s+|be\s+(?=\w+ing\b))?(?P<verb>[a-z][\w-]*)"
    r"|(?P<third>[a-z]+s)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"(?:will|must|need to|have to|has to|needs to)\s", re.IGNORECASE)


_AND_WILL = re.compile(r"\b(?:and|but) (?:will|is going to) (?P<verb>[a-z][\w-]*)", re.IGNORECASE)


def without_owner(text: str, found: list[Head], known: Collection[str]) -> list[Head]:
    """The heads found, or the one that a sentence without a subject begins with, or "she knows him and will ask"."""
    if not found and (later := _AND_WILL.search(text)) and (owner := owner_at(text, 0, known)):
        return [Head("will", owner, 0, later.start("verb"), len(text), later["verb"].lower())]
    weak = not found or found[0].form == "thing" or (found[0].form == "order" and _AUXILIARY.match(text))
    return (_left_out(text) or found) if weak else found


def _left_out(text: str) -> list[Head]:
    found = _LEFT_OUT.match(text)
    if not found:
        return []
    if found["vow"]:
        return [Head("promised", None, 0, found.start("vowed"), len(text), found["vowed"].lower())]
    if found["third"]:
        base = third(found["third"])
        return [Head("dropped", None, 0, 0, len(text), base)] if base else []
    return [Head("dropped", None, 0, found.start("verb"), len(text), found["verb"].lower())]
