"""What a drafted sentence rests on, looked up in the ledger of a pack."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from talktrack.kit.blocks import Passage, Source
from talktrack.kit.errors import UserError


@dataclass(frozen=True)
class Answer:
    """One sentence of the pack, and the files that hold it."""

    passage: Passage
    files: tuple[str, ...]


def why(ledger: str, sentence: str, most: int = 3) -> tuple[Answer, ...]:
    """The sentences of the pack that hold the words asked for, best first; empty where none shares enough words.

    `ledger` is the text of a pack.json. Raises UserError where it is none.
    """
    wanted = _words(sentence)
    if not wanted:
        raise UserError("Give some words of the sentence that you are asking about, in quotes.")
    found: dict[Passage, list[str]] = {}
    for name, passage in _entries(ledger):
        found.setdefault(passage, []).append(name)
    whole = " ".join(wanted)
    ranked = [(_likeness(whole, wanted, p), p) for p in found]
    best = sorted((row for row in ranked if row[0] >= 0.6), key=lambda row: -row[0])
    return tuple(Answer(p, tuple(dict.fromkeys(found[p]))) for _, p in best[:most])


def _entries(ledger: str) -> list[tuple[str, Passage]]:
    try:
        files = json.loads(ledger)["files"]
        return [
            (name, Passage(e["text"], tuple(Source(**s) for s in e.get("sources", ()))))
            for name, file in files.items()
            for e in file["sentences"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = "This pack.json cannot be read as the ledger of a pack. Run `talktrack prepare` again to make it."
        raise UserError(message) from error


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _likeness(whole: str, wanted: list[str], passage: Passage) -> float:
    """1 and more where the words stand together in the sentence; else the share of them that it holds."""
    words = _words(passage.text)
    if whole in " ".join(words):
        return 1 + len(wanted) / (len(words) or 1)
    return len(set(wanted) & set(words)) / len(set(wanted))
