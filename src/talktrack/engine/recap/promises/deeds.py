"""Verbs of doing, as notes write them: "send", "sends", "sending"."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from talktrack.kit.verbs import is_past


def words_of(name: str) -> frozenset[str]:
    """The words of one of the lists that lie beside this file."""
    lines = (Path(__file__).parent / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def deeds() -> frozenset[str]:
    """Every verb of the list, in the form that follows "to"."""
    return words_of("deeds")


@lru_cache(maxsize=20_000)
def is_deed(word: str) -> bool:
    """Whether the word can be an order: "send", "Ping"."""
    word = word.lower()
    return word in deeds() or word.removeprefix("re-") in deeds()


@lru_cache(maxsize=20_000)
def third(word: str) -> str:
    """The base of what he or she does: "asks" gives "ask", "tries" gives "try"; "" where it is no such form."""
    word = word.lower()
    tries = []
    if word in {"goes", "does"}:
        return word[:-2]
    if word.endswith("ies"):
        tries.append(word[:-3] + "y")
    if word.endswith("es"):
        tries.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        tries.append(word[:-1])
    return next((base for base in reversed(tries) if base in deeds()), "")


@lru_cache(maxsize=20_000)
def gerund(word: str) -> str:
    """The base of a form in -ing: "writing" gives "write"; "" where it is none of the list."""
    word = word.lower()
    if not word.endswith("ing") or len(word) < 5:
        return ""
    stem = word[:-3]
    for base in (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem, stem[:-1] + "ie"):
        if base in deeds():
            return base
    return ""


@lru_cache(maxsize=20_000)
def did(word: str) -> bool:
    """Whether the word is what somebody did: "sent", "shared"; not a name such as "Ahmed"."""
    word = word.lower()
    if not word.endswith("ed"):
        return is_past(word)
    stem = word[:-2]
    return any(base in deeds() for base in (stem, word[:-1], stem[:-1], stem[:-1] + "y" if stem[-1:] == "i" else ""))
