"""The word lists of the passive detector, read once from the text files beside this module."""

from __future__ import annotations

from pathlib import Path


def _read(name: str) -> frozenset[str]:
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if line[:1] not in {"#", "["} for word in line.split())


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICIPLES = _read("irregular.txt")
STATES = _read("states.txt")
PLACED = _read("placed.txt")
BE = _set("be am is are was were been being isn't aren't wasn't weren't ain't 's 're 'm")
GET = _set("get gets got getting gotten")
ADVERBS = _set(
    "not n't never also always already still just only even now then often soon ever both all almost again once "
    "twice first later more most well yet thus rather quite so far too perhaps maybe been being"
)
NOT_PARTICIPLES = _set("need red bed speed feed seed weed indeed hundred sacred naked embed exceed proceed")
