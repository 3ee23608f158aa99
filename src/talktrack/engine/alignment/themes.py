"""Themes that the person's words and the organisation's have in common (R27)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from talktrack.engine.story import Journey
from talktrack.kit.similarity.words import COMMON, content_words, stem

from .reading import readings

Kind = Literal["skill", "knowledge", "value"]


@dataclass(frozen=True)
class Quote:
    """Words as they stand in a record."""

    record: str
    words: str


@dataclass(frozen=True)
class Theme:
    """One theme with the words that speak of it on either side."""

    name: str
    kind: Kind
    mine: tuple[Quote, ...]
    theirs: tuple[Quote, ...]


def themes(journey: Journey) -> tuple[Theme, ...]:
    """The themes that stand on both sides, those with most quotes first: for the person to confirm or pass over."""
    mine = _spoken_of(readings(journey))
    theirs = _spoken_of((f"statements/{s.id}", s.quote) for s in journey.statements)
    both = [Theme(name, kind, mine[name], theirs[name]) for name, kind in _kinds() if mine[name] and theirs[name]]
    return tuple(sorted(both, key=lambda theme: -len(theme.mine) - len(theme.theirs)))


def theme_words(text: str) -> Mapping[str, str]:
    """The themes of a text, each with the first word of the text that speaks of it."""
    found: dict[str, str] = {}
    known = _themes_by_stem()
    for root, (start, end) in content_words(text):
        for name in known.get(root, ()):
            found.setdefault(name, text[start:end])
    return found


def _spoken_of(texts: Iterable[tuple[str, str]]) -> dict[str, tuple[Quote, ...]]:
    found: dict[str, list[Quote]] = {name: [] for name, _ in _kinds()}
    for record, text in texts:
        for name, words in theme_words(text).items():
            found[name].append(Quote(record, words))
    return {name: tuple(quotes) for name, quotes in found.items()}


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("themes.toml").read_text(encoding="utf-8"))


@cache
def _kinds() -> tuple[tuple[str, Kind], ...]:
    return tuple((name, cast(Kind, kind)) for kind, names in _data().items() for name in names)


@cache
def _themes_by_stem() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for names in _data().values():
        for name, words in names.items():
            for word in words:
                found.setdefault(stem(word), []).append(name)
    return {root: tuple(dict.fromkeys(names)) for root, names in found.items() if root not in COMMON}
