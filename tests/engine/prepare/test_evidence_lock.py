"""Principle 1: every sentence is frame or fact, and a fact stands and falls with its records (R08, R10, R12)."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from lock import audit

from talktrack.engine import archive
from talktrack.engine.prepare.pack import prepare
from talktrack.engine.story import Journey, walk, without
from talktrack.kit.similarity import offline

EXAMPLES = Path(__file__).parents[3] / "examples"
TODAY = date(2026, 11, 22)
engine = cache(offline)


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
