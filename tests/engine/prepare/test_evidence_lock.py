"""Principle 1: every sentence is frame or fact, and a fact stands and falls with its records (R08, R10, R12)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from lock import audit

from talktrack.engine import archive
from talktrack.engine.prepare.pack import prepare
from talktrack.engine.story import Journey, walk, without
from talktrack.kit.similarity import Closeness
from talktrack.kit.similarity.hybrid import Floats, Hybrid, Words
from talktrack.kit.similarity.minilm import MiniLM

EXAMPLES = Path(__file__).parents[3] / "examples"
TODAY = date(2026, 11, 22)


class ReadOnce(MiniLM):
    """Reads each text once: a journey short of one record repeats all the others."""

    def __init__(self) -> None:
        super().__init__(threads=1)
        self._known: dict[str, tuple[Floats, Words]] = {}

    def embed(self, texts: Sequence[str]) -> Floats:
        return self.read(texts)[0]

    def read(self, texts: Sequence[str]) -> tuple[Floats, list[Words]]:
        if new := [text for text in dict.fromkeys(texts) if text not in self._known]:
            self._known |= zip(new, zip(*super().read(new), strict=True), strict=True)
        rows = [self._known[text] for text in texts]
        return np.array([vector for vector, _ in rows], np.float32).reshape(-1, 384), [words for _, words in rows]


@cache
def engine() -> Closeness:
    return Hybrid(ReadOnce())


def pack_of(journey: Journey) -> dict[str, bytes]:
    return {f.name: f.content for f in prepare(journey, today=TODAY, closeness=engine).files}


@pytest.mark.parametrize("name", ["nathan", "emily", "megan", "bare"])
def test_every_sentence_is_frame_or_fact_and_every_fact_stands_in_its_records(name: str) -> None:
    journey = archive.read(EXAMPLES / f"{name}.toml")
    assert audit(pack_of(journey), journey, TODAY) == []


def test_the_auditor_catches_a_number_that_no_record_holds() -> None:
    journey = archive.read(EXAMPLES / "nathan.toml")
    files = pack_of(journey)
    ledger = json.loads(files["pack.json"])
    ledger["files"]["brief.pdf"]["sentences"][3]["text"] += " Sales rose by 900."
    assert audit({**files, "pack.json": json.dumps(ledger).encode()}, journey, TODAY)


def references(name: str) -> list[str]:
    return [reference for reference, _ in walk(archive.read(EXAMPLES / f"{name}.toml"))]


@pytest.mark.parametrize("name", ["nathan", "emily", "megan"])
def test_a_deleted_record_takes_its_sentences_with_it(name: str) -> None:
    journey = archive.read(EXAMPLES / f"{name}.toml")
    cited = {
        s["record"]
        for file in json.loads(pack_of(journey)["pack.json"])["files"].values()
        for sentence in file["sentences"]
        for s in sentence.get("sources", [])
    } - {"run"}
    assert len(cited) > 25
    for reference in sorted(cited):
        rest = without(journey, reference)
        files = pack_of(rest)
        again = {
            s["record"]
            for file in json.loads(files["pack.json"])["files"].values()
            for sentence in file["sentences"]
            for s in sentence.get("sources", [])
        }
        gone = {r for r in again if r == reference or r.startswith(f"{reference}/")}
        if "/" in reference:
            assert not gone
        assert audit(files, rest, TODAY) == []
